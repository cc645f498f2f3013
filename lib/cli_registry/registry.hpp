// Asks the DVDV and FIT-Connect for the certificates that an inventory watches.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"
#include "cli_certificates/commands.hpp"
#include "cli_net/connection.hpp"
#include "cli_net/directory.hpp"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace anb::cli_registry {

/// Logs in once for each profile and environment, also when that fails.
class Registry {
public:
    /// Both must outlive it.
    Registry(const cli_certificates::Options& options, cli::Io& io);

    /// What is registered now: of an entry of the DVDV the recipient's certificate, and the one for
    /// the content where the WSDL names another; of a Zustellpunkt its encryption key with x5c.
    ///
    /// @throws Error{missing} ANB-D201 to D203, ANB-D211 an entry without a recipient's
    ///         certificate, ANB-D218 without an addressee, ANB-D219 with several; Error{input}
    ///         ANB-D225 an unreadable WSDL; Error{missing} ANB-F253 a Zustellpunkt without an
    ///         encryption key; otherwise as cli_net::open_profile(), DirectoryConnection,
    ///         Connection and what they ask
    std::vector<cli_certificates::Registered> ask(const config::Watched& watched);

private:
    using Key = std::pair<std::string, std::string>; ///< profile, environment

    cli_net::Session open(const config::Watched& watched) const;
    cli_net::DirectoryConnection& log_in(const config::Watched& watched);
    std::vector<cli_certificates::Registered> ask_directory(const config::Watched& watched);
    std::vector<cli_certificates::Registered> ask_destination(const config::Watched& watched);

    const cli_certificates::Options& m_options;
    cli::Io& m_io;
    const cli::SecretSource m_password; ///< as the profile says, whatever opens the files
    std::map<Key, std::unique_ptr<cli_net::DirectoryConnection>> m_directories;
    std::map<Key, base::Error> m_failed; ///< logins to the DVDV
    std::map<Key, std::unique_ptr<cli_net::Connection>> m_connections;
};

/// The work of cert-check, inventories with a registry included.
/// @throws as cli_certificates::run()
cli::Exit run(const cli_certificates::Options& options, cli::Io& io);

} // namespace anb::cli_registry
