// The Self-Service-Portal: its key set, and two actions that a person does there with a browser.
// They exist in the sandbox only and need no login:
//
//     GET /<env>/portal/destinations/<id>/addressing   exports the addressing information
//     PUT /<env>/portal/destinations/<id>/addressing   enters such a text into the route, as the
//                                                      editors of the Länder do
//
// When a destination becomes active, the sandbox does both by itself.
// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/fitconnect/portal.hpp"

#include "base/text.hpp"
#include "crypto/random.hpp"
#include "jose/jwk.hpp"
#include "jose/jws.hpp"
#include "sandbox/problem.hpp"
#include "sandbox/services.hpp"

namespace anb::sandbox {

namespace {

constexpr std::size_t k_longest_token = 256 * 1024;
constexpr std::string_view k_region_space =
    "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:";

Response show_keys(Environment& environment)
{
    const auto& credential = environment.pki.portal(environment.name);
    const auto kid = jose::thumbprint(credential.key.public_key());
    return json_response({{"keys", json::Value::array({public_jwk(credential, kid, true)})}});
}

Destination& find_destination(const Request& request, Environment& environment)
{
    const auto found = environment.store.destinations.find(request.uuid("destinationId"));
    if (found == environment.store.destinations.end()) {
        throw Refusal(problem(404, "destination-not-found", "no such destination"));
    }
    return found->second;
}

Response export_route(const Request& request, Environment& environment)
{
    const auto lock = environment.store.lock();
    Response response;
    response.media_type = "text/plain";
    response.body = export_addressing(environment, find_destination(request, environment)) + "\n";
    return response;
}

Response enter_route(const Request& request, Environment& environment)
{
    const auto text = request.body(k_longest_token);
    const auto lock = environment.store.lock();
    auto& destination = find_destination(request, environment);
    destination.addressing = std::string(base::trim(text));
    environment.store.save(destination);
    return {.status = 204, .media_type = {}, .body = {}, .headers = {}, .file = {}};
}

} // namespace

std::string with_escaped_slashes(const json::Value& value)
{
    std::string out;
    for (const char c : json::dump(value)) {
        if (c == '/') {
            out += '\\';
        }
        out += c;
    }
    return out;
}

json::Value public_jwk(const Credential& credential, const std::string& kid, bool with_certificate)
{
    jose::PublicJwk jwk{credential.key.public_key(), kid, "PS512", {}, {"verify"}, {}};
    if (with_certificate) {
        jwk.x5c.push_back(credential.certificate);
    }
    return jose::to_json(jwk);
}

std::string export_addressing(Environment& environment, const Destination& destination)
{
    auto services = json::Value::array();
    for (const auto& service : destination.services) {
        auto regions = json::Value::array();
        for (const auto& region : service.at("regions")) {
            regions.push_back(std::string(k_region_space) + region.get<std::string>().substr(2));
        }
        services.push_back({{"gebietIDs", std::move(regions)},
                            {"leistungIDs", json::Value::array({service.at("identifier")})}});
    }
    const json::Value payload = {
        {"submissionHost", environment.host},        {"iss", environment.portal_url()},
        {"services", std::move(services)},           {"destinationId", destination.id},
        {"iat", base::to_unix(environment.clock())}, {"jti", crypto::random_uuid()}};
    const auto& credential = environment.pki.portal(environment.name);
    const json::Value header = {
        {"kid", jose::thumbprint(credential.key.public_key())}, {"typ", "jwt"}, {"alg", "PS512"}};
    return jose::sign_compact(header, with_escaped_slashes(payload), credential.key);
}

void register_portal_service(Router& router, Environment& environment)
{
    const auto base = "/" + environment.name + "/portal";
    router.add("GET", base + "/.well-known/jwks.json",
               [&environment](const Request&) { return show_keys(environment); });
    router.add(
        "GET", base + "/destinations/{destinationId}/addressing",
        [&environment](const Request& request) { return export_route(request, environment); });
    router.add(
        "PUT", base + "/destinations/{destinationId}/addressing",
        [&environment](const Request& request) { return enter_route(request, environment); });
}

} // namespace anb::sandbox
