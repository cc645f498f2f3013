// SPDX-License-Identifier: EUPL-1.2

#include "crypto/digest.hpp"

#include "base/error.hpp"
#include "crypto/openssl.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace anb::crypto {

namespace {

const EVP_MD* method(DigestAlgorithm algorithm)
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
    }
    base::fail_internal("unknown digest");
}

void require(bool good)
{
    if (!good) {
        base::fail_internal("digest: " + drain_errors());
    }
}

} // namespace

struct Hasher::State {
    Owned<EVP_MD_CTX, EVP_MD_CTX_free> context{EVP_MD_CTX_new()};
};

Hasher::Hasher(DigestAlgorithm algorithm) : m_state(std::make_unique<State>())
{
    require(m_state->context != nullptr &&
            EVP_DigestInit_ex(m_state->context.get(), method(algorithm), nullptr) == 1);
}

Hasher::Hasher(Hasher&& other) noexcept = default;
Hasher& Hasher::operator=(Hasher&& other) noexcept = default;
Hasher::~Hasher() = default;

void Hasher::update(base::ByteView bytes)
{
    require(EVP_DigestUpdate(m_state->context.get(), bytes.data(), bytes.size()) == 1);
}

base::Bytes Hasher::finish()
{
    base::Bytes result(EVP_MAX_MD_SIZE);
    unsigned size = 0;
    require(EVP_DigestFinal_ex(m_state->context.get(), raw_writable(result), &size) == 1);
    result.resize(size);
    return result;
}

base::Bytes digest(DigestAlgorithm algorithm, base::ByteView bytes)
{
    Hasher hasher(algorithm);
    hasher.update(bytes);
    return hasher.finish();
}

bool equal_constant_time(base::ByteView left, base::ByteView right)
{
    return left.size() == right.size() &&
           (left.empty() || CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0);
}

} // namespace anb::crypto
