// Shows, checks, creates and changes a Zustellpunkt, and checks the routing to it.
// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "cli/tool.hpp"
#include "cli_net/connection.hpp"
#include "cli_net/destination_view.hpp"
#include "cli_net/profile.hpp"
#include "fitconnect/routing.hpp"

#include <fmt/format.h>

using namespace anb;

namespace {

constexpr std::string_view k_name = "fitconnect-destination";
constexpr std::uint64_t k_max_file = 1024 * 1024;

struct Options {
    cli::Exit (*command)(const Options&, cli::Io&) = nullptr;
    cli_net::NetworkOptions network;
    std::string id, service, file, keys, undo_file;
    std::string ars, ags, area, leika;
    std::vector<std::string> metadata_versions;
    bool all = false;
};

cli_net::Connection connect(const Options& options, cli::Io& io, cli_net::Purpose purpose)
{
    return {options.network, io, purpose, cli_net::Role::subscriber, k_name};
}

cli::Exit look_at_each(const Options& options, cli::Io& io, bool judged)
{
    auto connection = connect(options, io, cli_net::Purpose::reading);
    const auto& session = connection.session();
    auto destinations = json::Value::array();
    for (const auto& target :
         cli_net::find_targets(session, options.id, options.service, options.all)) {
        const auto expected = cli_net::expectation(session, target.service);
        const auto seen = fitconnect::observe(connection.api(), target.id, expected);
        auto report = fitconnect::check_destination(seen, expected,
                                                    {cli_net::key_rules(session, io.judged_at())});
        cli_net::show_destination(io, seen.destination, session.environment, std::move(report),
                                  judged);
        destinations.push_back(fitconnect::to_json(seen.destination));
    }
    if (destinations.size() == 1) {
        io.document()["destination"] = std::move(destinations.front());
    } else {
        io.document()["destinations"] = std::move(destinations);
    }
    return io.verdict();
}

cli::Exit show(const Options& options, cli::Io& io)
{
    return look_at_each(options, io, false);
}

cli::Exit check(const Options& options, cli::Io& io)
{
    return look_at_each(options, io, true);
}

fitconnect::NewDestination plan(const Options& options, const cli_net::Session& session)
{
    using fitconnect::KeyRole;
    const auto folder = cli_net::keys_folder(session, options.keys);
    fitconnect::NewDestination plan{{},
                                    fitconnect::load_local_key(folder, KeyRole::encryption),
                                    fitconnect::load_local_key(folder, KeyRole::signature)};
    if (options.file.empty()) {
        plan.draft = cli_net::draft(session, session.configuration.leistung(options.service));
    } else {
        const auto bytes = base::read_file(options.file, k_max_file);
        const auto document = json::parse(base::as_text(bytes), options.file);
        plan.draft = fitconnect::parse_draft(json::Reader(document, options.file));
    }
    if (!options.metadata_versions.empty()) {
        plan.draft.metadata_versions = options.metadata_versions;
    }
    return plan;
}

cli::Exit create(const Options& options, cli::Io& io)
{
    auto connection = connect(options, io, cli_net::Purpose::changing);
    const auto& session = connection.session();
    const auto wanted = plan(options, session);
    auto report = fitconnect::check_new(wanted, cli_net::key_rules(session, io.judged_at()));
    const auto accepted = report.accepted();
    io.add(std::move(report));
    if (!accepted) {
        return cli::Exit::failed;
    }
    const auto& kid = wanted.encryption_key.jwk.kid;
    if (const auto existing = fitconnect::find_own_destination(connection.api(), kid)) {
        cli_net::conclude(io, *existing, io.say("gibt es schon.", "exists already."), false);
        return io.verdict();
    }
    if (!cli_net::announce(io, json::Value::object(), fitconnect::create_summary(wanted))) {
        return io.verdict();
    }
    if (session.environment.is_production()) {
        io.confirm(fitconnect::confirmation(wanted.draft),
                   io.say("einen Zustellpunkt in der Produktion anlegen",
                          "create a destination in production"));
    }
    const auto created = fitconnect::create_destination(connection.api(), wanted);
    cli_net::conclude(io, created, io.say("ist angelegt.", "has been created."), true);
    return io.verdict();
}

cli::Exit activate(const Options& options, cli::Io& io)
{
    auto connection = connect(options, io, cli_net::Purpose::changing);
    const auto& session = connection.session();
    const auto id = cli_net::find_targets(session, options.id, options.service, false).front().id;
    const auto before = fitconnect::fetch_own_destination(connection.api(), id);
    if (before.status == "active") {
        cli_net::conclude(io, before, io.say("ist bereits aktiv.", "is active already."), false);
        return io.verdict();
    }
    const json::Value patch = {{"status", "active"}};
    if (!cli_net::announce(io, {{"status", before.status}}, patch)) {
        return io.verdict();
    }
    if (session.environment.is_production()) {
        io.confirm(id.brief(), io.say("einen Zustellpunkt der Produktion aktivieren",
                                      "activate a destination of production"));
    }
    if (!options.undo_file.empty()) {
        fitconnect::save_state(options.undo_file, before, session.environment, io.now());
    }
    const auto after = fitconnect::patch_destination(connection.api(), before, patch);
    cli_net::conclude(io, after, io.say("ist aktiv.", "is active."), true);
    return io.verdict();
}

cli::Exit route(const Options& options, cli::Io& io)
{
    auto connection = connect(options, io, cli_net::Purpose::reading);
    const auto asked = cli_net::resolve_question(
        connection.session(), connection.api(),
        {options.service, options.ars, options.ags, options.area, options.leika});
    base::Report report;
    report.subject = fmt::format("route:{}/{}", asked.place.str(), asked.leika.str());
    const auto routes =
        fitconnect::resolve_route(connection.api(), asked.place, asked.leika, asked.own, report);
    auto documents = json::Value::array();
    for (const auto& each : routes) {
        cli_net::show_route(io, each, connection.environment());
        documents.push_back(fitconnect::to_json(each));
    }
    if (routes.size() == 1) {
        const auto& id = routes.front().route.destination;
        if (const auto destination = fitconnect::fetch_if_permitted(connection.api(), id, report)) {
            report.take(fitconnect::check_offer(*destination, asked.expectation));
            io.document()["destination"] = fitconnect::to_json(*destination);
        }
        io.document()["route"] = std::move(documents.front());
    } else {
        io.document()["routes"] = std::move(documents);
    }
    io.add(std::move(report));
    return io.verdict();
}

/// Declares one sub-command that run() is to call.
CLI::App& add_command(CLI::App& app, Options& options, const char* name, std::string about,
                      cli::Exit (*command)(const Options&, cli::Io&))
{
    auto* sub = app.add_subcommand(name, std::move(about));
    sub->callback([&options, command] { options.command = command; });
    return *sub;
}

void add_target(CLI::App& command, Options& options, cli::Say say)
{
    command.add_option("ID", options.id, say("Zustellpunkt", "destination"))->type_name("");
    command
        .add_option("--service", options.service,
                    say("Leistung des Profils", "service of the profile"))
        ->type_name("NAME");
}

void declare_changes(CLI::App& app, Options& options, cli::Say say)
{
    auto& create_command = add_command(
        app, options, "create",
        say("Legt einen Zustellpunkt an. In der Produktion ist die Bestätigung: die ersten 8 "
            "Ziffern "
            "des Leistungsschlüssels.",
            "Creates a destination. In production the confirmation is: the first 8 digits of the "
            "service key."),
        create);
    auto* service = create_command.add_option(
        "SERVICE", options.service, say("Leistung des Profils", "service of the profile"));
    service->type_name("");
    create_command
        .add_option("--file", options.file,
                    say("Beschreibung als JSON statt SERVICE", "description as JSON, not SERVICE"))
        ->type_name("FILE")
        ->excludes(service);
    create_command
        .add_option("--keys", options.keys,
                    say("Ordner mit den öffentlichen Schlüsseln", "folder with the public keys"))
        ->type_name("DIR");
    create_command
        .add_option("--metadata-version", options.metadata_versions,
                    say("Metadatenversion, mehrfach möglich", "metadata version, may be repeated"))
        ->type_name("VERSION")
        ->allow_extra_args(false);

    auto& activate_command =
        add_command(app, options, "activate",
                    say("Aktiviert einen Zustellpunkt.", "Activates a destination."), activate);
    add_target(activate_command, options, say);
    activate_command
        .add_option("--undo-file", options.undo_file,
                    say("Bisherigen Stand dort sichern", "save the previous state there"))
        ->type_name("FILE");
}

void declare_route(CLI::App& app, Options& options, cli::Say say)
{
    auto& command = add_command(app, options, "route",
                                say("Fragt, wer zuständig ist, und prüft die Signatur.",
                                    "Asks who is responsible, and verifies the signature."),
                                route);
    const auto add = [&](const char* name, std::string& value, const char* type,
                         std::string about) {
        return command.add_option(name, value, std::move(about))->type_name(type);
    };
    add("--service", options.service, "NAME",
        say("Leistung des Profils", "service of the profile"));
    add("--ars", options.ars, "ARS", say("Amtlicher Regionalschlüssel", "regional key"));
    add("--ags", options.ags, "AGS", say("Amtlicher Gemeindeschlüssel", "municipality key"));
    add("--area", options.area, "NAME", say("Gebiet nach Namen", "area by its name"));
    add("--leika", options.leika, "KEY", say("Leistungsschlüssel", "service key"));
}

void declare(CLI::App& app, Options& options, cli::Say say)
{
    app.require_subcommand(1);
    cli_net::declare_network(app, options.network, say);
    auto& show_command = add_command(
        app, options, "show", say("Zeigt einen Zustellpunkt.", "Shows a destination."), show);
    auto& check_command = add_command(
        app, options, "check", say("Prüft einen Zustellpunkt.", "Checks a destination."), check);
    for (auto* command : {&show_command, &check_command}) {
        add_target(*command, options, say);
        command->add_flag(
            "--all", options.all,
            say("Alle Zustellpunkte des Profils", "every destination of the profile"));
    }
    declare_changes(app, options, say);
    declare_route(app, options, say);
}

cli::Exit run(const Options& options, cli::Io& io)
{
    return options.command(options, io);
}

constexpr cli::ToolInfo k_tool{
    .name = k_name,
    .summary = {"Zeigt, prüft, erstellt und ändert einen Zustellpunkt; prüft das Routing.",
                "Shows, checks, creates and changes a destination; checks the routing."},
    .examples =
        "# Is the Zustellpunkt ready?\n"
        "fitconnect-destination --env test check 3fa85f64-5717-4562-b3fc-2c963f66afa6\n"
        "# Who receives applications for this service in this region?\n"
        "fitconnect-destination --env test route --ars 059990000000 --leika 99123456760610\n"
        "# What would be created?\n"
        "fitconnect-destination --env test create hzl --dry-run\n",
};

} // namespace

int main(int argc, char** argv)
{
    return cli::tool_main<Options>(k_tool, argc, argv, declare, run);
}
