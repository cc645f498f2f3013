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
/// roles of one key.
std::string derive_kid(const crypto::PublicKey& key, KeyRole role);

/// What a set of rules depends on.
struct KeyRules {
    bool production = false;         ///< STAGE and PROD: chain to the Verwaltungs-PKI
    bool allow_expired = false;
    base::UtcTime at;
    std::vector<pki::Certificate> anchors; ///< empty: the chain's end is "not checked"
};

/// Judges one public JWK by FIT-Connect's rules, each broken one a finding of its own:
/// ANB-J501 kty, J502 modulus under 4096 bit (J503 warning above), J504 exponent, J505 key_ops,
/// J506 alg, J507 kid length, J508 x5c missing, J509 x5c[0] is another key, J510 x5c order,
/// J511 certificate expired / not yet valid, J512 usage does not fit, J513 self-signed in
/// production, J514 chain incomplete, J515 anchor not trusted, J516 private members, J517 n not
/// minimal or not base64url, J518 kid twice in a set …
/// @param role  nothing: by alg and key_ops of the key
base::Report check_key(const jose::PublicJwk& jwk, std::optional<KeyRole> role,
                       const KeyRules& rules, std::string subject);

/// Judges a file with a JWK (public or private) or a key set; faults that keep it from being
/// parsed as a JWK are findings too, not failures. @throws Error{input} ANB-G301 only for no JSON
base::Report lint(std::string_view text, std::string_view origin, const KeyRules& rules);

/// The two halves of a pair, made from an identity. `kid` empty: derive_kid().
struct KeyPair {
    jose::PublicJwk public_key;
    jose::PrivateJwk private_key;
};
KeyPair make_pair(const pki::Identity& identity, KeyRole role, const std::string& kid,
                  bool with_root);

} // namespace anb::fitconnect
