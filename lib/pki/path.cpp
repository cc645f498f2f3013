// SPDX-License-Identifier: EUPL-1.2

#include "pki/path.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace anb::pki {

namespace {

constexpr std::size_t k_levels = 10;
/// Two bounds for a hostile mesh of cross-signed certificates.
constexpr int k_signatures = 500;
constexpr int k_looks = 100'000;

bool same(base::ByteView left, base::ByteView right)
{
    return std::ranges::equal(left, right);
}

} // namespace

namespace detail {

/// A certificate in its place among others.
class Link {
public:
    Link(FactsPtr certificate, std::string set)
        : facts(std::move(certificate)), subject(facts->subject.folded()),
          issuer(facts->issuer.folded()), anchor_set(std::move(set))
    {
    }

    /// Our key made the signature of `child`. Several threads may ask at once.
    bool signed_(const Link& child) const
    {
        if (!child.kept) {
            return verify(child);
        }
        {
            const std::scoped_lock lock(m_mutex);
            if (const auto known = m_verified.find(&child); known != m_verified.end()) {
                return known->second;
            }
        }
        const auto good = verify(child);
        const std::scoped_lock lock(m_mutex);
        return m_verified[&child] = good;
    }

    FactsPtr facts;
    std::string subject, issuer; ///< folded
    std::string anchor_set;
    bool kept = true; ///< lives as long as its pool

private:
    bool verify(const Link& child) const
    {
        const auto& ours = key();
        return ours && verify_signature(child.facts->outer_algorithm, child.facts->tbs,
                                        child.facts->signature, *ours);
    }

    const std::optional<crypto::PublicKey>& key() const
    {
        std::call_once(m_key_read, [this] { m_key = to_public_key(facts->key.spki); });
        return m_key;
    }

    mutable std::once_flag m_key_read;
    mutable std::optional<crypto::PublicKey> m_key;
    mutable std::mutex m_mutex;
    mutable std::map<const Link*, bool> m_verified;
};

} // namespace detail

using detail::Link;

Issuers::Issuers() = default;
Issuers::Issuers(Issuers&&) noexcept = default;
Issuers& Issuers::operator=(Issuers&&) noexcept = default;
Issuers::~Issuers() = default;

void Issuers::add(FactsPtr certificate)
{
    auto link = std::make_unique<Link>(std::move(certificate), std::string());
    auto subject = link->subject;
    m_by_subject.emplace(std::move(subject), std::move(link));
}

void Issuers::add_anchor(FactsPtr certificate, std::string set)
{
    auto link = std::make_unique<Link>(std::move(certificate), std::move(set));
    auto subject = link->subject;
    m_by_subject.emplace(std::move(subject), std::move(link));
    ++m_anchors;
}

bool Issuers::has_anchors(std::string_view set) const
{
    return std::ranges::any_of(m_by_subject,
                               [&](const auto& entry) { return entry.second->anchor_set == set; });
}

class PathBuilder {
public:
    PathBuilder(const FactsPtr& leaf, std::span<const Issuers* const> pools, base::UtcTime at)
        : m_leaf(leaf, ""), m_pools(pools), m_at(at)
    {
        m_leaf.kept = false;
        if (const auto* known = find_equal(m_leaf)) {
            m_leaf.anchor_set = known->anchor_set;
        }
    }

    Path build()
    {
        m_chain = {&m_leaf};
        climb();
        return finish();
    }

private:
    using Score = std::tuple<bool, bool, int, int, std::size_t>;

    struct Found {
        std::vector<const Link*> chain;
        std::vector<Flaw> flaws;
        bool complete = false;
        Score score{};
    };

    template <typename Visit>
    void each_candidate(std::string_view subject, const Visit& visit) const
    {
        for (const auto* pool : m_pools) {
            const auto [begin, end] = pool->m_by_subject.equal_range(subject);
            for (auto entry = begin; entry != end; ++entry) {
                visit(*entry->second);
            }
        }
    }

    /// The same certificate in a pool, an anchor first.
    const Link* find_equal(const Link& wanted) const
    {
        const Link* found = nullptr;
        each_candidate(wanted.subject, [&](const Link& candidate) {
            if (same(*candidate.facts->der, *wanted.facts->der) &&
                (found == nullptr || found->anchor_set.empty())) {
                found = &candidate;
            }
        });
        return found;
    }

    bool used(const Link& candidate) const
    {
        return std::ranges::any_of(m_chain, [&](const Link* link) {
            return link->subject == candidate.subject &&
                   same(link->facts->key.spki, candidate.facts->key.spki);
        });
    }

    static bool key_id_fits(const Facts& child, const Facts& issuer)
    {
        return child.authority_key_id.empty() || issuer.subject_key_id.empty() ||
               same(child.authority_key_id, issuer.subject_key_id);
    }

    /// authorityKeyIdentifier names this very certificate, or none in particular.
    static bool serial_fits(const Facts& child, const Facts& issuer)
    {
        return child.authority_serial.empty() || same(child.authority_serial, issuer.serial);
    }

    std::vector<const Link*> candidates(const Link& child) const
    {
        std::vector<const Link*> found;
        each_candidate(child.issuer, [&](const Link& link) {
            if (!used(link)) {
                found.push_back(&link);
            }
        });
        const auto rank = [&](const Link* link) {
            const auto& facts = *link->facts;
            return std::tuple(!key_id_fits(*child.facts, facts), !serial_fits(*child.facts, facts),
                              !facts.valid_at(m_at), link->anchor_set.empty());
        };
        std::ranges::stable_sort(found, {}, rank);
        return found;
    }

