// What a profile says about an authority's Zustellpunkte, in the types of `fitconnect`.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_net/network.hpp"
#include "fitconnect/destination_change.hpp"
#include "fitconnect/destination_check.hpp"
#include "fitconnect/routing.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace anb::cli_net {

/// A Zustellpunkt to be looked at and what the profile knows about it.
struct Target {
    fitconnect::DestinationId id;
    const config::Leistung* service = nullptr; ///< null: none that is known to belong to it
};

/// Refuses the id of another environment, as far as the profile knows it (user-journeys §7.4).
/// @throws Error{configuration} ANB-G101 also when production and another environment share it
void demand_own(const Session& session, const fitconnect::DestinationId& id);

/// The destinations that a call means: the one of `id`, of the profile's service `service`, or,
/// with `all`, of every service that has one in this environment.
/// @throws Error{usage} ANB-F327 when nothing is named or known, ANB-F330; Error{configuration}
///         ANB-G405 unknown service, ANB-G101 when the profile has this id in another environment
std::vector<Target> find_targets(const Session& session, const std::string& id,
                                 const std::string& service, bool all);

/// The destination of a service in this environment, if the profile names one.
std::optional<fitconnect::DestinationId> destination_of(const Session& session,
                                                        const config::Leistung& service);

/// The profile's service with this key, or null.
const config::Leistung* service_with(const Session& session, const fitconnect::LeikaKey& leika);

/// What a Zustellpunkt should be like by the profile: service, place, schema, and the public keys
/// in its folder `keys`. Without a service that belongs to it, the only one of the profile counts.
fitconnect::Expectation expectation(const Session& session, const config::Leistung* service);

/// `--keys`, or the profile's folder. @throws Error{configuration} ANB-F328 when neither is there,
/// ANB-G101 when production and another environment would share it
std::filesystem::path keys_folder(const Session& session, const std::string& option);

/// A new Zustellpunkt as the profile describes the service; members it lacks are empty.
fitconnect::Draft draft(const Session& session, const config::Leistung& service);

/// A question to the routing, as typed; empty members were not given.
struct RouteQuestion {
    std::string service, ars, ags, area, leika;
};

/// The same, understood.
struct AskedRoute {
    fitconnect::Place place;
    fitconnect::LeikaKey leika;
    fitconnect::Expectation expectation;          ///< of the destination that answers
    std::optional<fitconnect::DestinationId> own; ///< what the profile has for this service
};

/// Completes a question from the profile: with `service` its key and the authority's place, unless
/// they are given. An area is looked up by name. Everything typed is judged before that.
/// @throws Error{usage} ANB-F320 to ANB-F326; Error{missing} ANB-F323; Error{configuration}
/// ANB-G405
AskedRoute resolve_question(const Session& session, fitconnect::Api& api,
                            const RouteQuestion& question);

/// Versions of standards: schema-versions.json in the configuration folder, else the list that was
/// shipped. @throws as fitconnect::SchemaVersions::parse()
fitconnect::SchemaVersions schema_versions();

/// The rules for keys in this environment; anchors from the setting `trust`.
fitconnect::KeyRules key_rules(const Session& session, base::UtcTime at);

} // namespace anb::cli_net
