// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/fitconnect/taking.hpp"

#include "cli_net/profile.hpp"
#include "cli_testantrag/fitconnect/fetching_view.hpp"

namespace anb::cli_testantrag {

namespace {

void add_answer(const testantrag::Answer& answer, json::Value& sheet)
{
    sheet["state"] = fitconnect::name(answer.state);
    sheet["answered_before"] = answer.already;
}

} // namespace

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

std::vector<json::Value> complete_answers(testantrag::Receiver& receiver, cli::Io& io)
{
    std::vector<json::Value> sheets;
    for (const auto& [fetched, answer] : receiver.complete_answers()) {
        sheets.push_back(to_json(fetched));
        add_answer(answer, sheets.back());
        show_answer(fetched, answer, io);
    }
    return sheets;
}

cli::Exit take(const ReceivingOptions& options, testantrag::Receiver& receiver,
               const fitconnect::Pickup& pickup,
               const std::function<void(const testantrag::Fetched&)>& confirm, cli::Io& io,
               json::Value& sheet)
{
    const auto fetched = receiver.fetch(pickup);
    if (options.watch && fetched.stored_before && !is_answering(options, io)) {
        return cli::Exit::ok;
    }
    sheet = to_json(fetched);
    show_fetched(fetched, io);
    const auto problem = rejection(options);
    const bool may_answer = fetched.trusted && (problem || fetched.report.accepted());
    if (!is_answering(options, io) || !may_answer) {
        return exit_of(fetched);
    }
    confirm(fetched);
    const auto answer = problem ? receiver.reject(fetched, *problem) : receiver.accept(fetched);
    add_answer(answer, sheet);
    show_answer(fetched, answer, io);
    return cli::Exit::ok;
}

} // namespace anb::cli_testantrag
