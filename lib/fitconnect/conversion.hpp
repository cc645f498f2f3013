// From PKCS#12 stores to pairs that are tried out and judged: the work of p12-to-jwk before
// anything is written.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/key_files.hpp"

#include <string>
#include <vector>

namespace anb::fitconnect {

/// An opened store and the name of its file.
struct Store {
    std::string origin;
    pki::Pkcs12 content;
};

struct ConversionRequest {
    std::vector<KeyRole> roles; ///< in the order of the files
    std::string kid;            ///< empty: derive_kid(); only with a single role
    bool with_root = true;
    KeyRules rules;
};

struct Conversion {
    std::vector<RolePair> pairs;
    std::vector<base::Report>
        reports; ///< one for each store, in order; without check_key()'s notes

    /// False when a rule forbids the use; then nothing is to be written.
    bool accepted() const;
};

/// Takes for each role the first store whose certificate allows it, tries the pair out and judges
/// it. Notes: ANB-J133 a role that no certificate allows is left out (of two asked for), ANB-J137
/// which of two stores serves a role.
/// @throws Error{input} ANB-J134 when no role is left, ANB-J135 as try_out(), ANB-J202 a key that
/// is
///         not RSA
Conversion convert(const std::vector<Store>& stores, const ConversionRequest& request);

} // namespace anb::fitconnect
