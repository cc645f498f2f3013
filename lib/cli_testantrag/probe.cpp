// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/probe.hpp"

#include "base/text.hpp"
#include "cli/points.hpp"
#include "cli_testantrag/osci/session.hpp"
#include "cli_testantrag/sending_parts.hpp"
#include "cli_testantrag/sending_view.hpp"

#include <algorithm>

namespace anb::cli_testantrag {

namespace {

constexpr std::size_t k_width = 100;
constexpr std::string_view k_points[] = {"service",
                                         "intermediary",
                                         "intermediary_certificate",
                                         "intermediary_signature",
                                         "recipient_certificate",
                                         "content_certificate",
                                         "own_certificate",
                                         "own_signature",
                                         "dialog",
                                         "answer_signature"};

std::string value_of(const base::Report& report, std::string_view name)
{
    const auto* value = base::find_fact(report, name);
    return value == nullptr ? std::string() : *value;
}

bool is_known(const base::Report& report, std::string_view point)
{
    const auto concerns = [&](const auto& each) { return each.element == point; };
    return base::find_fact(report, point) != nullptr ||
           std::ranges::any_of(report.findings, concerns) ||
           std::ranges::any_of(report.unchecked, concerns);
}

std::string shown(const base::Report& report, std::string_view point, const cli::Io& io)
{
    const auto value = value_of(report, point);
    const auto end = value_of(report, std::string(point) + "_not_after");
    if (end.empty()) {
        return value.empty() ? "-" : base::printable(value, k_width);
    }
    return "SHA-1 " + value.substr(0, 16) + "…, " + io.say("gültig bis ", "valid until ") +
           end.substr(0, 10);
}

void show(const base::Report& report, cli::Io& io)
{
    cli::Table table;
    for (const auto point : k_points) {
        if (!is_known(report, point)) {
            continue;
        }
        const auto state = base::state_of(report, point);
        table.rows.push_back({messages::word(point, io.common().language), shown(report, point, io),
                              cli::state_word(io, state)});
    }
    io.table(table);
}

/// The dialog, and what its answers say.
void talk(osci::Client& client, base::Report& report)
{
    std::optional<osci::Answer> opened;
    auto dialog = client.open_dialog(&opened);
    const auto closed = dialog.exit();
    closed.require_done();
    report.facts.push_back({"dialog", opened->code() + ", " + closed.code()});
    const auto& signature = opened->incoming.signature;
    if (!signature || !closed.is_signed()) {
        report.findings.push_back(finding(base::Severity::warning, "ANB-O625",
                                          {{"order", "InitDialog"}}, "answer_signature"));
        return;
    }
    const auto& certificate = signature->certificate;
    report.facts.push_back(
        {"answer_signature", base::to_hex(certificate.fingerprint(crypto::DigestAlgorithm::sha1))});
    if (!client.intermediary().signature) {
        report.unchecked.push_back({"answer_signature", "no_profile"});
    }
}

} // namespace

cli::Exit probe(const SendingOptions& options, cli::Io& io)
{
    if (options.via != "osci") {
        throw base::Error(base::ErrorKind::usage, "ANB-O640");
    }
    OsciSession session(
        cli_net::open_line(options.network, io, cli_net::Purpose::reading, k_send_name), io,
        options.password);
    auto route = cli_net::find_osci_route(session.line(),
                                          {.organization = options.to,
                                           .service = options.service,
                                           .to_cert = options.to_cert,
                                           .intermediary = options.intermediary},
                                          io);
    auto report = std::move(route.report);
    auto own = session.check_own();
    report.facts.insert(report.facts.end(), own.facts.begin(), own.facts.end());
    report.take(std::move(own));
    report.unchecked.push_back({"delivery", "not_requested"});
    const auto finish = [&] {
        show(report, io);
        io.add(std::move(report));
    };
    if (!report.accepted()) {
        report.unchecked.push_back({"dialog", "not_probed"});
        finish();
        return io.verdict();
    }
    try {
        talk(session.connect(*route.intermediary), report);
    } catch (...) {
        report.unchecked.push_back({"dialog", "not_probed"});
        finish();
        throw;
    }
    finish();
    return io.verdict();
}

} // namespace anb::cli_testantrag
