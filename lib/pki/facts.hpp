// The facts of a certificate, read by our own strict reader: in parallel, without decoding the key,
// and also where OpenSSL refuses the whole certificate because of one field.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/time.hpp"
#include "pki/certificate.hpp"
#include "pki/der.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::pki {

/// One place of a certificate that is not as X.690 or RFC 5280 demand.
struct Damage {
    std::string field; ///< "subject", "extensions", "keyUsage" …
    der::Reason reason;
    std::size_t offset; ///< first byte of the element, from the front of the certificate
};

/// One attribute of a name. The views live as long as the certificate.
struct NameAttribute {
    base::ByteView type;  ///< content octets of the object identifier
    std::uint8_t tag = 0; ///< string type, as der::Tag
    base::ByteView value;
    bool joined = false; ///< in the same relative name as the attribute before it
};

/// A distinguished name.
struct Name {
    base::ByteView der; ///< the whole SEQUENCE
    std::vector<NameAttribute> attributes;

    /// RFC 2253 order and escapes, UTF-8 with unescaped umlauts, safe to show; as
    /// Certificate::subject().
    std::string to_text() const;
    /// The last value of an attribute by its short name ("CN"); empty when there is none.
    std::string last(std::string_view short_name) const;
    /// The name folded for comparison (RFC 5280 §7.1): case, blanks and string type do not count.
    std::string folded() const;
};

/// What stands in an attribute as UTF-8. @return nothing when the bytes do not fit the string type
std::optional<std::string> to_utf8(const NameAttribute& attribute);

/// AlgorithmIdentifier.
struct Algorithm {
    base::ByteView der;        ///< the whole SEQUENCE
    base::ByteView oid;        ///< content octets
    base::ByteView parameters; ///< the whole element; empty when absent

    /// "sha256WithRSAEncryption", "RSASSA-PSS sha512, salt 64"; dotted numbers when unknown
    std::string to_text() const;
};

struct Extension {
    base::ByteView oid; ///< content octets
    bool critical = false;
    base::ByteView value;   ///< content of the octet string
    std::size_t offset = 0; ///< of `value`

    /// "keyUsage" as OpenSSL's short names have it, or dotted numbers
    std::string name() const;
};

/// The subject's key, as far as it can be read without decoding it for use.
struct KeyFacts {
    std::string type; ///< "RSA", "RSASSA-PSS", "EC", "ED25519" …, or dotted numbers
    int bits = 0;     ///< of the modulus or the group; 0 when unknown
    base::ByteView modulus, exponent; ///< RSA: two's complement as it stands; otherwise empty
    base::ByteView spki;              ///< the whole SubjectPublicKeyInfo
    base::ByteView bits_octets;       ///< the octets of its bit string (for key identifiers)
};

/// subjectAltName and its like: kind ("email", "DNS", "URI", "IP", "other") and value as text.
struct GeneralName {
    std::string kind;
    std::string value;
};

struct Facts {
    std::shared_ptr<const base::Bytes> der; ///< what every view below points into

    int version = 1;       ///< 1, 2 or 3
    base::ByteView serial; ///< two's complement as it stands
    Algorithm inner_algorithm, outer_algorithm;
    Name issuer, subject;
    der::Time not_before, not_after;
    KeyFacts key;
    base::ByteView tbs; ///< the signed part, whole element
    base::ByteView signature;

    std::vector<Extension> extensions;      ///< in order, duplicates included
    std::optional<std::uint16_t> key_usage; ///< KeyUsage bits; nothing when absent
    bool key_usage_critical = false;
    std::optional<std::vector<std::string>> extended_key_usage; ///< dotted numbers
    bool has_basic_constraints = false;
    bool ca = false;
    std::optional<std::int64_t> path_length;
    std::vector<GeneralName> alternative_names;
    base::ByteView subject_key_id, authority_key_id;
    base::ByteView authority_issuer; ///< a Name, whole element; empty when absent
    base::ByteView authority_serial;
    std::vector<std::string> policies; ///< dotted numbers
    std::vector<std::string> crl_urls, ocsp_urls;
    std::vector<std::string> unknown_critical, repeated; ///< names of extensions

    std::vector<Damage> damages;

    /// Hexadecimal as Certificate::serial().
    std::string serial_text() const;
    /// Both dates were read and notBefore <= at <= notAfter (RFC 5280 §4.1.2.5).
    bool valid_at(base::UtcTime at) const;
    /// Issuer and subject have the same name; no signature is looked at.
    bool self_issued() const;
    base::Bytes fingerprint(crypto::DigestAlgorithm algorithm) const;
};

/// Reads one certificate. Damage in one field is noted in `damages` and reading goes on where the
/// structure allows it.
///
/// @param der  from the identifier octet of the certificate; bytes behind it are not looked at
/// @return nothing when there is no structure of a certificate at the front
/// Source: RFC 5280 §4; certificates.md § 7
std::optional<Facts> read_facts(base::ByteView der);
/// The same without a copy of the bytes.
std::optional<Facts> read_facts(std::shared_ptr<const base::Bytes> der);

/// Why the front of `der` is no certificate: the field and the place where reading ended.
Damage explain(base::ByteView der);

/// Verifies a signature of X.509: RSA with PKCS#1 v1.5 or PSS, ECDSA, EdDSA, as `algorithm` says.
/// @return false also when the algorithm is unknown or does not fit the key
bool verify_signature(const Algorithm& algorithm, base::ByteView message, base::ByteView signature,
                      const crypto::PublicKey& key);

/// The key of a SubjectPublicKeyInfo; nothing when OpenSSL cannot decode it.
std::optional<crypto::PublicKey> to_public_key(base::ByteView spki);

} // namespace anb::pki
