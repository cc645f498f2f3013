// The receiving end: lists, fetches, decrypts and verifies test applications, accepts or rejects.
// SPDX-License-Identifier: EUPL-1.2

#include "cli/options.hpp"
#include "cli_testantrag/inspecting.hpp"

using namespace anb;

namespace {

struct Options : cli_testantrag::ReceivingOptions {
    cli::Exit (*command)(const ReceivingOptions&, cli::Io&) = nullptr;
};

using cli::add_command;

void declare_watch(CLI::App& command, Options& options, cli::Say say,
                   std::initializer_list<CLI::Option*> others)
{
    auto* watch = command.add_option_function<std::string>(
        "--watch",
        [&options](const std::string& interval) {
            options.watch = true;
            options.interval = interval;
        },
        say("Nachsehen in diesem Abstand (Vorgabe 60s) bis Strg-C; holt alles Neue",
            "look at this interval (default 60s) until Ctrl-C; fetches all that is new"));
    watch->type_name("[INTERVAL]")->expected(0, 1)->trigger_on_parse();
    for (auto* other : others) {
        watch->excludes(other);
    }
    command
        .add_option(
            "--callback-listen", options.callback_address,
            say("Mit --watch: Callbacks auf diesem 127.0.0.1:PORT annehmen, hinter dem eigenen "
                "TLS-Proxy",
                "with --watch: take callbacks at this 127.0.0.1:PORT, behind your own TLS proxy"))
        ->type_name("ADDRESS");
    command
        .add_option("--callback-secret-file", options.callback_secret,
                    say("Secret der Callbacks, wie im Zustellpunkt eingetragen",
                        "secret of the callbacks, as entered in the destination"))
        ->type_name("FILE");
}

void declare_own_stores(CLI::App& command, Options& options, cli::Say say)
{
    cli_testantrag::declare_stores(
        command, options.stores,
        say("Über OSCI: eigener PKCS#12-Speicher, weitere öffnen ältere Inhalte; mehrfach möglich",
            "over OSCI: own PKCS#12 store, others open older content; repeatable"),
        say);
}

void declare_fetch(CLI::App& app, Options& options, cli::Say say)
{
    auto& command = add_command(app, options, "fetch",
                                say("Holt, entschlüsselt, prüft und speichert; der Ordner steht "
                                    "hinter -o.",
                                    "Fetches, decrypts, verifies and stores; -o names the folder."),
                                cli_testantrag::fetch);
    auto* id = command.add_option(
        "ID", options.id,
        say("Einreichung oder Vorgang, ab 8 Zeichen; über OSCI die Nachrichten-ID",
            "submission or case, 8 characters or more; over OSCI the message id"));
    id->type_name("");
    auto* all =
        command.add_flag("--all", options.all, say("Alles Abholbereite", "everything that waits"))
            ->excludes(id);
    declare_watch(command, options, say, {id, all});
    command
        .add_option("--keys", options.keys,
                    say("Ordner mit den privaten Schlüsseln", "folder with the private keys"))
        ->type_name("DIR");
    declare_own_stores(command, options, say);
    command
        .add_option("--trust", options.trust,
                    say("Über OSCI: Anker für Zertifikate der Absender (PEM, Datei oder Ordner)",
                        "over OSCI: anchors for certificates of senders (PEM, file or folder)"))
        ->type_name("PATH")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    cli_testantrag::declare_schema_folders(command, options.rules, say);
    auto* accept = command.add_flag("--accept", options.accept,
                                    say("Nach dem Speichern annehmen", "accept after storing"));
    command
        .add_option("--reject", options.reject,
                    say("Zurückweisen, etwa hash-mismatch@data", "reject, such as "
                                                                 "hash-mismatch@data"))
        ->type_name("PROBLEM[@INSTANCE]")
        ->excludes(accept)
        ->excludes(command.get_option("--watch"));
}

void declare(CLI::App& app, Options& options, cli::Say say)
{
    app.require_subcommand(1);
    app.add_option("--via", options.via,
                   say("Weg: fitconnect oder osci", "way: fitconnect or osci"))
        ->type_name("WAY")
        ->check(CLI::IsMember({"fitconnect", "osci"}));
    app.add_option("--service", options.service,
                   say("Über OSCI: Leistung des Profils oder Dienste-URI",
                       "over OSCI: service of the profile or its URI"))
        ->type_name("NAME");
    app.add_option("--intermediary", options.intermediary,
                   say("Über OSCI: Adresse des Intermediärs, statt das DVDV zu fragen",
                       "over OSCI: address of the Intermediär in place of asking the DVDV"))
        ->type_name("URL");
    app.add_option("--destination", options.destination,
                   say("Nur von diesem Zustellpunkt", "from this destination only"))
        ->type_name("ID");
    cli_net::declare_network(app, options.network, say);
    cli_net::declare_api(app, options.network, say);
    auto& list =
        add_command(app, options, "list", say("Zeigt, was abholbereit ist.", "Shows what waits."),
                    cli_testantrag::list_waiting);
    declare_own_stores(list, options, say);
    declare_fetch(app, options, say);
    auto& inspect_command =
        add_command(app, options, "inspect",
                    say("Zeigt, was eine OSCI-Nachricht, ein JWE oder ein Ereignis sagt.",
                        "Shows what an OSCI message, a JWE or an event says."),
                    cli_testantrag::inspect);
    inspect_command
        .add_option("FILE", options.file,
                    say("OSCI-Nachricht (.mime), Anlage, Metadaten oder Ereignis; - ist die "
                        "Standardeingabe",
                        "OSCI message (.mime), attachment, metadata or event; - is standard input"))
        ->type_name("")
        ->required();
    cli_testantrag::declare_stores(
        inspect_command, options.stores,
        say("PKCS#12-Speicher, der OSCI-Nachrichten öffnet; mehrfach möglich",
            "PKCS#12 store that opens OSCI messages; repeatable"),
        say);
}

cli::Exit run(const Options& options, cli::Io& io)
{
    return options.command(options, io);
}

constexpr cli::Example k_examples[] = {
    {"receive-testantrag --env test list", {"Was wartet?", "What waits?"}},
    {"receive-testantrag --env test fetch --all -o eingang --accept",
     {"Abholen, prüfen, ablegen, dann annehmen", "Fetch, verify, store, then accept"}},
    {"receive-testantrag --env test fetch --watch 2m -o eingang --accept --jsonl",
     {"Dauerhaft: alle zwei Minuten nachsehen, eine Zeile je Vorgang",
      "For good: look every two minutes, one line for each case"}},
    {"receive-testantrag --env test --via osci --service hzl fetch --all -o eingang",
     {"Aus dem Postfach beim Intermediär; quittiert damit",
      "From the postbox at the Intermediär, which acknowledges"}},
    {"receive-testantrag inspect anlage.jwe",
     {"Für welchen Schlüssel ist das verschlüsselt?", "Which key was this encrypted for?"}},
};

constexpr cli::ToolInfo k_tool{
    .name = "receive-testantrag",
    .summary = {"Holt Testanträge ab, entschlüsselt und prüft sie, nimmt sie an oder weist sie "
                "zurück.",
                "Fetches test applications, decrypts and verifies them, accepts or rejects them."},
    .examples = k_examples,
    .output_is_folder = true,
};

} // namespace

int main(int argc, char** argv)
{
    return cli::tool_main<Options>(k_tool, argc, argv, declare, run);
}
