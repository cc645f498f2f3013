// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/language.hpp"

#include "base/text.hpp"

#include <cstdlib>

namespace anb::cli::detail {

using messages::Language;

namespace {

std::string_view from_environment()
{
    for (const auto* name : {"ANB_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const auto* value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return value;
        }
    }
    return {};
}

} // namespace

Language language_of(std::string_view locale)
{
    const auto lower = base::to_lower_ascii(locale.substr(0, 3));
    const bool german =
        lower.starts_with("de") && (lower.size() == 2 || lower[2] == '_' || lower[2] == '-' ||
                                    lower[2] == '.' || lower[2] == '@');
    return german ? Language::german : Language::english;
}

Language find_language(std::span<const char* const> arguments)
{
    constexpr std::string_view k_option = "--lang";
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string_view argument = arguments[i];
        if (argument == "--") {
            break;
        }
        if (argument == k_option && i + 1 < arguments.size()) {
            argument = arguments[i + 1];
        } else if (argument.starts_with("--lang=")) {
            argument.remove_prefix(k_option.size() + 1);
        } else {
            continue;
        }
        if (argument == "de" || argument == "en") {
            return language_of(argument);
        }
    }
    return language_of(from_environment());
}

} // namespace anb::cli::detail
