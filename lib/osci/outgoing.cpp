// SPDX-License-Identifier: EUPL-1.2

#include "osci/outgoing.hpp"

#include "crypto/block_cipher.hpp"
#include "crypto/random.hpp"
#include "osci/names.hpp"

namespace anb::osci {

namespace {

const PartHead k_envelope{.id = std::string(k_envelope_id),
                          .media_type = "text/xml; charset=UTF-8",
                          .encoding = "8bit",
                          .length = {}};

std::vector<xmldsig::Reference> references_to(const std::vector<OutgoingAttachment>& attachments,
                                              const Signer& signer)
{
    const auto& method = xmldsig::digest_of(signer.method);
    std::vector<xmldsig::Reference> references;
    for (const auto& attachment : attachments) {
        crypto::Hasher hasher(method.algorithm);
        base::copy(attachment.open(), [&](base::ByteView piece) { hasher.update(piece); });
        references.push_back({.uri = "cid:" + attachment.id,
                              .transform = xmldsig::Transform::none,
                              .method = &method,
                              .digest = hasher.finish()});
    }
    return references;
}

void write_plain(const std::string& envelope, const std::vector<OutgoingAttachment>& attachments,
                 const base::Sink& sink)
{
    MimeWriter writer(sink);
    writer.begin(k_envelope);
    writer.write(envelope);
    for (const auto& attachment : attachments) {
        writer.begin({.id = attachment.id,
                      .media_type = attachment.media_type,
                      .encoding = "8-bit",
                      .length = attachment.size});
        base::copy(attachment.open(), [&](base::ByteView piece) { writer.write(piece); });
    }
    writer.finish();
}

} // namespace

void write_message(const Message& message, const std::vector<OutgoingAttachment>& attachments,
                   const Signer* signer, const pki::Certificate* recipient, const base::Sink& sink)
{
    const auto envelope = write_envelope(message, signer,
                                         signer == nullptr ? std::vector<xmldsig::Reference>()
                                                           : references_to(attachments, *signer));
    if (recipient == nullptr) {
        write_plain(envelope, attachments, sink);
        return;
    }
    const base::SecretBytes key(
        crypto::random_bytes(crypto::key_size(crypto::BlockCipher::aes256_gcm)));
    const auto outer = write_transport_envelope(key, *recipient);
    MimeWriter writer(sink);
    auto head = k_envelope;
    head.length = outer.size();
    writer.begin(head);
    writer.write(outer);
    writer.begin({.id = std::string(k_encrypted_id),
                  .media_type = "application/octet-stream",
                  .encoding = "binary",
                  .length = {}});
    crypto::BlockEncryptor encryptor(key, [&](base::ByteView piece) { writer.write(piece); });
    write_plain(envelope, attachments, [&](base::ByteView piece) { encryptor.update(piece); });
    encryptor.finish();
    writer.finish();
}

std::string write_message(const Fault& fault)
{
    std::string out;
    write_plain(write_envelope(fault), {},
                [&](base::ByteView piece) { out += base::as_text(piece); });
    return out;
}

} // namespace anb::osci
