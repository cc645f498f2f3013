// SPDX-License-Identifier: EUPL-1.2

#include "pki/detail/store.hpp"

#include "base/text.hpp"
#include "crypto/openssl.hpp"
#include "pki/detail/password.hpp"
#include "pki/detail/scheme.hpp"

#include <openssl/pkcs12.h>

#include <algorithm>
#include <optional>

namespace anb::pki::detail {

namespace {

using base::Error;
using base::ErrorKind;
using base::Severity;
using crypto::drain_errors;
using crypto::Owned;

void free_safes(STACK_OF(PKCS7) * safes)
{
    sk_PKCS7_pop_free(safes, PKCS7_free);
}

void free_bags(STACK_OF(PKCS12_SAFEBAG) * bags)
{
    sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
}

using Safes = Owned<STACK_OF(PKCS7), free_safes>;
using Bags = Owned<STACK_OF(PKCS12_SAFEBAG), free_bags>;
using KeyInfo = Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;

std::string alias_of(PKCS12_SAFEBAG* bag)
{
    char* name = PKCS12_get_friendlyname(bag);
    drain_errors();
    std::string alias = name == nullptr ? "" : base::printable(name);
    OPENSSL_free(name);
    return alias;
}

class Reader {
public:
    Reader(const base::SecretString& password, std::string_view origin,
           std::uint64_t max_iterations)
        : m_origin(origin), m_guard(origin, max_iterations), m_variants(password_variants(password))
    {
    }

    StoreContents read(base::ByteView der)
    {
        const auto* at = crypto::raw(der);
        const Owned<PKCS12, PKCS12_free> store(
            d2i_PKCS12(nullptr, &at, static_cast<long>(der.size())));
        if (store == nullptr) {
            refuse_damaged("DER");
        }
        if (at != crypto::raw(der) + der.size()) {
            note(Severity::note, "ANB-J116",
                 {{"n", std::to_string(crypto::raw(der) + der.size() - at)}});
        }
        const auto has_mac = PKCS12_mac_present(store.get()) == 1;
        if (has_mac) {
            examine_mac(store.get());
        }
        const Safes safes(PKCS12_unpack_authsafes(store.get()));
        if (safes == nullptr) {
            refuse_damaged("AuthenticatedSafe");
        }
        const auto schemes = examine(safes.get());
        if (has_mac) {
            verify_mac(store.get());
        } else {
            note(Severity::warning, "ANB-J111", {});
        }
        for (int i = 0; i < sk_PKCS7_num(safes.get()); ++i) {
            const auto bags =
                open(sk_PKCS7_value(safes.get(), i), schemes[static_cast<std::size_t>(i)]);
            walk(bags.get(), 0);
        }
        add_findings();
        return std::move(m_contents);
    }

private:
    void examine_mac(PKCS12* store)
    {
        const ASN1_OCTET_STRING* salt = nullptr;
        const ASN1_INTEGER* iterations = nullptr;
        const X509_ALGOR* digest = nullptr;
        PKCS12_get0_mac(nullptr, &digest, &salt, &iterations, store);
        m_guard.examine_mac(digest, salt, iterations);
    }

    /// One entry per content; nothing for one that is not encrypted.
    std::vector<std::optional<Scheme>> examine(const STACK_OF(PKCS7) * safes)
    {
        std::vector<std::optional<Scheme>> schemes;
        for (int i = 0; i < sk_PKCS7_num(safes); ++i) {
            const auto* safe = sk_PKCS7_value(safes, i);
            const auto nid = OBJ_obj2nid(safe->type);
            m_guard.count_bag(0);
            if (nid == NID_pkcs7_data) {
                schemes.emplace_back();
            } else if (nid == NID_pkcs7_encrypted && safe->d.encrypted != nullptr) {
                schemes.emplace_back(examine(safe->d.encrypted->enc_data->algorithm));
            } else {
                throw Error(ErrorKind::input, "ANB-J117",
                            {{"file", std::string(m_origin)}, {"name", OBJ_nid2ln(nid)}});
            }
        }
        return schemes;
    }

    Scheme examine(const X509_ALGOR* algorithm)
    {
        auto scheme = m_guard.examine(algorithm);
        if (scheme.outdated && std::ranges::find(m_outdated, scheme.name) == m_outdated.end()) {
            m_outdated.push_back(scheme.name);
        }
        return scheme;
    }

    void verify_mac(PKCS12* store)
    {
        for (const auto& variant : m_variants) {
            if (variant.spelling != Spelling::cp1252 &&
                PKCS12_verify_mac(store, variant.data(), variant.size()) == 1) {
                m_fitting = &variant;
                use(variant);
                drain_errors();
                return;
            }
        }
        refuse_password();
    }

    /// The variants for one scheme: the one that opened the MAC first.
    std::vector<const PasswordVariant*> variants_for(const Scheme& scheme) const
    {
        std::vector<const PasswordVariant*> order;
        for (const auto& variant : m_variants) {
            const auto other = scheme.raw_password ? Spelling::absent : Spelling::cp1252;
            if (variant.spelling != other) {
                order.push_back(&variant);
            }
        }
        std::stable_partition(order.begin(), order.end(),
                              [&](const auto* v) { return v == m_fitting; });
        return order;
    }

