// Which environment a command works on, and whether its addresses belong there
// (user-journeys §7.4).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/secret.hpp"
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
///         ANB-G409 when one is not https, ANB-G410 when its host is not clear
fitconnect::Environment resolve_environment(std::string_view name,
                                            const config::Configuration& configuration);

/// @throws base::Error{configuration} ANB-G101 when production and another environment share a
///         client id or a file with its secret, be it of sender or subscriber
void refuse_shared_credentials(std::string_view env, const config::Configuration& configuration,
                               std::string_view id_key, std::string_view secret_key);

/// Compares what stands in the files, as far as they may be read.
/// @param mine  the file that `secret` came from @throws base::Error{configuration} ANB-G101
void refuse_shared_secret(std::string_view env, const config::Configuration& configuration,
                          const config::Setting& mine, const base::SecretString& secret);

/// @throws base::Error{configuration} ANB-G101 when the folder of keys is that of production and of
///         another environment
void refuse_shared_folder(std::string_view env, const config::Configuration& configuration,
                          const config::Setting& folder);

/// @throws base::Error{configuration} ANB-G101 when a store of keys is that of production and of
///         another environment, whatever it is for there
void refuse_shared_store(std::string_view env, const config::Configuration& configuration,
                         const config::Setting& store);

/// A secret without the line break at its end. @throws as base::read_secret_file()
base::SecretString read_secret(const std::string& file);

} // namespace anb::cli_net::detail
