// The spellings of one password that PKCS#12 writers have used (certificates.md §11.3).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/secret.hpp"

#include <vector>

namespace anb::pki::detail {

enum class Spelling {
    utf8,
    absent,         ///< no password at all, which is not the empty one
    doubly_encoded, ///< every byte of the UTF-8 form taken as one Latin-1 character
    cp1252,         ///< the bytes of Windows-1252
};

struct PasswordVariant {
    Spelling spelling = Spelling::utf8;
    base::SecretBytes bytes;

    /// As OpenSSL's functions want it; null for `absent` only.
    const char* data() const;
    int size() const { return static_cast<int>(bytes.size()); }
};

/// All spellings that differ from one another, in the order to try them.
/// @param password  UTF-8
std::vector<PasswordVariant> password_variants(const base::SecretString& password);

} // namespace anb::pki::detail
