// What the folders of fetched cases have in common, whichever way these came.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"
#include "json/json.hpp"

#include <string>

namespace anb::testantrag::detail {

/// Owner-only, indented.
void write_json(const base::fs::path& path, const json::Value& value);

/// @throws Error{exists} ANB-S632 when the file is gone or has another SHA-512
void expect_unchanged(const base::fs::path& file, const std::string& sha512);

} // namespace anb::testantrag::detail
