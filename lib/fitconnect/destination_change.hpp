// Creates and changes a Zustellpunkt by way of the Destination API (fit-connect.md §6.3).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "fitconnect/destination.hpp"
#include "fitconnect/local_keys.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace anb::fitconnect {

/// One value that becomes another one.
struct Change {
    std::string member; ///< JSON Pointer without the first slash: "publicServices/0/identifier"
    std::string before; ///< empty: was not there
    std::string after;  ///< empty: will not be there
};

/// Every value that differs, in the order of the members.
std::vector<Change> difference(const json::Value& before, const json::Value& after);

/// A Zustellpunkt that does not exist yet, without its keys.
struct Draft {
    std::string name;
    ContactInformation contact;
    std::vector<Service> services;
    std::vector<std::string> metadata_versions;
};

/// Metadata versions that this toolkit itself writes and reads, and offers for a new Zustellpunkt.
std::vector<std::string> default_metadata_versions();

/// Reads a draft: the members of a destination in either API's form, also inside a member
/// `destination` as `show --json` prints it. Absent members are empty, id and status passed over.
/// @throws Error{input} ANB-G302
Draft parse_draft(const json::Reader& reader);

struct NewDestination {
    Draft draft;
    LocalKey encryption_key;
    LocalKey signature_key;
};

/// ANB-F270 contact without legalName or email, ANB-F272 no service or a service without region or
/// schema, ANB-F210 metadata below 1.5.0.
base::Report check_draft(const Draft& draft);

/// Judges everything before anything is sent: both keys by check_key(), ANB-F255 one
/// kid used for both, the rest by check_draft().
base::Report check_new(const NewDestination& destination, const KeyRules& rules);

/// The body of POST /v1/destinations.
json::Value create_request(const NewDestination& destination);
/// The same with each key as one line of describe(), for people.
json::Value create_summary(const NewDestination& destination);

/// What has to be typed to create it in production: the first 8 characters of its service's key.
std::string confirmation(const Draft& draft);

/// The caller's own destination with this encryption key, if there is one.
std::optional<Destination> find_own_destination(Api& api, const std::string& encryption_kid);

/// Carries out a change of a destination. Where it fails, or is stopped, after the service may have
/// acted, that is what the error says.
/// @param acted  set by `work` when the service has confirmed the change
/// @throws Error{as the failure} ANB-F407; as `work` when the service certainly did nothing
void settle(Api& api, const DestinationId& id, const std::function<void(bool& acted)>& work);

/// Creates it. Not repeatable: after an unclear failure find_own_destination() tells.
/// @return what was asked for, with id and status as the service answers
/// @throws Error{input} ANB-G302 when the answer names no destination; Error{as the failure}
///         ANB-F408 when it is unclear whether there is one now; otherwise as Api::send()
Destination create_destination(Api& api, const NewDestination& destination);

/// Changes members of a destination; each is replaced as a whole (fit-connect.md §6.1).
///
/// @param before  the state that the caller has seen; it is read once more directly before writing
/// @param patch   the members to be replaced, such as {"status":"active"}
/// @throws Error{try_later} ANB-F405 when somebody else changed it meanwhile; nothing is written;
///         as settle()
Destination patch_destination(Api& api, const Destination& before, const json::Value& patch);

/// Writes the state before a change: a document with the members `environment`, `saved_at` and
/// `destination` that read_destination_id() understands. Never overwrites.
/// @throws Error{exists} ANB-G205
void save_state(const std::filesystem::path& file, const Destination& destination,
                const Environment& environment, base::UtcTime at);

} // namespace anb::fitconnect
