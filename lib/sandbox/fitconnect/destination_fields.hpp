// The fields of a Zustellpunkt's description, each checked as the OpenAPI document of API v1
// demands. Everything refused is Error{input} ANB-G302, which the router answers with 400.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/json.hpp"

#include <string>

namespace anb::sandbox {

/// URN of a service: syntax and length.
bool is_service_identifier(const std::string& text);
/// "DE" and up to twelve digits.
bool is_region(const std::string& text);

json::Value checked_services(const json::Reader& services);
/// @param with_address  address and telephone are needed too
json::Value checked_contact(const json::Reader& contact, bool with_address);
json::Value checked_versions(const json::Reader& versions);
json::Value checked_reply_channels(const json::Reader& channels);
/// The member encryptionKid of `document`.
std::string checked_kid(const json::Reader& document);
/// {url, secret} → {url}: the secret is checked and not kept.
json::Value checked_callback(const json::Reader& callback);

} // namespace anb::sandbox
