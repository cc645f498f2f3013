// Looks for private keys in what is about to leave the house, archives within archives included.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace anb::inventory {

/// A reason not to send a file.
struct Exposure {
    /// Stable English word: "private_key", "encrypted_private_key", "pkcs12" (may hold a key, only
    /// its password tells), "java_key_store"; or why nobody can tell: "encrypted_entry",
    /// "damaged_entry", "too_large", "damaged_archive", "nested_archives".
    std::string kind;
    std::string
        place; ///< in archives "ordner/x.p12", "innen.zip!x.p12"; else empty; not safe to show
};

/// Every private key in a file: PEM, DER, PKCS#8, PKCS#12, JKS, OpenSSH, PGP, PuTTY, JWK; in any
/// text around, in UTF-16, in base64, in mails, in ZIP, 7-Zip and TAR. What cannot be looked into
/// counts as well. Empty: nothing was found.
std::vector<Exposure> find_private(base::ByteView bytes);

} // namespace anb::inventory
