// What a command works with that talks OSCI: our keys, and the client.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_net/osci_identity.hpp"
#include "cli_net/osci_route.hpp"

#include <optional>

namespace anb::cli_testantrag {

/// Its parts refer to one another, so it stays where it is. Nobody is contacted by it.
class OsciSession {
public:
    /// @throws as cli_net::load_osci_own() and OsciRules
    OsciSession(cli_net::Line line, cli::Io& io, const cli::SecretSource& password);
    OsciSession(const OsciSession&) = delete;
    OsciSession& operator=(const OsciSession&) = delete;

    const cli_net::Line& line() const { return m_line; }
    const std::string& environment() const { return m_line.environment_name; }
    const cli_net::OsciOwn& own() const { return m_own; }
    const dvdv::CheckRules& rules() const { return m_rules.rules(); }
    /// Judges our own certificates.
    base::Report check_own() const;

    /// The client for an Intermediär.
    osci::Client& connect(osci::Intermediary intermediary);

private:
    cli::Io& m_io;
    cli_net::Line m_line;
    cli_net::OsciOwn m_own;
    cli_net::OsciRules m_rules;
    std::optional<osci::Client> m_client;
};

} // namespace anb::cli_testantrag
