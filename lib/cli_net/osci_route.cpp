// SPDX-License-Identifier: EUPL-1.2

#include "cli_net/osci_route.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli_certificates/trust.hpp"
#include "cli_certificates/view.hpp"
#include "cli_net/directory.hpp"
#include "cli_net/osci_identity.hpp"
#include "dvdv/organization_key.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::cli_net {

namespace {

using base::Error;
using base::ErrorKind;
using base::Severity;

constexpr std::uint64_t k_most_bytes = 16 * 1024 * 1024;
constexpr std::string_view k_environments[] = {"test", "stage", "prod"};

base::Finding finding(std::string code, std::string element, base::Values values)
{
    base::Finding finding;
    finding.code = std::move(code);
    finding.element = std::move(element);
    finding.values = std::move(values);
    return finding;
}

bool is_web_address(const std::string& url)
{
    const auto lower = base::to_lower_ascii(url);
    return (lower.starts_with("https://") || lower.starts_with("http://")) &&
           !fitconnect::host_of(lower).empty() &&
           std::ranges::all_of(url, [](unsigned char c) { return c > 0x20 && c < 0x7F; });
}

/// xs:NCName, as far as ASCII goes.
bool is_name(const std::string& text)
{
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    return !text.empty() && letter(text.front()) && std::ranges::all_of(text, [&](char c) {
        return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

class Finder {
public:
    Finder(const Line& line, const OsciAddress& address, cli::Io& io)
        : m_line(line), m_address(address), m_io(io), m_configuration(line.configuration),
          m_env(line.environment_name), m_rules(m_configuration, m_env, io)
    {
    }

    OsciRoute run()
    {
        if (m_address.asks_directory()) {
            ask_directory();
        } else {
            take_files();
        }
        check_address();
        if (m_cipher) {
            m_route.intermediary = osci::Intermediary{m_url, *m_cipher, m_signature};
        }
        return std::move(m_route);
    }

private:
    std::string setting(std::string_view key) const
    {
        const auto found = m_configuration.get(m_env, key);
        return found ? found->value : std::string();
    }

    std::string demand(std::string_view key) const
    {
        auto value = setting(key);
        if (value.empty()) {
            throw Error(ErrorKind::configuration, "ANB-G406",
                        {{"env", m_env}, {"key", std::string(key)}});
        }
        return value;
    }

    void announce(const std::string& more)
    {
        auto text = m_io.common().dry_run ? m_io.say("(Probelauf, nichts wird geändert)",
                                                     "(dry run, nothing will be changed)")
                                          : std::string();
        if (!more.empty()) {
            text += (text.empty() ? "" : "   ") + more;
        }
        m_io.environment(m_env, text);
    }

    void find(std::string code, std::string element, base::Values values)
    {
        m_route.report.findings.push_back(
            finding(std::move(code), std::move(element), std::move(values)));
    }

    void fact(std::string name, std::string value)
    {
        if (!value.empty()) {
            m_route.report.facts.push_back({std::move(name), std::move(value)});
        }
    }

    /// An address that the configuration knows as another environment's.
    void check_address()
    {
        for (const auto other : k_environments) {
            const auto theirs = m_configuration.get(other, "intermediary_url");
            const bool foreign = (other == "prod") != (m_env == "prod");
            if (foreign && theirs && theirs->value == m_url) {
                find("ANB-O603", "intermediary", {{"url", m_url}, {"env", std::string(other)}});
            }
        }
    }

    void take_url(const std::string& url)
    {
        m_url = url;
        fact("intermediary", url);
        if (!is_web_address(url)) {
            find("ANB-D215", "intermediary", {{"url", url}});
        }
    }

    // --- from files

    pki::Certificate read(const std::string& file) const
    {
        const auto all = pki::load_certificates(base::read_file(file, k_most_bytes), file);
        const auto leaf = std::ranges::find_if(all, [](const auto& each) { return !each.is_ca(); });
        return leaf == all.end() ? all.front() : *leaf;
    }

    void judge(const pki::Certificate& certificate, std::string_view point, pki::Use use)
    {
        check_osci_certificate(certificate, point, use, m_rules.rules(), m_route.report);
    }

    void take_files()
    {
        announce({});
        take_url(m_address.intermediary.empty() ? demand("intermediary_url")
                                                : m_address.intermediary);
        m_cipher = read(demand("intermediary_cipher_certificate"));
        judge(*m_cipher, "intermediary_certificate", pki::Use::osci_enc);
        if (const auto file = setting("intermediary_signature_certificate"); !file.empty()) {
            m_signature = read(file);
            judge(*m_signature, "intermediary_signature", pki::Use::osci_sig);
        } else {
            m_route.report.unchecked.push_back({"intermediary_signature", "no_profile"});
        }
        if (!m_address.to_cert.empty()) {
            m_route.recipient = read(m_address.to_cert);
            judge(*m_route.recipient, "recipient_certificate", pki::Use::osci_enc);
            const auto reader = setting("content_certificate");
            m_route.reader = reader.empty() ? m_route.recipient : std::optional(read(reader));
        }
        m_route.report.subject = "osci:" + m_url;
        m_route.report.unchecked.push_back({"directory", "not_requested"});
    }

    // --- from the DVDV

    std::string organization() const
    {
        if (!m_address.organization.empty()) {
            return dvdv::OrganizationKey::parse(m_address.organization).str();
        }
        const auto own = m_configuration.mandant("organisation");
        if (!own) {
            throw Error(ErrorKind::usage, "ANB-G107", {{"option", "--to"}});
        }
        return dvdv::OrganizationKey::parse(own->value).str();
    }

    std::string specification() const
    {
        if (m_address.service.empty()) {
            throw Error(ErrorKind::usage, "ANB-G107", {{"option", "--service"}});
        }
        return specification_of(m_configuration, m_address.service);
    }

    void ask_directory()
    {
        m_route.organization = organization();
        m_route.specification_uri = specification();
        m_route.report.subject = "dvdv:" + m_route.organization + " " + m_route.specification_uri;
        const cli::SecretSource password;
        DirectoryConnection connection(m_line, m_io, password);
        const auto answer = [&] {
            try {
                connection.log_in();
                return ask(connection.directory());
            } catch (...) {
                announce({});
                throw;
            }
        }();
        announce(
            fmt::format("{} {}{} {}", m_io.say("Empfänger", "recipient"), m_route.organization,
                        m_route.name.empty() ? "" : " (" + base::printable(m_route.name, 80) + ")",
                        m_env == "test" ? m_io.say("laut Test-DVDV", "by the test DVDV")
                                        : m_io.say("laut DVDV", "by the DVDV")));
        if (is_good(answer)) {
            take_service(answer.service);
        }
    }

    dvdv::ServiceAnswer ask(dvdv::Directory& directory)
    {
        const auto known = directory.find_organizations(m_route.organization);
        if (known.empty()) {
            dvdv::ServiceAnswer none;
            none.presence = dvdv::Presence::no_organization;
            return none;
        }
        m_route.name = known.front().organization.name;
        return directory.find_service({m_route.organization, m_route.specification_uri});
    }

    bool is_good(const dvdv::ServiceAnswer& answer)
    {
        const base::Values values{{"key", m_route.organization},
                                  {"uri", m_route.specification_uri},
                                  {"reason", answer.reason.empty() ? "-" : answer.reason}};
        switch (answer.presence) {
        case dvdv::Presence::no_organization:
            find("ANB-D201", "organization", values);
            return false;
        case dvdv::Presence::no_service:
            find("ANB-D203", "service", values);
            return false;
        case dvdv::Presence::not_valid:
            find("ANB-D202", "service", values);
            return false;
        case dvdv::Presence::found:
            break;
        }
        fact("service", dvdv::shown_name(answer.service));
        return true;
    }

    std::optional<dvdv::Wsdl> read_profile(const dvdv::Service& service)
    {
        if (service.specification_document.empty()) {
            m_route.report.unchecked.push_back({"wsdl", "not_stated"});
            return std::nullopt;
        }
        try {
            return dvdv::read_wsdl(service.specification_document);
        } catch (const Error& error) {
            find("ANB-D225", "wsdl", error.values());
            return std::nullopt;
        }
    }

    std::optional<pki::Certificate> take(const dvdv::Certificate* entered, std::string_view point,
                                         pki::Use use)
    {
        if (entered == nullptr) {
            find("ANB-D211", std::string(point), {{"kind", std::string(point)}});
            return std::nullopt;
        }
        dvdv::check_certificate(*entered, point, use, m_rules.rules(), m_route.report);
        try {
            auto certificate = pki::Certificate::from_der(entered->content, "DVDV");
            fact(std::string(point),
                 base::to_hex(certificate.fingerprint(crypto::DigestAlgorithm::sha1)));
            fact(std::string(point) + "_not_after", base::format_time(certificate.not_after()));
            return certificate;
        } catch (const Error&) {
            return std::nullopt; // ANB-D232 was said
        }
    }

    void take_service(const dvdv::Service& service)
    {
        const auto wsdl = read_profile(service);
        const auto network =
            dvdv::to_network(setting("osci_network")).value_or(dvdv::Network::internet);
        const auto way =
            dvdv::select_route(service, network, wsdl ? &*wsdl : nullptr, m_route.report.findings);
        if (way.intermediary != nullptr) {
            take_url(way.intermediary->uri);
            m_cipher =
                take(way.intermediary_cipher(), "intermediary_certificate", pki::Use::osci_enc);
            m_signature =
                take(way.intermediary_signature(), "intermediary_signature", pki::Use::osci_sig);
        }
        if (way.addressee != nullptr) {
            m_route.recipient = take(way.recipient, "recipient_certificate", pki::Use::osci_enc);
            const bool same = way.content != nullptr && way.recipient != nullptr &&
                              way.content->content == way.recipient->content;
            m_route.reader = same ? m_route.recipient
                                  : take(way.content, "content_certificate", pki::Use::osci_enc);
        }
        if (wsdl) {
            take_profile(*wsdl);
        }
    }

    void take_profile(const dvdv::Wsdl& wsdl)
    {
        if (wsdl.operations.empty()) {
            return;
        }
        const auto& operation = wsdl.operations.front();
        m_route.subject = operation.subject;
        const auto& kind = operation.communication_type;
        if (!kind.empty() && kind != "one-way-active") {
            find("ANB-O604", "wsdl", {{"kind", kind}});
        }
        const auto& all = operation.containers;
        const auto required = std::ranges::find(all, true, &dvdv::WsdlContainer::required);
        if (required != all.end() && !required->name.empty()) {
            m_route.container = required->name;
        }
        fact("wsdl", m_route.container);
        if (!is_name(m_route.container)) {
            find("ANB-O605", "wsdl", {{"name", m_route.container}});
        }
    }

    const Line& m_line;
    const OsciAddress& m_address;
    cli::Io& m_io;
    const config::Configuration& m_configuration;
    const std::string& m_env;
    OsciRules m_rules;
    std::string m_url;
    std::optional<pki::Certificate> m_cipher, m_signature; ///< of the Intermediär
    OsciRoute m_route;
};

} // namespace

OsciRules::OsciRules(const config::Configuration& configuration, std::string_view env,
                     const cli::Io& io)
    : m_trust(cli_certificates::load_trust({}, &configuration))
{
    m_rules.certificates.environment = cli_certificates::to_environment(env);
    m_rules.certificates.at = io.judged_at();
    m_rules.trust = &m_trust;
}

OsciRoute find_osci_route(const Line& line, const OsciAddress& address, cli::Io& io)
{
    return Finder(line, address, io).run();
}

} // namespace anb::cli_net
