// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/osci/postbox_session.hpp"

#include "cli_certificates/trust.hpp"
#include "cli_certificates/view.hpp"
#include "testantrag/osci/json.hpp"

#include <algorithm>

namespace anb::cli_testantrag {

namespace {

constexpr std::string_view k_name = "receive-testantrag", k_method = "rsa-sha256";

bool is_about_intermediary(const base::Finding& finding)
{
    return finding.element.starts_with("intermediary") || finding.where.starts_with("intermediary");
}

} // namespace

PostboxSession::PostboxSession(const ReceivingOptions& options, cli::Io& io,
                               cli_net::Purpose purpose)
    : m_options(options), m_io(io), m_line(cli_net::open_line(options.network, io, purpose, k_name))
{
    load_own();
    find_way();
    make_rules(service());
}

/// The one that is named, or the profile's only one.
std::string PostboxSession::service() const
{
    const auto& known = m_line.configuration.leistungen();
    if (m_options.service.empty() && known.size() == 1) {
        return known.front().name;
    }
    return m_options.service;
}

void PostboxSession::load_own()
{
    if (m_options.stores.files.empty()) {
        m_own = cli_net::load_osci_recipient(m_line.configuration, m_line.environment_name, m_io,
                                             m_options.stores.password);
        return;
    }
    m_older = load_stores(m_options.stores, m_io);
    m_own = cli_net::OsciOwn{std::move(m_older.front()), {}};
    m_older.erase(m_older.begin());
}

void PostboxSession::find_way()
{
    m_route = cli_net::find_osci_route(m_line,
                                       {.organization = {},
                                        .service = service(),
                                        .to_cert = {},
                                        .intermediary = m_options.intermediary},
                                       m_io);
    auto& findings = m_route.report.findings;
    m_ready =
        m_route.intermediary && std::ranges::none_of(findings, [](const auto& finding) {
            return finding.severity == base::Severity::error && is_about_intermediary(finding);
        });
    for (auto& finding : findings) {
        if (m_ready && finding.severity == base::Severity::error) {
            finding.severity = base::Severity::warning;
        }
    }
    if (m_route.recipient && *m_route.recipient != m_own->cipher_certificate()) {
        auto& finding = findings.emplace_back();
        finding.severity = base::Severity::warning;
        finding.code = "ANB-O714";
        finding.element = "recipient_certificate";
        finding.found = m_route.recipient->subject();
        finding.expected = m_own->cipher_certificate().subject();
        finding.values = {{"found", testantrag::fingerprint(*m_route.recipient)},
                          {"expected", postbox_name()}};
        finding.rule = "dvdv:8";
    }
    if (!findings.empty()) {
        m_io.add(m_route.report);
    }
}

void PostboxSession::make_rules(const std::string& service)
{
    m_trust = cli_certificates::load_trust(m_options.trust, &m_line.configuration);
    m_data.emplace(data_rules(m_options.rules, false, m_io));
    m_rules.data = &*m_data;
    const auto is_name = !service.empty() && service.find(':') == std::string::npos;
    m_rules.schema_uri = is_name ? m_line.configuration.leistung(service).schema_uri : "";
    const auto* container = base::find_fact(m_route.report, "wsdl");
    m_rules.container = container == nullptr ? "" : *container;
    if (m_route.intermediary) {
        m_rules.intermediary_signature = m_route.intermediary->signature;
    }
    m_rules.trust = &m_trust;
    m_rules.certificates.environment = cli_certificates::to_environment(m_line.environment_name);
    m_rules.certificates.at = m_io.judged_at();
}

std::string PostboxSession::postbox_name() const
{
    return testantrag::fingerprint(m_own->cipher_certificate());
}

testantrag::OsciPostbox PostboxSession::postbox() const
{
    testantrag::OsciPostbox postbox{.transport = *m_line.transport,
                                    .cipher = m_own->cipher,
                                    .signature = m_own->signer(),
                                    .method = *xmldsig::own_method(k_method),
                                    .intermediary = m_route.intermediary.value(),
                                    .languages = m_io.say("de", "en"),
                                    .older = {}};
    for (const auto& each : m_older) {
        postbox.older.push_back(&each);
    }
    return postbox;
}

osci::Client PostboxSession::client() const
{
    const auto mine = postbox();
    return {mine.transport,
            mine.intermediary,
            {mine.cipher, mine.signature, mine.method},
            mine.languages};
}

} // namespace anb::cli_testantrag
