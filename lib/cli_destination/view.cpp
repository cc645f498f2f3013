// SPDX-License-Identifier: EUPL-1.2
#include "cli_destination/view.hpp"

#include "base/text.hpp"
#include "cli/points.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::cli_destination {

namespace {

using base::PointState;

constexpr std::size_t k_width = 100;

std::string in_capitals(const std::string& environment)
{
    return environment == "test"    ? "TEST"
           : environment == "stage" ? "STAGE"
           : environment == "prod"  ? "PRODUKTION"
                                    : environment;
}

std::string label(const cli::Io& io, std::string_view name)
{
    return messages::word(name, io.common().language);
}

const std::string& value_of(const base::Report& report, std::string_view name)
{
    static const std::string k_none = "-";
    const auto* value = base::find_fact(report, name);
    return value == nullptr ? k_none : *value;
}

std::string title(const cli::Io& io, const fitconnect::Destination& destination,
                  const fitconnect::Environment& environment)
{
    return fmt::format("{} {} ({})", io.say("Zustellpunkt", "Destination"), destination.id.str(),
                       in_capitals(environment.name));
}

std::string summary(const cli::Io& io, const base::Report& report)
{
    std::size_t open = 0;
    std::size_t unknown = 0;
    for (const auto point : fitconnect::k_points) {
        const auto state = base::state_of(report, point);
        open += state == PointState::error || state == PointState::warning;
        unknown += state == PointState::unchecked;
    }
    const auto total = std::size(fitconnect::k_points);
    auto text = fmt::format(fmt::runtime(io.say("{} von {} Punkten offen", "{} of {} points open")),
                            open, total);
    if (unknown > 0) {
        text +=
            fmt::format(fmt::runtime(io.say(", {} nicht geprüft", ", {} not checked")), unknown);
    }
    return text;
}

} // namespace

void show_destination(cli::Io& io, const fitconnect::Destination& destination,
                      const fitconnect::Environment& environment, base::Report report, bool judged)
{
    const auto heading = title(io, destination, environment);
    io.line(judged ? heading + " – " + summary(io, report) : heading);
    io.line();
    cli::Table table;
    if (!destination.name.empty()) {
        table.rows.push_back({label(io, "name"), base::printable(destination.name, k_width)});
    }
    for (const auto point : fitconnect::k_points) {
        std::vector<std::string> row = {label(io, point),
                                        base::printable(value_of(report, point), k_width)};
        if (judged) {
            const auto expected = base::expected_at(report, point);
            row.push_back(cli::state_word(io, base::state_of(report, point)));
            if (!expected.empty()) {
                row.push_back(io.say("verlangt: ", "demanded: ") +
                              base::printable(expected, k_width));
            }
        }
        table.rows.push_back(std::move(row));
    }
    io.table(table);
    if (!judged) {
        report.findings.clear();
        report.unchecked.clear();
    }
    io.add(std::move(report));
}

void show_route(cli::Io& io, const fitconnect::VerifiedRoute& route,
                const fitconnect::Environment& environment)
{
    const auto json = fitconnect::to_json(route);
    const auto list = [&](const char* name) {
        return base::printable(base::join(json.at(name).get<std::vector<std::string>>(), ", "),
                               k_width);
    };
    io.line(
        fmt::format(fmt::runtime(io.say("Adressierungsinformationen (Signatur geprüft: {}, PS512)",
                                        "Addressing information (signature verified: {}, PS512)")),
                    fitconnect::host_of(environment.portal_url)));
    io.line();
    io.table({{},
              {{label(io, "destination"), route.route.destination.str()},
               {label(io, "name"), base::printable(route.route.destination_name, k_width)},
               {label(io, "service"), list("services")},
               {label(io, "region"), list("regions")},
               {label(io, "submission_host"),
                base::printable(route.addressing.submission_host, k_width)},
               {label(io, "issued_at"), base::format_time(route.addressing.issued_at)}}});
}

bool announce(cli::Io& io, const json::Value& before, const json::Value& after)
{
    cli::Table table;
    auto changes = json::Value::array();
    for (const auto& change : fitconnect::difference(before, after)) {
        auto member = change.member;
        if (!change.before.empty()) {
            table.rows.push_back({member, "- " + base::printable(change.before)});
            member.clear();
        }
        if (!change.after.empty()) {
            table.rows.push_back({member, "+ " + base::printable(change.after)});
        }
        changes.push_back(
            {{"member", change.member}, {"before", change.before}, {"after", change.after}});
    }
    io.table(table);
    io.document()["changes"] = std::move(changes);
    io.document()["changed"] = !io.common().dry_run;
    if (io.common().dry_run) {
        io.line(io.say("Nichts geändert (--dry-run).", "Nothing changed (--dry-run)."));
    }
    return !io.common().dry_run;
}

void conclude(cli::Io& io, const fitconnect::Destination& destination, std::string_view text,
              bool changed)
{
    io.document()["changed"] = changed;
    io.document()["destination"] = fitconnect::to_json(destination);
    io.line(
        fmt::format("{} {} {}", io.say("Zustellpunkt", "Destination"), destination.id.str(), text));
}

} // namespace anb::cli_destination
