// Files and environment variables, put one over the other.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "config/config.hpp"
#include "config/detail/toml_file.hpp"

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace anb::config::detail {

/// What a checked profile says, each value with its line.
/// @throws base::Error{configuration} ANB-G403 for values that cannot be
struct Profile {
    Settings general, mandant;
    std::map<std::string, Settings, std::less<>> environments;
    std::vector<Leistung> leistungen;
};

Profile to_profile(std::span<const Entry> entries);
Settings to_general(std::span<const Entry> entries);
std::map<std::string, Settings, std::less<>> to_environments(std::span<const Entry> entries);

/// The keys of `[leistung.NAME]` and where each goes.
std::span<const std::pair<std::string_view, std::string Leistung::*>> leistung_members();

/// Adds what `settings` does not have yet.
void add_below(Settings& settings, const Settings& lower);

/// ANB_CA_FILE and ANB_CLIENT_SECRET_FILE, under the keys they stand for.
Settings from_variables();

} // namespace anb::config::detail
