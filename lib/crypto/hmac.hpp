// Keyed digests.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crypto/digest.hpp"

#include <initializer_list>

namespace anb::crypto {

/// HMAC over the pieces, one behind the other (RFC 2104).
base::Bytes hmac(DigestAlgorithm algorithm, base::ByteView key,
                 std::initializer_list<base::ByteView> pieces);

} // namespace anb::crypto
