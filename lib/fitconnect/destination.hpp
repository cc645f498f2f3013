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
    std::string identifier;           ///< URN, lower case
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

/// Reads a destination's id in any spelling of a UUID. @throws Error{input} ANB-G302
DestinationId parse_destination_id(const json::Reader& reader);
/// Reads the services of a destination, under either API's name; none when there are none.
std::vector<Service> parse_services(const json::Reader& destination);
/// Reads `contactInformation`; absent members are empty.
ContactInformation parse_contact(const json::Reader& reader);
/// Empty members are left out.
json::Value to_json(const ContactInformation& contact);
/// The array `services` (v1) or `publicServices` (v2).
json::Value to_json(const std::vector<Service>& services);

/// Reads whom a document means that `fitconnect-destination` printed with --json: of `route` the
/// member `route.destination_id`, which must be marked as verified, of `show` and `check` of one
/// Zustellpunkt the member `destination.destinationId`. What is said about the Zustellpunkt there
/// is not to be used for sending: fetch_destination() reads it anew.
///
/// @param origin  name used in messages, such as "-"
/// @throws Error{input} ANB-G302 when the document names none, several, or an unverified one
DestinationId read_destination_id(const json::Value& document, const std::string& origin);

/// Reads the destination, never from a cache; with the token if this client has one, so that
/// owners see the contact. @throws Error{trust} ANB-F341 when the answer is another destination
Destination fetch_destination(Api& api, const DestinationId& id);

/// Reads the owner's view from the Destination API. @throws as fetch_destination()
Destination fetch_own_destination(Api& api, const DestinationId& id);

/// Reads one public key of a destination; no login is needed.
/// @throws Error{trust} ANB-F340 when the answer's kid is another one
jose::PublicJwk fetch_destination_key(Api& api, const DestinationId& id, const std::string& kid);

} // namespace anb::fitconnect
