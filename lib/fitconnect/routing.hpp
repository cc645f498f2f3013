// Routing API and addressing information (fit-connect.md §7).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "fitconnect/api.hpp"
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
};

std::vector<Route> find_routes(Api& api, const Place& place, const LeikaKey& leika);

/// Verifies addressing information against the portal of the environment: issuer pinned, key by kid
/// from its key set, PS512, at least 4096 bit.
/// @throws Error{trust} ANB-F301 when anything of this is wrong
AddressingInformation verify_addressing(Api& api, std::string_view compact);

/// Compares verified addressing information with the question and with the delivery service in use.
/// Findings: ANB-F302 other destination, ANB-F303 service or region not covered, ANB-F304 host of
/// another environment (warning for an old host of the same one).
base::Report check_addressing(const AddressingInformation& information,
                              const DestinationId& destination, const std::optional<Ars>& ars,
                              const std::optional<LeikaKey>& leika, const Environment& environment);

} // namespace anb::fitconnect
