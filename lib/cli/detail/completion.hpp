// Completion scripts for the shells, made from the tool's own description of its options.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/detail/description.hpp"

#include <string>
#include <string_view>

namespace anb::cli::detail {

/// @param shell  "bash", "zsh", "fish" or "powershell"
std::string completion(const CommandInfo& root, std::string_view shell);

} // namespace anb::cli::detail
