// Which tables and keys a configuration file may have.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "config/detail/toml_file.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace anb::config::detail {

/// One table and its keys; "*" in the path stands for any name, "@env" for an environment.
struct Shape {
    std::vector<std::string_view> table;
    std::span<const std::string_view> keys;
};

/// Profiles: [mandant], [leistung.NAME], [env.NAME] and the general keys.
const std::vector<Shape>& profile_shape();
/// config.toml: the general keys.
const std::vector<Shape>& config_shape();
/// environments.toml: [test], [stage], [prod].
const std::vector<Shape>& environments_shape();

/// @throws base::Error{configuration} ANB-G402 unknown key, with the nearest known one; ANB-G403
///         wrong type; ANB-G408 unknown environment
void check(std::span<const Entry> entries, const std::vector<Shape>& shapes);

/// @throws base::Error{configuration} ANB-G403
[[noreturn]] void refuse_value(const Entry& entry, std::string_view expected);

} // namespace anb::config::detail
