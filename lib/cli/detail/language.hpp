// Which of the two languages to speak (user-journeys §7.10).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "messages/message.hpp"

#include <span>
#include <string_view>

namespace anb::cli::detail {

/// --lang among the arguments, else ANB_LANG, else LC_ALL, LC_MESSAGES, LANG. Needed before the
/// options are declared, since their descriptions depend on it; a wrong value of --lang is refused
/// later, when the options are parsed.
messages::Language find_language(std::span<const char* const> arguments);

/// "de", "de_DE.UTF-8", "de-AT" and the like are German, everything else is English.
messages::Language language_of(std::string_view locale);

} // namespace anb::cli::detail
