// RSA keys and what our protocols do with them: signatures, RSA-OAEP, and the check of certificate
// signatures (room pki).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/secret.hpp"
#include "crypto/digest.hpp"

#include <memory>
#include <string>

struct evp_pkey_st;

namespace anb::crypto {

/// Numbers of an RSA public key, big-endian, minimal length.
struct RsaPublicNumbers {
    base::Bytes n, e;
};

/// Numbers of an RSA private key, big-endian, minimal length (RFC 8017 §3.2).
struct RsaPrivateNumbers {
    base::Bytes n, e;
    base::SecretBytes d, p, q, dp, dq, qi;
};

/// How a signature is made from a digest.
enum class SignatureScheme {
    rsa_pkcs1, ///< RSASSA-PKCS1-v1_5 (RFC 8017 §8.2)
    rsa_pss,   ///< RSASSA-PSS, MGF1 and salt length as the digest (RFC 8017 §8.1)
    ecdsa,     ///< both numbers one behind the other, as XML Signature writes them
};

/// Hash and mask generation of RSAES-OAEP, with an empty label.
struct OaepParameters {
    DigestAlgorithm hash = DigestAlgorithm::sha256;
    DigestAlgorithm mask = DigestAlgorithm::sha256;
};

/// A public key of any type; copies share the same key.
class PublicKey {
public:
    /// Builds an RSA key. @throws Error{input} ANB-J201 when the numbers form no key
    static PublicKey from_numbers(const RsaPublicNumbers& numbers);
    /// Takes over one reference.
    static PublicKey adopt(evp_pkey_st* key);

    /// True for rsaEncryption; false for RSASSA-PSS-only, elliptic and other keys.
    bool is_rsa() const;
    /// "RSA", "RSASSA-PSS", "EC", "ED25519" …
    std::string type_name() const;
    /// Bits of the modulus (RSA) or of the group.
    int bits() const;
    /// @throws Error{input} ANB-J201 unless is_rsa()
    RsaPublicNumbers numbers() const;
    /// SubjectPublicKeyInfo in DER.
    base::Bytes to_der() const;

    /// RSASSA-PSS with SHA-512, MGF1-SHA-512, salt of 64 bytes (RFC 7518 §3.5, "PS512").
    bool verify_ps512(base::ByteView message, base::ByteView signature) const;
    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 §3.3, "RS256").
    bool verify_rs256(base::ByteView message, base::ByteView signature) const;
    /// False as well when the key is of another type than the scheme.
    bool verify(SignatureScheme scheme, DigestAlgorithm digest, base::ByteView message,
                base::ByteView signature) const;
    /// RSAES-OAEP with SHA-256 for hash and MGF1, empty label (RFC 7518 §4.3, "RSA-OAEP-256").
    /// @throws Error{input} ANB-J201 unless is_rsa()
    base::Bytes wrap_oaep256(base::ByteView content_key) const;

    evp_pkey_st* get() const { return m_key.get(); }

    /// The same key, whatever certificate it came from.
    friend bool operator==(const PublicKey& left, const PublicKey& right);

private:
    std::shared_ptr<evp_pkey_st> m_key;
};

/// A private key; move-only, cleared on destruction.
class PrivateKey {
public:
    /// @throws Error{input} ANB-J202 when the numbers do not fit together
    static PrivateKey from_numbers(const RsaPrivateNumbers& numbers);
    /// Reads PKCS#8 in DER. @throws Error{input} ANB-J202
    static PrivateKey from_pkcs8(base::ByteView der);
    /// Makes a new RSA key with e = 65537.
    static PrivateKey generate_rsa(int bits);
    /// Takes over one reference. @throws Error{input} ANB-J202 for more than 16384 bits
    static PrivateKey adopt(evp_pkey_st* key);

    PrivateKey(PrivateKey&&) noexcept = default;
    PrivateKey& operator=(PrivateKey&&) noexcept = default;
    PrivateKey(const PrivateKey&) = delete;
    PrivateKey& operator=(const PrivateKey&) = delete;

    PublicKey public_key() const;
    bool is_rsa() const;
    int bits() const;
    /// @throws Error{input} ANB-J202 when the key is no RSA key or has no CRT values
    RsaPrivateNumbers numbers() const;
    /// PKCS#8 in DER (PrivateKeyInfo), unencrypted.
    base::SecretBytes to_pkcs8() const;

    /// @throws Error{input} ANB-J202 when the key is no RSA key
    base::Bytes sign_ps512(base::ByteView message) const;
    /// @throws Error{input} ANB-J202 when the key is no RSA key
    base::Bytes sign_rs256(base::ByteView message) const;
    /// @param scheme  one of the two for RSA
    /// @throws Error{input} ANB-J202 when the key is no RSA key
    base::Bytes sign(SignatureScheme scheme, DigestAlgorithm digest, base::ByteView message) const;
    /// Reverses PublicKey::wrap_oaep256().
    /// @throws Error{input} ANB-J301 when it does not decrypt; the cause is not told apart
    base::SecretBytes unwrap_oaep256(base::ByteView wrapped) const;
    /// @throws as unwrap_oaep256()
    base::SecretBytes unwrap_oaep(base::ByteView wrapped, const OaepParameters& parameters) const;
    /// RSAES-PKCS1-v1_5, for what old software encrypted; nobody may be told why it fails.
    /// @throws as unwrap_oaep256()
    base::SecretBytes unwrap_pkcs1(base::ByteView wrapped) const;

    evp_pkey_st* get() const { return m_key.get(); }

private:
    PrivateKey() = default;

    struct Free {
        void operator()(evp_pkey_st* key) const;
    };
    std::unique_ptr<evp_pkey_st, Free> m_key;
};

} // namespace anb::crypto
