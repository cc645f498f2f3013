// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/addressing.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "fitconnect/detail/key_rules.hpp"
#include "jose/jws.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace anb::fitconnect {

namespace {

using base::Error;
using base::ErrorKind;
using base::Finding;
using base::Severity;

constexpr std::size_t k_max_reason = 200;
constexpr std::int64_t k_year_10000 = 253'402'300'800;
constexpr std::string_view k_region_urn =
    "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:";
constexpr std::string_view k_region_rule = "fit-connect:7.3";

[[noreturn]] void distrust(std::string_view reason, std::string detail = {})
{
    throw Error(ErrorKind::trust, "ANB-F301", {{"reason", base::printable(reason, k_max_reason)}},
                std::move(detail));
}

/// Runs a reader of foreign text; what it refuses is not trusted.
template <typename Read>
auto trusting_nothing(std::string_view what, Read read)
{
    try {
        return read();
    } catch (const Error& error) {
        distrust(what, error.what());
    }
}

jose::Jws parse_signature(std::string_view compact)
{
    return trusting_nothing("JWS",
                            [&] { return jose::parse_jws(compact, "destinationSignature"); });
}

AddressingInformation read_payload(const jose::Jws& jws)
{
    const auto body = json::parse(base::as_text(jws.payload), "destinationSignature");
    const json::Reader reader(body, "destinationSignature");
    AddressingInformation information;
    information.kid = jws.kid;
    information.issuer = reader.string("iss");
    information.jti = reader.string("jti");
    information.submission_host = base::to_lower_ascii(reader.string("submissionHost"));
    information.destination = parse_destination_id(reader.at("destinationId"));
    const auto issued_at = reader.integer("iat");
    if (issued_at < 0 || issued_at >= k_year_10000) {
        reader.at("iat").fail("0 … 253402300799");
    }
    information.issued_at = base::from_unix(issued_at);
    for (const auto& service : reader.at("services").elements()) {
        information.services.push_back(
            {service.strings("gebietIDs"), service.strings("leistungIDs")});
    }
    return information;
}

std::string_view without_slash(std::string_view address)
{
    while (address.ends_with('/')) {
        address.remove_suffix(1);
    }
    return address;
}

jose::PublicJwk portal_key(Api& api, const std::string& kid)
{
    const auto url = api.environment().portal_url + "/.well-known/jwks.json";
    const auto body = json::dump(api.get(url, false));
    const auto keys = trusting_nothing("JWKS", [&] { return jose::parse_jwk_set(body, url); });
    const auto key = std::find_if(keys.begin(), keys.end(),
                                  [&](const auto& candidate) { return candidate.kid == kid; });
    if (kid.empty() || key == keys.end()) {
        distrust("kid " + kid);
    }
    if (const auto reason = detail::unfit_to_verify(*key)) {
        distrust(fmt::format("kid {}: {}", kid, *reason));
    }
    return *key;
}

bool region_fits(const std::string& urn, const std::optional<Ars>& ars)
{
    return !ars || (urn.starts_with(k_region_urn) &&
                    region_covers("DE" + urn.substr(k_region_urn.size()), *ars));
}

bool service_fits(const AddressingInformation::Service& service, const std::optional<Ars>& ars,
                  const std::optional<LeikaKey>& leika)
{
    const auto offers =
        !leika || std::any_of(service.service_ids.begin(), service.service_ids.end(),
                              [&](const std::string& urn) {
                                  return base::to_lower_ascii(urn) == leika->urn();
                              });
    return offers && std::any_of(service.region_ids.begin(), service.region_ids.end(),
                                 [&](const std::string& urn) { return region_fits(urn, ars); });
}

std::optional<Finding> judge_host(const AddressingInformation& information,
                                  const Environment& environment)
{
    const auto host = host_of(information.submission_host);
    const auto expected = host_of(environment.submission_url);
    if (host == expected) {
        return std::nullopt;
    }
    const auto older = host == host_of(environment.submission_v1_url);
    Finding finding;
    finding.severity = older ? Severity::note : Severity::error;
    finding.code = older ? "ANB-F306" : "ANB-F304";
    finding.values = {{"host", host}, {"expected", expected}, {"env", environment.name}};
    finding.element = "submission_host";
    finding.found = host;
    finding.expected = expected;
    finding.rule = k_region_rule;
    return finding;
}

using Entry = AddressingInformation::Service;
using Offer = std::set<std::pair<std::string, std::string>>; ///< service and region

Offer offer_of(const AddressingInformation& information)
{
    Offer offer;
    for (const auto& entry : information.services) {
        for (const auto& service : entry.service_ids) {
            for (const auto& region : entry.region_ids) {
                offer.emplace(base::to_lower_ascii(service), region_of(region));
            }
        }
    }
    return offer;
}

Offer offer_of(const Destination& destination)
{
    Offer offer;
    for (const auto& service : destination.services) {
        for (const auto& region : service.regions) {
            offer.emplace(service.identifier, region);
        }
    }
    return offer;
}

std::string listed(const Offer& offer, const Offer& without)
{
    std::vector<std::string> texts;
    for (const auto& [service, region] : offer) {
        if (!without.contains({service, region})) {
            texts.push_back(service.substr(service.rfind(':') + 1) + " / " + region);
        }
    }
    return texts.empty() ? "-" : base::join(texts, ", ");
}

Finding outdated(std::string found, std::string expected)
{
    return {Severity::error,
            "ANB-F305",
            {{"found", found}, {"expected", expected}},
            {},
            "addressing",
            found,
            expected,
            "leitfaden:4.3"};
}

} // namespace

