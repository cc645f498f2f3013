// What the folders of fetched cases have in common, whichever way these came.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"
#include "json/json.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace anb::testantrag::detail {

inline constexpr const char* k_manifest = "manifest.json";

/// The manifest of a folder of this way of transport: "osci", or "" for FIT-Connect, whose
/// manifests name none. Nothing when there is none, or one of another way.
/// @throws as base::read_file() and json::parse()
std::optional<json::Value> read_manifest(const base::fs::path& folder, std::string_view via);

/// Owner-only, indented.
void write_json(const base::fs::path& path, const json::Value& value);

/// @throws Error{exists} ANB-S632 when the file is gone or has another SHA-512
void expect_unchanged(const base::fs::path& file, const std::string& sha512);

} // namespace anb::testantrag::detail
