// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli_certificates/trust.hpp"
#include "cli_certificates/view.hpp"
#include "cli_dvdv/commands.hpp"
#include "cli_dvdv/targets.hpp"
#include "dvdv/organization_key.hpp"
#include "inventory/public_only.hpp"
#include "pki/check.hpp"
#include "pki/facts.hpp"

#include <algorithm>

namespace anb::cli_dvdv {

namespace {

using base::Severity;
using Row = std::pair<std::string, std::string>;

constexpr std::uint64_t k_most_bytes = 16 * 1024 * 1024;

/// The order as it grows, and what is wrong with it.
class Order {
public:
    Order(const Call& call, cli::Io& io)
        : m_call(call), m_io(io), m_configuration(cli_net::load_configuration(call.network, io)),
          m_env(io.common().env.empty() ? "test" : io.common().env)
    {
        m_report.subject = "file:" + call.certificate;
    }

    void fill()
    {
        const auto& service = m_configuration.leistung(m_call.services.front());
        demand("name", m_configuration.mandant("name"));
        demand_key();
        demand("address", m_configuration.mandant("address"));
        add("service_uri", service.dvdv_uri.empty()
                               ? m_io.say("laut DVDV-Eintragungskonzept der Leistung",
                                          "as the service's DVDV entry concept says")
                               : service.dvdv_uri);
        demand("intermediary_url", m_configuration.get(m_env, "intermediary_url"));
        add_certificate();
        demand("mail", m_configuration.mandant("mail"));
    }

    cli::Exit finish()
    {
        const bool complete = m_report.accepted();
        if (complete) {
            m_io.line(
                m_env == "prod" ? m_io.say("Eintragung im DVDV", "Entry in the DVDV")
                : m_env == "test"
                    ? m_io.say("Eintragung im Test-DVDV", "Entry in the test DVDV")
                    : m_io.say("Eintragung im DVDV, Umgebung ", "Entry in the DVDV, environment ") +
                          m_env);
            cli::Table table;
            auto members = json::Value::object();
            for (const auto& [name, value] : m_rows) {
                table.rows.push_back({name.empty() ? "" : label(name), value});
                if (!name.empty()) {
                    members[name] = value;
                }
            }
            m_io.table(table);
            m_io.document()["order"] = std::move(members);
        }
        m_io.add(std::move(m_report));
        return m_io.verdict();
    }

private:
    std::string label(const std::string& name) const
    {
        return messages::word("order_" + name, m_io.common().language);
    }

    void add(const std::string& name, const std::string& value)
    {
        m_rows.emplace_back(name, base::printable(value, 200));
    }

    void demand(const std::string& name, const std::optional<config::Setting>& setting)
    {
        if (setting && !setting->value.empty()) {
            add(name, setting->value);
            return;
        }
        find("ANB-D251", name, {{"field", label(name)}, {"key", name}});
    }

    void demand_key()
    {
        const auto key = m_call.organization.empty() ? m_configuration.mandant("organisation")
                                                     : config::Setting{m_call.organization, ""};
        if (key) {
            dvdv::OrganizationKey::parse(key->value);
        }
        demand("organisation", key);
    }

    void find(std::string_view code, const std::string& element, base::Values values)
    {
        base::Finding finding;
        finding.code = code;
        finding.element = element;
        finding.values = std::move(values);
        m_report.findings.push_back(std::move(finding));
    }

    void add_certificate()
    {
        const auto bytes = base::read_file(m_call.certificate, k_most_bytes);
        if (!inventory::find_private(bytes).empty()) {
            find("ANB-D252", "certificate", {{"file", m_call.certificate}});
            return;
        }
        const auto local = read_certificate_file(m_call.certificate, m_io.now(), nullptr);
        const auto facts = pki::read_facts(local.der);
        if (!facts || !facts->not_after.value) {
            find("ANB-D232", "certificate", {{"kind", "certificate"}});
            return;
        }
        judge(std::make_shared<pki::Facts>(*facts));
        const auto sha1 = base::to_hex(facts->fingerprint(crypto::DigestAlgorithm::sha1));
        add("certificate", roles(facts->key_usage.value_or(0)) + ", SHA-1 " + sha1);
        add("",
            m_io.say("gültig bis ", "valid until ") + base::format_date(*facts->not_after.value));
    }

    std::string roles(std::uint16_t usage) const
    {
        const bool encrypts = (usage & (pki::key_encipherment | pki::data_encipherment)) != 0;
        const bool signs = (usage & (pki::digital_signature | pki::non_repudiation)) != 0;
        const auto encryption = m_io.say("Verschlüsselung", "encryption");
        const auto signature = m_io.say("Signatur", "signature");
        return encrypts && signs ? encryption + " + " + signature : signs ? signature : encryption;
    }

    /// An unfit certificate is not worth an entry.
    void judge(const pki::FactsPtr& facts)
    {
        const auto trust = cli_certificates::load_trust(m_call.trust, &m_configuration);
        pki::CheckOptions options;
        options.use = pki::Use::osci_enc;
        options.environment = cli_certificates::to_environment(m_env);
        options.at = m_io.judged_at();
        options.warn_days = m_call.warn_days;
        options.crit_days = m_call.crit_days;
        options.anchors_given = trust.has_anchors();
        const auto* pool = &trust;
        auto verdict = pki::check(pki::build_path(facts, std::span(&pool, 1), options.at), options);
        std::erase_if(verdict.findings, [&](const base::Finding& finding) {
            return finding.code == "ANB-C142" && !options.anchors_given;
        });
        m_report.take(std::move(verdict));
    }

    const Call& m_call;
    cli::Io& m_io;
    config::Configuration m_configuration;
    std::string m_env;
    std::vector<Row> m_rows;
    base::Report m_report;
};

} // namespace

cli::Exit order_sheet(const Call& call, cli::Io& io)
{
    Order order(call, io);
    order.fill();
    return order.finish();
}

} // namespace anb::cli_dvdv
