// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "base/time.hpp"
#include "fitconnect/detail/key_rules.hpp"

#include <algorithm>

namespace anb::fitconnect::detail {

namespace {

using base::Severity;

constexpr std::string_view k_documentation = "fit-connect:crypto";
constexpr std::string_view k_environments = "fit-connect:environments";

/// The rules on the certificates of one key, each a function that adds what it finds.
class Judge {
public:
    Judge(const jose::PublicJwk& jwk, const KeyRules& rules, std::string where,
          base::Report& report)
        : m_chain(jwk.x5c), m_key(jwk.key), m_rules(rules), m_where(std::move(where) + "/x5c"),
          m_report(report)
    {
    }

    void judge(std::optional<KeyRole> role)
    {
        if (m_chain.empty()) {
            find(Severity::error, "ANB-J508", 0, "x5c", "-", "x5c", "fit-connect:submission-api");
            return;
        }
        const auto& leaf = m_chain.front();
        fact("not_before", base::format_time(leaf.not_before()));
        fact("not_after", base::format_time(leaf.not_after()));
        m_report.facts.push_back({"chain_length", std::to_string(m_chain.size()), true});
        if (leaf.public_key() != m_key) {
            find(Severity::error, "ANB-J509", 0, "x5c", leaf.subject(), "n, e", "rfc7517:4.7");
        }
        judge_order();
        for (std::size_t i = 0; i < m_chain.size(); ++i) {
            judge_validity(i);
            judge_signature(i);
        }
        if (role) {
            judge_usage(*role);
        }
        judge_end();
    }

private:
    bool production() const { return m_rules.production; }

    void fact(std::string name, std::string value)
    {
        m_report.facts.push_back({std::move(name), std::move(value), false});
    }

    void find(Severity severity, std::string_view code, std::size_t index, std::string_view element,
              std::string found, std::string expected, std::string_view rule)
    {
        const auto subject = index < m_chain.size() ? m_chain[index].subject() : std::string("-");
        m_report.findings.push_back(
            {.severity = severity,
             .code = std::string(code),
             .values = {{"subject", subject}, {"found", found}, {"expected", expected}},
             .where = m_where + (m_chain.empty() ? "" : "/" + std::to_string(index)),
             .element = std::string(element),
             .found = std::move(found),
             .expected = std::move(expected),
             .rule = std::string(rule)});
    }

    void judge_order()
    {
        for (std::size_t i = 0; i + 1 < m_chain.size(); ++i) {
            if (!m_chain[i].issued_by(m_chain[i + 1])) {
                find(Severity::error, "ANB-J510", i + 1, "x5c", m_chain[i + 1].subject(),
                     m_chain[i].issuer(), "rfc7517:4.7");
                return;
            }
        }
    }

    void judge_validity(std::size_t index)
    {
        const auto& certificate = m_chain[index];
        const auto today = base::format_date(m_rules.at);
        if (m_rules.at > certificate.not_after()) {
            find(m_rules.allow_expired ? Severity::warning : Severity::error, "ANB-J511", index,
                 "not_after", base::format_date(certificate.not_after()), ">= " + today,
                 k_documentation);
        } else if (m_rules.at < certificate.not_before()) {
            find(Severity::error, "ANB-J519", index, "not_before",
                 base::format_date(certificate.not_before()), "<= " + today, k_documentation);
        }
    }

    void judge_signature(std::size_t index)
    {
        const auto& certificate = m_chain[index];
        const auto name = certificate.signature_algorithm();
        const auto lower = base::to_lower_ascii(name);
        const auto has = [&](std::string_view part) { return lower.find(part) != lower.npos; };
        const std::string wanted = "RSASSA-PSS sha512";
        const bool weak = has("sha1") || has("md5") || has("md2") || has("md4");
        if (weak && !certificate.is_self_signed()) {
            find(production() ? Severity::error : Severity::warning, "ANB-J523", index,
                 "signature_algorithm", name, ">= sha256", "tr-02102-1");
        } else if (index == 0 && !name.starts_with(wanted)) {
            find(Severity::note, "ANB-J522", index, "signature_algorithm", name, wanted,
                 k_documentation);
        }
    }

    void judge_usage(KeyRole role)
    {
        const auto usage = m_chain.front().key_usage();
        const auto wanted =
            role == KeyRole::encryption ? pki::key_encipherment : pki::digital_signature;
        const std::string name =
            role == KeyRole::encryption ? "keyEncipherment" : "digitalSignature";
        if (!usage) {
            find(production() ? Severity::warning : Severity::note, "ANB-J520", 0, "key_usage", "-",
                 name, k_documentation);
        } else if ((*usage & wanted) == 0) {
            const bool only_non_repudiation =
                role == KeyRole::signature && (*usage & pki::non_repudiation) != 0;
            find(only_non_repudiation ? Severity::warning : Severity::error,
                 only_non_repudiation ? "ANB-J521" : "ANB-J512", 0, "key_usage",
                 only_non_repudiation ? "nonRepudiation" : "-", name, k_documentation);
        }
    }

    void judge_end()
    {
        const auto& last = m_chain.back();
        const auto at = m_chain.size() - 1;
        const bool trusted = !m_rules.anchors.empty() && pki::ends_in(m_chain, m_rules.anchors);
        if (m_chain.front().is_self_signed()) {
            if (production()) {
                find(Severity::error, "ANB-J513", 0, "issuer", m_chain.front().issuer(),
                     "Verwaltungs-PKI", k_environments);
            }
            return;
        }
        if (m_chain.size() == 1 && !trusted) {
            find(production() ? Severity::error : Severity::note, "ANB-J514", at, "chain", "1",
                 last.issuer(), k_documentation);
        }
        if (!production()) {
            return;
        }
        if (m_rules.anchors.empty()) {
            m_report.unchecked.push_back({"chain", "no_anchor"});
        } else if (!trusted) {
            find(Severity::error, "ANB-J515", at, "chain", last.issuer(), "Verwaltungs-PKI",
                 k_environments);
        }
        m_report.unchecked.push_back({"revocation", "offline"});
    }

    const std::vector<pki::Certificate>& m_chain;
    const crypto::PublicKey& m_key;
    const KeyRules& m_rules;
    std::string m_where;
    base::Report& m_report;
};

} // namespace

void check_certificates(const jose::PublicJwk& jwk, std::optional<KeyRole> role,
                        const KeyRules& rules, const std::string& where, base::Report& report)
{
    const std::string wanted_use = role == KeyRole::encryption ? "enc" : "sig";
    if (role && !jwk.use.empty() && jwk.use != wanted_use) {
        report.findings.push_back({.severity = Severity::warning,
                                   .code = "ANB-J524",
                                   .values = {{"found", jwk.use}, {"expected", wanted_use}},
                                   .where = where + "/use",
                                   .element = "use",
                                   .found = jwk.use,
                                   .expected = wanted_use,
                                   .rule = "rfc7517:4.2"});
    }
    Judge(jwk, rules, where, report).judge(role);
}

} // namespace anb::fitconnect::detail
