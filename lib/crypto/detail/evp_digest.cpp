// SPDX-License-Identifier: EUPL-1.2

#include "crypto/detail/evp_digest.hpp"

#include "base/error.hpp"

#include <openssl/evp.h>

namespace anb::crypto::detail {

const EVP_MD* evp(DigestAlgorithm algorithm)
{
    switch (algorithm) {
    case DigestAlgorithm::sha1:
        return EVP_sha1();
    case DigestAlgorithm::sha256:
        return EVP_sha256();
    case DigestAlgorithm::sha384:
        return EVP_sha384();
    case DigestAlgorithm::sha512:
        return EVP_sha512();
    case DigestAlgorithm::sha3_256:
        return EVP_sha3_256();
    case DigestAlgorithm::sha3_384:
        return EVP_sha3_384();
    case DigestAlgorithm::sha3_512:
        return EVP_sha3_512();
    }
    base::fail_internal("unknown digest");
}

} // namespace anb::crypto::detail
