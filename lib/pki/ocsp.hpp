// OCSP (RFC 6960): the question about one certificate, and what an answer says of it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pki/crl.hpp"

namespace anb::pki {

/// The request in DER, with a SHA-1 CertID as responders expect it and without a nonce.
/// @return empty when OpenSSL cannot read one of the two
base::Bytes ocsp_request(const Facts& certificate, const Facts& issuer);

struct OcspAnswer {
    enum class Status {
        good,
        revoked,
        unknown,      ///< the responder does not know the certificate
        unusable,     ///< no OCSP answer, or one without success
        other,        ///< about another certificate
        untrusted,    ///< not signed by the CA or its delegate for OCSP, or wrongly
        stale,        ///< nextUpdate has passed
        not_yet_valid ///< thisUpdate is still to come
    };
    Status status = Status::unusable;
    std::optional<Revocation> revocation; ///< when revoked, also in a stale answer
    std::optional<base::UtcTime> this_update, next_update;
};

/// Reads and verifies an answer: the signer is the CA itself, or holds a certificate of that CA
/// with the purpose OCSPSigning (RFC 6960 §4.2.2.2), valid at `at`.
OcspAnswer read_ocsp(base::ByteView response, const Facts& certificate, const Facts& issuer,
                     base::UtcTime at);

} // namespace anb::pki
