// SPDX-License-Identifier: EUPL-1.2

#include "dvdv/detail/entry_judge.hpp"

#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "pki/facts.hpp"

#include <algorithm>

namespace anb::dvdv::detail {

using base::Severity;

namespace {

std::string fingerprint(base::ByteView der, crypto::DigestAlgorithm algorithm)
{
    return base::to_hex(crypto::digest(algorithm, der));
}

/// "80157bbb…, 2027-11-23": as people compare certificates.
std::string shown(base::ByteView der)
{
    const auto facts = pki::read_facts(der);
    const auto end = facts && facts->not_after.value ? base::format_date(*facts->not_after.value)
                                                     : std::string("-");
    return "SHA-1 " + fingerprint(der, crypto::DigestAlgorithm::sha1) + ", " + end;
}

} // namespace

void EntryJudge::find(Severity severity, std::string_view code, std::string_view point,
                      std::string found, std::string expected, base::Values values)
{
    base::Finding finding;
    finding.severity = severity;
    finding.code = code;
    finding.element = point;
    finding.found = std::move(found);
    finding.expected = std::move(expected);
    finding.values = std::move(values);
    finding.rule = "dvdv:10";
    m_report.findings.push_back(std::move(finding));
}

void EntryJudge::fact(std::string_view name, std::string value)
{
    if (!value.empty()) {
        m_report.facts.push_back({std::string(name), std::move(value)});
    }
}

void EntryJudge::unchecked(std::string_view point, std::string_view reason)
{
    if (std::ranges::find(m_report.unchecked, point, &base::Unchecked::element) ==
        m_report.unchecked.end()) {
        m_report.unchecked.push_back({std::string(point), std::string(reason)});
    }
}

bool EntryJudge::has(std::string_view code) const
{
    return std::ranges::find(m_report.findings, code, &base::Finding::code) !=
           m_report.findings.end();
}

void EntryJudge::ends(base::UtcTime at, std::string_view what)
{
    if (!m_first_end || at < *m_first_end) {
        m_first_end = at;
        m_first_what = what;
    }
}

void EntryJudge::compare(const Certificate& entered, const Place& place,
                         const std::optional<LocalCertificate>& expected)
{
    if (!expected) {
        unchecked(std::string(place.point) + "_match", "no_profile");
        return;
    }
    if (entered.content != expected->der) {
        find(Severity::error, place.mismatch, place.point, shown(entered.content),
             shown(expected->der),
             {{"directory",
               m_rules.certificates.environment == pki::Environment::test ? "Test-DVDV" : "DVDV"},
              {"found", shown(entered.content)},
              {"expected", shown(expected->der)},
              {"file", expected->origin}});
    }
}

void EntryJudge::certificate(const Certificate* entered, const Place& place,
                             const std::optional<LocalCertificate>& expected)
{
    if (entered == nullptr) {
        if (!has("ANB-D218") && !has("ANB-D219")) {
            find(Severity::error, "ANB-D211", place.point, "-", "X.509",
                 {{"kind", std::string(place.point)}});
        }
        return;
    }
    fact(place.point, fingerprint(entered->content, crypto::DigestAlgorithm::sha1));
    fact(std::string(place.point) + "_sha256",
         fingerprint(entered->content, crypto::DigestAlgorithm::sha256));
    if (const auto facts = pki::read_facts(entered->content); facts && facts->not_after.value) {
        fact(std::string(place.point) + "_not_after", base::format_time(*facts->not_after.value));
        ends(*facts->not_after.value, place.point);
    }
    compare(*entered, place, expected);
    check_certificate(*entered, place.point, place.use, m_rules, m_report);
}

void EntryJudge::certificates(const Route& route, const Expectation& expectation)
{
    if (route.intermediary == nullptr) {
        unchecked("intermediary_certificate", "no_element");
        unchecked("intermediary_signature", "no_element");
    } else {
        certificate(route.intermediary_cipher(),
                    {"intermediary_certificate", "ANB-D213", pki::Use::osci_enc},
                    expectation.intermediary_cipher);
        certificate(route.intermediary_signature(),
                    {"intermediary_signature", "ANB-D214", pki::Use::osci_sig},
                    expectation.intermediary_signature);
    }
    if (route.addressee == nullptr) {
        unchecked("content_certificate", "no_element");
        return;
    }
    certificate(route.recipient, {"recipient_certificate", "ANB-D210", pki::Use::osci_enc},
                expectation.recipient);
    if (expectation.recipient && !expectation.recipient->has_key) {
        unchecked("recipient_private_key", "no_key");
    }
    const Place content{"content_certificate", "ANB-D212", pki::Use::osci_enc};
    const auto& wanted = expectation.content ? expectation.content : expectation.recipient;
    const bool said = route.content != nullptr && route.recipient != nullptr &&
                      route.content->content == route.recipient->content && !expectation.content;
    if (route.content != nullptr && !said) {
        certificate(route.content, content, wanted);
    }
}

void EntryJudge::finish()
{
    if (m_first_end) {
        fact("expires_at", base::format_time(*m_first_end));
        fact("expires_what", m_first_what);
        m_report.facts.push_back(
            {"days_left", std::to_string(base::days_between(m_rules.certificates.at, *m_first_end)),
             true});
    }
    unchecked("revocation", "ask_cert_check");
}

} // namespace anb::dvdv::detail
