// What a request asks a DVDV server: the document's object "Request", checked.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sandbox/message.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace anb::sandbox {

/// Members that the request does not have are empty.
struct DvdvQuery {
    std::string finger_print, category, organization_key, service_specification_uri;
    std::string service_element_type, custom_service_element_type;
    std::string parameter_type, parameter_value;
};

inline constexpr std::size_t k_largest_batch = 200;

/// Reads the query parameter request_json. Members that the document does not name are passed over,
/// as its schema allows them.
///
/// @param needed  members that must be there; "serviceElementType" is also satisfied by
///                customServiceElementType
/// @throws Refusal 400: INPUT_VALIDATION for what is no request object, with a member of another
///         type or another value than the document allows; SERVICE_VALIDATION for a missing member
///         or one outside its limits
DvdvQuery parse_query(const Request& request, std::span<const std::string_view> needed);

/// Reads the body of a batch: an array of at most k_largest_batch request objects.
/// @throws Refusal 400 as parse_query(), for any of them; 413, 415
std::vector<DvdvQuery> parse_batch(const Request& request,
                                   std::span<const std::string_view> needed);

} // namespace anb::sandbox
