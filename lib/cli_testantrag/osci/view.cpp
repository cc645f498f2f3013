// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/osci/view.hpp"

#include "base/text.hpp"
#include "cli_testantrag/sending_view.hpp"
#include "testantrag/osci/json.hpp"

#include <fmt/format.h>

namespace anb::cli_testantrag {

namespace {

constexpr int k_steps = 4;
constexpr std::size_t k_shown_id = 60;

std::string line_of(const testantrag::OsciDone& done, const cli::Io& io)
{
    using enum testantrag::OsciDone::What;
    const auto row = [&](int step, std::string_view de, std::string_view en,
                         const std::string& more) {
        return step_line(step, k_steps, io.say(de, en), more);
    };
    switch (done.what) {
    case number:
        return row(1, "Nachrichten-ID erhalten", "message id received",
                   base::printable(done.message_id, k_shown_id));
    case delivered:
        return row(2, "Abgelegt beim Intermediär", "stored at the Intermediär",
                   io.say("Rückmeldung ", "feedback ") + done.code);
    case delivered_before:
        return row(2, "Abgelegt beim Intermediär", "stored at the Intermediär",
                   io.say("war schon zugestellt (9801), nichts doppelt",
                          "was delivered already (9801), nothing twice"));
    case card:
        return row(3, "Laufzettel", "process card",
                   fmt::format("{} {}{}", io.say("eingegangen", "received"), clock_text(done.at),
                               done.inspected
                                   ? io.say(", Zertifikate geprüft", ", certificates inspected")
                                   : std::string()));
    case fetched:
        return row(4, "Abgeholt", "fetched",
                   clock_text(done.at) + io.say(" (Laufzettel)", " (process card)"));
    case waiting:
        return row(4, "wartet", "waiting", io.say("noch nicht abgeholt", "not fetched yet"));
    }
    base::fail_internal("step of a sending");
}

std::string_view word(testantrag::OsciEnding ending)
{
    switch (ending) {
    case testantrag::OsciEnding::accepted:
        return "accepted_by_intermediary";
    case testantrag::OsciEnding::waiting:
        return "waiting";
    case testantrag::OsciEnding::fetched:
        return "fetched";
    }
    base::fail_internal("ending of a sending");
}

json::Value time_or_null(const std::optional<base::UtcTime>& time)
{
    return time ? json::Value(base::format_time(*time)) : json::Value();
}

/// "21 min 6 s"
std::string duration_text(base::Seconds duration)
{
    return fmt::format("{} min {} s", duration.count() / 60, duration.count() % 60);
}

} // namespace

json::Value to_json(const testantrag::OsciEntry& entry)
{
    const auto& [plan, standing] = std::tie(entry.plan, entry.standing);
    return {{"id", plan.local_id},
            {"via", "osci"},
            {"environment", plan.environment},
            {"message_id", plan.message_id},
            {"organization", text_or_null(plan.organization)},
            {"service", text_or_null(plan.service)},
            {"intermediary", plan.way.url},
            {"schema_uri", plan.schema_uri},
            {"attachments", plan.attachments.size()},
            {"step", testantrag::name(standing.step)},
            {"outcome", text_or_null(standing.outcome)},
            {"since", base::format_time(standing.since)},
            {"creation", time_or_null(standing.creation)},
            {"reception", time_or_null(standing.reception)},
            {"final_test", plan.final_test}};
}

std::string state_of(const testantrag::OsciEntry& entry, const cli::Io& io)
{
    using testantrag::OsciStep;
    switch (entry.standing.step) {
    case OsciStep::number:
    case OsciStep::prepared:
        return io.say("nicht zugestellt", "not delivered");
    case OsciStep::delivering:
        return io.say("unklar: Zustellen unbestätigt", "unclear: delivery not confirmed");
    case OsciStep::delivered:
    case OsciStep::card:
        return io.say("zugestellt", "delivered");
    case OsciStep::finished:
        return io.say("abgeholt", "fetched");
    case OsciStep::discarded:
        return io.say("verworfen", "discarded");
    case OsciStep::purged:
        break;
    }
    base::fail_internal("step of a sending");
}

testantrag::OsciWatch osci_watch(cli::Io& io)
{
    return watch_of<testantrag::OsciDone>(
        io, [&io](const testantrag::OsciDone& done) { return line_of(done, io); }, 1, k_steps);
}

void show_checked(const testantrag::Package& package, const cli_net::OsciRoute& route, cli::Io& io)
{
    io.status(fmt::format(
        "{} {}{} {}{}",
        io.say("Geprüft: Empfänger-Zertifikat gültig bis",
               "Checked: recipient certificate valid until"),
        base::format_date(route.recipient->not_after()), io.say(", Intermediär", ", Intermediär"),
        base::printable(route.intermediary->url, 120), attachments_text(package, io)));
}

void show_outcome(const testantrag::OsciJournal& journal, const testantrag::OsciOutcome& outcome,
                  cli::Io& io)
{
    const auto& standing = journal.standing();
    describe(journal.entry(), io);
    io.document()["state"] = word(outcome.ending);
    io.document()["feedback"] = json::Value::array();
    for (const auto& remark : standing.remarks) {
        io.document()["feedback"].push_back({{"code", remark.code}, {"text", remark.text}});
    }
    if (outcome.card) {
        io.document()["process_card"] = testantrag::to_json(*outcome.card);
        io.document()["process_card_signed"] = outcome.is_signed;
    }
    if (outcome.ending == testantrag::OsciEnding::fetched) {
        io.line(fmt::format("{} {}: {} {}.", io.say("Vorgang", "Case"), brief(journal.entry()),
                            io.say("zugestellt und abgeholt nach", "delivered and fetched after"),
                            duration_text(*standing.reception - *standing.creation)));
    }
    auto report = outcome.report;
    const auto& unchecked = journal.plan().unchecked;
    report.unchecked.insert(report.unchecked.end(), unchecked.begin(), unchecked.end());
    io.add(std::move(report));
}

cli::Exit exit_of(const testantrag::OsciOutcome& outcome)
{
    return outcome.ending == testantrag::OsciEnding::fetched ? cli::Exit::ok : cli::Exit::attention;
}

} // namespace anb::cli_testantrag
