// What one Intermediär keeps: message ids, deliveries with their process cards, open dialogs.
// Everything is on disk as soon as it is answered:
//
//     osci/ids/<messageId>                            handed out
//     osci/deliveries/<messageId>/delivery.json, content.xml, attachment-<n>
//     osci/dialogs/<conversationId>.json
//
// Nothing is removed when a delivery is acknowledged: what was received can be counted.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "osci/incoming.hpp"
#include "osci/message.hpp"
#include "osci/outgoing.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace anb::sandbox {

/// Zustellung.
struct OsciDelivery {
    std::uint64_t number = 0;      ///< counts up: the order of arrival
    std::string sender, addressee; ///< SHA-256 of their cipher certificates, hexadecimal
    osci::ProcessCard card;        ///< the message id is in it
    std::vector<osci::RoledCertificate> certificates; ///< as the sender gave them
    struct Attachment {
        std::string id, media_type;
        std::uint64_t size = 0;
    };
    std::vector<Attachment> attachments;
};

/// An explicit dialog.
struct OsciDialog {
    std::string conversation;
    pki::Certificate client;   ///< cipher certificate
    std::uint64_t next = 0;    ///< sequence number of the next order
    std::string challenge;     ///< what its Response must be
    std::string fetched;       ///< message id that the next order acknowledges; may be empty
    base::UtcTime last_used{}; ///< one that nobody uses for long is gone
};

class OsciStore {
public:
    /// Reads what the folder holds. @param label  part of the message ids
    /// @throws Error{input} ANB-G604 when a file is damaged
    OsciStore(std::filesystem::path folder, std::string label);

    /// Everything below is used with this lock held.
    std::unique_lock<std::mutex> lock() { return std::unique_lock(m_mutex); }

    bool empty() const { return m_ids.empty() && m_dialogs.empty(); }

    /// Hands out a message id.
    std::string new_message_id();
    /// It was handed out and no delivery has it.
    bool may_use(const std::string& message_id) const;

    /// Keeps a delivery. @param content  the element ContentPackage
    /// @param parts  of the order that brought it
    void add(OsciDelivery delivery, std::string_view content, const osci::Opened& parts);
    /// Deliveries by message id.
    const std::map<std::string, OsciDelivery>& deliveries() const { return m_deliveries; }
    const OsciDelivery* find(const std::string& message_id) const;
    /// Replaces the process card.
    void change(const std::string& message_id, osci::ProcessCard card);
    std::string content(const OsciDelivery& delivery) const;
    std::vector<osci::OutgoingAttachment> attachments(const OsciDelivery& delivery) const;

    /// A conversation id that nobody has: digits, as the schema wants them.
    static std::string new_conversation();
    OsciDialog& open(const pki::Certificate& client, base::UtcTime at);
    /// Null when there is none, or none any more.
    OsciDialog* find_dialog(const std::string& conversation, base::UtcTime at);
    void save(const OsciDialog& dialog) const;
    /// @param conversation  may be the dialog's own; the dialog is gone afterwards
    void close(const std::string& conversation);

    /// For answers that are too large for memory.
    std::filesystem::path answers_folder() const { return m_folder / "answers"; }

private:
    std::filesystem::path folder_of(const std::string& message_id) const;
    void load();

    std::filesystem::path m_folder;
    std::string m_label;
    std::mutex m_mutex;
    std::set<std::string> m_ids;
    std::map<std::string, OsciDelivery> m_deliveries;
    std::map<std::string, OsciDialog> m_dialogs;
    std::uint64_t m_next = 1;
};

/// SHA-256 of the DER, hexadecimal: the address of a postbox.
std::string postbox_of(const pki::Certificate& cipher);

} // namespace anb::sandbox
