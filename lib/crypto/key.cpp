// SPDX-License-Identifier: EUPL-1.2

#include "crypto/key.hpp"

#include "base/error.hpp"
#include "crypto/detail/rsa.hpp"
#include "crypto/openssl.hpp"

#include <climits>
#include <fmt/format.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <limits>

namespace anb::crypto {

namespace {

using namespace detail;

/// Numbers with some leading zero bytes are still read.
bool is_too_long(base::ByteView number)
{
    return number.size() > 2 * k_largest_rsa / 8;
}

} // namespace

PublicKey PublicKey::from_numbers(const RsaPublicNumbers& numbers)
{
    if (is_too_long(numbers.n) || is_too_long(numbers.e)) {
        refuse_public(fmt::format("> {} bit", k_largest_rsa));
    }
    const auto n = to_number(numbers.n), e = to_number(numbers.e);
    if (auto reason = fault(n.get(), e.get()); !reason.empty()) {
        refuse_public(std::move(reason));
    }
    auto* key =
        build(EVP_PKEY_PUBLIC_KEY, {{OSSL_PKEY_PARAM_RSA_N, &n}, {OSSL_PKEY_PARAM_RSA_E, &e}});
    if (key == nullptr) {
        refuse_public("n, e");
    }
    return adopt(key);
}

PublicKey PublicKey::adopt(evp_pkey_st* key)
{
    if (key == nullptr) {
        base::fail_internal("no key to adopt");
    }
    PublicKey result;
    result.m_key.reset(key, EVP_PKEY_free);
    return result;
}

bool PublicKey::is_rsa() const
{
    return detail::is_rsa(get());
}

std::string PublicKey::type_name() const
{
    const char* name = EVP_PKEY_get0_type_name(get());
    const std::string_view type = name == nullptr ? "?" : name;
    return std::string(type == "RSA-PSS" ? "RSASSA-PSS" : type);
}

int PublicKey::bits() const
{
    return EVP_PKEY_get_bits(get());
}

RsaPublicNumbers PublicKey::numbers() const
{
    if (!is_rsa()) {
        refuse_public(type_name());
    }
    const auto n = key_number(get(), OSSL_PKEY_PARAM_RSA_N);
    const auto e = key_number(get(), OSSL_PKEY_PARAM_RSA_E);
    if (n == nullptr || e == nullptr) {
        refuse_public("n, e");
    }
    return {to_bytes(n), to_bytes(e)};
}

base::Bytes PublicKey::to_der() const
{
    unsigned char* der = nullptr;
    const auto size = i2d_PUBKEY(get(), &der);
    require(size > 0, "public key to DER");
    const auto written = view(der, static_cast<std::size_t>(size));
    base::Bytes bytes(written.begin(), written.end());
    OPENSSL_free(der);
    return bytes;
}

bool operator==(const PublicKey& left, const PublicKey& right)
{
    const auto same = EVP_PKEY_eq(left.get(), right.get()) == 1;
    drain_errors();
    return same;
}

void PrivateKey::Free::operator()(evp_pkey_st* key) const
{
    EVP_PKEY_free(key);
}

PrivateKey PrivateKey::from_numbers(const RsaPrivateNumbers& numbers)
{
    for (const auto bytes : {base::ByteView(numbers.n), base::ByteView(numbers.e),
                             numbers.d.reveal(), numbers.p.reveal(), numbers.q.reveal(),
                             numbers.dp.reveal(), numbers.dq.reveal(), numbers.qi.reveal()}) {
        if (is_too_long(bytes)) {
            refuse_private(fmt::format("> {} bit", k_largest_rsa));
        }
    }
    const RsaNumbers key{to_number(numbers.n),           to_number(numbers.e),
                         to_number(numbers.d.reveal()),  to_number(numbers.p.reveal()),
                         to_number(numbers.q.reveal()),  to_number(numbers.dp.reveal()),
                         to_number(numbers.dq.reveal()), to_number(numbers.qi.reveal())};
    if (auto reason = fault(key); !reason.empty()) {
        refuse_private(std::move(reason));
    }
    auto* built = build(EVP_PKEY_KEYPAIR, {{OSSL_PKEY_PARAM_RSA_N, &key.n},
                                           {OSSL_PKEY_PARAM_RSA_E, &key.e},
                                           {OSSL_PKEY_PARAM_RSA_D, &key.d},
                                           {OSSL_PKEY_PARAM_RSA_FACTOR1, &key.p},
                                           {OSSL_PKEY_PARAM_RSA_FACTOR2, &key.q},
                                           {OSSL_PKEY_PARAM_RSA_EXPONENT1, &key.dp},
                                           {OSSL_PKEY_PARAM_RSA_EXPONENT2, &key.dq},
                                           {OSSL_PKEY_PARAM_RSA_COEFFICIENT1, &key.qi}});
    if (built == nullptr) {
        refuse_private("n, e, d");
    }
    return adopt(built);
}

PrivateKey PrivateKey::from_pkcs8(base::ByteView der)
{
    const auto* at = raw(der);
    Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free> info(
        der.size() > LONG_MAX
            ? nullptr
            : d2i_PKCS8_PRIV_KEY_INFO(nullptr, &at, static_cast<long>(der.size())));
    if (info == nullptr || at != raw(der) + der.size()) {
        refuse_private("PKCS#8");
    }
    auto* key = EVP_PKCS82PKEY(info.get());
    if (key == nullptr) {
        refuse_private("PKCS#8");
    }
    return adopt(key);
}

PrivateKey PrivateKey::generate_rsa(int bits)
{
    if (bits < k_smallest_rsa || bits > k_largest_rsa) {
        base::fail_internal("RSA key of impossible size");
    }
    auto* key = EVP_RSA_gen(static_cast<unsigned>(bits));
    require(key != nullptr, "RSA key generation");
    return adopt(key);
}

PrivateKey PrivateKey::adopt(evp_pkey_st* key)
{
    if (key == nullptr) {
        base::fail_internal("no key to adopt");
    }
    PrivateKey result;
    result.m_key.reset(key);
    if (is_too_large(key)) {
        refuse_private(fmt::format("{} bit", result.bits()));
    }
    return result;
}

PublicKey PrivateKey::public_key() const
{
    unsigned char* der = nullptr;
    const auto size = i2d_PUBKEY(get(), &der);
    const auto* at = static_cast<const unsigned char*>(der);
    auto* key = size > 0 ? d2i_PUBKEY(nullptr, &at, size) : nullptr;
    OPENSSL_free(der);
    if (key == nullptr) {
        refuse_private("n, e");
    }
    return PublicKey::adopt(key);
}

bool PrivateKey::is_rsa() const
{
    return detail::is_rsa(get());
}

int PrivateKey::bits() const
{
    return EVP_PKEY_get_bits(get());
}

RsaPrivateNumbers PrivateKey::numbers() const
{
    if (!is_rsa()) {
        refuse_private(EVP_PKEY_get0_type_name(get()));
    }
    RsaNumbers key;
    struct Member {
        const char* json;
        const char* openssl;
        Number RsaNumbers::*number;
    };
    for (const auto& member : {Member{"n", OSSL_PKEY_PARAM_RSA_N, &RsaNumbers::n},
                               Member{"e", OSSL_PKEY_PARAM_RSA_E, &RsaNumbers::e},
                               Member{"d", OSSL_PKEY_PARAM_RSA_D, &RsaNumbers::d},
                               Member{"p", OSSL_PKEY_PARAM_RSA_FACTOR1, &RsaNumbers::p},
                               Member{"q", OSSL_PKEY_PARAM_RSA_FACTOR2, &RsaNumbers::q},
                               Member{"dp", OSSL_PKEY_PARAM_RSA_EXPONENT1, &RsaNumbers::dp},
                               Member{"dq", OSSL_PKEY_PARAM_RSA_EXPONENT2, &RsaNumbers::dq},
                               Member{"qi", OSSL_PKEY_PARAM_RSA_COEFFICIENT1, &RsaNumbers::qi}}) {
        key.*member.number = key_number(get(), member.openssl);
        if (key.*member.number == nullptr) {
            refuse_private(member.json);
        }
    }
    if (auto reason = fault(key); !reason.empty()) {
        refuse_private(std::move(reason));
    }
    return {to_bytes(key.n),  to_bytes(key.e),   to_secret(key.d),  to_secret(key.p),
            to_secret(key.q), to_secret(key.dp), to_secret(key.dq), to_secret(key.qi)};
}

base::SecretBytes PrivateKey::to_pkcs8() const
{
    Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free> info(EVP_PKEY2PKCS8(get()));
    unsigned char* der = nullptr;
    const auto size = info == nullptr ? -1 : i2d_PKCS8_PRIV_KEY_INFO(info.get(), &der);
    require(size > 0, "private key to PKCS#8");
    const auto length = static_cast<std::size_t>(size);
    base::SecretBytes bytes(view(der, length));
    OPENSSL_clear_free(der, length);
    return bytes;
}

} // namespace anb::crypto
