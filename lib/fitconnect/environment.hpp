// The FIT-Connect environments: base addresses as data (fit-connect.md §1).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::fitconnect {

/// Addresses without a final slash; paths such as "/v2/destinations/…" are appended.
struct Environment {
    std::string name; ///< "test", "stage", "prod"
    std::string token_url;
    std::string submission_url;    ///< v2: "/v2/…" and "/.well-known/jwks.json" below it
    std::string submission_v1_url; ///< v1: "/v1/…" and "/.well-known/jwks.json" below it
    std::string destination_url;
    std::string routing_url; ///< "/v2/routes" below it
    std::string portal_url;  ///< Self-Service-Portal: issuer of addressing information

    bool is_production() const { return name == "prod"; }
    /// Self-signed keys are allowed (fit-connect.md §1.3).
    bool allows_self_signed() const { return name == "test"; }
    /// Base address of the Submission API of this version.
    const std::string& submission(int api_version) const
    {
        return api_version == 1 ? submission_v1_url : submission_url;
    }
};

/// Gives a configured address for a key such as "token_url", if there is one.
using Override = std::function<std::optional<std::string>(std::string_view key)>;

/// The built-in addresses of an environment with the configured ones in their place. A name of
/// one's own is possible when every address is configured.
/// @throws Error{usage} ANB-G123 for an unknown name
Environment environment(std::string_view name, const Override& override_for);

/// The host of an address in lower case, without port and without the dot that may end a complete
/// name: "https://A.example.:8443/x" → "a.example".
/// Text without a scheme is taken as "host/…".
std::string host_of(std::string_view address);

} // namespace anb::fitconnect
