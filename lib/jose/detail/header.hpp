// What the protected headers of JWS and JWE have in common.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/json.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace anb::jose::detail {

inline constexpr std::size_t k_max_header_size = 8 * 1024; ///< bytes of its JSON

/// Reads the first segment of a compact form.
/// @return nothing unless it is base64url of a JSON object with a string `alg`, without `crit`,
///         whose members alg, enc, kid, typ, cty and zip are strings where present
std::optional<json::Value> read_header(std::string_view segment);

/// The text of a member; empty when absent.
std::string text_member(const json::Value& header, std::string_view name);

} // namespace anb::jose::detail
