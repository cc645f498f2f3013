// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "crypto/random.hpp"
#include "sandbox/fitconnect/destination_rules.hpp"
#include "sandbox/fitconnect/portal.hpp"
#include "sandbox/problem.hpp"
#include "sandbox/services.hpp"

namespace anb::sandbox {

namespace {

constexpr std::size_t k_largest_document = 4 * 1024 * 1024;

/// One API through which destinations are seen.
struct View {
    Environment& environment;
    DestinationApi api;
};

Response no_cache(Response response)
{
    response.headers.emplace_back("Cache-Control", "no-cache");
    return response;
}

Response no_content()
{
    Response response;
    response.status = 204;
    return response;
}

Destination& find(const View& view, const Request& request)
{
    auto& destinations = view.environment.store.destinations;
    const auto found = destinations.find(request.uuid("destinationId"));
    if (found == destinations.end()) {
        throw Refusal(problem(404, "destination-not-found", "no such destination"));
    }
    return found->second;
}

Destination& find_own(const View& view, const Request& request, const Client& client)
{
    auto& destination = find(view, request);
    if (destination.owner != client.id) {
        throw Refusal(403, "this destination belongs to another client");
    }
    return destination;
}

Response list(const View& view, const Request& request)
{
    const auto& client = view.environment.require(request, Role::subscriber);
    const auto page = parse_page(request);
    const auto lock = view.environment.store.lock();
    std::vector<json::Value> own;
    for (const auto& [id, destination] : view.environment.store.destinations) {
        if (destination.owner == client.id) {
            own.push_back(show(destination, view.api, true));
        }
    }
    return no_cache(list_response("destinations", own, page));
}

Response create(const View& view, const Request& request)
{
    const auto& client = view.environment.require(request, Role::subscriber);
    const auto document = json_body(request, "application/json", k_largest_document);
    auto destination =
        checked_destination(json::Reader(document, "body"), view.api, view.environment);
    destination.id = crypto::random_uuid();
    destination.owner = client.id;
    const auto lock = view.environment.store.lock();
    view.environment.store.save(destination);
    auto response = json_response(show(destination, view.api, true), 201);
    response.headers.emplace_back("Location", "/destinations/" + destination.id);
    view.environment.store.destinations.emplace(destination.id, std::move(destination));
    return no_cache(std::move(response));
}

Response get(const View& view, const Request& request)
{
    const auto* client =
        view.api == DestinationApi::submission_v1 || view.api == DestinationApi::destination_v1
            ? &view.environment.require(request)
            : view.environment.clients.identify(request, view.environment.clock());
    const auto lock = view.environment.store.lock();
    const auto& destination = find(view, request);
    const bool own = client != nullptr && client->id == destination.owner;
    return no_cache(json_response(show(destination, view.api, own)));
}

template <typename Change>
Response change(const View& view, const Request& request, std::string_view media_type, Change apply)
{
    auto& environment = view.environment;
    const auto& client = environment.require(request, Role::subscriber);
    const auto document = json_body(request, media_type, k_largest_document);
    const auto lock = environment.store.lock();
    auto& destination = find_own(view, request, client);
    auto changed = destination;
    apply(changed, json::Reader(document, "body"), view.api, environment.clock());
    if (changed.status == "active" && destination.status != "active") {
        changed.addressing = export_addressing(environment, changed);
    }
    environment.store.save(changed);
    destination = std::move(changed);
    return no_cache(json_response(show(destination, view.api, true)));
}

Response remove(const View& view, const Request& request)
{
    const auto& client = view.environment.require(request, Role::subscriber);
    const auto lock = view.environment.store.lock();
    const auto& destination = find_own(view, request, client);
    view.environment.store.remove(destination);
    view.environment.store.destinations.erase(std::string(destination.id));
    return no_content();
}

Response add_key(const View& view, const Request& request)
{
    const auto& client = view.environment.require(request, Role::subscriber);
    const auto document = json_body(request, "application/json", k_largest_document);
    const auto kid = checked_key(json::Reader(document, "body"), std::nullopt, view.environment);
    const auto lock = view.environment.store.lock();
    auto& destination = find_own(view, request, client);
    const auto known = destination.keys.find(kid);
    if (known != destination.keys.end() && known->second.at("n") != document.at("n")) {
        throw Refusal(400, "this kid belongs to another key");
    }
    destination.keys[kid] = document;
    view.environment.store.save(destination);
    Response response;
    response.status = 201;
    response.headers.emplace_back("Location", "/destinations/" + destination.id + "/keys/" +
                                                  base::percent_encode(kid));
    return response;
}

Response get_key(const View& view, const Request& request)
{
    const auto lock = view.environment.store.lock();
    const auto& destination = find(view, request);
    const auto found = destination.keys.find(request.captured.at("keyId"));
    if (found == destination.keys.end()) {
        throw Refusal(404, "no such key");
    }
    return no_cache(json_response(found->second));
}

Response list_keys(const View& view, const Request& request)
{
    const auto lock = view.environment.store.lock();
    auto keys = json::Value::array();
    for (const auto& [kid, jwk] : find(view, request).keys) {
        keys.push_back(jwk);
    }
    return no_cache(json_response({{"keys", std::move(keys)}}));
}

void add_reading(Router& router, const std::string& base, const View& view)
{
    router.add("GET", base + "/{destinationId}",
               [view](const Request& request) { return get(view, request); });
    router.add("GET", base + "/{destinationId}/keys/{keyId}",
               [view](const Request& request) { return get_key(view, request); });
}

void add_writing(Router& router, const std::string& base, const View& view,
                 const std::string& patch_type)
{
    router.add("GET", base, [view](const Request& request) { return list(view, request); });
    router.add("POST", base, [view](const Request& request) { return create(view, request); });
    router.add("PUT", base + "/{destinationId}", [view](const Request& request) {
        return change(view, request, "application/json", apply_update);
    });
    router.add("PATCH", base + "/{destinationId}", [view, patch_type](const Request& request) {
        return change(view, request, patch_type, apply_patch);
    });
    router.add("DELETE", base + "/{destinationId}",
               [view](const Request& request) { return remove(view, request); });
    router.add("POST", base + "/{destinationId}/keys",
               [view](const Request& request) { return add_key(view, request); });
}

} // namespace

void register_destination_service(Router& router, Environment& environment)
{
    const auto base = "/" + environment.name;
    const View submission_v1{environment, DestinationApi::submission_v1};
    const View submission_v2{environment, DestinationApi::submission_v2};
    const View destination_v1{environment, DestinationApi::destination_v1};
    const View destination_v2{environment, DestinationApi::destination_v2};

    add_reading(router, base + "/submission-api-v1/v1/destinations", submission_v1);
    add_writing(router, base + "/submission-api-v1/v1/destinations", submission_v1,
                "application/json");
    add_reading(router, base + "/submission-api/v2/destinations", submission_v2);
    add_reading(router, base + "/destination-api/v1/destinations", destination_v1);
    add_writing(router, base + "/destination-api/v1/destinations", destination_v1,
                "application/merge-patch+json");
    add_reading(router, base + "/destination-api/v2/destinations", destination_v2);
    router.add("GET", base + "/destination-api/v2/destinations",
               [destination_v2](const Request& request) { return list(destination_v2, request); });
    router.add(
        "GET", base + "/destination-api/v2/destinations/{destinationId}/keys",
        [destination_v2](const Request& request) { return list_keys(destination_v2, request); });
}

} // namespace anb::sandbox
