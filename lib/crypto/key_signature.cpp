// SPDX-License-Identifier: EUPL-1.2

#include "crypto/detail/evp_digest.hpp"
#include "crypto/detail/rsa.hpp"
#include "crypto/key.hpp"
#include "crypto/openssl.hpp"

#include <fmt/format.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

namespace anb::crypto {

namespace {

using namespace detail;

using DigestContext = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;

bool set_padding(EVP_PKEY_CTX* context, SignatureScheme scheme, const EVP_MD* digest)
{
    switch (scheme) {
    case SignatureScheme::rsa_pkcs1:
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
    case SignatureScheme::rsa_pss:
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
               EVP_PKEY_CTX_set_rsa_mgf1_md(context, digest) == 1 &&
               EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
    case SignatureScheme::ecdsa:
        return true;
    }
    return false;
}

bool fits(const EVP_PKEY* key, SignatureScheme scheme)
{
    return scheme == SignatureScheme::ecdsa ? EVP_PKEY_is_a(key, "EC") == 1
                                            : is_rsa(key) && !is_too_large(key);
}

/// The DER form of two numbers that stand one behind the other; empty when they do not.
base::Bytes to_der_signature(const EVP_PKEY* key, base::ByteView both)
{
    const auto size = static_cast<std::size_t>(EVP_PKEY_get_bits(key) + 7) / 8;
    if (both.size() != 2 * size) {
        return {};
    }
    Owned<ECDSA_SIG, ECDSA_SIG_free> signature(ECDSA_SIG_new());
    auto r = to_number(both.first(size)), s = to_number(both.subspan(size));
    require(signature != nullptr && ECDSA_SIG_set0(signature.get(), r.get(), s.get()) == 1,
            "ECDSA");
    r.release();
    s.release();
    unsigned char* der = nullptr;
    const auto length = i2d_ECDSA_SIG(signature.get(), &der);
    require(length > 0, "ECDSA");
    const auto written = view(der, static_cast<std::size_t>(length));
    base::Bytes bytes(written.begin(), written.end());
    OPENSSL_free(der);
    return bytes;
}

} // namespace

bool PublicKey::verify(SignatureScheme scheme, DigestAlgorithm digest, base::ByteView message,
                       base::ByteView signature) const
{
    if (!fits(get(), scheme)) {
        return false;
    }
    base::Bytes der;
    if (scheme == SignatureScheme::ecdsa) {
        der = to_der_signature(get(), signature);
        signature = der;
    }
    // RFC 8017 §8.1.2 and §8.2.2, step 1; OpenSSL also takes one without its leading zero bytes.
    if (signature.empty() ||
        (scheme != SignatureScheme::ecdsa &&
         signature.size() != static_cast<std::size_t>(EVP_PKEY_get_size(get())))) {
        return false;
    }
    DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* key_context = nullptr;
    const auto* method = evp(digest);
    require(context != nullptr &&
                EVP_DigestVerifyInit(context.get(), &key_context, method, nullptr, get()) == 1 &&
                set_padding(key_context, scheme, method),
            "verification");
    const auto good = EVP_DigestVerify(context.get(), raw(signature), signature.size(),
                                       raw(message), message.size()) == 1;
    drain_errors();
    return good;
}

bool PublicKey::verify_ps512(base::ByteView message, base::ByteView signature) const
{
    return verify(SignatureScheme::rsa_pss, DigestAlgorithm::sha512, message, signature);
}

bool PublicKey::verify_rs256(base::ByteView message, base::ByteView signature) const
{
    return verify(SignatureScheme::rsa_pkcs1, DigestAlgorithm::sha256, message, signature);
}

base::Bytes PrivateKey::sign(SignatureScheme scheme, DigestAlgorithm digest,
                             base::ByteView message) const
{
    if (!detail::is_rsa(get()) || scheme == SignatureScheme::ecdsa) {
        refuse_private(EVP_PKEY_get0_type_name(get()));
    }
    DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* key_context = nullptr;
    const auto* method = evp(digest);
    require(context != nullptr &&
                EVP_DigestSignInit(context.get(), &key_context, method, nullptr, get()) == 1 &&
                set_padding(key_context, scheme, method),
            "signature");
    auto size = static_cast<std::size_t>(EVP_PKEY_get_size(get()));
    base::Bytes signature(size);
    if (EVP_DigestSign(context.get(), raw_writable(signature), &size, raw(message),
                       message.size()) != 1) {
        refuse_private(fmt::format("{}, {} bit", EVP_MD_get0_name(method), bits()));
    }
    signature.resize(size);
    return signature;
}

base::Bytes PrivateKey::sign_ps512(base::ByteView message) const
{
    return sign(SignatureScheme::rsa_pss, DigestAlgorithm::sha512, message);
}

base::Bytes PrivateKey::sign_rs256(base::ByteView message) const
{
    return sign(SignatureScheme::rsa_pkcs1, DigestAlgorithm::sha256, message);
}

} // namespace anb::crypto