    /// @return true when nothing better can be found
    bool climb()
    {
        const auto& top = *m_chain.back();
        if (!top.anchor_set.empty()) {
            return keep(true);
        }
        if (top.subject == top.issuer && top.signed_(top)) {
            return keep(true);
        }
        bool extended = false;
        if (m_chain.size() < k_levels) {
            for (const auto* issuer : candidates(top)) {
                if (--m_looks < 0 || --m_signatures < 0) {
                    break;
                }
                if (!issuer->signed_(top)) {
                    continue;
                }
                extended = true;
                const auto flaws = m_flaws.size();
                judge(*issuer);
                m_chain.push_back(issuer);
                const auto done = climb();
                m_chain.pop_back();
                m_flaws.resize(flaws);
                if (done) {
                    return true;
                }
            }
        }
        if (!extended) {
            keep(false);
        }
        return false;
    }

    /// Adds what speaks against `issuer` above the chain so far.
    void judge(const Link& issuer)
    {
        const auto& facts = *issuer.facts;
        const auto& child = *m_chain.back()->facts;
        const auto index = m_chain.size();
        const auto flaw = [&](std::string_view code, std::string found, std::string expected) {
            m_flaws.push_back({code, index, std::move(found), std::move(expected)});
        };
        const bool v1_root = facts.version == 1 && issuer.subject == issuer.issuer;
        if (!facts.ca && !v1_root) {
            flaw("ANB-C164", "cA=FALSE", "cA=TRUE");
        }
        if (facts.key_usage && (*facts.key_usage & key_cert_sign) == 0) {
            flaw("ANB-C165", "-", "keyCertSign");
        }
        const auto between =
            std::ranges::count_if(std::span(m_chain).subspan(1),
                                  [](const Link* link) { return link->subject != link->issuer; });
        if (facts.path_length && between > *facts.path_length) {
            flaw("ANB-C166", std::to_string(between), "<= " + std::to_string(*facts.path_length));
        }
        if (!serial_fits(child, facts)) {
            Facts asked;
            asked.serial = child.authority_serial;
            flaw("ANB-C170", facts.serial_text(), asked.serial_text());
        }
        if (!facts.unknown_critical.empty()) {
            flaw("ANB-C172", facts.unknown_critical.front(), "");
        }
    }

    bool keep(bool complete)
    {
        const bool anchored = !m_chain.back()->anchor_set.empty();
        const auto grave = std::ranges::count_if(
            m_flaws, [](const Flaw& flaw) { return flaw.code != "ANB-C170"; });
        const auto expired =
            std::ranges::count_if(std::span(m_chain).subspan(1),
                                  [&](const Link* link) { return !link->facts->valid_at(m_at); });
        const Score score{anchored, complete, -static_cast<int>(grave), -static_cast<int>(expired),
                          m_chain.size()};
        if (m_best.chain.empty() || score > m_best.score) {
            m_best = {m_chain, m_flaws, complete, score};
        }
        return anchored && grave == 0 && expired == 0;
    }

    Path finish() const
    {
        Path path;
        for (const auto* link : m_best.chain) {
            path.certificates.push_back(link->facts);
        }
        const auto& top = *m_best.chain.back();
        path.flaws = m_best.flaws;
        path.complete = m_best.complete;
        path.self_signed = m_best.complete && m_best.chain.size() == 1 && top.subject == top.issuer;
        path.anchor_set = top.anchor_set;
        const auto last = m_best.chain.size() - 1;
        if (!path.complete) {
            path.flaws.push_back(missing(top, last));
        } else if (path.anchor_set.empty() && has_anchors()) {
            bool impostor = false;
            each_candidate(top.subject, [&](const Link& candidate) {
                impostor = impostor || (!candidate.anchor_set.empty() &&
                                        !same(candidate.facts->key.spki, top.facts->key.spki));
            });
            path.flaws.push_back(
                {impostor ? "ANB-C134" : "ANB-C130", last, top.facts->subject.to_text(), ""});
        }
        return path;
    }

    /// Why nothing stands above `top`: nobody there, another key of that name, a broken signature.
    Flaw missing(const Link& top, std::size_t index) const
    {
        bool broken = top.subject == top.issuer && key_id_fits(*top.facts, *top.facts);
        each_candidate(top.issuer, [&](const Link& candidate) {
            broken = broken || (key_id_fits(*top.facts, *candidate.facts) &&
                                !candidate.facts->key.spki.empty() && !used_below(candidate));
        });
        const auto issuer = top.facts->issuer.to_text();
        return broken ? Flaw{"ANB-C161", index, top.facts->outer_algorithm.to_text(), issuer}
                      : Flaw{"ANB-C142", index, "-", issuer};
    }

    bool used_below(const Link& candidate) const
    {
        return std::ranges::any_of(m_best.chain, [&](const Link* link) {
            return link != m_best.chain.back() && link->subject == candidate.subject &&
                   same(link->facts->key.spki, candidate.facts->key.spki);
        });
    }

    bool has_anchors() const
    {
        return std::ranges::any_of(m_pools,
                                   [](const Issuers* pool) { return pool->has_anchors(); });
    }

    Link m_leaf;
    std::span<const Issuers* const> m_pools;
    base::UtcTime m_at;
    std::vector<const Link*> m_chain;
    std::vector<Flaw> m_flaws;
    Found m_best;
    int m_signatures = k_signatures;
    int m_looks = k_looks;
};

Path build_path(const FactsPtr& leaf, std::span<const Issuers* const> pools, base::UtcTime at)
{
    return PathBuilder(leaf, pools, at).build();
}

} // namespace anb::pki
