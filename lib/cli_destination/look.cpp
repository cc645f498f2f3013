// SPDX-License-Identifier: EUPL-1.2
#include "cli_destination/results.hpp"
#include "cli_destination/saved.hpp"
#include "cli_destination/view.hpp"

namespace anb::cli_destination {

namespace {

/// The addressing information in the routing; nothing and the reason when there is none.
void ask_routing(fitconnect::Api& api, fitconnect::Observation& seen)
{
    try {
        if (auto route = fitconnect::find_own_route(api, seen.destination)) {
            seen.addressing = std::move(route->addressing);
        } else {
            seen.addressing_unknown = "no_route";
        }
    } catch (const base::Error& error) {
        if (error.code() == "ANB-N308" || (error.kind() != base::ErrorKind::unavailable &&
                                           error.kind() != base::ErrorKind::try_later)) {
            throw;
        }
        seen.addressing_unknown = "unreachable";
    }
}

/// What is known about the addressing information of an observed Zustellpunkt.
void observe_addressing(const Call& call, fitconnect::Api& api, fitconnect::Observation& seen,
                        base::Report& report)
{
    if (!call.addressing.empty()) {
        seen.addressing = fitconnect::verify_addressing(api, read_addressing(call.addressing).text);
    } else if (seen.destination.status == "active") {
        ask_routing(api, seen);
    } else {
        seen.addressing_unknown = "not_active";
    }
    if (seen.addressing) {
        report.take(fitconnect::check_addressing(*seen.addressing, seen.destination.id, {}, {},
                                                 api.environment()));
    }
}

cli::Exit look_at_each(const Call& call, cli::Io& io, bool judged)
{
    const Fleet fleet(call, io, cli_net::Purpose::reading);
    const auto versions = cli_net::schema_versions();
    if (judged) {
        io.document()["warn_days"] = call.warn_days;
        io.document()["crit_days"] = call.crit_days;
    }
    auto destinations = json::Value::array();
    const auto look = [&](const Member& member) {
        auto& connection = *member.connection;
        const auto& session = connection.session();
        const auto expected = cli_net::expectation(session, member.target.service);
        auto seen = fitconnect::observe(connection.api(), member.target.id, expected);
        base::Report more;
        if (judged) {
            observe_addressing(call, connection.api(), seen, more);
        }
        auto report = fitconnect::check_destination(seen, expected,
                                                    {cli_net::key_rules(session, io.judged_at()),
                                                     call.warn_days, call.crit_days, versions});
        report.take(std::move(more));
        show_destination(io, member, seen.destination, std::move(report), judged, fleet.several());
        destinations.push_back(fitconnect::to_json(seen.destination));
    };
    fleet.each(look, [&](const Member& member, const base::Error& error) {
        add_failure(io, member, error);
    });
    if (destinations.size() == 1) {
        io.document()["destination"] = std::move(destinations.front());
    } else {
        io.document()["destinations"] = std::move(destinations);
    }
    return io.verdict();
}

} // namespace

cli::Exit show(const Call& call, cli::Io& io)
{
    return look_at_each(call, io, false);
}

cli::Exit check(const Call& call, cli::Io& io)
{
    return look_at_each(call, io, true);
}

} // namespace anb::cli_destination
