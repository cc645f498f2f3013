// The Zustellpunkt as the APIs show it, v1 and v2 alike (fit-connect.md §6).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/api.hpp"
#include "fitconnect/ids.hpp"
#include "jose/jwk.hpp"

#include <optional>
#include <string>
#include <vector>

namespace anb::fitconnect {

struct SubmissionSchema {
    std::string schema_uri;
    std::string mime_type;
    friend bool operator==(const SubmissionSchema&, const SubmissionSchema&) = default;
};

/// A Verwaltungsleistung that a Zustellpunkt offers.
struct Service {
    std::string identifier; ///< URN, lower case
    std::vector<std::string> regions; ///< "DE" and 0 to 12 digits
    std::vector<SubmissionSchema> submission_schemas;
};

struct ContactInformation {
    std::string legal_name, address, phone, email, unit;
};

/// Zustellpunkt.
struct Destination {
    DestinationId id;
    std::string name;   ///< v2 only, may be empty
    std::string status; ///< "created", "active", "inactive", "decommissioned"
    std::string encryption_kid;
    std::vector<std::string> metadata_versions;
    std::vector<Service> services;
    std::optional<ContactInformation> contact; ///< owners only
    std::optional<json::Value> reply_channels;
};

/// Reads either API's form (`services` or `publicServices`). @throws Error{input} ANB-G302
Destination parse_destination(const json::Reader& reader);
/// The form of API v2; also what our tools hand to one another.
json::Value to_json(const Destination& destination);

/// Reads the destination, never from a cache.
Destination fetch_destination(Api& api, const DestinationId& id);

/// Reads one public key of a destination; no login is needed.
/// @throws Error{trust} ANB-F340 when the answer's kid is another one
jose::PublicJwk fetch_destination_key(Api& api, const DestinationId& id, const std::string& kid);

} // namespace anb::fitconnect
