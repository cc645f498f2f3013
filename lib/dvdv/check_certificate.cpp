// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "dvdv/check.hpp"
#include "pki/facts.hpp"
#include "pki/path.hpp"

#include <algorithm>

namespace anb::dvdv {

namespace {

using base::Finding;
using base::Severity;

class Judge {
public:
    Judge(const Certificate& certificate, std::string_view point, const CheckRules& rules,
          base::Report& report)
        : m_certificate(certificate), m_point(point), m_rules(rules), m_report(report)
    {
    }

    void run(pki::Use use)
    {
        const auto facts = pki::read_facts(m_certificate.content);
        if (!facts) {
            find(Severity::error, "ANB-D232", "content", "-", "DER");
            return;
        }
        compare_text(*facts);
        check_revocation();
        check_class(*facts);
        check_fitness(std::make_shared<pki::Facts>(*facts), use);
    }

private:
    void find(Severity severity, std::string_view code, std::string_view element,
              const std::string& found, const std::string& expected)
    {
        Finding finding;
        finding.severity = severity;
        finding.code = code;
        finding.where = m_point;
        finding.element = element;
        finding.found = found;
        finding.expected = expected;
        finding.rule = "dvdv:6";
        finding.responsible = responsible();
        finding.values = {{"kind", m_point},
                          {"field", std::string(element)},
                          {"found", base::printable(found, 120)},
                          {"expected", base::printable(expected, 120)}};
        m_report.findings.push_back(std::move(finding));
    }

    void contradiction(std::string_view field, const std::string& found,
                       const std::string& expected)
    {
        if (found != expected) {
            find(Severity::warning, "ANB-D230", field, found, expected);
        }
    }

    /// What the directory writes beside the certificate.
    void compare_text(const pki::Facts& facts)
    {
        const auto sha1 = base::to_hex(facts.fingerprint(crypto::DigestAlgorithm::sha1));
        const auto stated = base::from_hex(m_certificate.fingerprint);
        if (!stated || base::to_hex(*stated) != sha1) {
            find(Severity::error, "ANB-D231", "fingerprint", m_certificate.fingerprint, sha1);
        }
        const auto date = [](const std::optional<base::UtcTime>& time) {
            return time ? base::format_time(*time) : std::string("-");
        };
        if (m_certificate.validity.from && facts.not_before.value) {
            contradiction("validFrom", date(m_certificate.validity.from),
                          date(facts.not_before.value));
        }
        if (m_certificate.validity.to && facts.not_after.value) {
            contradiction("validTo", date(m_certificate.validity.to), date(facts.not_after.value));
        }
        if (m_certificate.key_usage) {
            const auto usage = facts.key_usage.value_or(0);
            contradiction("x509KeyUsage",
                          pki::usage_text(static_cast<std::uint16_t>(*m_certificate.key_usage)),
                          pki::usage_text(usage));
        }
        if (!m_certificate.serial.empty()) {
            contradiction("serial", m_certificate.serial, to_decimal(facts.serial));
        }
    }

    void check_revocation()
    {
        if (!m_certificate.revocation_date.empty()) {
            find(Severity::error, "ANB-D233", "revocation",
                 m_certificate.revocation_date +
                     (m_certificate.revocation_reason.empty()
                          ? ""
                          : " (" + m_certificate.revocation_reason + ")"),
                 "-");
        }
    }

    /// By the names, where no anchor of the test PKI tells.
    void check_class(const pki::Facts& facts)
    {
        const auto issuer = facts.issuer.to_text();
        if (m_rules.certificates.environment == pki::Environment::production && has_word(issuer)) {
            find(Severity::error, "ANB-D234", "issuer", issuer, "-");
        }
    }

    /// "Test" at the front of a word: not "Attest", not "Testamentsregister".
    static bool has_word(const std::string& name)
    {
        constexpr std::string_view k_word = "test";
        const auto lower = base::to_lower_ascii(name);
        const auto is_letter = [&](std::size_t i) {
            return i < lower.size() && ((lower[i] >= 'a' && lower[i] <= 'z') ||
                                        static_cast<unsigned char>(lower[i]) >= 0x80);
        };
        for (auto at = lower.find(k_word); at != std::string::npos;
             at = lower.find(k_word, at + 1)) {
            const auto behind = at + k_word.size();
            const bool goes_on = is_letter(behind) && lower[behind] == name[behind];
            if ((at == 0 || !is_letter(at - 1)) && !goes_on) {
                return true;
            }
        }
        return false;
    }

    void check_fitness(const pki::FactsPtr& facts, pki::Use use)
    {
        const pki::Issuers none;
        const auto* trust = m_rules.trust == nullptr ? &none : m_rules.trust;
        auto options = m_rules.certificates;
        options.use = use;
        options.anchors_given = trust->has_anchors();
        const auto path = pki::build_path(facts, std::span(&trust, 1), options.at);
        auto verdict = pki::check(path, options);
        for (auto& finding : verdict.findings) {
            finding.where = m_point;
            finding.responsible = responsible();
            const bool said = finding.code == "ANB-C131" && has_code("ANB-D234");
            // Only the certificate itself is entered: without anchors nobody knows its issuers.
            const bool cannot_tell = finding.code == "ANB-C142" && !options.anchors_given;
            if (!said && !cannot_tell) {
                m_report.findings.push_back(std::move(finding));
            }
        }
        for (auto& unchecked : verdict.unchecked) {
            if (std::ranges::find(m_report.unchecked, unchecked.element,
                                  &base::Unchecked::element) == m_report.unchecked.end()) {
                m_report.unchecked.push_back(std::move(unchecked));
            }
        }
    }

    /// The Intermediär's certificates are its operator's business.
    std::string responsible() const
    {
        return m_point.starts_with("intermediary") ? "betreiber_intermediaer" : "";
    }

    bool has_code(std::string_view code) const
    {
        return std::ranges::any_of(m_report.findings, [&](const Finding& finding) {
            return finding.code == code && finding.where == m_point;
        });
    }

    /// Two's complement, big-endian; serial numbers have at most some twenty octets.
    static std::string to_decimal(base::ByteView number)
    {
        std::string digits = "0";
        for (const auto octet : number) {
            unsigned carry = std::to_integer<unsigned>(octet);
            for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
                const auto value = static_cast<unsigned>(*digit - '0') * 256 + carry;
                *digit = static_cast<char>('0' + value % 10);
                carry = value / 10;
            }
            while (carry > 0) {
                digits.insert(digits.begin(), static_cast<char>('0' + carry % 10));
                carry /= 10;
            }
        }
        return digits;
    }

    const Certificate& m_certificate;
    std::string m_point;
    const CheckRules& m_rules;
    base::Report& m_report;
};

} // namespace

void check_certificate(const Certificate& certificate, std::string_view point, pki::Use use,
                       const CheckRules& rules, base::Report& report)
{
    Judge(certificate, point, rules, report).run(use);
}

} // namespace anb::dvdv
