// An open environment together with the FIT-Connect client and its login.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_net/network.hpp"
#include "fitconnect/api.hpp"

#include <optional>
#include <string_view>

namespace anb::cli_net {

/// What a FIT-Connect command works with. Its parts refer to one another, so it stays where it is.
class Connection {
public:
    /// Opens the environment (open_session()) and prepares the login of `role`. A command that only
    /// reads goes without one when the profile has no client id; no token is fetched before the
    /// first call that needs it. The client's clock runs: some commands wait for hours.
    /// @throws as open_session() and client_credentials()
    Connection(const NetworkOptions& options, cli::Io& io, Purpose purpose, Role role,
               std::string_view tool, std::string_view environment = {});
    /// The same for an environment that is open already. @throws as client_credentials()
    Connection(Session session, int api_version, Purpose purpose, Role role);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    const Session& session() const { return m_session; }
    const fitconnect::Environment& environment() const { return m_session.environment; }
    fitconnect::Api& api() { return m_api; }

private:
    Session m_session;
    std::optional<oauth::TokenSource> m_tokens;
    fitconnect::Api m_api;
};

} // namespace anb::cli_net
