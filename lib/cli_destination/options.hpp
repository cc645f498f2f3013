// The sub-commands of fitconnect-destination and their options.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/tool.hpp"
#include "cli_destination/commands.hpp"

namespace anb::cli_destination {

using Command = cli::Exit (*)(const Call&, cli::Io&);

struct Options {
    Command command = nullptr;
    Call call;
};

void declare(CLI::App& app, Options& options, cli::Say say);

} // namespace anb::cli_destination
