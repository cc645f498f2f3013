// The files that p12-to-jwk leaves in a folder: two private JWKs, two public ones and their set.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "fitconnect/key_profile.hpp"
#include "pki/pkcs12.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace anb::fitconnect {

/// "verschluesselung.privat.jwk.json" or "signatur.privat.jwk.json"; the public ones are named by
/// public_file_name().
std::string_view private_file_name(KeyRole role);

/// The set of the public keys of a folder. It is written last: where it stands, the folder is
/// complete.
inline constexpr std::string_view k_set_file_name = "schluesselsatz.oeffentlich.jwks.json";

/// A pair and what it is for.
struct RolePair {
    KeyRole role;
    KeyPair pair;
};

/// True when the certificate allows the role: keyEncipherment for encryption, digitalSignature or
/// nonRepudiation for signatures. A certificate without keyUsage allows both (RFC 5280 §4.2.1.3).
bool allows(const pki::Certificate& certificate, KeyRole role);

/// Uses a pair once: wraps and unwraps a content key, or signs and verifies.
/// @throws Error{input} ANB-J135 when public and private half do not fit together
void try_out(const RolePair& pair);

/// One file of a folder after write_key_files().
struct KeyFile {
    std::filesystem::path path;
    KeyRole role;
    bool is_private;
    std::string operation; ///< "wrapKey", "unwrapKey", "verify", "sign"
    std::string kid;
    std::size_t certificates; ///< in x5c
    bool written;             ///< false: it was there already, with the same content
};

/// Members path, use ("enc", "sig"), private, operation, kid, certificates, written.
json::Value to_json(const KeyFile& file);

/// Writes the files of the pairs and the set of all public keys in the folder, which is made when
/// needed. First every existing file is compared, then all are written under temporary names, then
/// private files get their names (0600), public ones (0644), the set last. What a killed run left
/// is completed by the next one with the same keys.
///
/// @param dry_run  compares only
/// @return private and public files, in the order of the pairs, public before private
/// @throws Error{exists} ANB-J130 a private file holds something else, ANB-J131 a public file does,
/// or
///         the set holds keys that are not in the folder; Error{credentials} ANB-J132 a private
///         file is readable by others; Error{io} ANB-G206. Nothing is changed then.
std::vector<KeyFile> write_key_files(const std::filesystem::path& folder,
                                     std::span<const RolePair> pairs, bool dry_run);

/// What new keys for the test environment are to be called.
struct TestKeyRequest {
    std::string subject; ///< common name; "TEST " is put in front when it has no such mark
    base::UtcTime now;
    int days = 365;
};

/// Makes two pairs with RSA-4096 and self-signed certificates; takes over what a killed run left in
/// the folder, as long as the set is missing.
/// @throws Error{exists} ANB-J130 when the folder is complete; Error{input} ANB-J140 when the
/// subject
///         is longer than 64 characters (RFC 5280 appendix A, ub-common-name)
std::vector<RolePair> make_test_keys(const std::filesystem::path& folder,
                                     const TestKeyRequest& request);

/// lint() over a file or, for "-", standard input; a private key file that others may read is the
/// warning ANB-J528.
base::Report lint_file(const std::string& path, const KeyRules& rules);

} // namespace anb::fitconnect
