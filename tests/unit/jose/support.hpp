// What the tests of this room share: one key pair and the code of a refusal.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crypto/key.hpp"
#include "support/refusal.hpp"

#include <string>

namespace anb::test {

/// RSA-2048, made once per run.
inline const crypto::PrivateKey& key()
{
    static const auto made = crypto::PrivateKey::generate_rsa(2048);
    return made;
}

/// A second pair.
inline const crypto::PrivateKey& other_key()
{
    static const auto made = crypto::PrivateKey::generate_rsa(2048);
    return made;
}

} // namespace anb::test
