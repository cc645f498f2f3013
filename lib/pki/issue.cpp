// SPDX-License-Identifier: EUPL-1.2

#include "pki/issue.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/openssl.hpp"
#include "crypto/random.hpp"

#include <climits>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace anb::pki {

namespace {

using crypto::drain_errors;
using crypto::Owned;

constexpr int k_iterations = 100'000;
constexpr int k_salt_size = 16;

void require(bool good, std::string_view what)
{
    if (!good) {
        base::fail_internal(std::string(what) + ": " + drain_errors());
    }
}

/// 63 random bits: positive in 8 octets, never zero.
void set_serial(X509* certificate)
{
    auto bytes = crypto::random_bytes(8);
    bytes[0] = (bytes[0] & std::byte{0x3f}) | std::byte{0x40};
    Owned<BIGNUM, BN_free> number(
        BN_bin2bn(crypto::raw(bytes), static_cast<int>(bytes.size()), nullptr));
    require(number != nullptr &&
                BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr,
            "serial number");
}

void add_name(X509_NAME* name, const char* field, const std::string& value)
{
    if (!value.empty()) {
        require(value.size() <= INT_MAX &&
                    X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                               reinterpret_cast<const unsigned char*>(value.data()),
                                               static_cast<int>(value.size()), -1, 0) == 1,
                "subject");
    }
}

template <auto free_function, typename T>
void add_extension(X509* certificate, int nid, T* value, bool critical)
{
    const Owned<T, free_function> owned(value);
    require(owned != nullptr && X509_add1_ext_i2d(certificate, nid, value, critical ? 1 : 0,
                                                  X509V3_ADD_DEFAULT) == 1,
            OBJ_nid2sn(nid));
}

Owned<GENERAL_NAME, GENERAL_NAME_free> general_name(int type, const std::string& value)
{
    Owned<GENERAL_NAME, GENERAL_NAME_free> name(
        a2i_GENERAL_NAME(nullptr, nullptr, nullptr, type, value.c_str(), 0));
    require(name != nullptr, "subjectAltName");
    return name;
}

void add_alternative_names(X509* certificate, const CertificateRequest& request)
{
    if (request.dns_names.empty() && request.ip_addresses.empty()) {
        return;
    }
    auto* names = sk_GENERAL_NAME_new_null();
    const auto add = [&](int type, const std::vector<std::string>& values) {
        for (const auto& value : values) {
            require(sk_GENERAL_NAME_push(names, general_name(type, value).release()) > 0,
                    "subjectAltName");
        }
    };
    add(GEN_DNS, request.dns_names);
    add(GEN_IPADD, request.ip_addresses);
    add_extension<GENERAL_NAMES_free>(certificate, NID_subject_alt_name, names, false);
}

void add_key_usage(X509* certificate, std::uint16_t usage)
{
    auto* bits = ASN1_BIT_STRING_new();
    for (int bit = 0; bit < 16; ++bit) {
        if ((usage >> bit & 1) != 0) {
            require(ASN1_BIT_STRING_set_bit(bits, bit, 1) == 1, "keyUsage");
        }
    }
    add_extension<ASN1_BIT_STRING_free>(certificate, NID_key_usage, bits, true);
}

/// SHA-1 of the subject's public key (RFC 5280 §4.2.1.2, method 1).
ASN1_OCTET_STRING* key_id(const X509* certificate)
{
    const auto* key = X509_get0_pubkey_bitstr(certificate);
    const auto id = crypto::digest(crypto::DigestAlgorithm::sha1,
                                   crypto::view(ASN1_STRING_get0_data(key),
                                                static_cast<std::size_t>(ASN1_STRING_length(key))));
    auto* value = ASN1_OCTET_STRING_new();
    require(value != nullptr &&
                ASN1_OCTET_STRING_set(value, crypto::raw(id), static_cast<int>(id.size())) == 1,
            "subjectKeyIdentifier");
    return value;
}

void add_extensions(X509* certificate, const CertificateRequest& request, const X509* issuer)
{
    if (request.ca) {
        auto* constraints = BASIC_CONSTRAINTS_new();
        constraints->ca = 0xff; // X.690 §11.1
        add_extension<BASIC_CONSTRAINTS_free>(certificate, NID_basic_constraints, constraints,
                                              true);
        add_extension<ASN1_OCTET_STRING_free>(certificate, NID_subject_key_identifier,
                                              key_id(certificate), false);
    }
    auto* authority = AUTHORITY_KEYID_new();
    authority->keyid = key_id(issuer);
    add_extension<AUTHORITY_KEYID_free>(certificate, NID_authority_key_identifier, authority,
                                        false);
    if (request.key_usage != 0) {
        add_key_usage(certificate, request.key_usage);
    }
    if (request.server_auth) {
        auto* usage = sk_ASN1_OBJECT_new_null();
        sk_ASN1_OBJECT_push(usage, OBJ_nid2obj(NID_server_auth));
        add_extension<EXTENDED_KEY_USAGE_free>(certificate, NID_ext_key_usage, usage, false);
    }
    add_alternative_names(certificate, request);
}

