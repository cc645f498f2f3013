// Digests as the functions for keys want them.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crypto/digest.hpp"

#include <openssl/types.h>

namespace anb::crypto::detail {

const EVP_MD* evp(DigestAlgorithm algorithm);

} // namespace anb::crypto::detail