    template <typename T, auto free_function>
    Owned<T, free_function> decrypt(const X509_ALGOR* algorithm, const ASN1_OCTET_STRING* data,
                                    const ASN1_ITEM* item, const Scheme& scheme)
    {
        if (data == nullptr) {
            refuse_damaged("EncryptedData");
        }
        auto* context = scheme.needs_legacy ? m_legacy.get(m_origin, scheme.name) : nullptr;
        for (const auto* variant : variants_for(scheme)) {
            if (auto* plain = PKCS12_item_decrypt_d2i_ex(
                    algorithm, item, variant->data(), variant->size(), data, 1, context, nullptr)) {
                use(*variant);
                drain_errors();
                return Owned<T, free_function>(static_cast<T*>(plain));
            }
        }
        refuse_password();
    }

    Bags open(PKCS7* safe, const std::optional<Scheme>& scheme)
    {
        if (scheme) {
            const auto* content = safe->d.encrypted->enc_data;
            return decrypt<STACK_OF(PKCS12_SAFEBAG), free_bags>(
                content->algorithm, content->enc_data, ASN1_ITEM_rptr(PKCS12_SAFEBAGS), *scheme);
        }
        Bags bags(safe->d.data == nullptr ? nullptr : PKCS12_unpack_p7data(safe));
        if (bags == nullptr) {
            refuse_damaged("SafeContents");
        }
        return bags;
    }

    void walk(const STACK_OF(PKCS12_SAFEBAG) * bags, int depth)
    {
        for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); ++i) {
            auto* bag = sk_PKCS12_SAFEBAG_value(bags, i);
            m_guard.count_bag(depth);
            switch (PKCS12_SAFEBAG_get_nid(bag)) {
            case NID_keyBag:
                m_key_in_clear = true;
                take_key(PKCS12_SAFEBAG_get0_p8inf(bag), alias_of(bag));
                break;
            case NID_pkcs8ShroudedKeyBag:
                take_shrouded_key(bag);
                break;
            case NID_certBag:
                take_certificate(bag);
                break;
            case NID_safeContentsBag:
                walk(PKCS12_SAFEBAG_get0_safes(bag), depth + 1);
                break;
            default:
                break;
            }
        }
    }

    void take_shrouded_key(PKCS12_SAFEBAG* bag)
    {
        const X509_ALGOR* algorithm = nullptr;
        const ASN1_OCTET_STRING* data = nullptr;
        X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(bag), &algorithm, &data);
        const auto info = decrypt<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>(
            algorithm, data, ASN1_ITEM_rptr(PKCS8_PRIV_KEY_INFO), examine(algorithm));
        take_key(info.get(), alias_of(bag));
    }

    void take_key(const PKCS8_PRIV_KEY_INFO* info, std::string alias)
    {
        auto* parsed = info == nullptr ? nullptr : EVP_PKCS82PKEY(info);
        if (parsed == nullptr) {
            refuse_damaged("PKCS#8");
        }
        auto key = crypto::PrivateKey::adopt(parsed);
        const auto known = std::ranges::any_of(m_contents.keys, [&](const StoredKey& stored) {
            return EVP_PKEY_eq(stored.key.get(), key.get()) == 1;
        });
        drain_errors();
        if (!known) {
            m_contents.keys.push_back({std::move(key), std::move(alias)});
        }
    }

    void take_certificate(PKCS12_SAFEBAG* bag)
    {
        if (PKCS12_SAFEBAG_get_bag_nid(bag) != NID_x509Certificate) {
            return;
        }
        auto* parsed = PKCS12_SAFEBAG_get1_cert(bag);
        if (parsed == nullptr) {
            refuse_damaged("X.509");
        }
        m_contents.certificates.push_back({Certificate::adopt(parsed, m_origin), alias_of(bag)});
    }

    void use(const PasswordVariant& variant)
    {
        m_doubly_encoded = m_doubly_encoded || variant.spelling == Spelling::doubly_encoded;
        m_cp1252 = m_cp1252 || variant.spelling == Spelling::cp1252;
    }

    void note(Severity severity, std::string code, base::Values values)
    {
        values.emplace(values.begin(), "file", m_origin);
        base::Finding finding;
        finding.severity = severity;
        finding.code = std::move(code);
        finding.values = std::move(values);
        finding.where = m_origin;
        m_contents.findings.push_back(std::move(finding));
    }

    void add_findings()
    {
        if (!m_outdated.empty()) {
            note(Severity::note, "ANB-J110", {{"name", base::join(m_outdated, ", ")}});
        }
        if (m_cp1252) {
            note(Severity::note, "ANB-J112", {});
        }
        if (m_key_in_clear) {
            note(Severity::warning, "ANB-J113", {});
        }
        if (m_guard.seen_single_iteration()) {
            note(Severity::warning, "ANB-J114", {});
        }
        if (m_doubly_encoded) {
            note(Severity::note, "ANB-J118", {});
        }
    }

    [[noreturn]] void refuse_damaged(std::string reason) const
    {
        throw Error(ErrorKind::input, "ANB-J102",
                    {{"file", std::string(m_origin)}, {"reason", std::move(reason)}},
                    drain_errors());
    }

    [[noreturn]] void refuse_password() const
    {
        throw Error(ErrorKind::credentials, "ANB-J101", {{"file", std::string(m_origin)}},
                    drain_errors());
    }

    std::string_view m_origin;
    Guard m_guard;
    LegacyContext m_legacy;
    std::vector<PasswordVariant> m_variants;
    const PasswordVariant* m_fitting = nullptr;
    std::vector<std::string> m_outdated;
    bool m_key_in_clear = false;
    bool m_cp1252 = false;
    bool m_doubly_encoded = false;
    StoreContents m_contents;
};

} // namespace

StoreContents read_store(base::ByteView der, const base::SecretString& password,
                         std::string_view origin, std::uint64_t max_iterations)
{
    return Reader(password, origin, max_iterations).read(der);
}

} // namespace anb::pki::detail
