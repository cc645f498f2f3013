// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/fitconnect/seal.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

namespace anb::testantrag {

namespace {

constexpr std::size_t k_piece = 64 * std::size_t{1024};
constexpr std::string_view k_metadata_type = "application/json";

fitconnect::Metadata describe(const Plan& plan, const Draft& draft)
{
    fitconnect::Metadata metadata;
    metadata.version = plan.metadata_version;
    metadata.data = {.sha512 = plan.data.sha512, .schema = plan.schema};
    for (const auto& [id, attachment] : draft.sources) {
        const auto sealed = std::find_if(
            plan.attachments.begin(), plan.attachments.end(),
            [&, &wanted = id](const EncryptedAttachment& each) { return each.id == wanted; });
        if (sealed == plan.attachments.end()) {
            base::fail_internal("attachment of a draft");
        }
        fitconnect::AttachmentDescription description;
        description.id = id;
        description.sha512 = sealed->part.sha512;
        description.mime_type = attachment.mime_type;
        description.filename = attachment.filename;
        metadata.attachments.push_back(std::move(description));
    }
    metadata.service = plan.service;
    metadata.author = draft.author;
    return metadata;
}

} // namespace

Sealer::Sealer(base::Source plain, const jose::PublicJwk& recipient, const std::string& media_type,
               const base::fs::path& path)
    : m_plain(std::move(plain)), m_hasher(crypto::DigestAlgorithm::sha512),
      m_encryptor(recipient.key, recipient.kid, media_type),
      m_file(path, base::Access::owner_only), m_part{.file = path.filename().string(),
                                                     .tag = {},
                                                     .sha512 = {}},
      m_piece(k_piece)
{
}

void Sealer::advance()
{
    m_pending.clear();
    m_handed_on = 0;
    const auto count = m_plain(m_piece);
    if (count > 0) {
        const auto piece = base::ByteView(m_piece).first(count);
        m_hasher.update(piece);
        m_encryptor.update(piece, m_pending);
    } else {
        m_part.tag = m_encryptor.finish(m_pending);
        m_ended = true;
    }
    m_file.write(m_pending);
    m_part.size += m_pending.size();
}

std::size_t Sealer::read(std::span<std::byte> buffer)
{
    while (m_handed_on == m_pending.size()) {
        if (m_ended) {
            return 0;
        }
        advance();
    }
    const auto count = std::min(buffer.size(), m_pending.size() - m_handed_on);
    std::memcpy(buffer.data(), m_pending.data() + m_handed_on, count);
    m_handed_on += count;
    return count;
}

EncryptedPart Sealer::finish()
{
    while (!m_ended) {
        advance();
    }
    m_file.commit();
    m_part.sha512 = base::to_hex(m_hasher.finish());
    return m_part;
}

void seal_metadata(Journal& journal, const jose::PublicJwk& recipient)
{
    const auto& folder = journal.folder();
    const auto text = json::dump(fitconnect::to_json(describe(journal.plan(), load_draft(folder))));
    Sealer sealer(base::source_of(base::as_bytes(text)), recipient, std::string(k_metadata_type),
                  folder / journal.plan().metadata.file);
    journal.sealed(sealer.finish());
    remove_draft(folder);
}

} // namespace anb::testantrag
