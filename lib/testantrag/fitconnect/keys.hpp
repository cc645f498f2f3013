// The receiver's private keys, as p12-to-jwk writes them.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"
#include "jose/jwe.hpp"
#include "jose/jwk.hpp"

#include <optional>
#include <vector>

namespace anb::testantrag {

/// After a key change the older decryption keys are still needed: all are held, and the kid of a
/// document decides (fit-connect.md §6.3).
struct KeyRing {
    std::vector<jose::PrivateJwk> decryption;
    std::optional<jose::PrivateJwk> signature;

    /// The lookup lives as long as the ring.
    jose::KeyLookup lookup() const;
};

/// Reads every "*.privat.jwk.json" of a folder; "signatur.privat.jwk.json" signs.
/// @throws Error{credentials} ANB-S634 when one may be read by others; Error{configuration}
///         ANB-S633 when the folder holds no decryption key; Error{input} ANB-J210
KeyRing load_keys(const base::fs::path& folder);

} // namespace anb::testantrag
