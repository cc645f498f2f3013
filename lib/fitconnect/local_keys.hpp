// The public halves of one's own keys, as p12-to-jwk leaves them in a folder.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/key_profile.hpp"
#include "jose/jwk.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace anb::fitconnect {

/// "verschluesselung.oeffentlich.jwk.json" or "signatur.oeffentlich.jwk.json"
std::string_view public_file_name(KeyRole role);

/// A public key and the file it stands in.
struct LocalKey {
    jose::PublicJwk jwk;
    std::string file;
};

/// Reads the public key of one role from a folder.
///
/// @throws Error{missing} ANB-G201 when there is no such file; Error{input} ANB-G301 for no JSON,
///         ANB-J210 for no public JWK, in particular when the file holds private members
LocalKey load_local_key(const std::filesystem::path& folder, KeyRole role);

/// The same; nothing when there is no such file.
std::optional<LocalKey> find_local_key(const std::filesystem::path& folder, KeyRole role);

/// A kid as tables show it, safe to show: "2e0f…93e"; up to 12 characters whole.
std::string brief_kid(const std::string& kid);

/// "RSA 4096, PS512, kid 2e0f…93e, ≤ 2027-11-23": what people need to recognise a key.
std::string describe(const jose::PublicJwk& jwk);

} // namespace anb::fitconnect
