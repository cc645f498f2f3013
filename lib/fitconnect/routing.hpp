// Routing API: who is responsible (fit-connect.md §7).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "fitconnect/addressing.hpp"
#include "fitconnect/api.hpp"
#include "fitconnect/destination.hpp"
#include "fitconnect/ids.hpp"

#include <optional>
#include <string>
#include <vector>

namespace anb::fitconnect {

struct Route {
    DestinationId destination;
    std::string destination_signature; ///< compact JWS as it came
    std::string destination_name;
    json::Value json; ///< everything the service said
};

/// The place asked for; exactly one is set.
struct Place {
    std::string ars, ags, area_id;

    /// The one that is set, for messages.
    const std::string& str() const;
};

/// Amtlicher Gemeindeschlüssel: 2, 3, 5 or 8 digits. @throws Error{usage} ANB-F325
std::string parse_ags(std::string_view text);

/// Asks who is responsible; nobody is an empty list. @throws Error{usage} ANB-F326 unless exactly
/// one member of `place` is set
std::vector<Route> find_routes(Api& api, const Place& place, const LeikaKey& leika);

/// An area of the Routing API.
struct Area {
    std::string id, name, type;
};

/// Looks an area up by name or postal code. Several words must all match.
/// @return the one area meant: the only hit, or the only one of exactly this name
/// @throws Error{missing} ANB-F323 no hit; Error{usage} ANB-F324 several, naming them
Area find_area(Api& api, std::string_view name);

/// A route whose signature was verified.
struct VerifiedRoute {
    Route route;
    AddressingInformation addressing;
};

/// Asks, verifies every answer and judges the result.
///
/// @param own     the destination that is expected there, when it is known
/// @param report  gains ANB-F310 nobody (in the test environment also the note ANB-F312), ANB-F313
///                several, ANB-F311 somebody else, and the findings of check_addressing()
/// @throws Error{trust} ANB-F301 as verify_addressing()
std::vector<VerifiedRoute> resolve_route(Api& api, const Place& place, const LeikaKey& leika,
                                         const std::optional<DestinationId>& own,
                                         base::Report& report);

/// The route to a destination, verified: asks for its services at the first of their regions.
/// Nothing when the routing does not know it. @throws Error{trust} ANB-F301 as verify_addressing()
std::optional<VerifiedRoute> find_own_route(Api& api, const Destination& destination);

/// The member `route` of our documents: destination_id, destination_name, verified (always true),
/// issuer, issued_at, submission_host, regions, services, destination_signature.
json::Value to_json(const VerifiedRoute& route);

} // namespace anb::fitconnect
