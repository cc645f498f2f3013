// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/sending_view.hpp"

#include "base/text.hpp"
#include "fitconnect/metadata.hpp"

#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <thread>

namespace anb::cli_testantrag {

namespace {

constexpr auto k_glance = std::chrono::milliseconds(200);

base::Finding finding(base::Severity severity, const char* code, base::Values values,
                      const char* element)
{
    return {.severity = severity,
            .code = code,
            .values = std::move(values),
            .where = {},
            .element = element,
            .found = {},
            .expected = {},
            .rule = {}};
}

std::string clock(base::UtcTime at)
{
    return base::format_time(at).substr(11, 8);
}

std::string size_text(std::uint64_t bytes)
{
    constexpr std::uint64_t k_kib = 1024;
    return bytes < k_kib * k_kib ? fmt::format("{} KiB", (bytes + k_kib - 1) / k_kib)
                                 : fmt::format("{} MiB", bytes / k_kib / k_kib);
}

/// One line of the journey (user-journeys A6).
std::string line_of(const testantrag::Done& done, const cli::Io& io)
{
    using enum testantrag::Done::What;
    const auto row = [&](int step, std::string_view de, std::string_view en,
                         const std::string& more) {
        const auto text = io.say(de, en);
        const auto width = base::display_width(text);
        return fmt::format("  [{}/5] {}{}{}", step, text,
                           std::string(width < 30 ? 30 - width : 1, ' '), more);
    };
    const auto signature = [&](std::string_view de, std::string_view en) {
        const auto issuer = done.issuer == fitconnect::EventIssuer::destination
                                ? io.say(de, en)
                                : io.say("Zustelldienst", "delivery service");
        return fmt::format("{}, {}   {}", issuer, io.say("Signatur geprüft", "signature verified"),
                           clock(done.at));
    };
    switch (done.what) {
    case created:
        return row(
            1, "Einreichung angelegt", "submission created",
            fmt::format("submission {}  case {}", done.submission.str(), done.case_id.str()));
    case attachment:
        return row(2, fmt::format("Anhang {} von {} übertragen", done.number, done.count),
                   fmt::format("attachment {} of {} uploaded", done.number, done.count),
                   size_text(done.size));
    case submitted:
        return row(3, "Fachdaten und Metadaten übertragen, abgesendet",
                   "data and metadata uploaded, submitted", {});
    case unconfirmed_before:
        return row(3, "war schon abgesendet (Signatur geprüft), nichts wiederholt",
                   "was submitted already (signature verified), nothing repeated", {});
    case confirmed:
        return row(4, "Eingang bestätigt", "receipt confirmed", signature("Empfänger", "receiver"));
    case accepted:
        return row(5, "Angenommen", "accepted", signature("Empfänger", "receiver"));
    case rejected:
        return row(5, "Zurückgewiesen", "rejected", signature("Empfänger", "receiver"));
    case deleted:
        return row(5, "Gelöscht", "deleted", signature("Empfänger", "receiver"));
    case waiting:
        return row(5, "wartet", "waiting", io.say("noch nicht abgeholt", "not fetched yet"));
    }
    base::fail_internal("step of a sending");
}

json::Value text_or_null(const std::string& text)
{
    return text.empty() ? json::Value() : json::Value(text);
}

std::string_view word(testantrag::Ending ending)
{
    switch (ending) {
    case testantrag::Ending::waiting:
        return "waiting";
    case testantrag::Ending::accepted:
        return "accepted";
    case testantrag::Ending::rejected:
        return "rejected";
    case testantrag::Ending::deleted:
        return "deleted";
    case testantrag::Ending::untrusted:
        return "untrusted";
    }
    base::fail_internal("ending of a sending");
}

json::Value to_json(const testantrag::Entry& entry)
{
    const auto& standing = entry.standing;
    return {{"id", entry.plan.local_id},
            {"environment", entry.plan.environment},
            {"submission_id", text_or_null(standing.submission.str())},
            {"case_id", text_or_null(standing.case_id.str())},
            {"destination_id", entry.plan.destination.str()},
            {"service", entry.plan.service.identifier},
            {"schema_uri", entry.plan.schema.schema_uri},
            {"metadata_version", entry.plan.metadata_version},
            {"attachments", entry.plan.attachments.size()},
            {"step", testantrag::name(standing.step)},
            {"outcome", text_or_null(standing.outcome)},
            {"since", base::format_time(standing.since)},
            {"possible_orphans", standing.orphans},
            {"final_test", entry.plan.final_test}};
}

std::string state_of(const testantrag::Entry& entry, const cli::Io& io)
{
    using testantrag::Step;
    const auto& standing = entry.standing;
    if (standing.step == Step::submitting) {
        return io.say("unklar: Absenden unbestätigt", "unclear: submitting not confirmed");
    }
    if (standing.outcome == "accepted") {
        return io.say("angenommen", "accepted");
    }
    if (standing.outcome == "rejected") {
        return io.say("zurückgewiesen", "rejected");
    }
    if (standing.outcome == "deleted") {
        return io.say("gelöscht", "deleted");
    }
    if (standing.step == Step::submitted) {
        return io.say("abgesendet", "submitted");
    }
    return standing.step == Step::discarded ? io.say("verworfen", "discarded")
                                            : io.say("nicht abgesendet", "not submitted");
}

} // namespace

void describe(const testantrag::Entry& entry, cli::Io& io)
{
    auto sending = to_json(entry);
    io.document()["submission_id"] = sending["submission_id"];
    io.document()["case_id"] = sending["case_id"];
    io.document()["sending"] = std::move(sending);
}

testantrag::Watch watch(cli::Io& io)
{
    const auto bar = std::make_shared<std::unique_ptr<cli::Progress>>();
    return {
        .done =
            [&io, bar](const testantrag::Done& done) {
                bar->reset();
                io.status(line_of(done, io));
                io.event({{"event", "step"}, {"text", line_of(done, io)}});
            },
        .progress =
            [&io, bar](std::size_t count, std::uint64_t sent, std::uint64_t total) {
                if (!*bar) {
                    *bar = io.progress(
                        "  [2/5] " + (count == 1 ? io.say("Anhang 1 von 1", "attachment 1 of 1")
                                                 : fmt::format("{} {}", count,
                                                               io.say("Anhänge", "attachments"))));
                }
                (*bar)->update(sent, total);
            },
        .cancelled = [&io] { return io.cancelled(); },
        .pause =
            [&io](base::Seconds duration) {
                const auto end = std::chrono::steady_clock::now() + duration;
                while (!io.cancelled() && std::chrono::steady_clock::now() < end) {
                    std::this_thread::sleep_for(k_glance);
                }
            },
    };
}

cli::Exit exit_of(const testantrag::Outcome& outcome)
{
    switch (outcome.ending) {
    case testantrag::Ending::accepted:
        return cli::Exit::ok;
    case testantrag::Ending::waiting:
        return cli::Exit::attention;
    case testantrag::Ending::rejected:
    case testantrag::Ending::deleted:
        return cli::Exit::failed;
    case testantrag::Ending::untrusted:
        return cli::Exit::not_trusted;
    }
    base::fail_internal("ending of a sending");
}

void show_outcome(const testantrag::Journal& journal, const testantrag::Outcome& outcome,
                  cli::Io& io)
{
    describe(journal.entry(), io);
    io.document()["state"] = word(outcome.ending);
    io.document()["problems"] = json::Value::array();
    for (const auto& problem : outcome.problems) {
        io.document()["problems"].push_back(fitconnect::to_json(problem));
    }
    io.document()["tags_match"] = outcome.tags_match;
    if (outcome.tags_match) {
        io.status("        " +
                  io.say("Prüfsummen (authentication tags) stimmen mit dem Gesendeten überein.",
                         "Authentication tags are those of what was sent."));
    }
    if (outcome.ending == testantrag::Ending::accepted) {
        const auto seconds = (outcome.decided_at - outcome.submitted_at).count();
        io.line(fmt::format(
            "{} {}: {} {} min {} s.", io.say("Vorgang", "Case"), journal.standing().case_id.str(),
            io.say("angenommen nach", "accepted after"), seconds / 60, seconds % 60));
    }
    auto report = outcome.report;
    const auto& unchecked = journal.plan().unchecked;
    report.unchecked.insert(report.unchecked.end(), unchecked.begin(), unchecked.end());
    if (!fitconnect::metadata_schema_known(journal.plan().metadata_version)) {
        report.unchecked.push_back({.element = "metadata_schema", .reason = "not_installed"});
    }
    if (journal.standing().orphans > 0) {
        report.findings.push_back(finding(base::Severity::note, "ANB-S311",
                                          {{"count", std::to_string(journal.standing().orphans)}},
                                          "orphans"));
    }
    io.add(std::move(report));
}

void show_way_on(const testantrag::Journal& journal, cli::Io& io)
{
    const auto id = journal.entry().id().substr(0, 8);
    if (!journal.standing().maybe_submitted()) {
        io.status(io.say("Noch nichts abgesendet; der Empfänger sieht nichts.",
                         "Nothing submitted yet; the receiver sees nothing."));
    }
    io.status(fmt::format("  {}  send-testantrag resume {}", io.say("Fortsetzen:", "Go on:"), id));
    if (!journal.standing().maybe_submitted()) {
        io.status(
            fmt::format("  {}   send-testantrag discard {}", io.say("Verwerfen:", "Discard:"), id));
    }
}

void show_checked(const testantrag::Order& order, const testantrag::Target& target, cli::Io& io)
{
    auto text = io.say("Geprüft: Zustellpunkt aktiv, Schlüssel passt",
                       "Checked: destination active, key fits");
    if (!target.key.x5c.empty()) {
        text += fmt::format(" ({} {})", io.say("gültig bis", "valid until"),
                            base::format_date(target.key.x5c.front().not_after()));
    }
    text += io.say(", Schema angeboten", ", schema offered");
    for (const auto& attachment : order.attachments) {
        text += fmt::format(", {} {} ({})", io.say("Anhang", "attachment"),
                            base::printable(attachment.filename), size_text(attachment.size));
    }
    io.status(text);
}

cli::Exit show_unsent(const testantrag::Entry& entry, cli::Io& io)
{
    describe(entry, io);
    base::Report report;
    report.subject = "sending:" + entry.id();
    report.findings.push_back(
        finding(base::Severity::warning, "ANB-S309",
                {{"id", entry.id().substr(0, 8)},
                 {"step", std::string(testantrag::name(entry.standing.step))}},
                "step"));
    io.add(std::move(report));
    return cli::Exit::attention;
}

void show_list(const std::vector<testantrag::Entry>& entries, cli::Io& io)
{
    cli::Table table{.header = {io.say("Kennung", "Id"), io.say("Umgebung", "Environment"),
                                io.say("Stand", "State"), io.say("seit", "since")},
                     .rows = {}};
    auto sendings = json::Value::array();
    for (const auto& entry : entries) {
        table.rows.push_back({entry.id().substr(0, 8), entry.plan.environment, state_of(entry, io),
                              base::format_time(entry.standing.since)});
        sendings.push_back(to_json(entry));
    }
    io.table(table);
    io.document()["sendings"] = std::move(sendings);
}

} // namespace anb::cli_testantrag
