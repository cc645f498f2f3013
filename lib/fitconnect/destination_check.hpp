// Judges a Zustellpunkt by the nine points of the connection guide (user-journeys A4).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "fitconnect/addressing.hpp"
#include "fitconnect/destination.hpp"
#include "fitconnect/local_keys.hpp"
#include "fitconnect/schema_versions.hpp"

#include <optional>
#include <string>
#include <vector>

namespace anb::fitconnect {

/// What a Zustellpunkt should be like. What is not known here is not judged, and said to be so.
struct Expectation {
    std::optional<LeikaKey> leika;
    std::optional<Ars> ars;
    std::string schema_uri;
    std::optional<LocalKey> encryption_key;
    std::optional<LocalKey> signature_key;
};

/// What the services say about a Zustellpunkt.
struct Observation {
    Destination destination;
    std::optional<jose::PublicJwk> encryption_key; ///< nothing: not to be had from the service
    std::vector<jose::PublicJwk> signature_keys;
    /// Why the signature keys are not known: "no_login", "not_permitted"; empty when they are.
    std::string signature_keys_unknown;
    bool owner_view = false;                         ///< the contact, or its absence, could be seen
    std::optional<AddressingInformation> addressing; ///< verified
    /// Why it is not known: "no_route", "unreachable"; empty: nobody asked.
    std::string addressing_unknown;
};

/// The limits of a check.
struct CheckRules {
    KeyRules keys;
    int warn_days = 60;      ///< a warning when fewer days are left (user-journeys §7.16)
    int crit_days = 21;      ///< an error when fewer days are left
    SchemaVersions versions; ///< known ones; may be empty
};

/// Reads everything that a check needs. The list of keys and the contact are shown to owners only;
/// without them the signature key of `expectation` is asked for by its kid.
Observation observe(Api& api, const DestinationId& id, const Expectation& expectation);

/// Reads a destination; nothing, and an unchecked point "destination" in `report`, when this client
/// may not see it.
std::optional<Destination> fetch_if_permitted(Api& api, const DestinationId& id,
                                              base::Report& report);

/// The names of the nine points, in the order in which people read them.
inline constexpr std::string_view k_points[] = {"status",         "metadata_versions", "service",
                                                "region",         "submission_schema", "mime_type",
                                                "encryption_key", "signature_key",     "contact"};

/// Judges all nine points. Each is a fact of the report with the service's own words as value (not
/// yet safe to show); what is to be said about it is a finding or an unchecked point whose
/// `element` or `where` is the point's name. Further facts follow: reply_channels, addressing (when
/// it was issued, if that is known), destination_id, name, encryption_kid,
/// encryption_key_not_after, encryption_key_days_left.
///
/// Findings: ANB-F201 status, F210 metadata below 1.5.0, F220 schema outdated, by the profile or by
/// the list of versions, F221 (warning) a new version is likely within six weeks, F222 format, F223
/// schema missing, F224 schema newer than expected, F228 schema of another form, F230 service
/// missing, F231 no LeiKa service, F232 several services, F240 region not covered, F241 region
/// malformed, F250 own key is another one, F251/F252 key expires, F253 encryption key not to be
/// had, F260 no signature key, F261 own signature key missing, F270 contact incomplete, F280 (note)
/// no reply channel, F281 reply channel malformed; those of check_key() and of
/// check_addressing_current().
base::Report check_destination(const Observation& observation, const Expectation& expectation,
                               const CheckRules& rules);

/// The first three of them only: status, service, region.
base::Report check_offer(const Destination& destination, const Expectation& expectation);

/// ANB-F210 when none of the versions is 1.5.0 or newer.
base::Report check_metadata_versions(const std::vector<std::string>& versions);

} // namespace anb::fitconnect
