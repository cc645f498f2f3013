// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/osci/store.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/folder.hpp"
#include "crypto/random.hpp"
#include "osci/names.hpp"
#include "sandbox/osci/json.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::sandbox {

namespace {

constexpr std::uint64_t k_largest_file = 64 * 1024 * 1024;
constexpr base::Seconds k_longest_pause{30 * 60};
constexpr std::size_t k_most_dialogs = 10'000;
constexpr std::size_t k_conversation_bytes = 7;

/// Reads one file. @throws Error{input} ANB-G604
template <typename Thing>
Thing read(const std::filesystem::path& file, Thing (*convert)(const json::Value&))
{
    try {
        const auto text = base::to_text(base::read_file(file.string(), k_largest_file));
        return convert(json::parse(text, file.string()));
    } catch (const json::Value::exception& fault) {
        throw base::Error(base::ErrorKind::input, "ANB-G604", {{"file", file.string()}},
                          fault.what());
    } catch (const base::Error& fault) {
        throw base::Error(base::ErrorKind::input, "ANB-G604", {{"file", file.string()}},
                          fault.what());
    }
}

void write(const std::filesystem::path& file, const json::Value& value)
{
    base::write_file(file, base::as_bytes(json::dump_pretty(value)), base::Access::owner_only);
}

std::string attachment_name(std::size_t index)
{
    return "attachment-" + std::to_string(index);
}

/// Writes the bytes of an attachment, decoded, and gives their number.
std::uint64_t write_attachment(const std::filesystem::path& file, const osci::Opened& parts,
                               const osci::AttachmentPart& part)
{
    base::AtomicFile out(file, base::Access::owner_only);
    auto source = parts.open(part);
    if (part.head.encoding == "base64") {
        source = osci::decoded_base64(std::move(source), parts.origin);
    }
    const auto size = base::copy(source, [&](base::ByteView piece) { out.write(piece); });
    out.commit();
    return size;
}

} // namespace

std::string postbox_of(const pki::Certificate& cipher)
{
    return base::to_hex(cipher.fingerprint(crypto::DigestAlgorithm::sha256));
}

OsciStore::OsciStore(std::filesystem::path folder, std::string label)
    : m_folder(std::move(folder)), m_label(std::move(label))
{
    std::error_code ignored;
    std::filesystem::remove_all(answers_folder(), ignored);
    for (const auto* name : {"ids", "deliveries", "dialogs", "answers"}) {
        base::make_folder(m_folder / name);
        base::sweep_folder(m_folder / name);
    }
    load();
}

void OsciStore::load()
{
    for (const auto& entry : std::filesystem::directory_iterator(m_folder / "ids")) {
        m_ids.insert(entry.path().filename().string());
    }
    for (const auto& entry : std::filesystem::directory_iterator(m_folder / "deliveries")) {
        auto delivery = read(entry.path() / "delivery.json", to_delivery);
        m_next = std::max(m_next, delivery.number + 1);
        m_deliveries.emplace(delivery.card.message_id, std::move(delivery));
    }
    for (const auto& entry : std::filesystem::directory_iterator(m_folder / "dialogs")) {
        auto dialog = read(entry.path(), to_dialog);
        m_dialogs.emplace(dialog.conversation, std::move(dialog));
    }
}

std::string OsciStore::new_message_id()
{
    const auto id = fmt::format("sandbox.{}.{}", m_label, crypto::random_uuid());
    base::write_file(m_folder / "ids" / id, {}, base::Access::owner_only);
    m_ids.insert(id);
    return id;
}

bool OsciStore::may_use(const std::string& message_id) const
{
    return m_ids.contains(message_id) && !m_deliveries.contains(message_id);
}

std::filesystem::path OsciStore::folder_of(const std::string& message_id) const
{
    return m_folder / "deliveries" / message_id;
}

void OsciStore::add(OsciDelivery delivery, std::string_view content, const osci::Opened& parts)
{
    const auto id = delivery.card.message_id;
    delivery.number = m_next;
    base::AtomicFolder folder(folder_of(id));
    base::write_file(folder.path() / "content.xml", base::as_bytes(content),
                     base::Access::owner_only);
    for (const auto& part : parts.attachments) {
        const auto file = folder.path() / attachment_name(delivery.attachments.size());
        const auto size = write_attachment(file, parts, part);
        delivery.attachments.push_back({part.head.id, part.head.media_type, size});
    }
    write(folder.path() / "delivery.json", to_json(delivery));
    folder.commit();
    ++m_next;
    m_deliveries.emplace(id, std::move(delivery));
}

const OsciDelivery* OsciStore::find(const std::string& message_id) const
{
    const auto found = m_deliveries.find(message_id);
    return found == m_deliveries.end() ? nullptr : &found->second;
}

void OsciStore::change(const std::string& message_id, osci::ProcessCard card)
{
    auto delivery = m_deliveries.at(message_id);
    delivery.card = std::move(card);
    write(folder_of(message_id) / "delivery.json", to_json(delivery));
    m_deliveries.at(message_id) = std::move(delivery);
}

std::string OsciStore::content(const OsciDelivery& delivery) const
{
    const auto file = folder_of(delivery.card.message_id) / "content.xml";
    return base::to_text(base::read_file(file.string(), osci::k_max_envelope));
}

std::vector<osci::OutgoingAttachment> OsciStore::attachments(const OsciDelivery& delivery) const
{
    std::vector<osci::OutgoingAttachment> attachments;
    for (const auto& kept : delivery.attachments) {
        const auto file = folder_of(delivery.card.message_id) / attachment_name(attachments.size());
        attachments.push_back({kept.id, kept.media_type, kept.size,
                               [file] { return base::source_of_file(file.string()); }});
    }
    return attachments;
}

std::string OsciStore::new_conversation()
{
    std::uint64_t number = 0;
    for (const auto byte : crypto::random_bytes(k_conversation_bytes)) {
        number = number << 8 | std::to_integer<std::uint64_t>(byte);
    }
    return std::to_string(number);
}

OsciDialog& OsciStore::open(const pki::Certificate& client, base::UtcTime at)
{
    std::vector<std::string> gone;
    for (const auto& [conversation, dialog] : m_dialogs) {
        if (at - dialog.last_used > k_longest_pause) {
            gone.push_back(conversation);
        }
    }
    if (gone.empty() && m_dialogs.size() >= k_most_dialogs) {
        gone.push_back(std::ranges::min_element(m_dialogs, {}, [](const auto& entry) {
                           return entry.second.last_used;
                       })->first);
    }
    for (const auto& conversation : gone) {
        close(conversation);
    }
    const auto conversation = new_conversation();
    return m_dialogs
        .insert_or_assign(conversation, OsciDialog{.conversation = conversation,
                                                   .client = client,
                                                   .challenge = {},
                                                   .fetched = {},
                                                   .last_used = at})
        .first->second;
}

OsciDialog* OsciStore::find_dialog(const std::string& conversation, base::UtcTime at)
{
    const auto found = m_dialogs.find(conversation);
    return found == m_dialogs.end() || at - found->second.last_used > k_longest_pause
               ? nullptr
               : &found->second;
}

void OsciStore::save(const OsciDialog& dialog) const
{
    write(m_folder / "dialogs" / (dialog.conversation + ".json"), to_json(dialog));
}

void OsciStore::close(const std::string& conversation)
{
    const auto file = m_folder / "dialogs" / (conversation + ".json");
    if (m_dialogs.erase(conversation) > 0) {
        std::error_code ignored;
        std::filesystem::remove(file, ignored);
    }
}

} // namespace anb::sandbox
