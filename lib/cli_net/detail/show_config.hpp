// What --show-config prints: every effective value with its source (user-journeys §7.6).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "config/config.hpp"

namespace anb::cli_net::detail {

/// Shows the settings as a table, or as member "settings" of the document. Secrets are file names
/// only.
cli::Exit show_config(const config::Configuration& configuration, cli::Io& io);

} // namespace anb::cli_net::detail
