// Texts about the tool itself: help, version, the page on a message code.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/detail/description.hpp"
#include "cli/tool.hpp"

#include <string>
#include <string_view>

namespace anb::cli::detail {

/// --help: examples first, then usage, commands, options and exit status.
std::string help(const ToolInfo& info, const CommandInfo& root, const CommandInfo& command,
                 Language language);

/// A call without arguments: usage and the first three examples.
std::string short_help(const ToolInfo& info, const CommandInfo& root, Language language);

/// --version: release, compiler and C library, and that no schemas are part of the package.
std::string version_text(const ToolInfo& info, Language language);

/// --explain: one page.
/// @throws base::Error{usage} ANB-G117 for a code that does not exist
std::string explain(std::string_view code, Language language);

/// --describe-options: the OPTIONS section of the manual page, in scdoc's markup.
std::string options_section(const CommandInfo& root, Language language);

} // namespace anb::cli::detail
