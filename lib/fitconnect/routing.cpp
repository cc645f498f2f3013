// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/routing.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::fitconnect {

namespace {

using base::Error;
using base::ErrorKind;
using base::Severity;

constexpr std::size_t k_max_search_terms = 10;
constexpr std::size_t k_max_named_areas = 10;

bool all_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char character) { return character >= '0' && character <= '9'; });
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

/// What a reader of foreign text gives, or nothing.
template <typename Read>
auto if_valid(Read read) -> std::optional<decltype(read())>
{
    try {
        return read();
    } catch (const Error&) {
        return std::nullopt;
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

std::optional<VerifiedRoute> find_own_route(Api& api, const Destination& destination)
{
    for (const auto& service : destination.services) {
        const auto leika = if_valid([&] { return LeikaKey::parse(service.identifier); });
        const auto region = service.regions.empty()
                                ? std::nullopt
                                : if_valid([&] { return Ars::parse(service.regions.front()); });
        if (!leika || !region) {
            continue;
        }
        for (auto& route : find_routes(api, {region->str(), {}, {}}, *leika)) {
            if (route.destination == destination.id) {
                auto addressing = verify_addressing(api, route.destination_signature);
                return VerifiedRoute{std::move(route), std::move(addressing)};
            }
        }
    }
    return std::nullopt;
}

json::Value to_json(const VerifiedRoute& verified)
{
    auto value = to_json(verified.addressing);
    value["destination_id"] = verified.route.destination.str();
    value["destination_name"] = verified.route.destination_name;
    value["destination_signature"] = verified.route.destination_signature;
    return value;
}

} // namespace anb::fitconnect
