// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/osci/postbox_view.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::cli_testantrag {

namespace {

constexpr std::size_t k_subject_width = 40, k_name_width = 60, k_id_width = 80;

/// Subject of the first certificate that the Intermediär inspected and that is not ours.
std::string sender_of(const osci::ProcessCard& card, const std::vector<pki::Certificate>& own)
{
    const auto is_foreign = [&](const osci::Inspection& inspection) {
        return std::ranges::none_of(own, [&](const pki::Certificate& certificate) {
            return certificate.subject() == inspection.subject;
        });
    };
    const auto found = std::ranges::find_if(card.inspections, is_foreign);
    return found == card.inspections.end() ? "" : found->subject;
}

std::string time_of(const std::optional<osci::Stamp>& stamp)
{
    return stamp && stamp->plain ? base::format_time(stamp->at) : "";
}

std::string or_dash(const std::string& text)
{
    return text.empty() ? "-" : text;
}

std::string state_of(const testantrag::OsciFetched& fetched, const cli::Io& io)
{
    if (fetched.folder.empty()) {
        return io.say("nicht gespeichert, verschlüsselt in Quarantäne",
                      "not stored, encrypted in quarantine");
    }
    return fetched.stored_before
               ? io.say("war schon abgeholt, unverändert", "was fetched before, unchanged")
               : io.say("abgeholt, entschlüsselt; Signaturen und Prüfsummen geprüft",
                        "fetched, decrypted; signatures and checksums verified");
}

} // namespace

void show_postbox(const std::vector<osci::ProcessCard>& cards,
                  const std::vector<pki::Certificate>& own, cli::Io& io)
{
    cli::Table table{.header = {io.say("Nachricht", "Message"), io.say("Betreff", "Subject"),
                                io.say("Abgelegt", "Stored"), io.say("Absender", "Sender")},
                     .rows = {}};
    auto messages = json::Value::array();
    for (const auto& card : cards) {
        const auto sender = sender_of(card, own);
        const auto stored = time_of(card.creation);
        table.rows.push_back({base::printable(card.message_id, k_id_width),
                              or_dash(base::printable(card.subject, k_subject_width)),
                              or_dash(stored), or_dash(base::printable(sender, k_name_width))});
        json::Value value = {{"message_id", card.message_id}, {"subject", card.subject}};
        if (!stored.empty()) {
            value["created_at"] = stored;
        }
        value["sender"] = sender;
        messages.push_back(std::move(value));
    }
    if (cards.empty()) {
        io.line(io.say("Nichts abholbereit.", "Nothing waits."));
    } else {
        io.table(table);
    }
    io.document()["messages"] = std::move(messages);
}

json::Value to_json(const testantrag::OsciFetched& fetched)
{
    const auto& manifest = fetched.manifest;
    json::Value value = {{"via", "osci"},
                         {"message_id", manifest.message_id},
                         {"subject", manifest.subject},
                         {"sender", manifest.sender},
                         {"folder", fetched.folder.string()},
                         {"quarantine", fetched.quarantine.string()},
                         {"stored", !fetched.folder.empty()},
                         {"stored_before", fetched.stored_before},
                         {"files", json::Value::array()}};
    if (manifest.created_at) {
        value["created_at"] = base::format_time(*manifest.created_at);
    }
    if (!fetched.folder.empty()) {
        for (const auto& file : manifest.files) {
            value["files"].push_back({{"name", file.name}, {"size", file.size}});
        }
    }
    return value;
}

void show_fetched(const testantrag::OsciFetched& fetched, cli::Io& io)
{
    const auto line = fmt::format("{} {}: {}", io.say("Nachricht", "Message"),
                                  or_dash(base::printable(fetched.manifest.message_id, k_id_width)),
                                  state_of(fetched, io));
    if (fetched.folder.empty()) {
        io.status(line);
    } else {
        io.line(line);
        io.line(fmt::format("  {}", base::printable(fetched.folder.string())));
        for (const auto& file : fetched.manifest.files) {
            io.line(fmt::format("    {}  {} {}", base::printable(file.name), file.size,
                                io.say("Byte", "bytes")));
        }
    }
    io.add(fetched.report);
}

cli::Exit exit_of(const testantrag::OsciFetched& fetched)
{
    const auto& report = fetched.report;
    if (testantrag::is_untrusted(report)) {
        return cli::Exit::not_trusted;
    }
    if (!report.accepted() || fetched.folder.empty()) {
        return cli::Exit::failed;
    }
    const auto is_open = [](const base::Finding& finding) { return finding.code == "ANB-O708"; };
    return std::ranges::any_of(report.findings, is_open) ? cli::Exit::attention : cli::Exit::ok;
}

} // namespace anb::cli_testantrag
