// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/sending_view.hpp"

#include "base/text.hpp"
#include "cli_testantrag/fitconnect/view.hpp"
#include "cli_testantrag/osci/view.hpp"

#include <fmt/format.h>

#include <chrono>
#include <thread>

namespace anb::cli_testantrag {

namespace {

constexpr auto k_glance = std::chrono::milliseconds(200);
constexpr std::size_t k_text_width = 30;
constexpr std::size_t k_brief = 8;

json::Value to_json(const testantrag::Sending& sending)
{
    return sending.osci() != nullptr ? cli_testantrag::to_json(*sending.osci())
                                     : cli_testantrag::to_json(*sending.fitconnect());
}

std::string state_of(const testantrag::Sending& sending, const cli::Io& io)
{
    return sending.osci() != nullptr ? cli_testantrag::state_of(*sending.osci(), io)
                                     : cli_testantrag::state_of(*sending.fitconnect(), io);
}

std::string environment_word(const std::string& environment, const cli::Io& io)
{
    return environment == "prod"    ? io.say("PRODUKTION", "PRODUCTION")
           : environment == "stage" ? "STAGE"
                                    : "TEST";
}

} // namespace

std::string padded(const std::string& text, std::size_t width)
{
    const auto found = base::display_width(text);
    return text + std::string(found < width ? width - found : 1, ' ');
}

std::string step_line(int step, int steps, const std::string& text, const std::string& more)
{
    return fmt::format("  [{}/{}] {}{}", step, steps,
                       more.empty() ? text : padded(text, k_text_width), more);
}

std::string clock_text(base::UtcTime at)
{
    return base::format_time(at).substr(11, 8);
}

std::string size_text(std::uint64_t bytes)
{
    constexpr std::uint64_t k_kib = 1024;
    return bytes < k_kib * k_kib ? fmt::format("{} KiB", (bytes + k_kib - 1) / k_kib)
                                 : fmt::format("{} MiB", bytes / k_kib / k_kib);
}

std::string attachments_text(const testantrag::Package& package, const cli::Io& io)
{
    std::string text;
    for (const auto& attachment : package.attachments) {
        text += fmt::format(", {} {} ({})", io.say("Anhang", "attachment"),
                            base::printable(attachment.filename), size_text(attachment.size));
    }
    return text;
}

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

json::Value text_or_null(const std::string& text)
{
    return text.empty() ? json::Value() : json::Value(text);
}

std::string brief(const testantrag::Sending& sending)
{
    return base::printable(sending.brief());
}

void describe(const testantrag::Sending& sending, cli::Io& io)
{
    auto value = to_json(sending);
    for (const auto* member : {"submission_id", "case_id", "message_id"}) {
        if (value.contains(member)) {
            io.document()[member] = value[member];
        }
    }
    io.document()["sending"] = std::move(value);
}

void show_way_on(const testantrag::Sending& sending, cli::Io& io)
{
    const auto id = brief(sending);
    if (!sending.maybe_submitted()) {
        const auto what = io.say("Noch nichts abgesendet; der Empfänger sieht nichts.",
                                 "Nothing submitted yet; the receiver sees nothing.");
        io.status(io.cancelled() ? fmt::format("send-testantrag: {} {}",
                                               io.say("angehalten.", "stopped."), what)
                                 : what);
    }
    const auto& environment = sending.plan().environment;
    io.status(fmt::format("  {}  send-testantrag {}resume {}", io.say("Fortsetzen:", "Go on:"),
                          environment == "test" ? "" : "--env " + environment + " ", id));
    if (!sending.maybe_submitted()) {
        const auto afterwards =
            sending.osci() != nullptr
                ? std::string()
                : fmt::format("   ({})",
                              io.say("der Zustelldienst löscht Unvollständiges nach 1 Tag",
                                     "the delivery service deletes what is incomplete after 1 "
                                     "day"));
        io.status(fmt::format("  {}   send-testantrag discard {}{}",
                              io.say("Verwerfen:", "Discard:"), id, afterwards));
    }
}

cli::Exit accompany(const std::function<testantrag::Sending()>& sending, cli::Io& io,
                    const std::function<cli::Exit()>& work)
{
    describe(sending(), io);
    try {
        return work();
    } catch (const base::Error& error) {
        describe(sending(), io);
        if (error.kind() != base::ErrorKind::trust) {
            show_way_on(sending(), io);
        }
        throw;
    }
}

cli::Exit show_unsent(const testantrag::Sending& sending, cli::Io& io)
{
    describe(sending, io);
    base::Report report;
    report.subject = "sending:" + sending.id();
    report.findings.push_back(finding(base::Severity::warning, "ANB-S309",
                                      {{"id", brief(sending)},
                                       {"env", sending.plan().environment},
                                       {"step", std::string(sending.step())}},
                                      "step"));
    io.add(std::move(report));
    return cli::Exit::attention;
}

void show_unchecked(const std::string& subject, const testantrag::Package& package, cli::Io& io)
{
    base::Report report;
    report.subject = subject;
    report.unchecked = package.unchecked;
    io.add(std::move(report));
}

void show_list(const testantrag::Listing& listing, cli::Io& io)
{
    cli::Table table{.header = {io.say("Kennung", "Id"), io.say("Umgebung", "Environment"),
                                io.say("Stand", "State"), io.say("seit", "since")},
                     .rows = {}};
    auto members = json::Value::array();
    for (const auto& sending : listing.sendings) {
        table.rows.push_back({brief(sending), environment_word(sending.plan().environment, io),
                              state_of(sending, io), base::format_time(sending.standing().since)});
        members.push_back(to_json(sending));
    }
    for (const auto& [folder, error] : listing.damaged) {
        table.rows.push_back({base::printable(folder.filename().string().substr(0, k_brief)),
                              environment_word(folder.parent_path().filename().string(), io),
                              io.say("Verlauf beschädigt", "journal damaged"), "-"});
    }
    io.table(table);
    io.document()["sendings"] = std::move(members);
    show_damaged(listing.damaged, io);
}

void show_damaged(const std::vector<testantrag::Damaged>& damaged, cli::Io& io)
{
    for (const auto& [folder, error] : damaged) {
        base::Report report;
        report.subject = "sending:" + folder.filename().string();
        report.findings.push_back(
            finding(base::Severity::warning, error.code().c_str(), error.values(), "journal"));
        io.add(std::move(report));
    }
}

void pause(base::Seconds duration, const cli::Io& io)
{
    const auto end = std::chrono::steady_clock::now() + duration;
    while (!io.cancelled() && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(k_glance);
    }
}

std::string progress_label(int step, int steps, std::size_t count, const cli::Io& io)
{
    const auto what = count == 1 ? io.say("Anhang 1 von 1", "attachment 1 of 1")
                                 : fmt::format("{} {}", count, io.say("Anhänge", "attachments"));
    return fmt::format("  [{}/{}] {}", step, steps, padded(what, k_text_width - 1));
}

} // namespace anb::cli_testantrag
