// Shows, checks, creates and changes a Zustellpunkt, and checks the routing to it.
// SPDX-License-Identifier: EUPL-1.2

#include "cli/tool.hpp"
#include "cli_destination/commands.hpp"

using namespace anb;

namespace {

using Command = cli::Exit (*)(const cli_destination::Call&, cli::Io&);

struct Options {
    Command command = nullptr;
    cli_destination::Call call;
};

/// Declares one sub-command that run() is to call.
CLI::App& add_command(CLI::App& app, Options& options, const char* name, std::string about,
                      Command command)
{
    auto* sub = app.add_subcommand(name, std::move(about));
    sub->callback([&options, command] { options.command = command; });
    return *sub;
}

void add_target(CLI::App& command, Options& options, cli::Say say)
{
    command.add_option("ID", options.call.id, say("Zustellpunkt", "destination"))->type_name("");
    command
        .add_option("--service", options.call.service,
                    say("Leistung des Profils", "service of the profile"))
        ->type_name("NAME");
}

void declare_changes(CLI::App& app, Options& options, cli::Say say)
{
    auto& create_command = add_command(
        app, options, "create",
        say("Legt einen Zustellpunkt an. In der Produktion ist die Bestätigung: die ersten 8 "
            "Ziffern des Leistungsschlüssels.",
            "Creates a destination. In production the confirmation is: the first 8 digits of the "
            "service key."),
        cli_destination::create);
    auto* service = create_command.add_option(
        "SERVICE", options.call.service, say("Leistung des Profils", "service of the profile"));
    service->type_name("");
    create_command
        .add_option("--file", options.call.file,
                    say("Beschreibung als JSON statt SERVICE", "description as JSON, not SERVICE"))
        ->type_name("FILE")
        ->excludes(service);
    create_command
        .add_option("--keys", options.call.keys,
                    say("Ordner mit den öffentlichen Schlüsseln", "folder with the public keys"))
        ->type_name("DIR");
    create_command
        .add_option("--metadata-version", options.call.metadata_versions,
                    say("Metadatenversion, mehrfach möglich", "metadata version, may be repeated"))
        ->type_name("VERSION")
        ->allow_extra_args(false);

    auto& activate_command = add_command(
        app, options, "activate", say("Aktiviert einen Zustellpunkt.", "Activates a destination."),
        cli_destination::activate);
    add_target(activate_command, options, say);
    activate_command
        .add_option("--undo-file", options.call.undo_file,
                    say("Bisherigen Stand dort sichern", "save the previous state there"))
        ->type_name("FILE");
}

void declare_route(CLI::App& app, Options& options, cli::Say say)
{
    auto& command = add_command(app, options, "route",
                                say("Fragt, wer zuständig ist, und prüft die Signatur.",
                                    "Asks who is responsible, and verifies the signature."),
                                cli_destination::route);
    const auto add = [&](const char* name, std::string& value, const char* type,
                         std::string about) {
        return command.add_option(name, value, std::move(about))->type_name(type);
    };
    add("--service", options.call.service, "NAME",
        say("Leistung des Profils", "service of the profile"));
    add("--ars", options.call.ars, "ARS", say("Amtlicher Regionalschlüssel", "regional key"));
    add("--ags", options.call.ags, "AGS", say("Amtlicher Gemeindeschlüssel", "municipality key"));
    add("--area", options.call.area, "NAME", say("Gebiet nach Namen", "area by its name"));
    add("--leika", options.call.leika, "KEY", say("Leistungsschlüssel", "service key"));
}

void declare(CLI::App& app, Options& options, cli::Say say)
{
    app.require_subcommand(1);
    cli_net::declare_network(app, options.call.network, say);
    cli_net::declare_api(app, options.call.network, say);
    auto& show_command =
        add_command(app, options, "show", say("Zeigt einen Zustellpunkt.", "Shows a destination."),
                    cli_destination::show);
    auto& check_command = add_command(app, options, "check",
                                      say("Prüft einen Zustellpunkt.", "Checks a destination."),
                                      cli_destination::check);
    for (auto* command : {&show_command, &check_command}) {
        add_target(*command, options, say);
        command->add_flag(
            "--all", options.call.all,
            say("Alle Zustellpunkte des Profils", "every destination of the profile"));
    }
    declare_changes(app, options, say);
    declare_route(app, options, say);
}

cli::Exit run(const Options& options, cli::Io& io)
{
    return options.command(options.call, io);
}

constexpr cli::Example k_examples[] = {
    {"fitconnect-destination --env test check 3fa85f64-5717-4562-b3fc-2c963f66afa6",
     {"Ist der Zustellpunkt bereit?", "Is the Zustellpunkt ready?"}},
    {"fitconnect-destination --env test route --ars 059990000000 --leika 99123456760610",
     {"Wer nimmt in dieser Region Anträge auf diese Leistung entgegen?",
      "Who receives applications for this service in this region?"}},
    {"fitconnect-destination --env test create hzl --dry-run",
     {"Was würde angelegt?", "What would be created?"}},
};

constexpr cli::ToolInfo k_tool{
    .name = "fitconnect-destination",
    .summary = {"Zeigt, prüft, erstellt und ändert einen Zustellpunkt; prüft das Routing.",
                "Shows, checks, creates and changes a destination; checks the routing."},
    .examples = k_examples,
};

} // namespace

int main(int argc, char** argv)
{
    return cli::tool_main<Options>(k_tool, argc, argv, declare, run);
}
