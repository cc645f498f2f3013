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
    /// @throws Error{input} ANB-C401 when the bytes are no certificate
    static Certificate from_der(base::ByteView der);
    static Certificate adopt(x509_st* certificate);

    base::Bytes to_der() const;
    std::string to_pem() const;

    /// RFC 2253 order, UTF-8, unescaped umlauts; safe to show.
    std::string subject() const;
    std::string issuer() const;
    /// The last CN of the subject, or the whole subject when there is none.
    std::string common_name() const;
    /// Hexadecimal, lower case, as in the encoding.
    std::string serial() const;
    base::UtcTime not_before() const;
    base::UtcTime not_after() const;
    /// notBefore <= at <= notAfter (RFC 5280 §4.1.2.5)
    bool valid_at(base::UtcTime at) const;

    crypto::PublicKey public_key() const;
    /// Nothing when the extension is absent.
    std::optional<std::uint16_t> key_usage() const;
    bool is_ca() const;
    /// Issuer and subject are equal and the signature is by the certificate's own key.
    bool is_self_signed() const;
    /// "sha256WithRSAEncryption", "RSASSA-PSS sha512, salt 64"
    std::string signature_algorithm() const;
    base::Bytes fingerprint(crypto::DigestAlgorithm algorithm) const;

    /// True when `issuer`'s subject is our issuer and its key made our signature.
    bool issued_by(const Certificate& issuer) const;

    x509_st* get() const { return m_certificate.get(); }
    friend bool operator==(const Certificate& left, const Certificate& right);

private:
    std::shared_ptr<x509_st> m_certificate;
};

/// Reads every certificate of a PEM text (blocks CERTIFICATE, TRUSTED CERTIFICATE, X509
/// CERTIFICATE) or DER bytes, in order.
/// @throws Error{input} ANB-C401 when none is found or one is damaged
std::vector<Certificate> load_certificates(base::ByteView bytes, std::string_view origin);

/// Puts a chain together from `leaf` upwards: verified signatures decide, never names or order
/// alone. Ends with a self-signed certificate or where no issuer is among `candidates`.
/// @return leaf first; never empty
std::vector<Certificate> build_chain(const Certificate& leaf,
                                     const std::vector<Certificate>& candidates);

/// True when the last of `chain` is one of `anchors`, or was issued by one of them; compares the
/// whole certificate, never a name.
bool ends_in(const std::vector<Certificate>& chain, const std::vector<Certificate>& anchors);

} // namespace anb::pki
