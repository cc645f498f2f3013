// JSON Web Keys (RFC 7517, RFC 7518 §6.3). Only RSA keys: our services know no others.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crypto/key.hpp"
#include "json/json.hpp"
#include "pki/certificate.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace anb::jose {

/// A public key with its members. No member holds private numbers.
struct PublicJwk {
    crypto::PublicKey key;
    std::string kid;                   ///< empty when absent
    std::string alg;                   ///< empty when absent
    std::string use;                   ///< empty when absent
    std::vector<std::string> key_ops;  ///< empty when absent
    std::vector<pki::Certificate> x5c; ///< leaf first; empty when absent
};

/// A private key with its members.
struct PrivateJwk {
    crypto::PrivateKey key;
    std::string kid;
    std::string alg;
    std::vector<std::string> key_ops;
};

/// Reads a public key; private members are refused. Only kty, n and e must be there: the key of
/// the FIT-Connect service itself comes without x5c.
/// @throws Error{input} ANB-J210 naming the member by JSON Pointer, ANB-J201 when n and e form no
/// key
PublicJwk parse_public_jwk(const json::Reader& reader);

/// Reads a private key; the values of its members are wiped from what was read.
/// @throws Error{input} ANB-J210, ANB-J202 when the numbers do not fit together, and as
/// json::parse()
PrivateJwk parse_private_jwk(std::string_view text, std::string_view origin);
/// The same from a document; wiping it is the caller's business (json::Wiper).
PrivateJwk parse_private_jwk(const json::Reader& reader);

/// Reads `{"keys":[…]}`, passing over keys that are not RSA.
/// @throws Error{input} ANB-J210 also when a kid occurs twice, and as json::parse()
std::vector<PublicJwk> parse_jwk_set(std::string_view text, std::string_view origin);

/// Members in the order kty, alg, use, key_ops, kid, n, e, x5c; absent ones left out.
json::Value to_json(const PublicJwk& jwk);

/// The whole document as text with a final newline, in memory that is wiped. Members in the order
/// kty, alg, key_ops, kid, n, e, d, p, q, dp, dq, qi.
base::SecretString to_text(const PrivateJwk& jwk);

/// True for the members that only a private RSA key has (RFC 7518 §6.3.2).
bool is_private_member(std::string_view name);

/// RFC 7638 with SHA-256, as base64url.
std::string thumbprint(const crypto::PublicKey& key);

} // namespace anb::jose
