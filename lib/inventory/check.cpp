// SPDX-License-Identifier: EUPL-1.2

#include "inventory/check.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace anb::inventory {

namespace {

using base::Severity;

base::Finding finding(std::string_view code, std::string found, base::Values values)
{
    base::Finding one;
    one.severity = Severity::warning;
    one.code = code;
    one.element = "file";
    one.found = std::move(found);
    one.values = std::move(values);
    one.rule = "certificates:5";
    return one;
}

/// The certificates of a file, each once.
class Pile {
public:
    explicit Pile(const Contents& contents)
    {
        for (const auto& item : contents.items) {
            if (item.kind != Kind::certificate) {
                continue;
            }
            ++m_count;
            if (!m_index.emplace(base::as_text(*item.der), m_items.size()).second) {
                if (contents.ordered) {
                    m_findings.push_back(
                        finding("ANB-C168", std::to_string(m_count), {{"subject", subject(item)}}));
                }
                continue;
            }
            m_items.push_back(&item);
            m_numbers.push_back(m_count);
        }
        if (m_items.size() > 1) {
            collect_issuers();
        }
    }

    const std::vector<const Item*>& items() const { return m_items; }
    const pki::Issuers& issuers() const { return m_issuers; }
    std::vector<base::Finding>& findings() { return m_findings; }
    std::size_t count() const { return m_count; }
    std::size_t number(std::size_t index) const { return m_numbers[index]; }

    /// Where this certificate stands among the items.
    std::optional<std::size_t> find(const pki::Facts& facts) const
    {
        const auto found = m_index.find(base::as_text(*facts.der));
        return found == m_index.end() ? std::nullopt : std::optional(found->second);
    }

    /// The certificate of a holder; among CAs only, one that nothing else names as its issuer.
    bool is_leaf(std::size_t index) const
    {
        const auto& facts = m_items[index]->facts;
        if (facts == nullptr || m_items.size() == 1) {
            return true;
        }
        if (m_has_holder) {
            return !facts->ca;
        }
        const auto children = m_children.find(facts->subject.folded());
        const auto own = facts->self_issued() ? 1U : 0U;
        return children == m_children.end() || children->second <= own;
    }

    static std::string subject(const Item& item)
    {
        return item.facts == nullptr ? "?" : item.facts->subject.to_text();
    }

private:
    void collect_issuers()
    {
        for (const auto* item : m_items) {
            if (item->facts != nullptr) {
                m_issuers.add(item->facts);
                m_has_holder = m_has_holder || !item->facts->ca;
                ++m_children[item->facts->issuer.folded()];
            }
        }
    }

    std::vector<const Item*> m_items;
    std::vector<std::size_t> m_numbers;
    std::unordered_map<std::string_view, std::size_t> m_index; ///< by DER
    std::map<std::string, std::size_t> m_children;
    pki::Issuers m_issuers;
    std::vector<base::Finding> m_findings;
    std::size_t m_count = 0;
    bool m_has_holder = false; ///< something in the file is no CA
};

/// Numbers of a path's certificates within the file, those that are there.
std::vector<std::size_t> places(const pki::Path& path, const Pile& pile)
{
    std::vector<std::size_t> found;
    for (const auto& facts : path.certificates) {
        if (const auto index = pile.find(*facts)) {
            found.push_back(*index);
        }
    }
    return found;
}

/// How many leaves lie at each place of the file.
std::map<std::string_view, std::size_t> count_places(const std::vector<std::size_t>& leaves,
                                                     const Pile& pile)
{
    std::map<std::string_view, std::size_t> counts;
    for (const auto index : leaves) {
        ++counts[pile.items()[index]->place];
    }
    return counts;
}

/// The file is an archive or a key set: a collection of things that need not belong together.
bool is_collection(const Contents& contents)
{
    return std::ranges::any_of(contents.items,
                               [](const Item& item) { return !item.place.empty(); });
}

Judged judge(const Item& item, const Pile& pile, const pki::Issuers& trust,
             const pki::CheckOptions& options)
{
    Judged judged;
    if (item.facts == nullptr) {
        return judged;
    }
    const pki::Issuers* pools[] = {&pile.issuers(), &trust};
    judged.path = pki::build_path(item.facts, pools, options.at);
    judged.report = pki::check(judged.path, options);
    return judged;
}

} // namespace

std::vector<Judged> check(const Contents& contents, std::string_view origin,
                          const pki::Issuers& trust, const pki::CheckOptions& given)
{
    auto options = given;
    options.anchors_given = trust.has_anchors();
    Pile pile(contents);
    std::vector<std::size_t> leaves;
    for (std::size_t i = 0; i < pile.items().size(); ++i) {
        if (pile.is_leaf(i)) {
            leaves.push_back(i);
        }
    }
    if (leaves.empty() && !pile.items().empty()) {
        leaves.push_back(0);
    }

    auto leaves_at = count_places(leaves, pile);
    std::vector<Judged> verdicts;
    std::set<std::size_t> used;
    bool in_order = true;
    for (const auto index : leaves) {
        const auto& item = *pile.items()[index];
        auto judged = judge(item, pile, trust, options);
        judged.report.subject = fmt::format("file:{}", origin);
        if (!item.place.empty()) {
            judged.report.subject += (item.place.front() == '/' ? "#" : "!") + item.place;
        }
        if (leaves_at[item.place] > 1) {
            judged.report.subject += fmt::format("#{}", pile.number(index));
        }
        const auto on_path = places(judged.path, pile);
        in_order = in_order && std::ranges::is_sorted(on_path);
        used.insert(on_path.begin(), on_path.end());
        used.insert(index);
        verdicts.push_back(std::move(judged));
    }
    if (verdicts.empty()) {
        verdicts.emplace_back();
        verdicts.back().report.subject = fmt::format("file:{}", origin);
    }

    auto& whole = pile.findings();
    if (contents.ordered && !in_order) {
        whole.push_back(finding("ANB-C167", {}, {}));
    }
    for (std::size_t i = 0; i < pile.items().size(); ++i) {
        if (!used.contains(i) && !is_collection(contents)) {
            const auto name = Pile::subject(*pile.items()[i]);
            whole.push_back(finding("ANB-C169", name, {{"subject", name}}));
        }
    }
    auto& first = verdicts.front().report.findings;
    first.insert(first.begin(), whole.begin(), whole.end());
    first.insert(first.begin(), contents.findings.begin(), contents.findings.end());
    return verdicts;
}

} // namespace anb::inventory
