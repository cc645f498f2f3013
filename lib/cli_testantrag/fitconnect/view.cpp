// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/fitconnect/view.hpp"

#include "base/text.hpp"
#include "cli_testantrag/sending_view.hpp"
#include "fitconnect/metadata.hpp"

#include <fmt/format.h>

namespace anb::cli_testantrag {

namespace {

constexpr int k_steps = 5;
constexpr std::size_t k_issuer_width = 39; ///< of who says so, in front of the time

std::string waiting_time(base::Seconds time, const cli::Io& io)
{
    constexpr int k_minute = 60, k_hour = 3600;
    if (time.count() < k_minute) {
        return io.say("noch nicht abgeholt", "not fetched yet");
    }
    const auto amount = time.count() < 2 * k_hour ? fmt::format("{} min", time.count() / k_minute)
                                                  : fmt::format("{} h", time.count() / k_hour);
    return fmt::format("{} {} {}", io.say("seit", "for"), amount,
                       io.say("nicht abgeholt", "not fetched"));
}

/// One line of the journey (user-journeys A6).
std::string line_of(const testantrag::Done& done, const cli::Io& io)
{
    using enum testantrag::Done::What;
    const auto row = [&](int step, std::string_view de, std::string_view en,
                         const std::string& more) {
        return step_line(step, k_steps, io.say(de, en), more);
    };
    const auto signature = [&](std::string_view de, std::string_view en) {
        const auto issuer = done.issuer == fitconnect::EventIssuer::destination
                                ? io.say(de, en)
                                : io.say("Zustelldienst", "delivery service");
        return padded(
                   fmt::format("{}, {}", issuer, io.say("Signatur geprüft", "signature verified")),
                   k_issuer_width) +
               clock_text(done.at);
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
        return io.say("  Ereignisprotokoll gelesen: Einreichung wurde abgesendet (Signatur "
                      "geprüft). Nichts wiederholt.",
                      "  Event log read: the submission was submitted (signature verified). "
                      "Nothing repeated.");
    case confirmed:
        return row(4, "Eingang bestätigt", "receipt confirmed", signature("Empfänger", "receiver"));
    case accepted:
        return row(5, "Angenommen", "accepted", signature("Empfänger", "receiver"));
    case rejected:
        return row(5, "Zurückgewiesen", "rejected", signature("Empfänger", "receiver"));
    case deleted:
        return row(5, "Gelöscht", "deleted", signature("Empfänger", "receiver"));
    case waiting:
        return row(5, "wartet", "waiting", waiting_time(base::now() - done.at, io));
    }
    base::fail_internal("step of a sending");
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

} // namespace

json::Value to_json(const testantrag::Entry& entry)
{
    const auto& standing = entry.standing;
    return {{"id", entry.plan.local_id},
            {"via", "fitconnect"},
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

testantrag::Watch watch(cli::Io& io)
{
    return watch_of<testantrag::Done>(
        io, [&io](const testantrag::Done& done) { return line_of(done, io); }, 2, k_steps);
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

void show_checked(const testantrag::Order& order, const testantrag::Target& target, cli::Io& io)
{
    auto text =
        io.say("Geprüft: Zustellpunkt aktiv, Schlüssel ", "Checked: destination active, key ");
    text += target.key.x5c.empty()
                ? io.say("passt", "fits")
                : fmt::format("{} {}", io.say("gültig bis", "valid until"),
                              base::format_date(target.key.x5c.front().not_after()));
    text += io.say(", Schema angeboten", ", schema offered");
    text += attachments_text(order, io);
    io.status(text);
}

} // namespace anb::cli_testantrag
