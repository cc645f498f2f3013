// The options that fill types of `http`, `config` and the services, so that an offline tool does
// not link curl. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/tool.hpp"
#include "config/config.hpp"
#include "fitconnect/environment.hpp"
#include "http/curl.hpp"
#include "oauth/token.hpp"

#include <memory>
#include <string>
#include <vector>

namespace anb::cli_net {

/// --timeout --retry --retry-max-time --proxy --ca-file --environments --api, as parsed.
struct NetworkOptions {
    std::string timeout, retry_max_time, proxy;
    int retry = 5;
    std::vector<std::string> ca_files;
    std::string environments_file;
    int api_version = 2; ///< --api: FIT-Connect Submission API 1 or 2
};

/// Declares them but for --api, and --show-config, which takes the place of the tool's work.
/// `options` must live as long as `app`.
void declare_network(CLI::App& app, NetworkOptions& options, cli::Say say);
/// --api, for tools that talk to FIT-Connect.
void declare_api(CLI::App& app, NetworkOptions& options, cli::Say say);

/// What a tool needs to talk to any service in one environment.
struct Line {
    config::Configuration configuration;
    std::string environment_name;               ///< "test", "stage", "prod"
    std::shared_ptr<http::Transport> transport; ///< shared by the profiles of one call
};

/// The same with the addresses of FIT-Connect.
struct Session : Line {
    fitconnect::Environment environment;
};

enum class Purpose {
    reading,  ///< environment defaults to test
    changing, ///< environment must be named (user-journeys §7.4)
};

/// Profile, configuration files and environments that the options name, for tools that need them
/// without a network. @throws as config::Configuration::load()
config::Configuration load_configuration(const NetworkOptions& options, const cli::Io& io);

/// Loads the configuration, chooses the environment and makes the transport, which uses `io` as
/// long as it lives. The environment line is left to the caller.
/// @throws as open_session(), but for addresses
Line open_line(const NetworkOptions& options, cli::Io& io, Purpose purpose, std::string_view tool,
               std::string_view environment = {});

/// PEM files that are trusted besides the system's store: the options', the environment's, the
/// general ones.
std::vector<std::string> ca_files(const NetworkOptions& options,
                                  const config::Configuration& configuration, std::string_view env);

/// Loads the configuration, resolves the environment, prints the environment line, makes the
/// transport, which uses `io` as long as it lives.
/// @throws Error{usage} ANB-G122 environment missing, ANB-G126 with --offline, ANB-G110 for a time
///         that is none; Error{configuration} ANB-G101 an address of another environment, ANB-G409
///         an address without https, otherwise as config::Configuration::load()
///
/// @param environment  what the thing at hand already belongs to, such as a sending that goes on;
///                     no other one is taken, and production must be named to change anything
/// @throws Error{configuration} ANB-G101 when the command line names another one
Session open_session(const NetworkOptions& options, cli::Io& io, Purpose purpose,
                     std::string_view tool, std::string_view environment = {});

/// The same in the environment of this name, whatever the command line or a profile says, for
/// commands that compare two environments. @throws as open_session()
Session open_named_session(const NetworkOptions& options, cli::Io& io, std::string_view tool,
                           const std::string& environment);

/// For a call that looks into several profiles and environments: one of them, without a line about
/// it. Empty members are chosen as every reading command chooses them.
/// @throws as open_session()
Session open_profile(const NetworkOptions& options, cli::Io& io, std::string_view tool,
                     const std::string& profile, const std::string& environment);

/// Profiles that a call names as files or folders, of which every *.toml counts; in their order.
/// @throws as config::Configuration::load() and base::expand()
std::vector<config::Configuration> load_profiles(const NetworkOptions& options,
                                                 const std::vector<std::string>& places);

/// The environment of `first` as another profile has it, over the same transport.
/// @throws as open_session(), but for the choice of the environment
Session other_profile(const Session& first, config::Configuration configuration);

/// The same without a transport, for commands that contact nobody. @throws as open_session()
Session closed_session(const NetworkOptions& options, cli::Io& io);

enum class Role { sender, subscriber };

/// Client id and secret of the profile for this environment; a sender's own pair wins over the
/// general one. @throws Error{configuration} ANB-G406 when there is none, ANB-G101
/// when production shares it with another environment; Error{credentials} ANB-G407 when a secret
/// file may be read by others
oauth::ClientCredentials client_credentials(const Session& session, Role role);

} // namespace anb::cli_net
