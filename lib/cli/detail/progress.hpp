// How far long work has come (user-journeys §7.11).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace anb::cli::detail {

/// Text goes to `show`, which writes to stderr as it is.
using Show = std::function<void(std::string_view text)>;
using Clock = std::function<std::chrono::steady_clock::time_point()>;

/// One line that is rewritten at most twice a second; ends with a line break.
std::unique_ptr<Progress> rewritten_line(std::string label, Show show, Clock clock);

/// Lines at 25, 50, 75 and 100 % and every 30 seconds.
std::unique_ptr<Progress> appended_lines(std::string label, Show show, Clock clock);

/// Says nothing.
std::unique_ptr<Progress> silent();

} // namespace anb::cli::detail
