// SPDX-License-Identifier: EUPL-1.2
#include "cli_destination/commands.hpp"
#include "cli_destination/connect.hpp"
#include "cli_destination/view.hpp"
#include "cli_net/profile.hpp"

namespace anb::cli_destination {

namespace {

cli::Exit look_at_each(const Call& call, cli::Io& io, bool judged)
{
    auto connection = connect(call, io, cli_net::Purpose::reading);
    const auto& session = connection.session();
    auto destinations = json::Value::array();
    for (const auto& target : cli_net::find_targets(session, call.id, call.service, call.all)) {
        const auto expected = cli_net::expectation(session, target.service);
        const auto seen = fitconnect::observe(connection.api(), target.id, expected);
        auto report = fitconnect::check_destination(seen, expected,
                                                    {cli_net::key_rules(session, io.judged_at())});
        show_destination(io, seen.destination, session.environment, std::move(report), judged);
        destinations.push_back(fitconnect::to_json(seen.destination));
    }
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
