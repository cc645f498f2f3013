// What a Zustellpunkt may look like: the fields of its description, checked as the OpenAPI document
// of API v1 and fit-connect.md §6 demand. Everything refused is Refusal 400 or Error{input}, which
// the router answers with 400.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/key_profile.hpp"
#include "json/json.hpp"
#include "sandbox/environment.hpp"

#include <optional>
#include <string>

namespace anb::sandbox {

/// Which API a request came by; they spell and demand a little differently.
enum class DestinationApi {
    submission_v1,  ///< "services"; contact with address and telephone; PATCH application/json
    submission_v2,  ///< "publicServices"; reading only
    destination_v1, ///< "services", "name"; PATCH application/merge-patch+json
    destination_v2, ///< "publicServices", "name"; reading only
};

/// Makes a new destination out of a CreateDestination document; id, owner and status are left to
/// the caller.
Destination checked_destination(const json::Reader& document, DestinationApi api,
                                const Environment& environment);

/// Changes what a PatchDestination document names.
void apply_patch(Destination& destination, const json::Reader& document, DestinationApi api,
                 base::UtcTime at);

/// Replaces everything by an UpdateDestination document.
void apply_update(Destination& destination, const json::Reader& document, DestinationApi api,
                  base::UtcTime at);

/// Checks a public JWK by FIT-Connect's rules (fit-connect.md §9) for this environment.
/// @param role  nothing: as its alg and key_ops say
/// @return its kid
std::string checked_key(const json::Reader& jwk, std::optional<fitconnect::KeyRole> role,
                        const Environment& environment);

/// True when the key with this kid is there and is one for encryption.
bool has_encryption_key(const Destination& destination, const std::string& kid);

/// The destination as an API shows it. @param own  with what only the owner may see
json::Value show(const Destination& destination, DestinationApi api, bool own);

} // namespace anb::sandbox
