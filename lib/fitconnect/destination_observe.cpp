// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "fitconnect/destination_check.hpp"

namespace anb::fitconnect {

namespace {

/// The result of a call, or nothing when the service does not have it or does not give it.
template <typename Call>
auto if_allowed(Call call) -> std::optional<decltype(call())>
{
    try {
        return call();
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::missing &&
            error.kind() != base::ErrorKind::credentials) {
            throw;
        }
        return std::nullopt;
    }
}

void observe_as_owner(Api& api, const DestinationId& id, Observation& observation)
{
    const auto keys_url = api.destination_url("/v2/destinations/" + id.str() + "/keys");
    const auto keys =
        if_allowed([&] { return jose::parse_jwk_set(json::dump(api.get(keys_url)), keys_url); });
    if (keys) {
        observation.signature_keys = *keys;
        observation.signature_keys_unknown.clear();
    } else {
        observation.signature_keys_unknown = "not_permitted";
    }
    if (!observation.destination.contact) {
        if (const auto own = if_allowed([&] { return fetch_own_destination(api, id); })) {
            observation.destination.contact = own->contact;
            observation.owner_view = own->contact.has_value();
        }
    }
}

} // namespace

std::optional<Destination> fetch_if_permitted(Api& api, const DestinationId& id,
                                              base::Report& report)
{
    try {
        return fetch_destination(api, id);
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::credentials) {
            throw;
        }
        report.unchecked.push_back({"destination", api.has_login() ? "not_permitted" : "no_login"});
        return std::nullopt;
    }
}

Observation observe(Api& api, const DestinationId& id, const Expectation& expectation)
{
    Observation observation;
    observation.destination = fetch_destination(api, id);
    observation.owner_view = observation.destination.contact.has_value();
    observation.encryption_key = if_allowed(
        [&] { return fetch_destination_key(api, id, observation.destination.encryption_kid); });
    observation.signature_keys_unknown = "no_login";
    if (api.has_login()) {
        observe_as_owner(api, id, observation);
    }
    if (!observation.signature_keys_unknown.empty() && expectation.signature_key) {
        const auto key = if_allowed(
            [&] { return fetch_destination_key(api, id, expectation.signature_key->jwk.kid); });
        if (key) {
            observation.signature_keys = {*key};
        }
    }
    return observation;
}

} // namespace anb::fitconnect
