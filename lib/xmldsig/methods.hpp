// The algorithms that OSCI-Transport 1.2 permits in signatures (osci.md §11.3): a closed list.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crypto/digest.hpp"
#include "crypto/key.hpp"

#include <optional>
#include <string_view>

namespace anb::xmldsig {

inline constexpr std::string_view k_namespace = "http://www.w3.org/2000/09/xmldsig#";
inline constexpr std::string_view k_c14n = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
inline constexpr std::string_view k_base64 = "http://www.w3.org/2000/09/xmldsig#base64";

struct SignatureMethod {
    std::string_view uri;
    std::string_view name; ///< "rsa-sha256", "sha256-rsa-MGF1" …
    crypto::SignatureScheme scheme;
    crypto::DigestAlgorithm digest;
};

struct DigestMethod {
    std::string_view uri;
    std::string_view name; ///< "sha256" …
    crypto::DigestAlgorithm algorithm;
};

/// Null for anything that is not on the list, SHA-1 and RIPEMD included.
const SignatureMethod* signature_method(std::string_view uri);
const DigestMethod* digest_method(std::string_view uri);

/// What we write with: rsa-sha256, rsa-sha512, sha256-rsa-MGF1, sha512-rsa-MGF1; by name.
/// Null for a name that is none of ours.
const SignatureMethod* own_method(std::string_view name);
/// The digest of references that goes with a method: the same as in the signature.
const DigestMethod& digest_of(const SignatureMethod& method);

} // namespace anb::xmldsig
