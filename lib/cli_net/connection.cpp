// SPDX-License-Identifier: EUPL-1.2
#include "cli_net/connection.hpp"

namespace anb::cli_net {

namespace {

std::optional<oauth::TokenSource> login(const Session& session, Purpose purpose, Role role)
{
    const auto has = [&](std::string_view key) {
        return session.configuration.get(session.environment.name, key).has_value();
    };
    if (purpose == Purpose::reading && !has("fitconnect_client_id") &&
        !(role == Role::sender && has("fitconnect_sender_client_id"))) {
        return std::nullopt;
    }
    return oauth::TokenSource(client_credentials(session, role), *session.transport);
}

} // namespace

Connection::Connection(const NetworkOptions& options, cli::Io& io, Purpose purpose, Role role,
                       std::string_view tool, std::string_view environment)
    : Connection(open_session(options, io, purpose, tool, environment), options.api_version,
                 purpose, role)
{
}

Connection::Connection(Session session, int api_version, Purpose purpose, Role role)
    : m_session(std::move(session)), m_tokens(login(m_session, purpose, role)),
      m_api(m_session.environment, api_version, *m_session.transport,
            m_tokens ? &*m_tokens : nullptr, base::now)
{
}

} // namespace anb::cli_net
