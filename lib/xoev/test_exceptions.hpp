// Values of a test application that look real and are known not to be: a data file of the office,
// with a reason for each (user-journeys §7.13).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/json.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::xoev {

/// One exception. Without a value it holds for everything in elements of this name.
struct TestException {
    std::string element; ///< lower case; "kontakt/mail" names the parent too
    std::string value;   ///< compared without regard to case and blanks around it; may be empty
    std::string reason;
};

class TestExceptions {
public:
    TestExceptions() = default;
    /// `{"exceptions": [{"element": …, "value": …, "reason": …}]}`; "value" may be absent.
    /// @throws Error{configuration} ANB-V341 for a member that is not known or an exception without
    ///         element or reason; otherwise as json::parse() and json::Reader
    static TestExceptions read(std::string_view text, const std::string& origin);

    /// The first exception that allows the value; nothing when there is none.
    /// @param names  local names of the open elements, innermost last
    std::optional<std::size_t> find(const std::vector<std::string_view>& names,
                                    std::string_view value) const;

    const std::vector<TestException>& all() const { return m_all; }

private:
    std::vector<TestException> m_all;
};

} // namespace anb::xoev
