// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli_destination/view.hpp"
#include "fitconnect/destination_edit.hpp"

#include <fmt/format.h>

#include <array>

namespace anb::cli_destination {

namespace {

constexpr std::size_t k_width = 60;

/// The environments of both sides, as typed: once means twice the same.
std::array<std::string, 2> sides_of(const Call& call, const cli::Io& io)
{
    auto sides = call.sides;
    if (io.common().env_from_command_line) {
        sides.insert(sides.begin(), io.common().env);
    }
    if (sides.size() == 1) {
        sides.push_back(sides.front());
    }
    const auto named = call.service.empty() ? call.ids.size() == 2 : call.ids.empty();
    if (sides.size() != 2 || !named) {
        throw base::Error(base::ErrorKind::usage, "ANB-F277");
    }
    return {sides[0], sides[1]};
}

struct Side {
    std::string environment;
    fitconnect::Destination destination;
};

Side read_side(const Call& call, cli::Io& io, const std::string& environment, std::size_t number)
{
    cli_net::Connection connection(
        cli_net::open_named_session(call.network, io, "fitconnect-destination", environment),
        call.network.api_version, cli_net::Purpose::reading, cli_net::Role::subscriber);
    auto asked = call;
    asked.id = call.ids.empty() ? std::string() : call.ids.at(number);
    const auto id = one_target(asked, connection).id;
    return {environment, fitconnect::fetch_destination(connection.api(), id)};
}

std::string heading(const Side& side)
{
    return fmt::format("{} {}", in_capitals(side.environment), side.destination.id.brief());
}

std::string cell(const std::string& value)
{
    return value.empty() ? "-" : base::printable(value, k_width);
}

} // namespace

cli::Exit diff(const Call& call, cli::Io& io)
{
    const auto sides = sides_of(call, io);
    auto left = read_side(call, io, sides[0], 0);
    auto right = read_side(call, io, sides[1], 1);
    base::Report report;
    report.subject = "destination:" + left.destination.id.str();
    if (!left.destination.contact || !right.destination.contact) {
        left.destination.contact.reset();
        right.destination.contact.reset();
        report.unchecked.push_back({"contact", "not_owner"});
    }
    const auto changes = fitconnect::compare(left.destination, right.destination);
    cli::Table table;
    table.header = {io.say("Angabe", "Member"), heading(left), heading(right)};
    table.rows.push_back({"status", left.destination.status, right.destination.status});
    auto differences = json::Value::array();
    for (const auto& change : changes) {
        table.rows.push_back({change.member, cell(change.before), cell(change.after)});
        differences.push_back(
            {{"member", change.member}, {"left", change.before}, {"right", change.after}});
    }
    io.table(table);
    io.document()["destinations"] = {fitconnect::to_json(left.destination),
                                     fitconnect::to_json(right.destination)};
    io.document()["differences"] = std::move(differences);
    if (changes.empty()) {
        io.line(io.say("Kein Unterschied außer Kennung, Stand und Schlüssel.",
                       "No difference but id, state and key."));
    } else {
        const auto count = std::to_string(changes.size());
        report.findings.push_back(
            {base::Severity::warning, "ANB-F275", {{"n", count}}, {}, "destination", count, "0"});
    }
    io.add(std::move(report));
    return io.verdict();
}

} // namespace anb::cli_destination
