// Puts chains together from what our own reader read: tries all candidates, steps back, and says
// why no path is good.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pki/facts.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace anb::pki {

using FactsPtr = std::shared_ptr<const Facts>;

namespace detail {
class Link;
}

/// Certificates that may stand above others: those that lie in a file, and the anchors. Keys and
/// verified signatures are remembered, so that a CA over ten thousand certificates costs once.
/// Filling is for one thread, asking for any number of them.
class Issuers {
public:
    Issuers();
    Issuers(Issuers&&) noexcept;
    Issuers& operator=(Issuers&&) noexcept;
    ~Issuers();

    /// A certificate that needs an anchor above it.
    void add(FactsPtr certificate);
    /// An anchor of a named set: "production", "test", "given". Trusted as a whole certificate.
    void add_anchor(FactsPtr certificate, std::string set);

    bool has_anchors() const { return m_anchors > 0; }
    /// True when `set` has an anchor.
    bool has_anchors(std::string_view set) const;

private:
    friend class PathBuilder;

    std::multimap<std::string, std::unique_ptr<detail::Link>, std::less<>> m_by_subject;
    std::size_t m_anchors = 0;
};

/// Something on a path that is not as it should be.
struct Flaw {
    std::string_view code; ///< "ANB-C164"
    std::size_t index;     ///< the certificate of the path it is about
    std::string found, expected;
};

struct Path {
    std::vector<FactsPtr> certificates; ///< leaf first; the anchor, if reached, last
    bool complete = false;              ///< the last is an anchor or self-signed
    bool self_signed = false;           ///< the leaf itself made its signature
    std::string anchor_set;             ///< "production", "test", "given"; empty without an anchor
    /// ANB-C161, C164, C165, C166, C170, C172 (of a CA), C142 when incomplete, C130 or C134 when
    /// the end is no anchor although anchors were given. Dates are not judged here.
    std::vector<Flaw> flaws;
};

/// The best path upwards from `leaf`: one that ends in an anchor before one that is only complete,
/// with few flaws before many, valid at `at` before expired. Verified signatures decide, never
/// names alone; authorityKeyIdentifier is a hint. At most 10 certificates.
///
/// @param pools  where issuers are looked for, such as the file's own certificates and the anchors
/// Source: RFC 5280 §6.1; certificates.md §9
Path build_path(const FactsPtr& leaf, std::span<const Issuers* const> pools, base::UtcTime at);

} // namespace anb::pki
