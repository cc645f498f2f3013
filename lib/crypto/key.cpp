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
using base::Error;
using base::ErrorKind;

using KeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using DigestContext = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;

constexpr int k_ps512_salt = 64;

[[noreturn]] void refuse_public(std::string reason)
{
    throw Error(ErrorKind::input, "ANB-J201", {{"reason", std::move(reason)}}, drain_errors());
}

[[noreturn]] void refuse_private(std::string reason)
{
    throw Error(ErrorKind::input, "ANB-J202", {{"reason", std::move(reason)}}, drain_errors());
}

/// Numbers with some leading zero bytes are still read.
bool is_too_long(base::ByteView number)
{
    return number.size() > 2 * k_largest_rsa / 8;
}

KeyContext oaep256(EVP_PKEY* key, int (*init)(EVP_PKEY_CTX*))
{
    KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    require(context != nullptr && init(context.get()) == 1 &&
                EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING) == 1 &&
                EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), EVP_sha256()) == 1 &&
                EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), EVP_sha256()) == 1,
            "RSA-OAEP-256");
    return context;
}

void set_ps512(EVP_PKEY_CTX* context)
{
    require(EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
                EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha512()) == 1 &&
                EVP_PKEY_CTX_set_rsa_pss_saltlen(context, k_ps512_salt) == 1,
            "PS512");
}

void set_pkcs1(EVP_PKEY_CTX* context)
{
    require(EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1, "RS256");
}

bool is_plain_rsa(const EVP_PKEY* key)
{
    return EVP_PKEY_is_a(key, "RSA") == 1;
}

/// A signature scheme over RSA: its name, its digest, and what is to be set for it.
struct Scheme {
    const char* name;
    const EVP_MD* (*digest)();
    void (*set)(EVP_PKEY_CTX*);
};

constexpr Scheme k_ps512{"PS512", EVP_sha512, set_ps512};
constexpr Scheme k_rs256{"RS256", EVP_sha256, set_pkcs1};

bool is_good(EVP_PKEY* key, const Scheme& scheme, base::ByteView message, base::ByteView signature)
{
    // RFC 8017 §8.1.2 and §8.2.2, step 1; OpenSSL also takes one without its leading zero bytes.
    if (signature.size() != static_cast<std::size_t>(EVP_PKEY_get_size(key))) {
        return false;
    }
    DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* key_context = nullptr;
    require(context != nullptr && EVP_DigestVerifyInit(context.get(), &key_context, scheme.digest(),
                                                       nullptr, key) == 1,
            scheme.name);
    scheme.set(key_context);
    const auto good = EVP_DigestVerify(context.get(), raw(signature), signature.size(),
                                       raw(message), message.size()) == 1;
    drain_errors();
    return good;
}

base::Bytes make_signature(EVP_PKEY* key, const Scheme& scheme, base::ByteView message)
{
    if (!is_plain_rsa(key)) {
        refuse_private(EVP_PKEY_get0_type_name(key));
    }
    DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* key_context = nullptr;
    require(context != nullptr &&
                EVP_DigestSignInit(context.get(), &key_context, scheme.digest(), nullptr, key) == 1,
            scheme.name);
    scheme.set(key_context);
    auto size = static_cast<std::size_t>(EVP_PKEY_get_size(key));
    base::Bytes signature(size);
    if (EVP_DigestSign(context.get(), raw_writable(signature), &size, raw(message),
                       message.size()) != 1) {
        refuse_private(fmt::format("{}, {} bit", scheme.name, EVP_PKEY_get_bits(key)));
    }
    signature.resize(size);
    return signature;
}

bool is_too_large(const EVP_PKEY* key)
{
    return EVP_PKEY_get_bits(key) > k_largest_rsa;
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
    return is_plain_rsa(get());
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

bool PublicKey::verify_ps512(base::ByteView message, base::ByteView signature) const
{
    return is_rsa() && !is_too_large(get()) && is_good(get(), k_ps512, message, signature);
}

bool PublicKey::verify_rs256(base::ByteView message, base::ByteView signature) const
{
    return is_rsa() && !is_too_large(get()) && is_good(get(), k_rs256, message, signature);
}

base::Bytes PublicKey::wrap_oaep256(base::ByteView content_key) const
{
    if (!is_rsa()) {
        refuse_public(type_name());
    }
    if (is_too_large(get())) {
        refuse_public(fmt::format("{} bit", bits()));
    }
    const auto context = oaep256(get(), EVP_PKEY_encrypt_init);
    auto size = static_cast<std::size_t>(EVP_PKEY_get_size(get()));
    base::Bytes wrapped(size);
    if (EVP_PKEY_encrypt(context.get(), raw_writable(wrapped), &size, raw(content_key),
                         content_key.size()) != 1) {
        refuse_public(fmt::format("{} bit", bits()));
    }
    wrapped.resize(size);
    return wrapped;
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
    return is_plain_rsa(get());
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

base::Bytes PrivateKey::sign_ps512(base::ByteView message) const
{
    return make_signature(get(), k_ps512, message);
}

base::Bytes PrivateKey::sign_rs256(base::ByteView message) const
{
    return make_signature(get(), k_rs256, message);
}

base::SecretBytes PrivateKey::unwrap_oaep256(base::ByteView wrapped) const
{
    if (!is_rsa()) {
        refuse_private(EVP_PKEY_get0_type_name(get()));
    }
    const auto context = oaep256(get(), EVP_PKEY_decrypt_init);
    auto size = static_cast<std::size_t>(EVP_PKEY_get_size(get()));
    auto unwrapped = base::SecretBytes::zeroed(size);
    const auto good = EVP_PKEY_decrypt(context.get(), raw_writable(unwrapped.reveal_writable()),
                                       &size, raw(wrapped), wrapped.size()) == 1;
    drain_errors();
    if (!good) {
        throw Error(ErrorKind::input, "ANB-J301");
    }
    return base::SecretBytes(unwrapped.reveal().first(size));
}

} // namespace anb::crypto
