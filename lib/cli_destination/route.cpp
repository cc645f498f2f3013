// SPDX-License-Identifier: EUPL-1.2
#include "cli_destination/commands.hpp"
#include "cli_destination/connect.hpp"
#include "cli_destination/view.hpp"
#include "cli_net/profile.hpp"
#include "fitconnect/routing.hpp"

#include <fmt/format.h>

namespace anb::cli_destination {

cli::Exit route(const Call& call, cli::Io& io)
{
    auto connection = connect(call, io, cli_net::Purpose::reading);
    const auto asked =
        cli_net::resolve_question(connection.session(), connection.api(),
                                  {call.service, call.ars, call.ags, call.area, call.leika});
    base::Report report;
    report.subject = fmt::format("route:{}/{}", asked.place.str(), asked.leika.str());
    const auto routes =
        fitconnect::resolve_route(connection.api(), asked.place, asked.leika, asked.own, report);
    for (const auto& each : routes) {
        show_route(io, each, connection.environment());
    }
    std::optional<fitconnect::Destination> destination;
    if (routes.size() == 1) {
        destination = fitconnect::fetch_if_permitted(connection.api(),
                                                     routes.front().route.destination, report);
    }
    if (destination) {
        report.take(fitconnect::check_offer(*destination, asked.expectation));
        io.document()["destination"] = fitconnect::to_json(*destination);
    }
    if (routes.size() == 1 && report.accepted()) {
        io.document()["route"] = fitconnect::to_json(routes.front());
    } else {
        auto& documents = io.document()["routes"] = json::Value::array();
        for (const auto& each : routes) {
            documents.push_back(fitconnect::to_json(each));
        }
    }
    io.add(std::move(report));
    return io.verdict();
}

} // namespace anb::cli_destination
