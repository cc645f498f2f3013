// Which environment a command works on, and whether its addresses belong there
// (user-journeys §7.4).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "cli_net/network.hpp"
#include "config/config.hpp"
#include "fitconnect/environment.hpp"

#include <string>

namespace anb::cli_net::detail {

/// The environment's name and who chose it, such as "--env" or "musterstadt.toml:3".
/// @param known  what the thing at hand belongs to; empty when there is none, see open_session()
config::Setting choose_environment(const cli::Common& common,
                                   const config::Configuration& configuration, Purpose purpose,
                                   std::string_view known = {});

/// The addresses of the environment, the configured ones in place of the built-in ones.
/// @throws base::Error{configuration} ANB-G101 when an address belongs to another environment,
///         ANB-G409 when one is not https
fitconnect::Environment resolve_environment(std::string_view name,
                                            const config::Configuration& configuration);

/// @throws base::Error{configuration} ANB-G101 when production and another environment share the
///         client id or the file with its secret
void refuse_shared_credentials(std::string_view env, const config::Configuration& configuration,
                               std::string_view id_key, std::string_view secret_key);

} // namespace anb::cli_net::detail
