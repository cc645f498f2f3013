// SPDX-License-Identifier: EUPL-1.2

#include "crypto/openssl.hpp"

#include "crypto/detail/errors.hpp"

#include <openssl/crypto.h>

#include <cstddef>

namespace anb::crypto {

namespace {

constexpr std::size_t k_secure_heap = std::size_t{1} << 20;
constexpr std::size_t k_smallest_block = 32;

} // namespace

std::string drain_errors()
{
    return detail::drain(ERR_get_error, ERR_error_string_n);
}

void start()
{
    if (CRYPTO_secure_malloc_initialized() == 0) {
        CRYPTO_secure_malloc_init(k_secure_heap, k_smallest_block);
    }
}

} // namespace anb::crypto
