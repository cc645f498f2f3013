// What a change of a Zustellpunkt would write: plans without a network (fit-connect.md §6).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/destination_change.hpp"
#include "fitconnect/schema_versions.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace anb::fitconnect {

/// A planned change. Without a patch there is nothing to do.
struct Edit {
    std::vector<Change> changes; ///< for people, member by member
    json::Value patch;           ///< null: nothing to do
};

/// Days after which an inactive Zustellpunkt may be retired (fit-connect.md §6.2).
inline constexpr int k_days_before_retirement = 30;

/// @throws Error{usage} ANB-F202 when no way leads from the present state to this one
Edit edit_status(const Destination& before, const std::string& status);

/// Every schemaUri of all services, each once.
std::vector<std::string> schema_uris(const Destination& destination);

/// Puts one version in the place of another one, in every service that names it.
///
/// @param from  the version to be replaced; nothing: each other version of the same standard
/// @throws Error{missing} ANB-F229 when the Zustellpunkt names neither
Edit edit_schema(const Destination& before, const std::optional<SchemaName>& from,
                 const SchemaName& to);

/// A state that save_state() wrote.
struct SavedState {
    std::string environment, saved_at;
    Destination destination;
};

/// @throws Error{input} ANB-G302; otherwise as json::parse()
SavedState parse_saved_state(std::string_view text, const std::string& origin);

/// Leads from the present state back to a saved one. What no interface can put back is named in
/// `report` as ANB-F265: the status "created", a member that was absent.
Edit edit_back(const Destination& before, const Destination& saved, base::Report& report);

/// What differs between two Zustellpunkte apart from what must: id, status, keys.
std::vector<Change> compare(const Destination& left, const Destination& right);

/// What has to be typed before Zustellpunkte in production are changed: the first characters of
/// the id, or for several a number over all of them that a dry run shows.
std::string confirmation(const std::vector<DestinationId>& ids);

/// Adds a public key; the service takes one that it has already. @throws as Api::send()
void add_key(Api& api, const DestinationId& id, const jose::PublicJwk& jwk);

/// The keys that the Zustellpunkt has at the service. @throws as Api::get()
std::vector<jose::PublicJwk> fetch_own_keys(Api& api, const DestinationId& id);

/// Until then applications encrypted with the key in use until now may lie ready: 14 days and 2 in
/// reserve.
base::UtcTime safe_to_delete(base::UtcTime switched_at);

} // namespace anb::fitconnect
