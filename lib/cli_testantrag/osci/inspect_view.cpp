// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/osci/inspect_view.hpp"

#include "base/text.hpp"
#include "osci/feedback.hpp"

#include <fmt/format.h>

#include <utility>

namespace anb::cli_testantrag {

namespace {

using json::Value;

constexpr std::size_t k_width = 100, k_name_width = 60;
constexpr std::size_t k_date = 10; ///< characters of "2026-11-23"

std::string text(const Value& object, const char* name, std::size_t width = k_width)
{
    const auto found = object.find(name);
    if (found == object.end() || found->is_null()) {
        return {};
    }
    return base::printable(found->is_string() ? found->get<std::string>() : json::dump(*found),
                           width);
}

std::string joined(const Value& list)
{
    std::vector<std::string> parts;
    for (const auto& each : list) {
        parts.push_back(
            base::printable(each.is_string() ? each.get<std::string>() : json::dump(each)));
    }
    return base::join(parts, ", ");
}

bool has(const Value& object, const char* name)
{
    return object.contains(name) && !object[name].is_null() && !object[name].empty();
}

class View {
public:
    View(const Value& document, cli::Io& io) : m_document(document), m_io(io) {}

    void show()
    {
        show_head();
        show_feedback();
        show_certificates();
        show_cards();
        show_containers();
        show_parts();
    }

private:
    void row(std::string name, std::string value)
    {
        if (!value.empty()) {
            m_rows.push_back({std::move(name), std::move(value)});
        }
    }

    void end_table(std::vector<std::string> header = {})
    {
        if (!m_rows.empty()) {
            m_io.table({.header = std::move(header), .rows = std::exchange(m_rows, {})});
        }
    }

    std::string yes_or_no(bool value) const
    {
        return value ? m_io.say("ja", "yes") : m_io.say("nein", "no");
    }

    /// "aes256-gcm, IV 12 Byte, rsa-oaep …, für CN=…"
    std::string encryption(const Value& facts) const
    {
        auto line = fmt::format("{}, IV {} {}", text(facts, "cipher"), text(facts, "iv_size"),
                                m_io.say("Byte", "bytes"));
        if (has(facts, "key_transport")) {
            line += ", " + text(facts, "key_transport");
        }
        const auto whom = has(facts, "recipient")
                              ? text(facts["recipient"], "subject", k_name_width)
                              : text(facts, "recipients", k_name_width);
        return whom.empty() ? line : line + m_io.say(", für ", ", for ") + whom;
    }

    std::string signature(const Value& facts) const
    {
        const auto holds = facts.value("holds", false);
        auto line = text(facts, "method") + ": " +
                    (holds ? m_io.say("gilt", "holds") : m_io.say("GILT NICHT", "DOES NOT HOLD"));
        if (has(facts, "signer")) {
            line += ", " + text(facts, "signer", k_name_width);
        }
        return line;
    }

    void show_head()
    {
        row(m_io.say("Art", "Type"), text(m_document, "type"));
        if (has(m_document, "transport")) {
            row(m_io.say("Transportverschlüsselung", "Transport encryption"),
                encryption(m_document["transport"]));
        } else {
            row(m_io.say("Transportverschlüsselung", "Transport encryption"),
                m_io.say("keine", "none"));
        }
        row(m_io.say("Nachrichten-ID", "Message id"), text(m_document, "message_id"));
        row(m_io.say("Betreff", "Subject"), text(m_document, "subject"));
        row(m_io.say("Empfängeradresse", "Receiver"), text(m_document, "content_receiver"));
        row(m_io.say("Sprachen", "Languages"), text(m_document, "languages"));
        if (has(m_document, "selection")) {
            row(m_io.say("Auswahl", "Selection"),
                base::printable(json::dump(m_document["selection"])));
        }
        if (has(m_document, "control")) {
            const auto& control = m_document["control"];
            row(m_io.say("Dialog", "Dialog"), text(control, "conversation_id"));
            row(m_io.say("Laufende Nummer", "Sequence number"), text(control, "sequence_number"));
            row("Challenge", text(control, "challenge"));
            row("Response", text(control, "response"));
        }
        if (has(m_document, "signature")) {
            row(m_io.say("Signatur", "Signature"), signature(m_document["signature"]));
            row(m_io.say("  erfasst", "  covers"), joined(m_document["signature"]["covered"]));
        }
        if (has(m_document, "features")) {
            std::vector<std::string> features;
            for (const auto& each : m_document["features"]) {
                features.push_back(text(each, "key") + " " + text(each, "version"));
            }
            row(m_io.say("Merkmale", "Features"), base::join(features, ", "));
        }
        if (has(m_document, "other_headers")) {
            row(m_io.say("Weitere Header", "Other headers"), joined(m_document["other_headers"]));
        }
        end_table();
    }

