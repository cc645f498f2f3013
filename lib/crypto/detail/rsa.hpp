// The numbers of an RSA key: into and out of OpenSSL, and whether they fit together.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/secret.hpp"
#include "crypto/openssl.hpp"

#include <openssl/bn.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

struct evp_pkey_st;

namespace anb::crypto::detail {

using Number = Owned<BIGNUM, BN_clear_free>;

inline constexpr int k_smallest_rsa = 512;
inline constexpr int k_largest_rsa = 16384; ///< OpenSSL refuses to use larger ones

struct RsaNumbers {
    Number n, e, d, p, q, dp, dq, qi;
};

/// Throws an internal error with what OpenSSL says, unless `good`.
void require(bool good, std::string_view what);

/// Refuses a key or what is to be done with it: ANB-J201 and ANB-J202 with OpenSSL's words.
[[noreturn]] void refuse_public(std::string reason);
[[noreturn]] void refuse_private(std::string reason);

/// rsaEncryption; not RSASSA-PSS-only.
bool is_rsa(const evp_pkey_st* key);
bool is_too_large(const evp_pkey_st* key);

/// A number in locked memory.
Number to_number(base::ByteView bytes);
/// A number of a key by its name in OpenSSL, or null.
Number key_number(evp_pkey_st* key, const char* name);
base::SecretBytes to_secret(const Number& number);
base::Bytes to_bytes(const Number& number);

/// What is wrong with n and e, in signs that need no translation; empty when they form a key.
std::string fault(const BIGNUM* n, const BIGNUM* e);
/// Which relation of RFC 8017 §3.2 does not hold; empty when all do.
std::string fault(const RsaNumbers& key);

/// An RSA key of named numbers, or null.
/// @param selection  EVP_PKEY_PUBLIC_KEY or EVP_PKEY_KEYPAIR
evp_pkey_st* build(int selection,
                   std::initializer_list<std::pair<const char*, const Number*>> numbers);

} // namespace anb::crypto::detail
