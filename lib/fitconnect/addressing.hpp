// Adressierungsinformationen: what the portal signs about a Zustellpunkt (fit-connect.md §7.3).
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

/// Compares addressing information with the Zustellpunkt as it is now: ANB-F305 when services or
/// regions differ, or when the certificate of the present encryption key was issued later. No
/// service tells the date of the last change; a change that leaves no such trace stays unseen.
///
/// @param encryption_key  the present one, when it is known
base::Report check_addressing_current(const AddressingInformation& information,
                                      const Destination& destination,
                                      const std::optional<jose::PublicJwk>& encryption_key);

/// "urn:…:rs:059990000000" → "DE059990000000"; other text stays.
std::string region_of(std::string_view region_id);

/// Every region_ids or service_ids of all entries, each once.
std::vector<std::string> all_of(const AddressingInformation& information,
                                std::vector<std::string> AddressingInformation::Service::*member);

/// destination_id, issuer, issued_at, submission_host, regions, services, verified (always true).
json::Value to_json(const AddressingInformation& verified);

} // namespace anb::fitconnect