    std::string meaning(const std::string& code) const
    {
        const auto* known = osci::find_feedback(code);
        return known == nullptr ? "-" : m_io.say(known->german, known->english);
    }

    void show_feedback()
    {
        if (has(m_document, "fault")) {
            const auto& fault = m_document["fault"];
            const auto code = text(fault, "code");
            m_rows.push_back({code.empty() ? text(fault, "fault_code") : code, meaning(code),
                              text(fault, "text", k_name_width)});
        }
        if (has(m_document, "feedback")) {
            for (const auto& entry : m_document["feedback"]) {
                const auto code = text(entry, "code");
                m_rows.push_back({code, meaning(code), text(entry, "text", k_name_width)});
            }
        }
        end_table({m_io.say("Rückmeldung", "Feedback"), m_io.say("Bedeutung", "Meaning"),
                   m_io.say("Wortlaut", "Wording")});
    }

    void show_certificates()
    {
        if (!has(m_document, "certificates")) {
            return;
        }
        for (const auto& each : m_document["certificates"]) {
            const auto dates = text(each, "not_before").substr(0, k_date) + " – " +
                               text(each, "not_after").substr(0, k_date);
            m_rows.push_back({text(each, "role"), text(each, "subject", k_name_width), dates,
                              yes_or_no(each.value("valid", false))});
        }
        end_table({m_io.say("Zertifikat", "Certificate"), m_io.say("Inhaber", "Subject"),
                   m_io.say("Gültig", "Valid"), m_io.say("Jetzt gültig", "Valid now")});
    }

    void show_cards()
    {
        if (!has(m_document, "process_cards")) {
            return;
        }
        for (const auto& card : m_document["process_cards"]) {
            row(m_io.say("Laufzettel", "Process card"), text(card, "message_id"));
            row(m_io.say("  Betreff", "  Subject"), text(card, "subject"));
            row(m_io.say("  abgelegt", "  stored"), text(card, "creation"));
            row(m_io.say("  weitergeleitet", "  forwarded"), text(card, "forwarding"));
            row(m_io.say("  abgeholt", "  fetched"), text(card, "reception"));
            for (const auto& inspection : card["inspections"]) {
                auto result = fmt::format("{}: {}, {}", text(inspection, "subject", k_name_width),
                                          text(inspection, "math_result"),
                                          text(inspection, "offline_result"));
                if (has(inspection, "online_result")) {
                    result += fmt::format(", {} ({})", text(inspection, "online_result"),
                                          text(inspection, "online_means"));
                }
                row(m_io.say("  Zertifikatsprüfung", "  Inspection"), std::move(result));
            }
        }
        end_table();
    }

    void show_containers()
    {
        if (!has(m_document, "containers")) {
            return;
        }
        for (const auto& each : m_document["containers"]) {
            const auto is_open = each.value("opened", false);
            row(m_io.say("Container", "Container"),
                text(each, "id") + (is_open ? "" : m_io.say(" (nicht geöffnet)", " (not opened)")));
            if (!is_open) {
                row(m_io.say("  verschlüsselt", "  encrypted"), encryption(each));
                continue;
            }
            row(m_io.say("  verschlüsselt", "  encrypted"),
                has(each, "encryption") ? encryption(each["encryption"]) : m_io.say("nein", "no"));
            for (const auto& one : each["signatures"]) {
                row(m_io.say("  Signatur", "  Signature"), signature(one));
                row(m_io.say("  erfasst", "  covers"), joined(one["covered"]));
            }
        }
        end_table();
    }

    /// What was opened, or else the parts as they stand.
    void show_parts()
    {
        if (has(m_document, "files")) {
            for (const auto& file : m_document["files"]) {
                m_rows.push_back({text(file, "name"), text(file, "size"), text(file, "sha256")});
            }
        } else if (has(m_document, "attachments")) {
            for (const auto& each : m_document["attachments"]) {
                m_rows.push_back(
                    {"cid:" + text(each, "id"), text(each, "size"), text(each, "media_type")});
            }
        }
        end_table({m_io.say("Teil", "Part"), m_io.say("Byte", "Bytes"),
                   has(m_document, "files") ? "SHA-256" : m_io.say("Art", "Type")});
    }

    const Value& m_document;
    cli::Io& m_io;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace

void show_inspection(const testantrag::OsciInspection& inspection, cli::Io& io)
{
    View(inspection.document, io).show();
    io.document()["osci"] = inspection.document;
    io.document()["verified"] = inspection.delivery.verified;
    io.add(inspection.delivery.report);
}

} // namespace anb::cli_testantrag
