// SPDX-License-Identifier: EUPL-1.2
#include "cli_destination/view.hpp"

#include "base/text.hpp"
#include "cli/points.hpp"

#include <fmt/format.h>

#include <tuple>
#include <utility>

namespace anb::cli_destination {

namespace {

using base::PointState;

constexpr std::size_t k_width = 100;

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

/// What stands behind the state of a point.
std::string remark(const cli::Io& io, const base::Report& report, std::string_view point)
{
    const auto* finding = base::gravest_at(report, point);
    if (finding == nullptr) {
        return point == "metadata_versions" ? io.say("≥ 1.5.0 vorhanden", "≥ 1.5.0 is there")
                                            : std::string();
    }
    if (finding->code == "ANB-F201") {
        return finding->found == "created" ? io.say("noch nicht aktiv", "not active yet")
                                           : io.say("nicht aktiv", "not active");
    }
    if (finding->code == "ANB-F220") {
        return io.say("gültig ist ", "valid is ") +
               base::printable(finding->expected.substr(finding->expected.rfind('_') + 1), k_width);
    }
    return finding->expected.empty()
               ? std::string()
               : io.say("verlangt: ", "demanded: ") + base::printable(finding->expected, k_width);
}

/// "RSA 4096, …, kid 2e0f…93e = test/signatur…": the key, and the file that holds the same one.
std::pair<std::string, std::string> key_and_file(const std::string& value)
{
    const auto equals = value.rfind(" = ");
    return equals == std::string::npos
               ? std::pair(value, std::string())
               : std::pair(value.substr(0, equals), value.substr(equals + 1));
}

void add_row(const cli::Io& io, cli::Table& table, const base::Report& report,
             std::string_view point, bool judged)
{
    auto value = value_of(report, point);
    auto behind = judged ? remark(io, report, point) : std::string();
    if (judged && behind.empty() && point.ends_with("_key")) {
        std::tie(value, behind) = key_and_file(value);
    }
    std::vector<std::string> row = {label(io, point), base::printable(value, k_width)};
    if (judged) {
        row.push_back(cli::state_word(io, base::state_of(report, point)));
        row.push_back(base::printable(behind));
    }
    while (row.back().empty()) {
        row.pop_back();
    }
    table.rows.push_back(std::move(row));
}

void show_points(cli::Io& io, const fitconnect::Destination& destination,
                 const base::Report& report, bool judged)
{
    cli::Table table;
    if (!destination.name.empty()) {
        table.rows.push_back({label(io, "name"), base::printable(destination.name, k_width)});
    }
    for (const auto point : fitconnect::k_points) {
        add_row(io, table, report, point, judged);
    }
    for (const std::string_view point : {"reply_channels", "addressing"}) {
        if (base::find_fact(report, point) != nullptr) {
            add_row(io, table, report, point, judged);
        }
    }
    io.table(table);
}

void show_briefly(cli::Io& io, const Member& member, const base::Report& report)
{
    const auto* days = base::find_fact(report, "days_left");
    io.line(fmt::format(
        "{}: {}{}", member.label, cli::verdict_word(io, report),
        days == nullptr ? "" : io.say(", noch ", ", ") + *days + io.say(" Tage", " days left")));
}

/// "publicServices/0/submissionSchemas/0/schemaUri" → "submissionSchemas"
std::string shown_member(const std::string& member)
{
    constexpr std::string_view k_schemas = "submissionSchemas";
    return member.ends_with("/schemaUri") ? std::string(k_schemas) : member;
}

} // namespace

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

std::vector<base::Fact> names_of(const Member& member)
{
    return cli::names(
        fmt::format("Zustellpunkt {} {}", in_capitals(member.environment), member.label),
        member.target.id.str(), fmt::format("fitconnect_{}_{}", member.environment, member.label),
        member.environment);
}

void show_destination(cli::Io& io, const Member& member, const fitconnect::Destination& destination,
                      base::Report report, bool judged, bool several)
{
    const auto& environment = member.connection->environment();
    if (judged && several) {
        show_briefly(io, member, report);
    } else {
        const auto heading = title(io, destination, environment);
        io.line(judged ? heading + " – " + summary(io, report) : heading);
        io.line();
        show_points(io, destination, report, judged);
    }
    if (!judged) {
        report.findings.clear();
        report.unchecked.clear();
    } else {
        const auto result = report.worst() == base::Severity::note ? "ok"
                            : report.accepted()                    ? "warning"
                                                                   : "failed";
        report.facts.insert(report.facts.begin(), {"result", result});
        const auto names = names_of(member);
        report.facts.insert(report.facts.end(), names.begin(), names.end());
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

json::Value show_changes(cli::Io& io, const std::vector<fitconnect::Change>& changes)
{
    cli::Table table;
    auto array = json::Value::array();
    std::string last;
    for (const auto& change : changes) {
        const auto member = shown_member(change.member);
        auto shown = member == last ? std::string() : member;
        last = member;
        if (!change.before.empty()) {
            table.rows.push_back({shown, "- " + base::printable(change.before)});
            shown.clear();
        }
        if (!change.after.empty()) {
            table.rows.push_back({shown, "+ " + base::printable(change.after)});
        }
        array.push_back(
            {{"member", change.member}, {"before", change.before}, {"after", change.after}});
    }
    io.table(table);
    return array;
}

bool announce(cli::Io& io, const std::vector<fitconnect::Change>& changes)
{
    io.document()["changes"] = show_changes(io, changes);
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
