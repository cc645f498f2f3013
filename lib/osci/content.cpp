// SPDX-License-Identifier: EUPL-1.2

#include "osci/content.hpp"

#include "base/error.hpp"
#include "crypto/block_cipher.hpp"
#include "crypto/random.hpp"
#include "osci/detail/xml_text.hpp"
#include "osci/names.hpp"

#include <fmt/format.h>

namespace anb::osci {

namespace {

base::SecretBytes new_key()
{
    return base::SecretBytes(
        crypto::random_bytes(crypto::key_size(crypto::BlockCipher::aes256_gcm)));
}

/// The parts of a container that an author's signature covers.
struct Written {
    std::string text;
    std::vector<xmldsig::Reference> references;
};

Written write_parts(const ContainerDraft& draft, const xmldsig::DigestMethod& method)
{
    Written written;
    const auto refer = [&](std::string uri, xmldsig::Transform transform, base::Bytes digest) {
        written.references.push_back({.uri = std::move(uri),
                                      .transform = transform,
                                      .method = &method,
                                      .digest = std::move(digest)});
    };
    written.text = fmt::format("<osci:Content><osci:Base64Content Id=\"content0\">{}"
                               "</osci:Base64Content></osci:Content>",
                               base::to_wrapped_base64(draft.data));
    refer("#content0", xmldsig::Transform::base64, crypto::digest(method.algorithm, draft.data));
    for (std::size_t i = 0; i < draft.attachments.size(); ++i) {
        const auto& attachment = draft.attachments[i];
        const auto write = [&](std::string_view scope) {
            return fmt::format("<osci:Content{} Id=\"content{}\" href=\"cid:{}\"></osci:Content>",
                               scope, i + 1, attachment.id);
        };
        written.text += write("");
        refer(fmt::format("#content{}", i + 1), xmldsig::Transform::canonical,
              crypto::digest(method.algorithm, base::as_bytes(write(k_scope))));
        refer("cid:" + attachment.id, xmldsig::Transform::none, attachment.digest);
    }
    return written;
}

} // namespace

SealedAttachment seal_attachment(const std::string& id, const base::Source& plain,
                                 const xmldsig::DigestMethod& digest, const base::Sink& sealed)
{
    SealedAttachment attachment{.id = id, .key = new_key(), .digest = {}};
    crypto::Hasher hasher(digest.algorithm);
    crypto::BlockEncryptor encryptor(attachment.key, sealed);
    base::copy(plain, [&](base::ByteView piece) {
        hasher.update(piece);
        encryptor.update(piece);
    });
    encryptor.finish();
    attachment.digest = hasher.finish();
    return attachment;
}

std::string write_container(const ContainerDraft& draft, const Signer* author,
                            std::string_view certificate_id)
{
    const auto& method = author != nullptr
                             ? xmldsig::digest_of(author->method)
                             : *xmldsig::digest_method("http://www.w3.org/2001/04/xmlenc#sha256");
    const auto written = write_parts(draft, method);
    auto out =
        fmt::format("<osci:ContentContainer{} Id=\"{}\">", k_scope, detail::attribute(draft.id));
    if (author != nullptr) {
        out += xmldsig::write_signature(author->method, written.references, author->key,
                                        certificate_id, k_scope);
    }
    out += written.text;
    for (const auto& attachment : draft.attachments) {
        out += fmt::format("<xenc:EncryptedData Id=\"Attachment{}\" MimeType=\"text/xml\">{}{}"
                           "</xenc:EncryptedData>",
                           attachment.id, write_managed_key(attachment.key),
                           write_cipher_reference(attachment.id));
    }
    return out + "</osci:ContentContainer>";
}

std::string encrypt_container(std::string_view container,
                              const std::vector<RoledCertificate>& readers, std::size_t number)
{
    const auto key = new_key();
    base::Bytes sealed;
    sealed.reserve(crypto::BlockEncryptor::size_of(container.size()));
    crypto::BlockEncryptor encryptor(key, [&](base::ByteView piece) {
        sealed.insert(sealed.end(), piece.begin(), piece.end());
    });
    encryptor.update(base::as_bytes(container));
    encryptor.finish();
    std::vector<KeyFor> recipients;
    for (const auto& reader : readers) {
        recipients.push_back({.certificate = reader.certificate, .id = reader.id});
    }
    return fmt::format("<xenc:EncryptedData Id=\"encdata_{}\" MimeType=\"text/xml\">{}{}"
                       "</xenc:EncryptedData>",
                       number, write_key_info(key, recipients), write_cipher_value(sealed));
}

std::string write_content_package(const std::vector<std::string>& encrypted,
                                  const std::vector<std::string>& plain)
{
    auto out = fmt::format("<osci:ContentPackage{}>", k_scope);
    for (const auto& each : encrypted) {
        out += each;
    }
    for (const auto& each : plain) {
        const auto scope = each.find(k_scope);
        out += each.substr(0, scope);
        out += each.substr(scope + k_scope.size());
    }
    return out + "</osci:ContentPackage>";
}

} // namespace anb::osci
