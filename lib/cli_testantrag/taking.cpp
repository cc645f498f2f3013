// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/taking.hpp"

#include "cli_net/profile.hpp"
#include "cli_testantrag/fetching_view.hpp"

namespace anb::cli_testantrag {

bool is_answering(const ReceivingOptions& options, const cli::Io& io)
{
    return (options.accept || !options.reject.empty()) && !io.common().dry_run;
}

std::vector<fitconnect::Pickup> waiting(const ReceivingOptions& options,
                                        cli_net::Connection& connection)
{
    std::optional<fitconnect::DestinationId> destination;
    if (!options.destination.empty()) {
        destination = fitconnect::DestinationId::parse(options.destination);
        cli_net::demand_own(connection.session(), *destination);
    }
    return fitconnect::list_submissions(connection.api(), destination);
}

std::optional<fitconnect::NamedProblem> rejection(const ReceivingOptions& options)
{
    return options.reject.empty() ? std::nullopt
                                  : std::optional(fitconnect::named_problem(options.reject));
}

cli::Exit take(const ReceivingOptions& options, testantrag::Receiver& receiver,
               const fitconnect::Pickup& pickup,
               const std::function<void(const testantrag::Fetched&)>& confirm, cli::Io& io,
               json::Value& sheet)
{
    const auto fetched = receiver.fetch(pickup);
    sheet = to_json(fetched);
    show_fetched(fetched, io);
    const auto problem = rejection(options);
    if (!is_answering(options, io) || !(problem || fetched.report.accepted())) {
        return exit_of(fetched);
    }
    confirm(fetched);
    const auto answer = problem ? receiver.reject(fetched, *problem) : receiver.accept(fetched);
    sheet["state"] = fitconnect::name(answer.state);
    sheet["answered_before"] = answer.already;
    show_answer(fetched, answer, io);
    return cli::Exit::ok;
}

} // namespace anb::cli_testantrag
