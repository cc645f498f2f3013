// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/osci/detail/message.hpp"

#include "crypto/digest.hpp"

namespace anb::testantrag::detail {

osci::RoledCertificate reader_of(const OsciPlan& plan)
{
    return osci::with_role(osci::CertificateRole::cipher_other_reader,
                           pki::Certificate::from_der(plan.way.reader));
}

void write_message(OsciJournal& journal, const osci::Client& client)
{
    constexpr std::uint64_t k_max_content = 64 * 1024 * 1024;
    const auto& plan = journal.plan();
    const auto& folder = journal.folder();
    osci::Message delivery;
    delivery.order = osci::Order::store_delivery;
    delivery.message_id = plan.message_id;
    delivery.subject = plan.subject;
    delivery.content =
        base::to_text(base::read_file((folder / k_osci_content_file).string(), k_max_content));
    delivery.certificates = {osci::with_role(osci::CertificateRole::cipher_addressee,
                                             pki::Certificate::from_der(plan.way.recipient)),
                             reader_of(plan)};
    std::vector<osci::OutgoingAttachment> attachments;
    for (const auto& attachment : plan.attachments) {
        attachments.push_back(
            {.id = attachment.id,
             .media_type = attachment.media_type,
             .size = attachment.size,
             .open = [path = folder / attachment.file()] { return file_source(path); }});
    }
    base::AtomicFile file(folder / k_osci_message_file, base::Access::owner_only);
    crypto::Hasher hasher(crypto::DigestAlgorithm::sha256);
    OsciMessageFile message;
    const auto prepared =
        client.prepare_delivery(std::move(delivery), attachments, [&](base::ByteView piece) {
            message.size += piece.size();
            hasher.update(piece);
            file.write(piece);
        });
    file.commit();
    message.challenge = prepared.challenge;
    message.sha256 = base::to_hex(hasher.finish());
    journal.prepared(message);
}

void remove_sources(const OsciJournal& journal)
{
    std::error_code ignored;
    for (const auto& attachment : journal.plan().attachments) {
        base::fs::remove(journal.folder() / attachment.file(), ignored);
    }
    base::fs::remove(journal.folder() / k_osci_content_file, ignored);
}

} // namespace anb::testantrag::detail
