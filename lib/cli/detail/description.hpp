// What a tool's command line consists of, as plain data: help, manual page, completion and the
// hint for a mistyped option are all made from it, so that they cannot contradict each other.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace anb::cli::detail {

/// One option or one positional argument.
struct OptionInfo {
    std::vector<std::string> names{};   ///< "-o", "--output"; of a positional its name only
    std::string value{};                ///< "FILE", "test|stage|prod"; empty for flags
    std::vector<std::string> choices{}; ///< when only these values are allowed
    std::string description{};
    std::string group{}; ///< empty for the options in the main list
    bool shared = false; ///< of a group that every tool has, see cli::shared_group()
    bool positional = false;
    bool required = false;
    bool repeatable = false;

    /// "-o, --output FILE"
    std::string shown() const;
    /// The long name, or the only one there is.
    const std::string& long_name() const { return names.back(); }
};

struct CommandInfo {
    std::string name; ///< with the words before it: "fitconnect-destination check"
    std::string description{};
    std::vector<OptionInfo> options{};
    std::vector<CommandInfo> commands{};

    /// "[OPTIONEN] FILE..." after the name.
    std::string usage(std::string_view options_word, std::string_view command_word) const;
};

/// Everything that is not hidden, in the order of declaration.
CommandInfo describe(const CLI::App& app);

OptionInfo describe(const CLI::Option& option);

} // namespace anb::cli::detail