AddressingInformation parse_addressing(std::string_view compact)
{
    const auto jws = parse_signature(compact);
    return trusting_nothing("payload", [&] { return read_payload(jws); });
}

AddressingInformation verify_addressing(Api& api, std::string_view compact)
{
    const auto jws = parse_signature(compact);
    if (jws.alg != "PS512") {
        distrust("alg " + jws.alg);
    }
    if (!jws.typ.empty() && base::to_lower_ascii(jws.typ) != "jwt") {
        distrust("typ " + jws.typ);
    }
    auto information = trusting_nothing("payload", [&] { return read_payload(jws); });
    const auto& portal = api.environment().portal_url;
    if (without_slash(information.issuer) != portal) {
        distrust(fmt::format("iss {} ≠ {}", information.issuer, portal));
    }
    if (!jose::verify(jws, portal_key(api, jws.kid).key)) {
        distrust("PS512, kid " + jws.kid);
    }
    return information;
}

base::Report check_addressing(const AddressingInformation& information,
                              const DestinationId& destination, const std::optional<Ars>& ars,
                              const std::optional<LeikaKey>& leika, const Environment& environment)
{
    base::Report report;
    report.subject = "destination:" + destination.str();
    const auto add = [&](const char* code, const char* element, std::string found,
                         std::string expected) {
        base::Values values = {{"found", found}, {"expected", expected}};
        report.findings.push_back({Severity::error,
                                   code,
                                   std::move(values),
                                   {},
                                   element,
                                   std::move(found),
                                   std::move(expected),
                                   std::string(k_region_rule)});
    };
    if (information.destination != destination) {
        add("ANB-F302", "destination_id", information.destination.str(), destination.str());
    }
    if (std::none_of(information.services.begin(), information.services.end(),
                     [&](const auto& service) { return service_fits(service, ars, leika); })) {
        add("ANB-F303", "services",
            fmt::format("{} / {}", base::join(all_of(information, &Entry::service_ids), ", "),
                        base::join(all_of(information, &Entry::region_ids), ", ")),
            fmt::format("{} / {}", leika ? leika->urn() : "*", ars ? ars->str() : "*"));
    }
    if (auto finding = judge_host(information, environment)) {
        report.findings.push_back(std::move(*finding));
    }
    return report;
}

base::Report check_addressing_current(const AddressingInformation& information,
                                      const Destination& destination,
                                      const std::optional<jose::PublicJwk>& encryption_key)
{
    base::Report report;
    report.subject = "destination:" + destination.id.str();
    const auto signed_offer = offer_of(information);
    const auto offer = offer_of(destination);
    if (signed_offer != offer) {
        report.findings.push_back(
            outdated(listed(signed_offer, offer), listed(offer, signed_offer)));
    }
    if (encryption_key && !encryption_key->x5c.empty()) {
        const auto since = encryption_key->x5c.front().not_before();
        if (since > information.issued_at) {
            report.findings.push_back(outdated(base::format_time(information.issued_at),
                                               "≥ " + base::format_time(since)));
        }
    }
    return report;
}

std::string region_of(std::string_view region_id)
{
    return region_id.starts_with(k_region_urn)
               ? "DE" + std::string(region_id.substr(k_region_urn.size()))
               : std::string(region_id);
}

std::vector<std::string> all_of(const AddressingInformation& information,
                                std::vector<std::string> AddressingInformation::Service::*member)
{
    std::vector<std::string> all;
    for (const auto& service : information.services) {
        for (const auto& text : service.*member) {
            if (std::find(all.begin(), all.end(), text) == all.end()) {
                all.push_back(text);
            }
        }
    }
    return all;
}

json::Value to_json(const AddressingInformation& verified)
{
    return {{"destination_id", verified.destination.str()},
            {"verified", true},
            {"issuer", verified.issuer},
            {"issued_at", base::format_time(verified.issued_at)},
            {"submission_host", verified.submission_host},
            {"regions", all_of(verified, &Entry::region_ids)},
            {"services", all_of(verified, &Entry::service_ids)}};
}

} // namespace anb::fitconnect
