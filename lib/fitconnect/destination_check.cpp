// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/destination_check.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace anb::fitconnect {

namespace {

using base::Finding;
using base::Report;
using base::Severity;

constexpr const char* k_guide_destination = "leitfaden:2.3";
constexpr const char* k_guide_key = "leitfaden:3.3";
constexpr std::string_view k_required_metadata = "1.5.0";
constexpr std::string_view k_required_format = "application/xml";

/// "2.3.1" as numbers; empty when it is no version.
std::vector<int> version_parts(std::string_view text)
{
    std::vector<int> parts;
    for (const auto piece : base::split(text, '.')) {
        int number = 0;
        const auto [end, error] =
            std::from_chars(piece.data(), piece.data() + piece.size(), number);
        if (piece.empty() || error != std::errc() || end != piece.data() + piece.size() ||
            number < 0) {
            return {};
        }
        parts.push_back(number);
    }
    return parts;
}

void add_fact(Report& report, std::string_view name, std::string value)
{
    report.facts.push_back({std::string(name), std::move(value)});
}

void leave_unchecked(Report& report, std::string_view element, std::string reason)
{
    report.unchecked.push_back({std::string(element), std::move(reason)});
}

struct Verdict {
    Severity severity;
    const char* code;
    std::string_view element;
    std::string found, expected;
    const char* rule = k_guide_destination;
};

void add_finding(Report& report, Verdict verdict, base::Values more = {})
{
    base::Values values = {{"found", verdict.found}, {"expected", verdict.expected}};
    std::move(more.begin(), more.end(), std::back_inserter(values));
    report.findings.push_back({verdict.severity,
                               verdict.code,
                               std::move(values),
                               {},
                               std::string(verdict.element),
                               std::move(verdict.found),
                               std::move(verdict.expected),
                               verdict.rule});
}

/// The services that a question is about: those of the expected identifier, otherwise all.
std::vector<const Service*> considered(const Destination& destination,
                                       const Expectation& expectation)
{
    std::vector<const Service*> matching;
    std::vector<const Service*> all;
    for (const auto& service : destination.services) {
        all.push_back(&service);
        if (expectation.leika && service.identifier == expectation.leika->urn()) {
            matching.push_back(&service);
        }
    }
    return matching.empty() ? all : matching;
}

template <typename Get>
std::string joined(const std::vector<const Service*>& services, Get get)
{
    std::vector<std::string> texts;
    for (const auto* service : services) {
        for (auto& text : get(*service)) {
            if (std::find(texts.begin(), texts.end(), text) == texts.end()) {
                texts.push_back(std::move(text));
            }
        }
    }
    return texts.empty() ? "-" : base::join(texts, ", ");
}

void check_status(Report& report, const Destination& destination)
{
    add_fact(report, "status", destination.status);
    if (destination.status != "active") {
        add_finding(report,
                    {Severity::error, "ANB-F201", "status", destination.status, "active",
                     "fit-connect:6.2"},
                    {{"status", destination.status}, {"id", destination.id.str()}});
    }
}

void check_service(Report& report, const Destination& destination, const Expectation& expectation)
{
    std::vector<std::string> identifiers;
    for (const auto& service : destination.services) {
        identifiers.push_back(service.identifier);
    }
    const auto list = identifiers.empty() ? "-" : base::join(identifiers, ", ");
    add_fact(report, "service", list);
    if (expectation.leika && std::find(identifiers.begin(), identifiers.end(),
                                       expectation.leika->urn()) == identifiers.end()) {
        add_finding(report,
                    {Severity::error, "ANB-F230", "service", list, expectation.leika->urn()});
    }
    for (const auto& identifier : identifiers) {
        if (!identifier.starts_with("urn:de:fim:leika:leistung:99")) {
            add_finding(report, {Severity::warning, "ANB-F231", "service", identifier,
                                 "urn:de:fim:leika:leistung:99…"});
        }
    }
    if (identifiers.size() > 1) {
        const auto count = std::to_string(identifiers.size());
        add_finding(report, {Severity::note, "ANB-F232", "service", count, "1"}, {{"n", count}});
    }
    if (!expectation.leika) {
        leave_unchecked(report, "service", "no_profile");
    }
}

bool is_region(std::string_view text)
{
    return text.starts_with("DE") && text.size() <= 14 &&
           std::all_of(text.begin() + 2, text.end(),
                       [](char character) { return character >= '0' && character <= '9'; });
}

void check_region(Report& report, const Destination& destination, const Expectation& expectation)
{
    const auto services = considered(destination, expectation);
    const auto list = joined(services, [](const Service& service) { return service.regions; });
    add_fact(report, "region", list);
    bool covered = false;
    for (const auto* service : services) {
        for (const auto& region : service->regions) {
            if (!is_region(region)) {
                add_finding(report, {Severity::error, "ANB-F241", "region", region, "DE + 0 … 12",
                                     "fit-connect:3"});
            }
            covered = covered || (expectation.ars && region_covers(region, *expectation.ars));
        }
    }
    if (!expectation.ars) {
        leave_unchecked(report, "region", "no_ars");
    } else if (!covered) {
        add_finding(report,
                    {Severity::error, "ANB-F240", "region", list, "DE" + expectation.ars->str()});
    }
}

std::string_view without_version(std::string_view uri)
{
    return uri.substr(0, uri.rfind('_'));
}

std::vector<int> version_of(std::string_view uri)
{
    const auto underscore = uri.rfind('_');
    return underscore == std::string_view::npos ? std::vector<int>()
                                                : version_parts(uri.substr(underscore + 1));
}

void judge_schema(Report& report, const std::vector<SubmissionSchema>& offered,
                  const std::string& list, const std::string& expected)
{
    if (std::any_of(offered.begin(), offered.end(),
                    [&](const auto& schema) { return schema.schema_uri == expected; })) {
        return;
    }
    const SubmissionSchema* newest = nullptr;
    for (const auto& schema : offered) {
        if (without_version(schema.schema_uri) == without_version(expected) &&
            !version_of(schema.schema_uri).empty() &&
            (newest == nullptr || version_of(schema.schema_uri) > version_of(newest->schema_uri))) {
            newest = &schema;
        }
    }
    const auto* const element = "submission_schema";
    if (newest == nullptr) {
        add_finding(report, {Severity::error, "ANB-F223", element, list, expected});
    } else if (version_of(newest->schema_uri) < version_of(expected)) {
        add_finding(report, {Severity::error, "ANB-F220", element, newest->schema_uri, expected},
                    {{"old", newest->schema_uri}, {"new", expected}});
    } else {
        add_finding(report, {Severity::warning, "ANB-F224", element, newest->schema_uri, expected});
    }
}

void check_schema(Report& report, const Destination& destination, const Expectation& expectation)
{
    const auto services = considered(destination, expectation);
    std::vector<SubmissionSchema> offered;
    for (const auto* service : services) {
        offered.insert(offered.end(), service->submission_schemas.begin(),
                       service->submission_schemas.end());
    }
    const auto list = [&](std::string SubmissionSchema::*member) {
        return joined(services, [&](const Service& service) {
            std::vector<std::string> texts;
            for (const auto& schema : service.submission_schemas) {
                texts.push_back(schema.*member);
            }
            return texts;
        });
    };
    const auto uris = list(&SubmissionSchema::schema_uri);
    const auto formats = list(&SubmissionSchema::mime_type);
    add_fact(report, "submission_schema", uris);
    add_fact(report, "mime_type", formats);
    if (expectation.schema_uri.empty()) {
        leave_unchecked(report, "submission_schema", "no_profile");
    } else {
        judge_schema(report, offered, uris, expectation.schema_uri);
    }
    if (std::any_of(offered.begin(), offered.end(),
                    [](const auto& schema) { return schema.mime_type != k_required_format; })) {
        add_finding(
            report,
            {Severity::error, "ANB-F222", "mime_type", formats, std::string(k_required_format)},
            {{"mime", formats}});
    } else if (offered.empty()) {
        leave_unchecked(report, "mime_type", "none_offered");
    }
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
    const auto not_after = jwk.x5c.front().not_after();
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

void check_contact(Report& report, const Observation& observation)
{
    const auto& contact = observation.destination.contact;
    if (!contact && !observation.owner_view) {
        add_fact(report, "contact", "-");
        leave_unchecked(report, "contact", "not_owner");
        return;
    }
    const auto known = contact.value_or(ContactInformation{});
    add_fact(report, "contact", known.legal_name.empty() ? "-" : known.legal_name);
    std::vector<std::string> missing;
    if (known.legal_name.empty()) {
        missing.emplace_back("legalName");
    }
    if (known.email.empty()) {
        missing.emplace_back("email");
    }
    if (!missing.empty()) {
        const auto list = base::join(missing, ", ");
        add_finding(report, {Severity::error, "ANB-F270", "contact", "-", list}, {{"list", list}});
    }
}

Report begin(const Destination& destination)
{
    Report report;
    report.subject = "destination:" + destination.id.str();
    return report;
}

} // namespace

Report check_metadata_versions(const std::vector<std::string>& versions)
{
    Report report;
    const auto list = versions.empty() ? "-" : base::join(versions, ", ");
    add_fact(report, "metadata_versions", list);
    const auto required = version_parts(k_required_metadata);
    if (std::none_of(versions.begin(), versions.end(), [&](const std::string& version) {
            return version_parts(version) >= required;
        })) {
        add_finding(report,
                    {Severity::error, "ANB-F210", "metadata_versions", list,
                     fmt::format("≥ {}", k_required_metadata)},
                    {{"list", list}});
    }
    return report;
}

Report check_offer(const Destination& destination, const Expectation& expectation)
{
    auto report = begin(destination);
    check_status(report, destination);
    check_service(report, destination, expectation);
    check_region(report, destination, expectation);
    return report;
}

Report check_destination(const Observation& observation, const Expectation& expectation,
                         const CheckRules& rules)
{
    const auto& destination = observation.destination;
    auto report = begin(destination);
    check_status(report, destination);
    report.take(check_metadata_versions(destination.metadata_versions));
    check_service(report, destination, expectation);
    check_region(report, destination, expectation);
    check_schema(report, destination, expectation);
    check_encryption(report, observation, expectation, rules);
    check_signature(report, observation, expectation, rules);
    check_contact(report, observation);
    add_fact(report, "destination_id", destination.id.str());
    add_fact(report, "name", destination.name);
    add_fact(report, "encryption_kid", destination.encryption_kid);
    if (observation.encryption_key && !observation.encryption_key->x5c.empty()) {
        const auto not_after = observation.encryption_key->x5c.front().not_after();
        add_fact(report, "encryption_key_not_after", base::format_time(not_after));
        const auto days = base::days_between(rules.keys.at, not_after);
        report.facts.push_back({"encryption_key_days_left", std::to_string(days), true});
    }
    return report;
}

} // namespace anb::fitconnect
