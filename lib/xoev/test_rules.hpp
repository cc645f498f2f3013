// What must not stand in a test application: data that look like a real person's
// (user-journeys §7.13). The rules are a data file that offices can replace.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/json.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::xoev {

class TestRules {
public:
    /// The rules that come with this release.
    static TestRules shipped();
    /// @throws Error{configuration} ANB-V340 for a member that is not known or a wrong form;
    ///         otherwise as json::parse()
    static TestRules read(std::string_view text, const std::string& origin);

    /// What a value looks like, as the code of its message ("ANB-V172"); empty: nothing to say.
    /// @param names  local names of the open elements, innermost last
    std::string judge(const std::vector<std::string_view>& names, std::string_view value) const;

    /// Day on which the lists were put together, "2026-11-24".
    const std::string& date() const { return m_date; }

private:
    /// Values in elements of these names must be listed or carry a mark.
    struct NamedRule {
        std::string code;
        std::vector<std::string> elements; ///< lower case; "vorname/name" names the parent too
        std::vector<std::string> allowed;  ///< lower case, without blanks and dashes
        std::vector<std::string> starts;   ///< the same, as beginnings
        bool marks = true;                 ///< a mark is enough
    };

    bool is_marked(std::string_view lower) const;

    std::string m_date;
    std::vector<std::string> m_marks, m_ibans, m_domains;
    std::vector<NamedRule> m_named;
};

} // namespace anb::xoev
