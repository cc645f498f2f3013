// X.509 certificates: their facts and the trust between them.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/time.hpp"
#include "crypto/digest.hpp"
#include "crypto/key.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct x509_st;

namespace anb::pki {

/// Bits of the extension keyUsage (RFC 5280 §4.2.1.3), bit i as 1 << i.
enum KeyUsage : std::uint16_t {
    digital_signature = 1 << 0,
    non_repudiation = 1 << 1,
    key_encipherment = 1 << 2,
    data_encipherment = 1 << 3,
    key_agreement = 1 << 4,
    key_cert_sign = 1 << 5,
    crl_sign = 1 << 6,
};

/// A parsed certificate; copies share the same object.
class Certificate {
public:
    /// Reads exactly one certificate in DER.
    /// @param origin  name used in messages
    /// @throws Error{input} ANB-C401 when the bytes are no certificate or its times are unreadable
    static Certificate from_der(base::ByteView der, std::string_view origin = "X.509");
    /// Takes over one reference. @throws as from_der()
    static Certificate adopt(x509_st* certificate, std::string_view origin = "X.509");

    base::Bytes to_der() const;
    std::string to_pem() const;

    /// RFC 2253 order, UTF-8, unescaped umlauts; safe to show.
    std::string subject() const;
    std::string issuer() const;
    /// The last CN of the subject, or the whole subject when there is none.
    std::string common_name() const;
    /// Hexadecimal, lower case, whole octets, as `openssl x509 -serial` has it: no sign octet, "-"
    /// in front of a negative number.
    std::string serial() const;
    base::UtcTime not_before() const;
    base::UtcTime not_after() const;
    /// notBefore <= at <= notAfter (RFC 5280 §4.1.2.5)
    bool valid_at(base::UtcTime at) const;

    /// @throws Error{input} ANB-J201 when the key cannot be decoded
    crypto::PublicKey public_key() const;
    /// Nothing when the extension is absent; 0 when it is unreadable.
    std::optional<std::uint16_t> key_usage() const;
    /// basicConstraints says so.
    bool is_ca() const;
    /// Issuer and subject are equal and the signature is by the certificate's own key.
    bool is_self_signed() const;
    /// "sha256WithRSAEncryption", "RSASSA-PSS sha512, salt 64"
    std::string signature_algorithm() const;
    base::Bytes fingerprint(crypto::DigestAlgorithm algorithm) const;

    /// True when `issuer`'s subject is our issuer and its key made our signature. Names are
    /// compared after folding (RFC 5280 §7.1); authorityKeyIdentifier is a hint only
    /// (certificates.md §9).
    bool issued_by(const Certificate& issuer) const;

    x509_st* get() const { return m_certificate.get(); }
    friend bool operator==(const Certificate& left, const Certificate& right);

private:
    std::shared_ptr<x509_st> m_certificate;
};

/// Reads every certificate of a PEM text (blocks CERTIFICATE, TRUSTED CERTIFICATE, X509
/// CERTIFICATE, PKCS7) or of DER bytes (certificates one after the other, or PKCS#7), in order.
/// Text around the blocks, a byte order mark, UTF-16 and any line ends are passed over; bare base64
/// is read as DER. At most 10,000 certificates.
/// @throws Error{input} ANB-C401 when none is found or one is damaged
std::vector<Certificate> load_certificates(base::ByteView bytes, std::string_view origin);

/// Puts a chain together from `leaf` upwards: verified signatures decide, never names or order
/// alone, and every issuer must be a CA that may sign certificates at its place (basicConstraints,
/// path length, keyCertSign, no unknown critical extension). Tries all candidates and steps back;
/// the path that ends with a self-signed certificate wins, else the longest. At most 10
/// certificates. Dates are not judged, but a later notAfter is preferred.
/// @return leaf first; never empty
/// Source: RFC 5280 §6.1; certificates.md §9
std::vector<Certificate> build_chain(const Certificate& leaf,
                                     const std::vector<Certificate>& candidates);

/// True when every link of `chain` holds as in build_chain() and its last is one of `anchors`, or
/// was issued by one of them; compares the whole certificate, never a name.
bool ends_in(const std::vector<Certificate>& chain, const std::vector<Certificate>& anchors);

} // namespace anb::pki
