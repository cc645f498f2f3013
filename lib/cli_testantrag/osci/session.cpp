// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/osci/session.hpp"

namespace anb::cli_testantrag {

namespace {

constexpr std::string_view k_method = "rsa-sha256";

} // namespace

OsciSession::OsciSession(cli_net::Line line, cli::Io& io, const cli::SecretSource& password)
    : m_io(io), m_line(std::move(line)),
      m_own(cli_net::load_osci_own(m_line.configuration, m_line.environment_name, io, password)),
      m_rules(m_line.configuration, m_line.environment_name, io)
{
}

base::Report OsciSession::check_own() const
{
    return cli_net::check_osci_own(m_own, rules());
}

osci::Client& OsciSession::connect(osci::Intermediary intermediary)
{
    return m_client.emplace(*m_line.transport, std::move(intermediary),
                            osci::Own{.cipher = m_own.cipher,
                                      .signature = m_own.signer(),
                                      .method = *xmldsig::own_method(k_method)},
                            m_io.say("de", "en"));
}

} // namespace anb::cli_testantrag
