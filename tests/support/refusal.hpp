// Catches the library's one exception, for tests that look at what a refusal says.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace anb::test {

struct Refusal {
    std::optional<base::ErrorKind> kind; ///< nothing when the action succeeded
    std::string code;
    base::Values values;

    std::string value(std::string_view name) const
    {
        for (const auto& [key, text] : values) {
            if (key == name) {
                return text;
            }
        }
        return "(none)";
    }
};

template <typename Action>
Refusal refusal(Action action)
{
    try {
        action();
    } catch (const base::Error& error) {
        return {error.kind(), error.code(), error.values()};
    }
    return {};
}

/// The code of the Error that `action` throws, or "accepted".
template <typename Action>
std::string code_of(Action action)
{
    const auto outcome = refusal(action);
    return outcome.kind ? outcome.code : "accepted";
}

} // namespace anb::test
