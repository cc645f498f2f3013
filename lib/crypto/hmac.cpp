// SPDX-License-Identifier: EUPL-1.2

#include "crypto/hmac.hpp"

#include "base/error.hpp"
#include "crypto/detail/evp_digest.hpp"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <array>
#include <memory>

namespace anb::crypto {

namespace {

const unsigned char* data(base::ByteView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

void expect(bool good)
{
    if (!good) {
        base::fail_internal("the library makes no HMAC");
    }
}

} // namespace

base::Bytes hmac(DigestAlgorithm algorithm, base::ByteView key,
                 std::initializer_list<base::ByteView> pieces)
{
    const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> method(
        EVP_MAC_fetch(nullptr, "HMAC", nullptr), EVP_MAC_free);
    expect(method != nullptr);
    const std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)> context(
        EVP_MAC_CTX_new(method.get()), EVP_MAC_CTX_free);
    std::string digest = EVP_MD_get0_name(detail::evp(algorithm));
    const std::array<OSSL_PARAM, 2> parameters = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_end()};
    expect(context && EVP_MAC_init(context.get(), data(key), key.size(), parameters.data()) == 1);
    for (const auto piece : pieces) {
        expect(EVP_MAC_update(context.get(), data(piece), piece.size()) == 1);
    }
    base::Bytes result(EVP_MAX_MD_SIZE);
    std::size_t size = 0;
    expect(EVP_MAC_final(context.get(), reinterpret_cast<unsigned char*>(result.data()), &size,
                         result.size()) == 1);
    result.resize(size);
    return result;
}

} // namespace anb::crypto
