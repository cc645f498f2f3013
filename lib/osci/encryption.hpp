// Encrypted parts: what XML Encryption says about them in this profile (osci.md §12). We write
// AES-256-GCM with an initialisation vector of 12 bytes and RSA-OAEP with SHA-256; older forms are
// read.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/secret.hpp"
#include "crypto/block_cipher.hpp"
#include "osci/message.hpp"
#include "pki/pkcs12.hpp"
#include "xml/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace anb::osci {

/// The stores whose keys may decrypt; they outlive what works with them.
using KeyRing = std::vector<const pki::Identity*>;

/// How something was encrypted.
struct EncryptionFacts {
    std::string cipher; ///< "aes256-gcm"
    std::size_t iv_size = 12;
    std::string key_transport; ///< "rsa-oaep sha256/mgf1sha256"; empty with a key that is managed
    std::optional<pki::Certificate> recipient; ///< whose key opened it, or the only one named
};

/// An xenc:EncryptedData as read.
class EncryptedData {
public:
    /// @throws Error{trust} ANB-O202 {algorithm} for a cipher that is not on the list,
    ///         Error{input} ANB-O204 {reason} for any other form than the profile's
    static EncryptedData read(const xml::Node& element);

    /// The key of the content: from a key of the ring, or the one that it holds itself (MgmtData).
    ///
    /// @param certificates  of the surrounding message, to which encrypted keys refer
    /// @throws Error{credentials} ANB-O201 {recipients} when it is encrypted for others,
    ///         Error{trust} ANB-O203 when the key does not decrypt
    base::SecretBytes key(const KeyRing& ring, const std::vector<RoledCertificate>& certificates);

    /// After key(): complete.
    const EncryptionFacts& facts() const { return m_facts; }
    crypto::BlockCipher cipher() const { return m_cipher; }
    /// Content-ID of the part that holds the bytes; nothing when they stand inline.
    const std::optional<std::string>& attachment() const { return m_attachment; }
    /// The bytes that stand inline.
    const base::Bytes& inline_bytes() const { return m_bytes; }
    const std::string& id() const { return m_id; }

    /// Decrypts bytes to a sink; of what it got nothing may be trusted when this throws.
    /// @throws Error{trust} ANB-O203 {part} when tag or padding are wrong or bytes are missing
    void decrypt(const base::SecretBytes& key, const base::Source& from, const base::Sink& to,
                 const std::string& part) const;

private:
    struct WrappedKey {
        std::string transport;
        std::optional<crypto::OaepParameters> oaep; ///< nothing: PKCS#1 v1.5
        base::Bytes value;
        std::optional<pki::Certificate> certificate; ///< inline
        std::string certificate_id;                  ///< or by reference
    };

    static WrappedKey read_key(const xml::Node& element);

    std::string m_id;
    crypto::BlockCipher m_cipher{};
    EncryptionFacts m_facts;
    std::vector<WrappedKey> m_keys;
    base::SecretBytes m_managed;
    std::optional<std::string> m_attachment;
    base::Bytes m_bytes;
};

/// How the key of what we encrypt is handed over.
struct KeyFor {
    const pki::Certificate& certificate;
    std::string id; ///< refer to the certificate by this Id; empty: it stands inline
};

/// Writes EncryptionMethod and KeyInfo with the key wrapped for each recipient.
std::string write_key_info(const base::SecretBytes& key, const std::vector<KeyFor>& recipients);
/// Writes EncryptionMethod and KeyInfo with the key itself, for attachments inside an encrypted
/// container.
std::string write_managed_key(const base::SecretBytes& key);
/// Writes CipherData that refers to an attachment.
std::string write_cipher_reference(std::string_view attachment);
/// Writes CipherData with the bytes.
std::string write_cipher_value(base::ByteView bytes);

} // namespace anb::osci
