// What FIT-Connect demands of keys (fit-connect.md §9, certificates.md §12): the service's rules,
// not JOSE's.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "base/time.hpp"
#include "jose/jwk.hpp"
#include "pki/pkcs12.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace anb::fitconnect {

enum class KeyRole { encryption, signature };

inline constexpr int k_min_modulus_bits = 4096;

/// "RSA-OAEP-256" or "PS512"
std::string_view algorithm(KeyRole role);
/// "wrapKey" or "verify"
std::string_view public_operation(KeyRole role);
/// "unwrapKey" or "sign"
std::string_view private_operation(KeyRole role);

/// A name-based UUID over key and role: 36 characters, the same at every run, different for the two
/// roles of one key. Version 5 in the name space of URLs over the thumbprint's URI (RFC 9278) and
/// "#enc" or "#sig".
std::string derive_kid(const crypto::PublicKey& key, KeyRole role);

/// What a set of rules depends on.
struct KeyRules {
    bool production = false;    ///< STAGE and PROD: chain to the Verwaltungs-PKI
    bool allow_expired = false; ///< an expired certificate is a warning
    base::UtcTime at;
    std::vector<pki::Certificate> anchors; ///< empty: the chain's end is "not checked"
};

/// Reads trust anchors: every certificate of each file, and of each *.pem, *.crt, *.cer and *.der
/// in each folder, by name.
/// @throws as base::read_file() and pki::load_certificates()
std::vector<pki::Certificate> load_anchors(const std::vector<std::string>& paths);

/// Judges one public JWK by FIT-Connect's rules, each broken one a finding of its own:
/// ANB-J501 kty, J502 modulus under 4096 bit, J503 over 4096 bit (warning), J504 exponent,
/// J505 key_ops, J506 alg, J507 kid length, J508 x5c missing, J509 x5c[0] is another key,
/// J510 x5c order, J511 certificate expired, J512 keyUsage does not fit, J513 self-signed in
/// production, J514 chain incomplete (note outside production), J515 anchor not trusted,
/// J519 certificate not yet valid, J520 no keyUsage (warning in production, else note),
/// J521 nonRepudiation only (warning), J522 certificate not signed as the documentation asks
/// (note, certificates.md §17), J523 certificate signed with a broken hash (warning outside
/// production), J524 `use` contradicts the role (warning).
///
/// Facts: kid, thumbprint, modulus_bits, alg, key_ops, not_before, not_after, chain_length.
///
/// @param role     nothing: by alg and key_ops of the key
/// @param subject  of the report, such as "file:a.jwk.json"
base::Report check_key(const jose::PublicJwk& jwk, std::optional<KeyRole> role,
                       const KeyRules& rules, std::string subject);

/// Judges a file with a JWK (public or private) or a key set; faults that keep it from being
/// parsed as a JWK are findings too, not failures: ANB-J516 private members in a set, J517 n or e
/// not minimal or not base64url, J518 kid twice in a set, J525 member unusable, J526 numbers form
/// no key, J527 set without keys. Places are JSON Pointers.
/// @throws Error{input} as json::parse(): ANB-G301, G303, G304
base::Report lint(std::string_view text, std::string_view origin, const KeyRules& rules);

/// The two halves of a pair, made from an identity: x5c from leaf to root, the other members as
/// FIT-Connect demands (fit-connect.md §9.1). `kid` empty: derive_kid().
struct KeyPair {
    jose::PublicJwk public_key;
    jose::PrivateJwk private_key;
};
KeyPair make_pair(const pki::Identity& identity, KeyRole role, const std::string& kid,
                  bool with_root);

} // namespace anb::fitconnect
