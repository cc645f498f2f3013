// Addressing information (Adressierungsinformationen) as the portal signs it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sandbox/environment.hpp"

#include <string>

namespace anb::sandbox {

/// The JSON of a payload with its slashes escaped, as the real services write it.
std::string with_escaped_slashes(const json::Value& value);

/// The JWK of one of our signing keys. @param with_certificate  with x5c
json::Value public_jwk(const Credential& credential, const std::string& kid, bool with_certificate);

/// What the human action "export" of the portal gives: a compact JWS over the destination's present
/// services and regions (fit-connect.md §7.3).
std::string export_addressing(Environment& environment, const Destination& destination);

} // namespace anb::sandbox
