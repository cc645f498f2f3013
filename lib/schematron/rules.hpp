// Business rules in Schematron, as far as XÖV standards use it (xsozial.md §7): abstract rules,
// patterns as contexts, and the part of XPath 2 that occurs there. A file that uses more is refused
// by the name of the construct, never half evaluated.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "xml/tree.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace anb::schematron {

enum class Role { error, warning, information };

/// An assertion that does not hold, or a report that does.
struct Failure {
    std::string id;   ///< of the assertion, else of its rule; may be empty
    std::string text; ///< the publisher's own, white space collapsed
    Role role = Role::error;
    std::uint64_t line = 0;
    std::string path;    ///< in the document's prefixes
    std::string element; ///< likewise
};

/// An assertion that could not be answered at some place, such as a function of one value that got
/// several. XPath calls that an error.
struct Doubt {
    std::string id, reason;
};

struct Outcome {
    std::vector<Failure> failures; ///< in the order of the document
    std::vector<Doubt> doubts;     ///< each assertion once
    std::uint64_t asked = 0;       ///< assertions that were put to an element
};

class Rules {
public:
    /// @throws Error{input} ANB-V182 with {construct} when the file uses what is not known here,
    ///         ANB-V183 when it is no Schematron or contradicts itself; otherwise as
    ///         xml::read_tree()
    static Rules read(base::ByteView bytes, const std::string& origin);
    Rules(Rules&&) noexcept;
    Rules& operator=(Rules&&) noexcept;
    ~Rules();

    /// Puts every rule to the document. Of a pattern, an element meets only the first rule whose
    /// context it fits. Texts of one element count as one, so that mixed content is not told apart.
    Outcome check(const xml::Element& root) const;

private:
    struct State;
    explicit Rules(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace anb::schematron
