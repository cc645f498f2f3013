// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/routing.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "fitconnect/detail/key_rules.hpp"
#include "jose/jws.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::fitconnect {

namespace {

using base::Error;
using base::ErrorKind;
using base::Finding;
using base::Severity;

constexpr std::size_t k_max_reason = 200;
constexpr std::int64_t k_year_10000 = 253'402'300'800;
constexpr std::size_t k_max_search_terms = 10;
constexpr std::size_t k_max_named_areas = 10;
constexpr std::string_view k_region_urn =
    "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:";
constexpr std::string_view k_region_rule = "fit-connect:7.3";

[[noreturn]] void distrust(std::string_view reason, std::string detail = {})
{
    throw Error(ErrorKind::trust, "ANB-F301", {{"reason", base::printable(reason, k_max_reason)}},
                std::move(detail));
}

bool all_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char character) { return character >= '0' && character <= '9'; });
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

void judge_hits(base::Report& report, const std::vector<VerifiedRoute>& routes, const Place& place,
                const LeikaKey& leika, const std::optional<DestinationId>& own,
                const Environment& environment)
{
    const auto add = [&](Severity severity, const char* code, std::string found,
                         std::string expected, base::Values more = {}) {
        base::Values values = {{"ars", place.str()}, {"leika", leika.str()}};
        std::move(more.begin(), more.end(), std::back_inserter(values));
        report.findings.push_back({severity,
                                   code,
                                   std::move(values),
                                   {},
                                   "route",
                                   std::move(found),
                                   std::move(expected),
                                   "leitfaden:2.3"});
    };
    if (routes.empty()) {
        add(Severity::warning, "ANB-F310", "0", "1");
        if (!environment.is_production()) {
            add(Severity::note, "ANB-F312", "0", "1");
        }
        return;
    }
    if (routes.size() > 1) {
        const auto count = std::to_string(routes.size());
        std::vector<std::string> ids;
        for (const auto& each : routes) {
            ids.push_back(each.route.destination.str());
        }
        add(Severity::error, "ANB-F313", count, "1",
            {{"n", count}, {"list", base::join(ids, ", ")}});
    }
    for (const auto& [route, addressing] : routes) {
        if (own && route.destination != *own) {
            const auto& id = route.destination.str();
            add(Severity::error, "ANB-F311", id, own->str(),
                {{"name", route.destination_name.empty() ? id : route.destination_name},
                 {"id", id},
                 {"own", own->str()}});
        }
    }
}

} // namespace

const std::string& Place::str() const
{
    return !ars.empty() ? ars : !ags.empty() ? ags : area_id;
}

std::string parse_ags(std::string_view text)
{
    const auto length = text.size();
    if (!all_digits(text) || (length != 2 && length != 3 && length != 5 && length != 8)) {
        throw Error(ErrorKind::usage, "ANB-F325", {{"value", std::string(text)}});
    }
    return std::string(text);
}

std::vector<Route> find_routes(Api& api, const Place& place, const LeikaKey& leika)
{
    const std::pair<const char*, const std::string*> candidates[] = {
        {"ars", &place.ars}, {"ags", &place.ags}, {"areaId", &place.area_id}};
    std::string query;
    for (const auto& [name, text] : candidates) {
        if (!text->empty()) {
            if (!query.empty()) {
                throw Error(ErrorKind::usage, "ANB-F326");
            }
            query = fmt::format("{}={}", name, base::percent_encode(*text));
        }
    }
    if (query.empty()) {
        throw Error(ErrorKind::usage, "ANB-F326");
    }
    const auto url = fmt::format("{}/v2/routes?leikaKey={}&{}", api.environment().routing_url,
                                 leika.str(), query);
    std::vector<Route> routes;
    for (auto& element : api.get_all(url, "routes", false)) {
        const json::Reader reader(element, url);
        routes.push_back({parse_destination_id(reader.at("destinationId")),
                          reader.string("destinationSignature"),
                          reader.find_string("destinationName").value_or(std::string()), element});
    }
    return routes;
}

Area find_area(Api& api, std::string_view name)
{
    auto url = api.environment().routing_url + "/v2/areas";
    std::size_t terms = 0;
    for (const auto term : base::split(name, ' ')) {
        if (!term.empty() && ++terms <= k_max_search_terms) {
            url += (terms == 1 ? "?" : "&");
            url += "areaSearchexpression=" + base::percent_encode(term);
        }
    }
    const base::Values asked = {{"name", std::string(name)}};
    if (terms == 0) {
        throw Error(ErrorKind::missing, "ANB-F323", asked);
    }
    std::vector<Area> areas;
    for (const auto& element : api.get_all(url, "areas", false)) {
        const json::Reader reader(element, url);
        const auto id = reader.at("id");
        areas.push_back({id.value().is_string() ? id.string() : std::to_string(id.integer()),
                         reader.string("name"),
                         reader.find_string("type").value_or(std::string())});
    }
    if (areas.empty()) {
        throw Error(ErrorKind::missing, "ANB-F323", asked);
    }
    if (areas.size() > 1) {
        std::vector<Area> exact;
        std::copy_if(areas.begin(), areas.end(), std::back_inserter(exact),
                     [&](const Area& area) { return area.name == name; });
        if (exact.size() == 1) {
            return exact.front();
        }
        std::vector<std::string> names;
        for (const auto& area : areas) {
            if (names.size() < k_max_named_areas) {
                names.push_back(fmt::format("{} ({}, {})", area.name, area.type, area.id));
            }
        }
        throw Error(ErrorKind::usage, "ANB-F324",
                    {{"name", std::string(name)},
                     {"n", std::to_string(areas.size())},
                     {"list", base::join(names, "; ")}});
    }
    return areas.front();
}

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
        using Entry = AddressingInformation::Service;
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

std::vector<VerifiedRoute> resolve_route(Api& api, const Place& place, const LeikaKey& leika,
                                         const std::optional<DestinationId>& own,
                                         base::Report& report)
{
    std::vector<VerifiedRoute> verified;
    for (auto& route : find_routes(api, place, leika)) {
        auto addressing = verify_addressing(api, route.destination_signature);
        const auto ars = place.ars.empty() ? std::nullopt : std::optional(Ars::parse(place.ars));
        auto judged =
            check_addressing(addressing, route.destination, ars, leika, api.environment());
        report.take(std::move(judged));
        verified.push_back({std::move(route), std::move(addressing)});
    }
    judge_hits(report, verified, place, leika, own, api.environment());
    return verified;
}

json::Value to_json(const VerifiedRoute& verified)
{
    using Entry = AddressingInformation::Service;
    const auto& [route, addressing] = verified;
    return {{"destination_id", route.destination.str()},
            {"destination_name", route.destination_name},
            {"verified", true},
            {"issuer", addressing.issuer},
            {"issued_at", base::format_time(addressing.issued_at)},
            {"submission_host", addressing.submission_host},
            {"regions", all_of(addressing, &Entry::region_ids)},
            {"services", all_of(addressing, &Entry::service_ids)},
            {"destination_signature", route.destination_signature}};
}

} // namespace anb::fitconnect
