// SPDX-License-Identifier: EUPL-1.2

#include "pki/detail/scheme.hpp"

#include "base/error.hpp"

#include <openssl/evp.h>
#include <openssl/provider.h>
#include <openssl/x509.h>

#include <array>

namespace anb::pki::detail {

namespace {

using crypto::drain_errors;
using crypto::Owned;

constexpr int k_most_salt = 1024;
constexpr std::uint64_t k_most_key_length = 64;
constexpr std::size_t k_most_bags = 1000;
constexpr int k_most_nesting = 8;

struct Known {
    int nid;
    const char* name;
    bool outdated;
    bool needs_legacy;
    bool raw_password;
};

/// RFC 7292 App. C and RFC 8018 App. A.3.
constexpr Known k_one_step[] = {
    {NID_pbe_WithSHA1And128BitRC4, "RC4-128", true, true, false},
    {NID_pbe_WithSHA1And40BitRC4, "RC4-40", true, true, false},
    {NID_pbe_WithSHA1And3_Key_TripleDES_CBC, "3DES", true, false, false},
    {NID_pbe_WithSHA1And2_Key_TripleDES_CBC, "2DES", true, false, false},
    {NID_pbe_WithSHA1And128BitRC2_CBC, "RC2-128", true, true, false},
    {NID_pbe_WithSHA1And40BitRC2_CBC, "RC2-40", true, true, false},
    {NID_pbeWithMD5AndDES_CBC, "DES", true, true, true},
    {NID_pbeWithSHA1AndDES_CBC, "DES", true, true, true},
    {NID_pbeWithMD5AndRC2_CBC, "RC2-64", true, true, true},
    {NID_pbeWithSHA1AndRC2_CBC, "RC2-64", true, true, true},
};

/// Ciphers of PBES2 (RFC 8018 App. B.2).
constexpr Known k_two_steps[] = {
    {NID_aes_128_cbc, "AES-128-CBC", false, false, true},
    {NID_aes_192_cbc, "AES-192-CBC", false, false, true},
    {NID_aes_256_cbc, "AES-256-CBC", false, false, true},
    {NID_camellia_128_cbc, "CAMELLIA-128-CBC", false, false, true},
    {NID_camellia_192_cbc, "CAMELLIA-192-CBC", false, false, true},
    {NID_camellia_256_cbc, "CAMELLIA-256-CBC", false, false, true},
    {NID_des_ede3_cbc, "3DES", true, false, true},
    {NID_des_cbc, "DES", true, true, true},
    {NID_rc2_cbc, "RC2", true, true, true},
};

template <std::size_t size>
const Known* find(const Known (&table)[size], int nid)
{
    for (const auto& known : table) {
        if (known.nid == nid) {
            return &known;
        }
    }
    return nullptr;
}

Scheme to_scheme(const Known& known)
{
    return {known.name, known.outdated, known.needs_legacy, known.raw_password, 1};
}

std::string name_of(const ASN1_OBJECT* object)
{
    std::array<char, 128> text{};
    OBJ_obj2txt(text.data(), static_cast<int>(text.size()), object, 0);
    return text.data();
}

template <typename T, auto free_function>
Owned<T, free_function> unpack(const ASN1_ITEM* item, const X509_ALGOR* algorithm)
{
    return Owned<T, free_function>(
        static_cast<T*>(ASN1_TYPE_unpack_sequence(item, algorithm->parameter)));
}

bool has_digest(int prf)
{
    int digest = NID_undef;
    const auto known = EVP_PBE_find(EVP_PBE_TYPE_PRF, prf, nullptr, &digest, nullptr) == 1 &&
                       EVP_get_digestbynid(digest) != nullptr;
    drain_errors();
    return known;
}

} // namespace

void Guard::refuse_excess(std::string name, std::string found, std::uint64_t limit) const
{
    throw base::Error(base::ErrorKind::input, "ANB-J107",
                      {{"file", std::string(m_origin)},
                       {"name", std::move(name)},
                       {"n", std::move(found)},
                       {"limit", std::to_string(limit)}});
}

void Guard::refuse_unknown(std::string name) const
{
    throw base::Error(base::ErrorKind::input, "ANB-J117",
                      {{"file", std::string(m_origin)}, {"name", std::move(name)}}, drain_errors());
}

void Guard::refuse_damaged(std::string reason) const
{
    throw base::Error(base::ErrorKind::input, "ANB-J102",
                      {{"file", std::string(m_origin)}, {"reason", std::move(reason)}},
                      drain_errors());
}

std::uint64_t Guard::charge(const asn1_string_st* iterations)
{
    std::int64_t count = 1;
    if (iterations != nullptr && ASN1_INTEGER_get_int64(&count, iterations) != 1) {
        drain_errors();
        refuse_excess("iterations", "> 2^63", m_limit);
    }
    if (count < 1) {
        refuse_damaged("iterations < 1");
    }
    const auto charged = static_cast<std::uint64_t>(count);
    if (charged > m_left) {
        refuse_excess("iterations", std::to_string(m_limit - m_left + charged), m_limit);
    }
    m_left -= charged;
    m_single = m_single || charged == 1;
    return charged;
}

void Guard::check_salt(const asn1_string_st* salt) const
{
    if (salt == nullptr) {
        refuse_damaged("salt");
    }
    if (const auto size = ASN1_STRING_length(salt); size > k_most_salt) {
        refuse_excess("salt", std::to_string(size), k_most_salt);
    }
}

void Guard::examine_mac(const X509_algor_st* digest, const asn1_string_st* salt,
                        const asn1_string_st* iterations)
{
    check_salt(salt);
    charge(iterations);
    if (EVP_get_digestbyobj(digest->algorithm) == nullptr) {
        refuse_unknown(name_of(digest->algorithm));
    }
}

Scheme Guard::examine(const X509_algor_st* algorithm)
{
    const auto nid = OBJ_obj2nid(algorithm->algorithm);
    if (nid == NID_pbes2) {
        return examine_pbes2(algorithm);
    }
    const auto* known = find(k_one_step, nid);
    if (known == nullptr) {
        refuse_unknown(name_of(algorithm->algorithm));
    }
    const auto params = unpack<PBEPARAM, PBEPARAM_free>(ASN1_ITEM_rptr(PBEPARAM), algorithm);
    if (params == nullptr) {
        refuse_damaged(known->name);
    }
    check_salt(params->salt);
    auto scheme = to_scheme(*known);
    scheme.iterations = charge(params->iter);
    return scheme;
}

Scheme Guard::examine_pbes2(const X509_algor_st* algorithm)
{
    const auto outer = unpack<PBE2PARAM, PBE2PARAM_free>(ASN1_ITEM_rptr(PBE2PARAM), algorithm);
    if (outer == nullptr) {
        refuse_damaged("PBES2");
    }
    const auto* known = find(k_two_steps, OBJ_obj2nid(outer->encryption->algorithm));
    if (known == nullptr) {
        refuse_unknown(name_of(outer->encryption->algorithm));
    }
    if (OBJ_obj2nid(outer->keyfunc->algorithm) != NID_id_pbkdf2) {
        refuse_unknown(name_of(outer->keyfunc->algorithm));
    }
    const auto params =
        unpack<PBKDF2PARAM, PBKDF2PARAM_free>(ASN1_ITEM_rptr(PBKDF2PARAM), outer->keyfunc);
    if (params == nullptr || params->salt->type != V_ASN1_OCTET_STRING) {
        refuse_damaged("PBKDF2");
    }
    check_salt(params->salt->value.octet_string);
    std::uint64_t length = 0;
    if (params->keylength != nullptr &&
        (ASN1_INTEGER_get_uint64(&length, params->keylength) != 1 || length > k_most_key_length)) {
        drain_errors();
        refuse_excess("keyLength", length == 0 ? "> 2^64" : std::to_string(length),
                      k_most_key_length);
    }
    if (params->prf != nullptr && !has_digest(OBJ_obj2nid(params->prf->algorithm))) {
        refuse_unknown(name_of(params->prf->algorithm));
    }
    auto scheme = to_scheme(*known);
    scheme.iterations = charge(params->iter);
    return scheme;
}

void Guard::count_bag(int depth)
{
    if (depth > k_most_nesting) {
        refuse_excess("nesting", std::to_string(depth), k_most_nesting);
    }
    if (++m_bags > k_most_bags) {
        refuse_excess("bags", std::to_string(m_bags), k_most_bags);
    }
}

LegacyContext::~LegacyContext()
{
    for (auto* provider : {m_legacy, m_default}) {
        if (provider != nullptr) {
            OSSL_PROVIDER_unload(provider);
        }
    }
    OSSL_LIB_CTX_free(m_context);
}

ossl_lib_ctx_st* LegacyContext::get(std::string_view origin, std::string_view scheme)
{
    if (m_context == nullptr) {
        m_context = OSSL_LIB_CTX_new();
    }
    if (m_legacy == nullptr) {
        m_legacy = OSSL_PROVIDER_load(m_context, "legacy");
        m_default = OSSL_PROVIDER_load(m_context, "default");
    }
    if (m_legacy == nullptr || m_default == nullptr) {
        throw base::Error(base::ErrorKind::input, "ANB-J108",
                          {{"file", std::string(origin)}, {"name", std::string(scheme)}},
                          drain_errors());
    }
    return m_context;
}

} // namespace anb::pki::detail
