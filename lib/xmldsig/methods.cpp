// SPDX-License-Identifier: EUPL-1.2

#include "xmldsig/methods.hpp"

#include "base/error.hpp"

#include <algorithm>

namespace anb::xmldsig {

namespace {

using crypto::DigestAlgorithm;
using crypto::SignatureScheme;

constexpr SignatureMethod k_signature_methods[] = {
    {"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "rsa-sha256", SignatureScheme::rsa_pkcs1,
     DigestAlgorithm::sha256},
    {"http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "rsa-sha512", SignatureScheme::rsa_pkcs1,
     DigestAlgorithm::sha512},
    {"http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1", "sha256-rsa-MGF1",
     SignatureScheme::rsa_pss, DigestAlgorithm::sha256},
    {"http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1", "sha512-rsa-MGF1",
     SignatureScheme::rsa_pss, DigestAlgorithm::sha512},
    {"http://www.w3.org/2007/05/xmldsig-more#sha3-256-rsa-MGF1", "sha3-256-rsa-MGF1",
     SignatureScheme::rsa_pss, DigestAlgorithm::sha3_256},
    {"http://www.w3.org/2007/05/xmldsig-more#sha3-384-rsa-MGF1", "sha3-384-rsa-MGF1",
     SignatureScheme::rsa_pss, DigestAlgorithm::sha3_384},
    {"http://www.w3.org/2007/05/xmldsig-more#sha3-512-rsa-MGF1", "sha3-512-rsa-MGF1",
     SignatureScheme::rsa_pss, DigestAlgorithm::sha3_512},
    {"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", "ecdsa-sha256", SignatureScheme::ecdsa,
     DigestAlgorithm::sha256},
    {"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384", "ecdsa-sha384", SignatureScheme::ecdsa,
     DigestAlgorithm::sha384},
    {"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512", "ecdsa-sha512", SignatureScheme::ecdsa,
     DigestAlgorithm::sha512},
};
constexpr std::size_t k_own_methods = 4; ///< the first ones

constexpr DigestMethod k_digest_methods[] = {
    {"http://www.w3.org/2001/04/xmlenc#sha256", "sha256", DigestAlgorithm::sha256},
    {"http://www.w3.org/2001/04/xmlenc#sha512", "sha512", DigestAlgorithm::sha512},
    {"http://www.w3.org/2007/05/xmldsig-more#sha3-256", "sha3-256", DigestAlgorithm::sha3_256},
    {"http://www.w3.org/2007/05/xmldsig-more#sha3-384", "sha3-384", DigestAlgorithm::sha3_384},
    {"http://www.w3.org/2007/05/xmldsig-more#sha3-512", "sha3-512", DigestAlgorithm::sha3_512},
};

} // namespace

const SignatureMethod* signature_method(std::string_view uri)
{
    const auto* found = std::ranges::find(k_signature_methods, uri, &SignatureMethod::uri);
    return found == std::end(k_signature_methods) ? nullptr : found;
}

const DigestMethod* digest_method(std::string_view uri)
{
    const auto* found = std::ranges::find(k_digest_methods, uri, &DigestMethod::uri);
    return found == std::end(k_digest_methods) ? nullptr : found;
}

const SignatureMethod* own_method(std::string_view name)
{
    const auto* end = std::begin(k_signature_methods) + k_own_methods;
    const auto* found =
        std::find_if(std::begin(k_signature_methods), end,
                     [&](const SignatureMethod& method) { return method.name == name; });
    return found == end ? nullptr : found;
}

const DigestMethod& digest_of(const SignatureMethod& method)
{
    const auto* found =
        std::ranges::find(k_digest_methods, method.digest, &DigestMethod::algorithm);
    if (found == std::end(k_digest_methods)) {
        base::fail_internal("no digest method goes with this signature method");
    }
    return *found;
}

} // namespace anb::xmldsig
