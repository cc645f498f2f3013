// The receiving end: lists, fetches, decrypts and verifies test applications, accepts or rejects.
// SPDX-License-Identifier: EUPL-1.2

#include "cli_net/connection.hpp"
#include "cli_net/profile.hpp"
#include "cli_testantrag/fetching_view.hpp"
#include "fitconnect/problems.hpp"
#include "testantrag/inspect.hpp"
#include "testantrag/receive.hpp"

using namespace anb;

namespace {

constexpr std::string_view k_name = "receive-testantrag";
constexpr std::uint64_t k_max_token = 512ULL * 1024 * 1024;

struct Options {
    cli_net::NetworkOptions network;
    std::string via = "fitconnect";
    std::string destination, keys, id, reject, file;
    bool all = false, accept = false;
    cli::Exit (*command)(const Options&, cli::Io&) = nullptr;
};

/// All that this login may fetch, or that of one destination.
std::vector<fitconnect::Pickup> waiting(const Options& options, fitconnect::Api& api)
{
    std::optional<fitconnect::DestinationId> destination;
    if (!options.destination.empty()) {
        destination = fitconnect::DestinationId::parse(options.destination);
    }
    return fitconnect::list_submissions(api, destination);
}

cli::Exit list(const Options& options, cli::Io& io)
{
    cli_net::Connection connection(options.network, io, cli_net::Purpose::reading,
                                   cli_net::Role::subscriber, k_name);
    cli_testantrag::show_waiting(waiting(options, connection.api()), io);
    return cli::Exit::ok;
}

bool is_accepting(const Options& options)
{
    return options.accept || !options.reject.empty();
}

void confirm_answer(const testantrag::Fetched& fetched, const cli_net::Session& session,
                    cli::Io& io)
{
    if (session.environment.is_production()) {
        io.confirm(fetched.manifest.case_id.str(),
                   io.say("einen Vorgang der Produktion annehmen oder zurückweisen",
                          "accept or reject a case of production"));
    }
}

cli::Exit fetch_one(const Options& options, const cli_net::Session& session,
                    testantrag::Receiver& receiver, const fitconnect::Pickup& pickup, cli::Io& io)
{
    const auto fetched = receiver.fetch(pickup);
    cli_testantrag::show_fetched(fetched, io);
    if (is_accepting(options) && !io.common().dry_run) {
        const auto is_good = fetched.report.accepted();
        if (!options.reject.empty()) {
            confirm_answer(fetched, session, io);
            const auto& type = fitconnect::problem_named(options.reject);
            cli_testantrag::show_answer(fetched, receiver.reject(fetched, type), io);
            return cli::Exit::ok;
        }
        if (is_good) {
            confirm_answer(fetched, session, io);
            cli_testantrag::show_answer(fetched, receiver.accept(fetched), io);
        }
    }
    return cli_testantrag::exit_of(fetched);
}

void require(bool given, const char* option)
{
    if (!given) {
        throw base::Error(base::ErrorKind::usage, "ANB-G107", {{"option", option}});
    }
}

cli::Exit fetch(const Options& options, cli::Io& io)
{
    require(io.common().output != "-", "--output");
    if (options.id.empty() != options.all) {
        throw base::Error(base::ErrorKind::usage, "ANB-S642");
    }
    if (!options.reject.empty()) {
        fitconnect::problem_named(options.reject);
    }
    const auto purpose =
        is_accepting(options) ? cli_net::Purpose::changing : cli_net::Purpose::reading;
    cli_net::Connection connection(options.network, io, purpose, cli_net::Role::subscriber, k_name);
    const auto& session = connection.session();
    const auto keys = testantrag::load_keys(cli_net::keys_folder(session, options.keys));
    testantrag::Receiver receiver(connection.api(), keys, io.common().output,
                                  [&io] { return io.cancelled(); });
    auto found = waiting(options, connection.api());
    if (!options.all) {
        found = {receiver.select(found, options.id)};
    }
    io.document()["cases"] = json::Value::array();
    auto worst = cli::Exit::ok;
    for (const auto& pickup : found) {
        worst = std::max(worst, fetch_one(options, session, receiver, pickup, io));
    }
    if (found.empty()) {
        io.line(io.say("Nichts abholbereit.", "Nothing waits."));
    }
    return worst;
}

cli::Exit inspect(const Options& options, cli::Io& io)
{
    const auto bytes = base::read_file(options.file, k_max_token);
    cli_testantrag::show_facts(testantrag::inspect_token(base::as_text(bytes), options.file), io);
    return cli::Exit::ok;
}

CLI::App& add_command(CLI::App& app, Options& options, const char* name, std::string about,
                      cli::Exit (*command)(const Options&, cli::Io&))
{
    auto* sub = app.add_subcommand(name, std::move(about));
    sub->callback([&options, command] { options.command = command; });
    return *sub;
}

void declare_fetch(CLI::App& app, Options& options, cli::Say say)
{
    auto& command = add_command(app, options, "fetch",
                                say("Holt, entschlüsselt, prüft und speichert; der Ordner steht "
                                    "hinter -o.",
                                    "Fetches, decrypts, verifies and stores; -o names the folder."),
                                fetch);
    auto* id = command.add_option(
        "ID", options.id,
        say("Einreichung oder Vorgang, ab 8 Zeichen", "submission or case, 8 characters or more"));
    id->type_name("");
    command.add_flag("--all", options.all, say("Alles Abholbereite", "everything that waits"))
        ->excludes(id);
    command
        .add_option("--keys", options.keys,
                    say("Ordner mit den privaten Schlüsseln", "folder with the private keys"))
        ->type_name("DIR");
    auto* accept = command.add_flag("--accept", options.accept,
                                    say("Nach dem Speichern annehmen", "accept after storing"));
    command
        .add_option("--reject", options.reject,
                    say("Zurückweisen, etwa hash-mismatch", "reject, such as hash-mismatch"))
        ->type_name("PROBLEM")
        ->excludes(accept);
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
    add_command(app, options, "list", say("Zeigt, was abholbereit ist.", "Shows what waits."),
                list);
    declare_fetch(app, options, say);
    auto& inspect_command =
        add_command(app, options, "inspect",
                    say("Zeigt, was ein JWE oder Ereignis ohne Schlüssel verrät.",
                        "Shows what a JWE or an event tells without a key."),
                    inspect);
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
    {"receive-testantrag inspect anlage.jwe",
     {"Für welchen Schlüssel ist das verschlüsselt?", "Which key was this encrypted for?"}},
};

constexpr cli::ToolInfo k_tool{
    .name = k_name,
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
