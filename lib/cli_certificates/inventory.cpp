// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "cli_certificates/files.hpp"
#include "config/watch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace anb::cli_certificates {

namespace {

using config::Watched;

struct Row {
    std::int64_t days = std::numeric_limits<std::int64_t>::max();
    std::vector<std::string> cells;
};

std::string location(const Watched& watched, const cli::Io& io)
{
    switch (watched.kind) {
    case Watched::Kind::file:
        return io.say("Datei", "file");
    case Watched::Kind::dvdv:
        return fmt::format("{}DVDV {}", watched.env == "test" ? "Test-" : "", watched.service);
    case Watched::Kind::destination:
        return io.say("Zustellpunkt ", "destination ") + watched.id;
    }
    return {};
}

std::string_view kind_key(Watched::Kind kind)
{
    return kind == Watched::Kind::file   ? "datei"
           : kind == Watched::Kind::dvdv ? "dvdv"
                                         : "zustellpunkt";
}

std::vector<base::Fact> names(const Watched& watched, const cli::Io& io)
{
    std::vector<base::Fact> facts{
        {"label", watched.label},
        {"location", location(watched, io)},
        {"metric", fmt::format("{}_{}", kind_key(watched.kind), watched.name)}};
    if (!watched.env.empty()) {
        facts.push_back({"environment", watched.env});
    }
    return facts;
}

Row to_row(const Watched& watched, const inventory::Judged& judged, const Question& question,
           const cli::Io& io)
{
    Row row;
    std::string date = "?", days;
    if (!judged.path.certificates.empty()) {
        if (const auto ends = pki::expiry(judged.path).at) {
            row.days = base::days_between(question.options.at, *ends);
            date = base::format_date(*ends);
            days = std::to_string(row.days);
        }
    }
    const auto worst = judged.report.worst();
    const auto state = worst == base::Severity::error     ? io.say("KRITISCH", "CRITICAL")
                       : worst == base::Severity::warning ? io.say("WARNUNG", "WARNING")
                                                          : "ok";
    const auto right = [](std::string text) {
        return std::string(text.size() < 6 ? 6 - text.size() : 0, ' ') + text;
    };
    row.cells = {date, right(days), base::printable(watched.label), location(watched, io), state};
    return row;
}

/// Until the rooms that ask the DVDV and the Zustellpunkt for certificates are there.
void report_unchecked(const Watched& watched, std::vector<Row>& rows, cli::Io& io)
{
    base::Report report;
    report.subject = fmt::format("{}:{}", kind_key(watched.kind),
                                 watched.id.empty() ? watched.service : watched.id);
    report.facts = names(watched, io);
    base::Finding finding;
    finding.severity = base::Severity::warning;
    finding.code = "ANB-C413";
    finding.where = watched.source;
    finding.element = "inventory";
    finding.values = {{"label", watched.label}, {"place", location(watched, io)}};
    report.findings.push_back(std::move(finding));
    report.unchecked.push_back({"registered_certificate", "not_checked"});
    rows.push_back({std::numeric_limits<std::int64_t>::max(),
                    {"?", "", base::printable(watched.label), location(watched, io),
                     io.say("nicht geprüft", "not checked")}});
    io.add(std::move(report));
}

void check_entry(const Watched& watched, const Options& given, const pki::Issuers& trust,
                 const Question& asked, std::vector<Row>& rows, cli::Io& io)
{
    auto options = given;
    options.files = {watched.path};
    if (!watched.password_file.empty()) {
        options.password.file = watched.password_file;
    }
    auto question = asked;
    question.brief = true;
    question.names = names(watched, io);
    if (!watched.env.empty()) {
        question.options.environment = to_environment(watched.env);
    }
    if (const auto use = pki::to_use(watched.use)) {
        question.options.use = *use;
    }
    question.seen = [&](const inventory::Judged& judged) {
        rows.push_back(to_row(watched, judged, question, io));
    };
    try {
        check_files(base::expand(options.files, options.recursive), options, trust, question, io);
    } catch (const base::Error& error) {
        rows.push_back({std::numeric_limits<std::int64_t>::min(),
                        {"?", "", base::printable(watched.label), location(watched, io),
                         io.say("UNBEKANNT", "UNKNOWN")}});
        io.add_failure("file:" + watched.path, error);
    }
}

} // namespace

cli::Exit check_inventory(const Options& options, const pki::Issuers& trust,
                          const Question& question, cli::Io& io)
{
    std::vector<Row> rows;
    for (const auto& watched : config::load_watched(options.inventory)) {
        if (io.cancelled()) {
            break;
        }
        if (watched.kind == Watched::Kind::file) {
            check_entry(watched, options, trust, question, rows, io);
        } else {
            report_unchecked(watched, rows, io);
        }
    }
    std::ranges::stable_sort(rows, {}, &Row::days);
    cli::Table table;
    table.header = {io.say("Ablauf", "Expiry"), io.say("  Tage", "  Days"), io.say("Was", "What"),
                    io.say("Wo", "Where"), io.say("Stand", "State")};
    for (auto& row : rows) {
        table.rows.push_back(std::move(row.cells));
    }
    io.table(table);
    return io.verdict();
}

} // namespace anb::cli_certificates
