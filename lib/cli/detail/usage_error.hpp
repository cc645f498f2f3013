// A wrong call, told in our own words: CLI11's texts never reach the user.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"

#include <CLI/CLI.hpp>

#include <string_view>

namespace anb::cli::detail {

/// Refuses words of the command line that nothing claimed.
/// @throws base::Error{usage} ANB-G102 or ANB-G103 option, ANB-G104 or ANB-G105 sub-command (the
///         first of each pair names the nearest known word), ANB-G106 argument
void refuse_extras(const CLI::App& app);

/// ANB-G107 option or argument missing, ANB-G108 sub-command missing, ANB-G109 value missing,
/// ANB-G110 wrong value, ANB-G111 given more than once, ANB-G112 needs another option, ANB-G113
/// excludes another option.
base::Error to_usage_error(const CLI::ParseError& error, const CLI::App& app);

/// ANB-G110
base::Error wrong_value(std::string_view option, std::string_view value, std::string_view expected);

} // namespace anb::cli::detail
