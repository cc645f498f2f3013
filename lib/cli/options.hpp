// What the sub-commands of several tools declare alike.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/tool.hpp"

#include <string>
#include <vector>

namespace anb::cli {

/// A sub-command that sets `options.command` when it is named.
template <typename Options>
CLI::App& add_command(CLI::App& app, Options& options, const char* name, std::string about,
                      decltype(Options::command) command)
{
    auto* sub = app.add_subcommand(name, std::move(about));
    sub->callback([&options, command] { options.command = command; });
    return *sub;
}

/// An option or, without dashes, an argument; `type` is what help calls its value.
CLI::Option* add_text(CLI::App& command, const char* name, std::string& value, const char* type,
                      std::string about);

/// --profiles: the work is done for each of these, in place of the chosen profile.
CLI::Option* add_profiles(CLI::App& command, std::vector<std::string>& profiles, std::string about);

/// --warn and --crit: days that are left.
void add_thresholds(CLI::App& command, int& warn_days, int& crit_days, Say say);

} // namespace anb::cli
