// The receiving end: lists, fetches, decrypts and verifies test applications, accepts or rejects.
// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/receiving.hpp"

using namespace anb;

namespace {

struct Options : cli_testantrag::ReceivingOptions {
    cli::Exit (*command)(const ReceivingOptions&, cli::Io&) = nullptr;
};

CLI::App& add_command(CLI::App& app, Options& options, const char* name, std::string about,
                      cli::Exit (*command)(const cli_testantrag::ReceivingOptions&, cli::Io&))
{
    auto* sub = app.add_subcommand(name, std::move(about));
    sub->callback([&options, command] { options.command = command; });
    return *sub;
}

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

void declare_fetch(CLI::App& app, Options& options, cli::Say say)
{
    auto& command = add_command(app, options, "fetch",
                                say("Holt, entschlüsselt, prüft und speichert; der Ordner steht "
                                    "hinter -o.",
                                    "Fetches, decrypts, verifies and stores; -o names the folder."),
                                cli_testantrag::fetch);
    auto* id = command.add_option(
        "ID", options.id,
        say("Einreichung oder Vorgang, ab 8 Zeichen", "submission or case, 8 characters or more"));
    id->type_name("");
    auto* all =
        command.add_flag("--all", options.all, say("Alles Abholbereite", "everything that waits"))
            ->excludes(id);
    declare_watch(command, options, say, {id, all});
    command
        .add_option("--keys", options.keys,
                    say("Ordner mit den privaten Schlüsseln", "folder with the private keys"))
        ->type_name("DIR");
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
    app.add_option("--via", options.via, say("Weg: fitconnect", "way: fitconnect"))
        ->type_name("WAY")
        ->check(CLI::IsMember({"fitconnect"}));
    app.add_option("--destination", options.destination,
                   say("Nur von diesem Zustellpunkt", "from this destination only"))
        ->type_name("ID");
    cli_net::declare_network(app, options.network, say);
    cli_net::declare_api(app, options.network, say);
    add_command(app, options, "list", say("Zeigt, was abholbereit ist.", "Shows what waits."),
                cli_testantrag::list_waiting);
    declare_fetch(app, options, say);
    auto& inspect_command =
        add_command(app, options, "inspect",
                    say("Zeigt, was ein JWE oder Ereignis ohne Schlüssel verrät.",
                        "Shows what a JWE or an event tells without a key."),
                    cli_testantrag::inspect);
    inspect_command
        .add_option("FILE", options.file,
                    say("Anlage, Metadaten oder Ereignis in Kurzform; - ist die Standardeingabe",
                        "attachment, metadata or event in compact form; - is standard input"))
        ->type_name("")
        ->required();
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
