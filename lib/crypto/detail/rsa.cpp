// SPDX-License-Identifier: EUPL-1.2

#include "crypto/detail/rsa.hpp"

#include "base/error.hpp"

#include <climits>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace anb::crypto::detail {

void require(bool good, std::string_view what)
{
    if (!good) {
        base::fail_internal(fmt::format("{}: {}", what, drain_errors()));
    }
}

void refuse_public(std::string reason)
{
    throw base::Error(base::ErrorKind::input, "ANB-J201", {{"reason", std::move(reason)}},
                      drain_errors());
}

void refuse_private(std::string reason)
{
    throw base::Error(base::ErrorKind::input, "ANB-J202", {{"reason", std::move(reason)}},
                      drain_errors());
}

bool is_rsa(const EVP_PKEY* key)
{
    return EVP_PKEY_is_a(key, "RSA") == 1;
}

bool is_too_large(const EVP_PKEY* key)
{
    return EVP_PKEY_get_bits(key) > k_largest_rsa;
}

Number to_number(base::ByteView bytes)
{
    Number number(BN_secure_new());
    require(number != nullptr && bytes.size() <= INT_MAX &&
                BN_bin2bn(raw(bytes), static_cast<int>(bytes.size()), number.get()) != nullptr,
            "big number");
    return number;
}

Number key_number(EVP_PKEY* key, const char* name)
{
    BIGNUM* number = BN_secure_new();
    if (EVP_PKEY_get_bn_param(key, name, &number) != 1) {
        BN_clear_free(number);
        drain_errors();
        return nullptr;
    }
    return Number(number);
}

base::SecretBytes to_secret(const Number& number)
{
    auto bytes = base::SecretBytes::zeroed(static_cast<std::size_t>(BN_num_bytes(number.get())));
    BN_bn2bin(number.get(), raw_writable(bytes.reveal_writable()));
    return bytes;
}

base::Bytes to_bytes(const Number& number)
{
    base::Bytes bytes(static_cast<std::size_t>(BN_num_bytes(number.get())));
    BN_bn2bin(number.get(), raw_writable(bytes));
    return bytes;
}

std::string fault(const BIGNUM* n, const BIGNUM* e)
{
    const auto bits = BN_num_bits(n);
    if (bits < k_smallest_rsa || bits > k_largest_rsa) {
        return fmt::format("{} bit", bits);
    }
    if (!BN_is_odd(n)) {
        return "n mod 2 = 0";
    }
    if (!BN_is_odd(e) || BN_is_one(e) || BN_cmp(e, n) >= 0) {
        return fmt::format("e: {} bit, e mod 2 = {}", BN_num_bits(e), BN_is_odd(e));
    }
    return {};
}

std::string fault(const RsaNumbers& key)
{
    if (auto reason = fault(key.n.get(), key.e.get()); !reason.empty()) {
        return reason;
    }
    for (const auto* prime : {&key.p, &key.q}) {
        if (BN_is_zero(prime->get()) || BN_is_one(prime->get()) ||
            BN_cmp(prime->get(), key.n.get()) >= 0) {
            return "p*q != n";
        }
    }
    Owned<BN_CTX, BN_CTX_free> context(BN_CTX_secure_new());
    Number product(BN_secure_new()), less_one(BN_secure_new());
    require(context != nullptr && product != nullptr && less_one != nullptr, "big number");
    const auto multiply = [&](const Number& left, const Number& right, const BIGNUM* modulus) {
        require(modulus == nullptr
                    ? BN_mul(product.get(), left.get(), right.get(), context.get()) == 1
                    : BN_mod_mul(product.get(), left.get(), right.get(), modulus, context.get()) ==
                          1,
                "big number");
    };
    multiply(key.p, key.q, nullptr);
    if (BN_cmp(product.get(), key.n.get()) != 0) {
        return "p*q != n";
    }
    const auto exponents_fit = [&](const Number& prime, const Number& exponent) {
        require(BN_copy(less_one.get(), prime.get()) != nullptr &&
                    BN_sub_word(less_one.get(), 1) == 1 &&
                    BN_mod(product.get(), key.d.get(), less_one.get(), context.get()) == 1,
                "big number");
        if (BN_cmp(product.get(), exponent.get()) != 0) {
            return false;
        }
        multiply(key.e, exponent, less_one.get());
        return BN_is_one(product.get()) == 1;
    };
    if (!exponents_fit(key.p, key.dp)) {
        return "dp";
    }
    if (!exponents_fit(key.q, key.dq)) {
        return "dq";
    }
    multiply(key.qi, key.q, key.p.get());
    return BN_is_one(product.get()) && BN_cmp(key.qi.get(), key.p.get()) < 0 ? "" : "qi";
}

EVP_PKEY* build(int selection, std::initializer_list<std::pair<const char*, const Number*>> numbers)
{
    Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> builder(OSSL_PARAM_BLD_new());
    require(builder != nullptr, "key");
    for (const auto& [name, number] : numbers) {
        require(OSSL_PARAM_BLD_push_BN(builder.get(), name, number->get()) == 1, "key");
    }
    Owned<OSSL_PARAM, OSSL_PARAM_free> params(OSSL_PARAM_BLD_to_param(builder.get()));
    Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(
        EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY* key = nullptr;
    require(params != nullptr && context != nullptr && EVP_PKEY_fromdata_init(context.get()) == 1,
            "key");
    return EVP_PKEY_fromdata(context.get(), &key, selection, params.get()) == 1 ? key : nullptr;
}

} // namespace anb::crypto::detail
