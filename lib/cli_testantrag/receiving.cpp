// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/receiving.hpp"

#include "cli_net/connection.hpp"
#include "cli_net/profile.hpp"
#include "cli_testantrag/fetching_view.hpp"
#include "fitconnect/problems.hpp"
#include "testantrag/inspect.hpp"
#include "testantrag/receive.hpp"

namespace anb::cli_testantrag {

namespace {

constexpr std::string_view k_name = "receive-testantrag";
constexpr std::uint64_t k_max_token = 512ULL * 1024 * 1024;

/// All that this login may fetch, or that of one destination.
std::vector<fitconnect::Pickup> waiting(const ReceivingOptions& options, fitconnect::Api& api)
{
    std::optional<fitconnect::DestinationId> destination;
    if (!options.destination.empty()) {
        destination = fitconnect::DestinationId::parse(options.destination);
    }
    return fitconnect::list_submissions(api, destination);
}

bool is_accepting(const ReceivingOptions& options)
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

cli::Exit fetch_one(const ReceivingOptions& options, const cli_net::Session& session,
                    testantrag::Receiver& receiver, const fitconnect::Pickup& pickup, cli::Io& io)
{
    const auto fetched = receiver.fetch(pickup);
    show_fetched(fetched, io);
    if (is_accepting(options) && !io.common().dry_run) {
        const auto is_good = fetched.report.accepted();
        if (!options.reject.empty()) {
            confirm_answer(fetched, session, io);
            const auto problem = fitconnect::named_problem(options.reject);
            show_answer(fetched, receiver.reject(fetched, problem), io);
            return cli::Exit::ok;
        }
        if (is_good) {
            confirm_answer(fetched, session, io);
            show_answer(fetched, receiver.accept(fetched), io);
        }
    }
    return exit_of(fetched);
}

void require(bool given, const char* option)
{
    if (!given) {
        throw base::Error(base::ErrorKind::usage, "ANB-G107", {{"option", option}});
    }
}

} // namespace

cli::Exit list_waiting(const ReceivingOptions& options, cli::Io& io)
{
    cli_net::Connection connection(options.network, io, cli_net::Purpose::reading,
                                   cli_net::Role::subscriber, k_name);
    show_waiting(waiting(options, connection.api()), io);
    return cli::Exit::ok;
}

cli::Exit fetch(const ReceivingOptions& options, cli::Io& io)
{
    require(io.common().output != "-", "--output");
    if (options.id.empty() != options.all) {
        throw base::Error(base::ErrorKind::usage, "ANB-S642");
    }
    if (!options.reject.empty()) {
        fitconnect::named_problem(options.reject);
    }
    const auto purpose =
        is_accepting(options) ? cli_net::Purpose::changing : cli_net::Purpose::reading;
    cli_net::Connection connection(options.network, io, purpose, cli_net::Role::subscriber, k_name);
    const auto& session = connection.session();
    const auto keys = testantrag::load_keys(cli_net::keys_folder(session, options.keys));
    const testantrag::DataChecker rules(data_rules(options.rules, false, io));
    testantrag::Receiver receiver(connection.api(), keys, &rules, io.common().output,
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

cli::Exit inspect(const ReceivingOptions& options, cli::Io& io)
{
    const auto bytes = base::read_file(options.file, k_max_token);
    show_facts(testantrag::inspect_token(base::as_text(bytes), options.file), io);
    return cli::Exit::ok;
}

} // namespace anb::cli_testantrag
