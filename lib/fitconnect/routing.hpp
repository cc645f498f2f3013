// Routing API and addressing information (fit-connect.md §7).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "fitconnect/api.hpp"
#include "fitconnect/destination.hpp"
#include "fitconnect/ids.hpp"

#include <optional>
#include <string>
#include <vector>

namespace anb::fitconnect {

/// Adressierungsinformationen: the payload of a destinationSignature, verified or not.
struct AddressingInformation {
    struct Service {
        std::vector<std::string> region_ids;  ///< gebietIDs, URNs
        std::vector<std::string> service_ids; ///< leistungIDs, URNs
    };
    std::string submission_host, issuer, jti, kid;
    DestinationId destination;
    std::vector<Service> services;
    base::UtcTime issued_at;
};

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

/// Reads addressing information without verifying anything.
/// @throws Error{trust} ANB-F301 when it is none
AddressingInformation parse_addressing(std::string_view compact);

/// Verifies addressing information against the portal of the environment: issuer pinned, key by kid
/// from its key set, PS512, at least 4096 bit.
/// @throws Error{trust} ANB-F301 when anything of this is wrong
AddressingInformation verify_addressing(Api& api, std::string_view compact);

/// Compares verified addressing information with the question and with the delivery service in use.
/// Findings: ANB-F302 other destination, ANB-F303 service or region not covered, ANB-F304 host of
/// another environment (ANB-F306, a note, for the older host of the same one).
base::Report check_addressing(const AddressingInformation& information,
                              const DestinationId& destination, const std::optional<Ars>& ars,
                              const std::optional<LeikaKey>& leika, const Environment& environment);

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

/// The member `route` of our documents: destination_id, destination_name, verified (always true),
/// issuer, issued_at, submission_host, regions, services, destination_signature.
json::Value to_json(const VerifiedRoute& route);

} // namespace anb::fitconnect
