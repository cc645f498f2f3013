// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli_dvdv/commands.hpp"
#include "cli_dvdv/connect.hpp"
#include "cli_dvdv/targets.hpp"
#include "cli_dvdv/view.hpp"
#include "crypto/digest.hpp"
#include "dvdv/organization_key.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace anb::cli_dvdv {

namespace {

/// One place that a certificate is entered in.
struct Use {
    std::string organization_key, organization, service, uri;
    std::string role; ///< stable English name: "recipient", "content", "intermediary" …
};

struct Role {
    std::string_view element_type, parameter_type, name;
};

constexpr std::array<Role, 6> k_roles{{
    {"OSCI_ADDRESSEE", "CIPHER_CERTIFICATE", "recipient"},
    {"OSCI_ADDRESSEE", "SIGNATURE_CERTIFICATE", "recipient_signature"},
    {"OSCI_INTERMEDIARY", "CIPHER_CERTIFICATE", "intermediary"},
    {"OSCI_INTERMEDIARY", "SIGNATURE_CERTIFICATE", "intermediary_signature"},
    {"CIPHER_CERTIFICATE", "CIPHER_CERTIFICATE", "content"},
    {"SIGNATURE_CERTIFICATE", "SIGNATURE_CERTIFICATE", "signature"},
}};

bool is_entered(const std::optional<dvdv::Certificate>& certificate, const base::Bytes& der)
{
    return certificate && certificate->content == der;
}

class Search {
public:
    Search(cli_net::DirectoryConnection& connection, base::Bytes der)
        : m_directory(connection.directory()), m_configuration(connection.configuration()),
          m_der(std::move(der)),
          m_fingerprint(base::to_hex(crypto::digest(crypto::DigestAlgorithm::sha1, m_der)))
    {
    }

    const std::string& fingerprint() const { return m_fingerprint; }
    /// There are services that the directory does not show, because they are not valid today.
    bool has_hidden() const { return m_not_shown; }

    std::vector<Use> run(const std::string& own_key)
    {
        std::vector<dvdv::ElementQuestion> questions;
        for (const auto& role : k_roles) {
            questions.push_back(
                {std::string(role.element_type), std::string(role.parameter_type), m_fingerprint});
        }
        std::set<std::string> keys;
        for (const auto& organizations : m_directory.find_by_element(questions)) {
            for (const auto& organization : organizations) {
                keys.insert(organization.organization_keys.begin(),
                            organization.organization_keys.end());
            }
        }
        if (!own_key.empty()) {
            keys.insert(own_key);
        }
        std::set<std::string> seen;
        for (const auto& key : keys) {
            for (const auto& description : m_directory.find_organizations(key)) {
                const auto& organization = description.organization;
                if (organization.id.empty() || seen.insert(organization.id).second) {
                    look_at(key, organization);
                }
            }
        }
        return std::move(m_uses);
    }

private:
    void look_at(const std::string& key, const dvdv::Organization& organization)
    {
        const bool is_client = std::ranges::any_of(
            organization.client_certificates,
            [&](const dvdv::Certificate& each) { return each.content == m_der; });
        if (is_client) {
            m_uses.push_back({key, organization.name, {}, {}, "client"});
        }
        std::vector<dvdv::ServiceQuestion> questions;
        for (const auto& service : organization.services) {
            if (!service.specification_uri.empty()) {
                questions.push_back({key, service.specification_uri});
            }
        }
        if (questions.empty()) {
            return;
        }
        m_directory.find_services(questions, [&](std::size_t index, dvdv::ServiceAnswer answer) {
            if (answer.presence == dvdv::Presence::found) {
                add(key, organization, questions[index].specification_uri, answer.service);
            } else {
                m_not_shown = true;
            }
        });
    }

    void add(const std::string& key, const dvdv::Organization& organization, const std::string& uri,
             const dvdv::Service& service)
    {
        for (const auto& element : service.elements) {
            for (const auto& role : k_roles) {
                const auto& certificate = role.parameter_type == "CIPHER_CERTIFICATE"
                                              ? element.cipher_certificate
                                              : element.signature_certificate;
                if (element.type == role.element_type && is_entered(certificate, m_der)) {
                    m_uses.push_back({key, organization.name, name_of(service, uri), uri,
                                      std::string(role.name)});
                }
            }
        }
    }

    /// The profile's name for a service, else the directory's.
    std::string name_of(const dvdv::Service& service, const std::string& uri) const
    {
        for (const auto& leistung : m_configuration.leistungen()) {
            if (leistung.dvdv_uri == uri) {
                return leistung.name;
            }
        }
        return dvdv::shown_name(service);
    }

    dvdv::Directory& m_directory;
    const config::Configuration& m_configuration;
    base::Bytes m_der;
    std::string m_fingerprint;
    std::vector<Use> m_uses;
    bool m_not_shown = false;
};

std::string role_text(const cli::Io& io, const std::string& role)
{
    return messages::word("dvdv_use_" + role, io.common().language);
}

} // namespace

cli::Exit uses_certificate(const Call& call, cli::Io& io)
{
    const auto password = [&] {
        auto source = call.password;
        source.prompt = io.say("Kennwort für ", "Password for ") + call.certificate + ": ";
        return io.secret(source);
    };
    const auto local = read_certificate_file(call.certificate, io.now(), password);
    auto connection = connect(call, io);
    const auto key = organization_key_or_none(call, connection.configuration());
    connection.open();
    Search search(connection, local.der);
    const auto uses = search.run(key);

    cli::Table table;
    table.header = {io.say("Organisation", "Organisation"), io.say("Dienst", "Service"),
                    io.say("Verwendung", "Use")};
    auto members = json::Value::array();
    base::Report report;
    report.subject = "certificate:" + search.fingerprint();
    for (const auto& use : uses) {
        table.rows.push_back({base::printable(use.organization, 60),
                              use.service.empty() ? "-" : base::printable(use.service, 60),
                              role_text(io, use.role)});
        members.push_back({{"organization_key", use.organization_key},
                           {"organization", use.organization},
                           {"service", use.service},
                           {"uri", use.uri},
                           {"role", use.role}});
        base::Finding finding;
        finding.severity = base::Severity::warning;
        finding.code = "ANB-D250";
        finding.element = use.role;
        finding.where = use.organization_key;
        finding.found = use.uri;
        finding.values = {{"organization", use.organization},
                          {"service", use.service.empty() ? "-" : use.service},
                          {"role", role_text(io, use.role)}};
        report.findings.push_back(std::move(finding));
    }
    report.unchecked.push_back({"other_clients", "not_searchable"});
    if (search.has_hidden()) {
        report.unchecked.push_back({"expired_entries", "not_shown"});
    }
    std::set<std::pair<std::string, std::string>> entries;
    for (const auto& use : uses) {
        entries.emplace(use.organization_key, use.uri);
    }
    io.document()["uses"] = std::move(members);
    if (uses.empty()) {
        io.line(
            io.say("Kein Eintrag benutzt dieses Zertifikat.", "No entry uses this certificate."));
    } else {
        io.table(table);
        io.line(entries.size() == 1 ? io.say("1 Eintrag benutzt dieses Zertifikat noch.",
                                             "1 entry still uses this certificate.")
                                    : std::to_string(entries.size()) +
                                          io.say(" Einträge benutzen dieses Zertifikat noch.",
                                                 " entries still use this certificate."));
    }
    io.add(std::move(report));
    return io.verdict();
}

} // namespace anb::cli_dvdv
