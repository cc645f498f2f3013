// Sends one test application, survives any interruption, and says what became of it.
// SPDX-License-Identifier: EUPL-1.2

#include "cli/password.hpp"
#include "cli_testantrag/probe.hpp"
#include "cli_testantrag/sending.hpp"

using namespace anb;

namespace {

struct Options : cli_testantrag::SendingOptions {
    cli::Exit (*command)(const SendingOptions&, cli::Io&) = cli_testantrag::send;
};

void declare_sending(CLI::App& app, Options& options, cli::Say say)
{
    const auto add = [&](const char* name, auto& value, const char* type, std::string about) {
        return app.add_option(name, value, std::move(about))->type_name(type);
    };
    add("--via", options.via, "WAY", say("Weg: fitconnect oder osci", "way: fitconnect or osci"))
        ->check(CLI::IsMember({"fitconnect", "osci"}));
    auto* to = add("--to", options.to, "ID",
                   say("Zustellpunkt (- liest das JSON von fitconnect-destination); über OSCI der "
                       "Behördenschlüssel",
                       "destination (- reads the JSON of fitconnect-destination); over OSCI the "
                       "organisation key"));
    add("--to-cert", options.to_cert, "FILE",
        say("OSCI: Postfach dieses Zertifikats, ohne DVDV",
            "OSCI: the postbox of this certificate, without DVDV"))
        ->excludes(to);
    add("--intermediary", options.intermediary, "URL",
        say("OSCI: Adresse des Intermediärs zu --to-cert",
            "OSCI: address of the Intermediär for --to-cert"))
        ->excludes(to);
    add("--data", options.data, "FILE",
        say("Fachdaten (XML oder JSON); - ist die Standardeingabe",
            "business data (XML or JSON); - is standard input"));
    add("--attach", options.attachments, "FILE",
        say("Anhang, mehrfach möglich", "attachment, may be repeated"))
        ->allow_extra_args(false);
    auto* service = add("--service", options.service, "NAME",
                        say("Leistung des Profils", "service of the profile"));
    add("--leika", options.leika, "KEY", say("Leistungsschlüssel", "service key"))
        ->excludes(service);
    add("--schema-uri", options.schema_uri, "URI",
        say("Schema der Fachdaten", "schema of the business data"));
    add("--wait", options.wait, "DURATION",
        say("So lange auf die Entscheidung warten, etwa 30m",
            "wait this long for the decision, such as 30m"));
    app.add_flag("--final-test", options.final_test,
                 say("Abschlusstest in der Produktion, einmal je Leistung",
                     "final test in production, once per service"));
    add("--reason", options.reason, "TEXT",
        say("Grund für einen wiederholten Abschlusstest", "reason for repeating the final test"));
    cli_testantrag::declare_content(app, options.content, say);
    add("--evidence", options.evidence, "DIR",
        say("Unterschriebene Ereignisse und Prüfsummen dort ablegen",
            "store signed events and checksums there"));
}

void add_command(CLI::App& app, Options& options, const char* name, std::string about,
                 cli::Exit (*command)(const cli_testantrag::SendingOptions&, cli::Io&),
                 const std::string& id = {})
{
    auto* sub = app.add_subcommand(name, std::move(about));
    sub->callback([&options, command] { options.command = command; });
    if (!id.empty()) {
        sub->add_option("ID", options.id, id)->type_name("")->required();
    }
}

void declare(CLI::App& app, Options& options, cli::Say say)
{
    app.require_subcommand(0, 1);
    declare_sending(app, options, say);
    cli_net::declare_network(app, options.network, say);
    cli_net::declare_api(app, options.network, say);
    cli::declare_password(app, options.password, say);
    const auto id = say("Einreichung, Vorgang, Nachrichten-ID oder örtliche Kennung, ab 8 Zeichen",
                        "submission, case, message id or local number, 8 characters or more");
    add_command(
        app, options, "resume",
        say("Setzt eine unterbrochene Sendung fort.", "Goes on with an interrupted sending."),
        cli_testantrag::resume, id);
    add_command(app, options, "status",
                say("Fragt den Stand ab, mit --wait bis zur Entscheidung.",
                    "Asks how it stands, with --wait until it is decided."),
                cli_testantrag::status, id);
    add_command(app, options, "list", say("Zeigt alle Sendungen.", "Shows every sending."),
                cli_testantrag::list);
    add_command(app, options, "discard",
                say("Verwirft, was noch nicht abgesendet ist.", "Gives up what is not submitted."),
                cli_testantrag::discard, id);
    add_command(app, options, "purge",
                say("Löscht die verschlüsselten Teile einer abgeschlossenen Sendung.",
                    "Removes the encrypted parts of a finished sending."),
                cli_testantrag::purge, id);
    add_command(app, options, "probe",
                say("Prüft mit --via osci Adresse und Zertifikate; legt nichts ab.",
                    "Checks address and certificates with --via osci; stores nothing."),
                cli_testantrag::probe);
}

cli::Exit run(const Options& options, cli::Io& io)
{
    return options.command(options, io);
}

constexpr cli::Example k_examples[] = {
    {"send-testantrag --env test --to 3fa85f64-5717-4562-b3fc-2c963f66afa6 "
     "--data antrag.xml --attach nachweis.pdf --wait 30m",
     {"Mit Anhang senden und auf den Empfänger warten",
      "Send with an attachment and wait for the receiver"}},
    {"send-testantrag list", {"Was wurde unterbrochen?", "What was interrupted?"}},
    {"send-testantrag resume 02bf1d9f",
     {"Dort weitermachen, wo es abbrach", "Go on where it stopped"}},
};

constexpr cli::ToolInfo k_tool{
    .name = "send-testantrag",
    .summary =
        {"Sendet einen Testantrag, übersteht jede Unterbrechung und weist nach, was geschah.",
         "Sends a test application, survives any interruption and proves what happened."},
    .examples = k_examples,
};

} // namespace

int main(int argc, char** argv)
{
    return cli::tool_main<Options>(k_tool, argc, argv, declare, run);
}