base::SecretBytes to_c_string(const base::SecretString& text)
{
    auto bytes = base::SecretBytes::zeroed(text.size() + 1);
    std::ranges::copy(base::as_bytes(text.reveal()), bytes.reveal_writable().begin());
    return bytes;
}

/// Everything but the issuer's name, the extensions and the signature.
Owned<X509, X509_free> draft(EVP_PKEY* key, const CertificateRequest& request)
{
    constexpr long k_version_3 = 2;
    Owned<X509, X509_free> certificate(X509_new());
    require(certificate != nullptr && X509_set_version(certificate.get(), k_version_3) == 1 &&
                X509_set_pubkey(certificate.get(), key) == 1,
            "certificate");
    set_serial(certificate.get());
    require(ASN1_TIME_set(X509_getm_notBefore(certificate.get()),
                          base::to_unix(request.not_before)) != nullptr &&
                ASN1_TIME_set(X509_getm_notAfter(certificate.get()),
                              base::to_unix(request.not_after)) != nullptr,
            "validity");
    auto* name = X509_get_subject_name(certificate.get());
    add_name(name, "C", request.country);
    add_name(name, "O", request.organization);
    add_name(name, "CN", request.common_name);
    return certificate;
}

} // namespace

Certificate self_sign(const crypto::PrivateKey& key, const CertificateRequest& request)
{
    constexpr int k_salt = 64;
    auto certificate = draft(key.get(), request);
    require(X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get())) == 1,
            "issuer");
    add_extensions(certificate.get(), request, certificate.get());
    Owned<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* method = nullptr;
    require(context != nullptr &&
                EVP_DigestSignInit(context.get(), &method, EVP_sha512(), nullptr, key.get()) == 1 &&
                EVP_PKEY_CTX_set_rsa_padding(method, RSA_PKCS1_PSS_PADDING) == 1 &&
                EVP_PKEY_CTX_set_rsa_pss_saltlen(method, k_salt) == 1 &&
                X509_sign_ctx(certificate.get(), context.get()) > 0,
            "signature");
    return Certificate::adopt(certificate.release());
}

Certificate issue(const crypto::PublicKey& subject_key, const CertificateRequest& request,
                  const Certificate& issuer, const crypto::PrivateKey& issuer_key)
{
    auto certificate = draft(subject_key.get(), request);
    require(X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get())) == 1,
            "issuer");
    add_extensions(certificate.get(), request, issuer.get());
    require(X509_sign(certificate.get(), issuer_key.get(), EVP_sha256()) > 0, "signature");
    return Certificate::adopt(certificate.release());
}

base::SecretBytes to_pkcs12(const crypto::PrivateKey& key, const std::vector<Certificate>& chain,
                            const base::SecretString& password, const std::string& friendly_name)
{
    require(!chain.empty(), "PKCS#12 without certificate");
    Owned<STACK_OF(X509), [](STACK_OF(X509) * stack) { sk_X509_free(stack); }> others(
        sk_X509_new_null());
    for (std::size_t i = 1; i < chain.size(); ++i) {
        require(sk_X509_push(others.get(), chain[i].get()) > 0, "PKCS#12");
    }
    const auto terminated = to_c_string(password);
    const auto* secret = reinterpret_cast<const char*>(terminated.reveal().data());
    Owned<PKCS12, PKCS12_free> store(PKCS12_create(
        secret, friendly_name.empty() ? nullptr : friendly_name.c_str(), key.get(),
        chain.front().get(), others.get(), NID_aes_256_cbc, NID_aes_256_cbc, k_iterations, -1, 0));
    require(store != nullptr && PKCS12_set_mac(store.get(), secret, -1, nullptr, k_salt_size,
                                               k_iterations, EVP_sha256()) == 1,
            "PKCS#12");
    unsigned char* der = nullptr;
    const auto size = i2d_PKCS12(store.get(), &der);
    require(size > 0, "PKCS#12");
    base::SecretBytes bytes(crypto::view(der, static_cast<std::size_t>(size)));
    OPENSSL_free(der);
    return bytes;
}

} // namespace anb::pki
