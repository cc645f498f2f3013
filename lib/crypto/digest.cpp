// SPDX-License-Identifier: EUPL-1.2

#include "crypto/digest.hpp"

#include "base/error.hpp"
#include "base/library.hpp"
#include "crypto/detail/errors.hpp"
#include "crypto/openssl.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace anb::crypto {

namespace {

/// What is used of OpenSSL. A tool that seldom needs a digest, and nothing else of it, starts
/// without.
struct Functions {
    decltype(&::EVP_MD_CTX_new) make;
    decltype(&::EVP_MD_CTX_free) free;
    decltype(&::EVP_DigestInit_ex) init;
    decltype(&::EVP_DigestUpdate) update;
    decltype(&::EVP_DigestFinal_ex) finish;
    decltype(&::EVP_sha1) sha1;
    decltype(&::EVP_sha256) sha256;
    decltype(&::EVP_sha384) sha384;
    decltype(&::EVP_sha512) sha512;
    decltype(&::EVP_sha3_256) sha3_256;
    decltype(&::EVP_sha3_384) sha3_384;
    decltype(&::EVP_sha3_512) sha3_512;
    decltype(&::CRYPTO_memcmp) compare;
    decltype(&::ERR_get_error) next_error;
    decltype(&::ERR_error_string_n) describe_error;
};

Functions load()
{
    static_assert(OPENSSL_VERSION_MAJOR == 3);
    const base::Library library("libcrypto.so.3");
    Functions all{};
    library.bind(all.make, "EVP_MD_CTX_new");
    library.bind(all.free, "EVP_MD_CTX_free");
    library.bind(all.init, "EVP_DigestInit_ex");
    library.bind(all.update, "EVP_DigestUpdate");
    library.bind(all.finish, "EVP_DigestFinal_ex");
    library.bind(all.sha1, "EVP_sha1");
    library.bind(all.sha256, "EVP_sha256");
    library.bind(all.sha384, "EVP_sha384");
    library.bind(all.sha512, "EVP_sha512");
    library.bind(all.sha3_256, "EVP_sha3_256");
    library.bind(all.sha3_384, "EVP_sha3_384");
    library.bind(all.sha3_512, "EVP_sha3_512");
    library.bind(all.compare, "CRYPTO_memcmp");
    library.bind(all.next_error, "ERR_get_error");
    library.bind(all.describe_error, "ERR_error_string_n");
    return all;
}

const Functions& openssl()
{
    static const auto functions = load();
    return functions;
}

const EVP_MD* method(DigestAlgorithm algorithm)
{
    switch (algorithm) {
    case DigestAlgorithm::sha1:
        return openssl().sha1();
    case DigestAlgorithm::sha256:
        return openssl().sha256();
    case DigestAlgorithm::sha384:
        return openssl().sha384();
    case DigestAlgorithm::sha512:
        return openssl().sha512();
    case DigestAlgorithm::sha3_256:
        return openssl().sha3_256();
    case DigestAlgorithm::sha3_384:
        return openssl().sha3_384();
    case DigestAlgorithm::sha3_512:
        return openssl().sha3_512();
    }
    base::fail_internal("unknown digest");
}

void require(bool good)
{
    if (!good) {
        base::fail_internal("digest: " +
                            detail::drain(openssl().next_error, openssl().describe_error));
    }
}

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { openssl().free(context); }
};

} // namespace

struct Hasher::State {
    std::unique_ptr<EVP_MD_CTX, FreeContext> context{openssl().make()};
};

Hasher::Hasher(DigestAlgorithm algorithm) : m_state(std::make_unique<State>())
{
    require(m_state->context != nullptr &&
            openssl().init(m_state->context.get(), method(algorithm), nullptr) == 1);
}

Hasher::Hasher(Hasher&& other) noexcept = default;
Hasher& Hasher::operator=(Hasher&& other) noexcept = default;
Hasher::~Hasher() = default;

void Hasher::update(base::ByteView bytes)
{
    require(openssl().update(m_state->context.get(), bytes.data(), bytes.size()) == 1);
}

base::Bytes Hasher::finish()
{
    base::Bytes result(EVP_MAX_MD_SIZE);
    unsigned size = 0;
    require(openssl().finish(m_state->context.get(), raw_writable(result), &size) == 1);
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
           (left.empty() || openssl().compare(left.data(), right.data(), left.size()) == 0);
}

} // namespace anb::crypto
