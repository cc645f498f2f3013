// SPDX-License-Identifier: EUPL-1.2

#include "crypto/openssl.hpp"
#include "pki/detail/oid.hpp"
#include "pki/facts.hpp"

#include <climits>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace anb::pki {

namespace {

/// RSASSA-PSS-params (RFC 4055 §3.1) with its defaults.
struct PssParameters {
    int hash = NID_sha1;
    int mask_hash = NID_sha1;
    std::int64_t salt = 20;
};

int hash_of(der::Cursor& explicit_tag)
{
    der::Cursor algorithm(explicit_tag.expect(der::sequence));
    return detail::to_nid(algorithm.expect(der::object_identifier).content);
}

std::optional<PssParameters> to_pss(base::ByteView parameters)
{
    PssParameters pss;
    try {
        der::Cursor fields(der::Cursor(parameters).expect(der::sequence));
        if (const auto hash = fields.maybe(der::context(0, true))) {
            der::Cursor inner(*hash);
            pss.hash = hash_of(inner);
        }
        if (const auto mask = fields.maybe(der::context(1, true))) {
            der::Cursor inner(*mask);
            der::Cursor algorithm(inner.expect(der::sequence));
            algorithm.expect(der::object_identifier);
            pss.mask_hash = hash_of(algorithm);
        }
        if (const auto salt = fields.maybe(der::context(2, true))) {
            der::Cursor inner(*salt);
            pss.salt = der::to_number(inner.expect(der::integer)).value_or(-1);
        }
    } catch (const der::Malformed&) {
        return std::nullopt;
    }
    return pss;
}

using Context = crypto::Owned<EVP_MD_CTX, EVP_MD_CTX_free>;

bool set_pss(EVP_PKEY_CTX* key_context, const PssParameters& pss)
{
    const auto* mask = EVP_get_digestbynid(pss.mask_hash);
    return mask != nullptr && pss.salt >= 0 && pss.salt <= INT_MAX &&
           EVP_PKEY_CTX_set_rsa_padding(key_context, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(key_context, mask) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(key_context, static_cast<int>(pss.salt)) == 1;
}

bool verify(const Algorithm& algorithm, base::ByteView message, base::ByteView signature,
            EVP_PKEY* key)
{
    int hash = NID_undef, key_type = NID_undef;
    const auto scheme = detail::to_nid(algorithm.oid);
    std::optional<PssParameters> pss;
    if (scheme == NID_rsassaPss) {
        pss = to_pss(algorithm.parameters);
        if (!pss) {
            return false;
        }
        hash = pss->hash;
    } else if (OBJ_find_sigid_algs(scheme, &hash, &key_type) != 1 ||
               EVP_PKEY_get_base_id(key) != EVP_PKEY_type(key_type)) {
        return false;
    }
    const auto* digest = hash == NID_undef ? nullptr : EVP_get_digestbynid(hash);
    if (hash != NID_undef && digest == nullptr) {
        return false;
    }
    const Context context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* key_context = nullptr;
    return context != nullptr &&
           EVP_DigestVerifyInit(context.get(), &key_context, digest, nullptr, key) == 1 &&
           (!pss || set_pss(key_context, *pss)) &&
           EVP_DigestVerify(context.get(), crypto::raw(signature), signature.size(),
                            crypto::raw(message), message.size()) == 1;
}

} // namespace

std::string Algorithm::to_text() const
{
    if (detail::to_nid(oid) != NID_rsassaPss) {
        return detail::long_name(oid);
    }
    const auto pss = to_pss(parameters);
    return pss ? fmt::format("RSASSA-PSS {}, salt {}", OBJ_nid2ln(pss->hash), pss->salt)
               : "RSASSA-PSS";
}

bool verify_signature(const Algorithm& algorithm, base::ByteView message, base::ByteView signature,
                      const crypto::PublicKey& key)
{
    const auto good = verify(algorithm, message, signature, key.get());
    if (!good) {
        crypto::drain_errors();
    }
    return good;
}

std::optional<crypto::PublicKey> to_public_key(base::ByteView spki)
{
    const auto* at = crypto::raw(spki);
    auto* key =
        spki.size() > LONG_MAX ? nullptr : d2i_PUBKEY(nullptr, &at, static_cast<long>(spki.size()));
    if (key == nullptr) {
        crypto::drain_errors();
        return std::nullopt;
    }
    return crypto::PublicKey::adopt(key);
}

} // namespace anb::pki
