// JSON Web Signature in compact form (RFC 7515): PS512 for what FIT-Connect signs, RS256 for the
// assertions of the DVDV (RFC 7518 §§ 3.3, 3.5).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crypto/key.hpp"
#include "json/json.hpp"

#include <string>
#include <string_view>

namespace anb::jose {

/// A parsed signature. Its payload is not to be believed before verify().
struct Jws {
    json::Value header;
    std::string alg, kid, typ; ///< from the header; empty when absent
    base::Bytes payload;
    base::Bytes signature;
    std::string signing_input; ///< the first two segments as they came
};

/// Reads the three segments and the header.
/// @throws Error{input} ANB-J401 for wrong segments, base64url or header; "crit" and "b64" are
/// refused
Jws parse_jws(std::string_view compact, std::string_view origin);

enum class Algorithm { ps512, rs256 };

/// True when `alg` is the wanted one and the signature is by `key`.
bool verify(const Jws& jws, const crypto::PublicKey& key, Algorithm wanted = Algorithm::ps512);

/// Signs. @param header  must have "alg":"PS512" or "alg":"RS256"
std::string sign_compact(const json::Value& header, std::string_view payload,
                         const crypto::PrivateKey& key);

} // namespace anb::jose
