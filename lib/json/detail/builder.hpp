// Builds a value from nlohmann's events and refuses what the strict reading forbids.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/json.hpp"

namespace anb::json::detail {

/// @throws as json::parse()
Value build(std::string_view text, std::string_view origin, const Limits& limits);

} // namespace anb::json::detail
