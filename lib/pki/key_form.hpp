// The public half of what is no certificate: private keys and requests.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

#include <optional>

namespace anb::pki {

/// SubjectPublicKeyInfo of an unencrypted private key in any of its DER forms: PKCS#8, PKCS#1,
/// SEC 1. @return nothing when OpenSSL cannot decode it
std::optional<base::Bytes> public_half(base::ByteView private_key);

/// SubjectPublicKeyInfo of a request (PKCS#10, RFC 2986) in DER.
/// @return nothing when the structure is damaged before it
std::optional<base::Bytes> requested_key(base::ByteView request);

} // namespace anb::pki
