// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/detail/destination_points.hpp"

#include <fmt/format.h>

namespace anb::fitconnect::detail {

namespace {

using base::Report;
using base::Severity;

/// The day from which one of its certificates is expired.
base::UtcTime end_of(const jose::PublicJwk& jwk)
{
    auto end = jwk.x5c.front().not_after();
    for (const auto& certificate : jwk.x5c) {
        end = std::min(end, certificate.not_after());
    }
    return end;
}

bool same_key(const jose::PublicJwk& left, const jose::PublicJwk& right)
{
    return left.kid == right.kid && left.key == right.key;
}

/// The findings of check_key() about one point.
void judge_key(Report& report, const jose::PublicJwk& jwk, KeyRole role, std::string_view point,
               const CheckRules& rules)
{
    auto judged = check_key(jwk, role, rules.keys, report.subject);
    for (auto& finding : judged.findings) {
        finding.where = point;
    }
    judged.facts.clear();
    report.take(std::move(judged));
    if (jwk.x5c.empty() || !jwk.x5c.front().valid_at(rules.keys.at)) {
        return;
    }
    const auto not_after = end_of(jwk);
    const auto days = base::days_between(rules.keys.at, not_after);
    const auto critical = days < rules.crit_days;
    if (critical || days < rules.warn_days) {
        const auto limit = critical ? rules.crit_days : rules.warn_days;
        add_finding(report,
                    {critical ? Severity::error : Severity::warning,
                     critical ? "ANB-F252" : "ANB-F251", point, base::format_date(not_after),
                     fmt::format("≥ {} d", limit), k_guide_key},
                    {{"n", std::to_string(days)},
                     {"date", base::format_date(not_after)},
                     {"kid", jwk.kid},
                     {"limit", std::to_string(limit)}});
    }
}

std::string with_file(const jose::PublicJwk& jwk, const std::optional<LocalKey>& own)
{
    if (!own || !same_key(jwk, own->jwk)) {
        return describe(jwk);
    }
    const std::filesystem::path file = own->file;
    return describe(jwk) + " = " + (file.parent_path().filename() / file.filename()).string();
}

void check_encryption(Report& report, const Observation& observation,
                      const Expectation& expectation, const CheckRules& rules)
{
    constexpr std::string_view point = "encryption_key";
    const auto& kid = observation.destination.encryption_kid;
    if (!observation.encryption_key) {
        add_fact(report, point, "kid " + kid);
        add_finding(report, {Severity::error, "ANB-F253", point, "-", kid}, {{"kid", kid}});
        return;
    }
    const auto& jwk = *observation.encryption_key;
    const auto& own = expectation.encryption_key;
    add_fact(report, point, with_file(jwk, own));
    if (own && !same_key(jwk, own->jwk)) {
        add_finding(
            report,
            {Severity::error, "ANB-F250", point, "kid " + kid, "kid " + own->jwk.kid, k_guide_key},
            {{"file", own->file}});
    }
    judge_key(report, jwk, KeyRole::encryption, point, rules);
}

bool is_signature_key(const jose::PublicJwk& jwk)
{
    return jwk.alg == algorithm(KeyRole::signature);
}

void check_signature(Report& report, const Observation& observation, const Expectation& expectation,
                     const CheckRules& rules)
{
    constexpr std::string_view point = "signature_key";
    const auto& own = expectation.signature_key;
    std::vector<std::string> texts;
    bool own_found = false;
    for (const auto& jwk : observation.signature_keys) {
        if (is_signature_key(jwk)) {
            texts.push_back(with_file(jwk, own));
            own_found = own_found || (own && same_key(jwk, own->jwk));
        }
    }
    add_fact(report, point, texts.empty() ? "-" : base::join(texts, "; "));
    if (own && !own_found) {
        add_finding(report,
                    {Severity::error, "ANB-F261", point, "-", "kid " + own->jwk.kid, k_guide_key},
                    {{"file", own->file}, {"kid", own->jwk.kid}});
    } else if (!observation.signature_keys_unknown.empty()) {
        leave_unchecked(report, own_found ? "other_signature_keys" : point,
                        observation.signature_keys_unknown);
    } else if (texts.empty()) {
        add_finding(report, {Severity::error, "ANB-F260", point, "-", "PS512", "fit-connect:9.1"});
    }
    for (const auto& jwk : observation.signature_keys) {
        // Older keys stay in the list so that old events remain verifiable (fit-connect.md §6.3):
        // where one's own is known, only that one must be fit for use.
        if (is_signature_key(jwk) && (!own || same_key(jwk, own->jwk))) {
            judge_key(report, jwk, KeyRole::signature, point, rules);
        }
    }
}

} // namespace

void check_keys(Report& report, const Observation& observation, const Expectation& expectation,
                const CheckRules& rules)
{
    check_encryption(report, observation, expectation, rules);
    check_signature(report, observation, expectation, rules);
    std::optional<base::UtcTime> end;
    const auto consider = [&](const jose::PublicJwk& jwk) {
        if (!jwk.x5c.empty()) {
            end = std::min(end.value_or(end_of(jwk)), end_of(jwk));
        }
    };
    if (observation.encryption_key) {
        consider(*observation.encryption_key);
    }
    for (const auto& jwk : observation.signature_keys) {
        if (expectation.signature_key && same_key(jwk, expectation.signature_key->jwk)) {
            consider(jwk);
        }
    }
    if (end) {
        add_fact(report, "expires_at", base::format_time(*end));
        report.facts.push_back(
            {"days_left", std::to_string(base::days_between(rules.keys.at, *end)), true});
    }
}

} // namespace anb::fitconnect::detail
