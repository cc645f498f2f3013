// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli_certificates/files.hpp"
#include "config/watch.hpp"
#include "messages/message.hpp"

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

std::string_view metric_kind(Watched::Kind kind)
{
    return kind == Watched::Kind::destination ? "ziel" : kind_key(kind);
}

std::vector<base::Fact> names(const Watched& watched, const cli::Io& io)
{
    std::vector<base::Fact> facts{
        {"label", watched.label},
        {"location", location(watched, io)},
        {"metric", fmt::format("{}_{}", metric_kind(watched.kind), watched.name)}};
    if (!watched.env.empty()) {
        facts.push_back({"environment", watched.env});
    }
    return facts;
}

Row to_row(const Watched& watched, const inventory::Judged& judged, base::UtcTime at,
           const cli::Io& io)
{
    Row row;
    std::string date = "?", days;
    if (!judged.path.certificates.empty()) {
        if (const auto ends = pki::expiry(judged.path).at) {
            row.days = base::days_between(at, *ends);
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

std::string subject_of(const Watched& watched)
{
    return watched.kind == Watched::Kind::file
               ? "file:" + watched.path
               : fmt::format("{}:{}", kind_key(watched.kind),
                             watched.id.empty() ? watched.service : watched.id);
}

void report_failure(const Watched& watched, const base::Error& error, std::vector<Row>& rows,
                    cli::Io& io)
{
    rows.push_back({std::numeric_limits<std::int64_t>::min(),
                    {"?", "", base::printable(watched.label), location(watched, io),
                     io.say("UNBEKANNT", "UNKNOWN")}});
    io.add_failure(subject_of(watched), error, names(watched, io));
}

void report_unchecked(const Watched& watched, std::vector<Row>& rows, cli::Io& io)
{
    base::Report report;
    report.subject = subject_of(watched);
    report.facts = names(watched, io);
    base::Finding finding;
    finding.severity = base::Severity::warning;
    finding.code = "ANB-C413";
    finding.where = watched.source;
    finding.element = "inventory";
    finding.values = {{"label", watched.label}, {"place", location(watched, io)}};
    report.findings.push_back(std::move(finding));
    report.unchecked.push_back({"registered_certificate", "offline"});
    rows.push_back({std::numeric_limits<std::int64_t>::max(),
                    {"?", "", base::printable(watched.label), location(watched, io),
                     io.say("nicht geprüft", "not checked")}});
    io.add(std::move(report));
}

/// What is asked of the certificates of one entry, each of which becomes a row.
Question question_of(const Watched& watched, const Question& asked, std::vector<Row>& rows,
                     cli::Io& io)
{
    auto question = asked;
    question.brief = true;
    question.names = names(watched, io);
    if (!watched.env.empty()) {
        question.options.environment = to_environment(watched.env);
    }
    question.seen = [&, options = question.options](const inventory::Judged& judged) {
        rows.push_back(to_row(watched, judged, options.at, io));
    };
    return question;
}

void check_file(const Watched& watched, const Options& given, const pki::Issuers& trust,
                const Question& asked, std::vector<Row>& rows, cli::Io& io)
{
    auto question = question_of(watched, asked, rows, io);
    auto options = given;
    options.files = {watched.path};
    if (!watched.password_file.empty()) {
        options.password.file = watched.password_file;
    }
    if (const auto use = pki::to_use(watched.use)) {
        question.options.use = *use;
    }
    check_files(base::expand(options.files, options.recursive), options, trust, question, io);
}

/// Allowed for the keys of a Zustellpunkt in the test environment (certificates.md §3), whatever
/// the anchors are.
bool is_self_made(const inventory::Contents& contents)
{
    return std::ranges::all_of(contents.items, [](const inventory::Item& item) {
        return item.kind != inventory::Kind::certificate ||
               (item.facts != nullptr && item.facts->self_issued());
    });
}

void check_registered(const Watched& watched, const pki::Issuers& trust, const Question& asked,
                      const AskRegistry& registry, std::vector<Row>& rows, cli::Io& io)
{
    const pki::Issuers none;
    for (const auto& registered : registry(watched)) {
        auto subject = subject_of(watched);
        auto named = watched;
        named.env = registered.environment;
        if (!registered.point.empty()) {
            subject += "#" + registered.point;
            named.name += "_" + registered.point;
            named.label += ", " + messages::word(registered.point, io.common().language);
        }
        auto question = question_of(named, asked, rows, io);
        question.options.use = registered.use;
        inventory::Opening opening;
        opening.at = question.options.at;
        const auto contents = inventory::open(registered.bytes, subject, opening);
        const bool free = registered.use == pki::Use::fitconnect_enc &&
                          question.options.environment == pki::Environment::test &&
                          is_self_made(contents);
        for (auto& judged :
             inventory::check(contents, subject, free ? none : trust, question.options)) {
            judged.report.subject = subject;
            show(judged, question, io);
        }
    }
}

} // namespace

cli::Exit check_inventory(const Options& options, const pki::Issuers& trust, const Question& asked,
                          const AskRegistry& registry, cli::Io& io)
{
    const auto entries = config::load_watched(options.inventory);
    if (entries.empty()) {
        throw base::Error(base::ErrorKind::input, "ANB-C415", {{"file", options.inventory}});
    }
    std::vector<Row> rows;
    for (const auto& watched : entries) {
        if (io.cancelled()) {
            break;
        }
        const bool file = watched.kind == Watched::Kind::file;
        if (!file && io.common().offline) {
            report_unchecked(watched, rows, io);
            continue;
        }
        try {
            file ? check_file(watched, options, trust, asked, rows, io)
                 : check_registered(watched, trust, asked, registry, rows, io);
        } catch (const base::Error& error) {
            report_failure(watched, error, rows, io);
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
