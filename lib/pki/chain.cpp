// SPDX-License-Identifier: EUPL-1.2

#include "crypto/openssl.hpp"
#include "pki/certificate.hpp"

#include <openssl/x509v3.h>

#include <algorithm>
#include <span>

namespace anb::pki {

namespace {

constexpr std::size_t k_levels = 10;
/// Two bounds for a hostile mesh of cross-signed certificates.
constexpr int k_signatures = 2000;
constexpr int k_looks = 1'000'000;

/// Issuer and subject have the same name (RFC 5280 §6.1); no signature is looked at.
bool is_self_issued(const Certificate& certificate)
{
    return X509_NAME_cmp(X509_get_issuer_name(certificate.get()),
                         X509_get_subject_name(certificate.get())) == 0;
}

bool same_subject_and_key(const Certificate& left, const Certificate& right)
{
    const auto* left_key = X509_get0_pubkey(left.get());
    const auto* right_key = X509_get0_pubkey(right.get());
    const auto same =
        X509_NAME_cmp(X509_get_subject_name(left.get()), X509_get_subject_name(right.get())) == 0 &&
        left_key != nullptr && right_key != nullptr && EVP_PKEY_eq(left_key, right_key) == 1;
    crypto::drain_errors();
    return same;
}

/// May `issuer` sign the last of `below`? A version 1 root has no extension that forbids it.
bool may_issue(const Certificate& issuer, std::span<const Certificate> below)
{
    constexpr int k_v1_root = 3;
    const auto kind = X509_check_ca(issuer.get());
    const auto flags = X509_get_extension_flags(issuer.get());
    crypto::drain_errors();
    if ((kind != 1 && kind != k_v1_root) || (flags & (EXFLAG_CRITICAL | EXFLAG_INVALID)) != 0) {
        return false;
    }
    const auto limit = X509_get_pathlen(issuer.get());
    const auto between = std::ranges::count_if(
        below.subspan(1), [](const Certificate& ca) { return !is_self_issued(ca); });
    return limit < 0 || between <= limit;
}

/// Whether `issuer` is the very certificate that authorityKeyIdentifier names.
bool is_hinted(const Certificate& subject, const Certificate& issuer)
{
    const auto hinted = X509_check_issued(issuer.get(), subject.get()) == X509_V_OK;
    crypto::drain_errors();
    return hinted;
}

class Builder {
public:
    explicit Builder(const std::vector<Certificate>& candidates) : m_candidates(candidates)
    {
        std::ranges::stable_sort(m_candidates, [](const Certificate& a, const Certificate& b) {
            return a.not_after() > b.not_after();
        });
    }

    std::vector<Certificate> build(const Certificate& leaf)
    {
        m_path = {leaf};
        m_best = {leaf};
        climb();
        return m_best;
    }

private:
    /// Goes on from the last of the path. @return true when a self-signed certificate was reached
    bool climb()
    {
        if (m_path.size() > m_best.size()) {
            m_best = m_path;
        }
        if (m_path.back().is_self_signed()) {
            m_best = m_path;
            return true;
        }
        if (m_path.size() == k_levels) {
            return false;
        }
        for (const bool hinted : {true, false}) {
            for (const auto& issuer : m_candidates) {
                if (--m_looks < 0 || m_signatures < 0) {
                    return false;
                }
                if (may_follow(issuer) && is_hinted(m_path.back(), issuer) == hinted &&
                    --m_signatures >= 0 && m_path.back().issued_by(issuer)) {
                    m_path.push_back(issuer);
                    const auto complete = climb();
                    m_path.pop_back();
                    if (complete) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    bool may_follow(const Certificate& issuer) const
    {
        return X509_NAME_cmp(X509_get_issuer_name(m_path.back().get()),
                             X509_get_subject_name(issuer.get())) == 0 &&
               std::ranges::none_of(
                   m_path,
                   [&](const Certificate& used) { return same_subject_and_key(used, issuer); }) &&
               may_issue(issuer, m_path);
    }

    std::vector<Certificate> m_candidates;
    std::vector<Certificate> m_path;
    std::vector<Certificate> m_best;
    int m_signatures = k_signatures;
    int m_looks = k_looks;
};

} // namespace

std::vector<Certificate> build_chain(const Certificate& leaf,
                                     const std::vector<Certificate>& candidates)
{
    return Builder(candidates).build(leaf);
}

bool ends_in(const std::vector<Certificate>& chain, const std::vector<Certificate>& anchors)
{
    if (chain.empty() || chain.size() > k_levels) {
        return false;
    }
    const std::span below(chain);
    for (std::size_t i = 1; i < chain.size(); ++i) {
        if (!may_issue(chain[i], below.first(i)) || !chain[i - 1].issued_by(chain[i])) {
            return false;
        }
    }
    return std::ranges::any_of(anchors, [&](const Certificate& anchor) {
        return anchor == chain.back() ||
               (may_issue(anchor, below) && chain.back().issued_by(anchor));
    });
}

} // namespace anb::pki
