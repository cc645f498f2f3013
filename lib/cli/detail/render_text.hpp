// What people read: messages in the form of user-journeys §7.9, and tables.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "cli/io.hpp"

#include <string>
#include <string_view>

namespace anb::cli::detail {

struct TextStyle {
    std::string_view tool;
    Language language = Language::english;
    bool color = false;
    bool plain = false;
};

/// A failure seen as a finding, so that both are shown alike.
base::Finding to_finding(const base::Error& error);

/// The finding's sentence with its values filled in, the place in front.
std::string sentence(const base::Finding& finding, Language language);

/// The whole message, several lines, each ending with a line break. `detail` is what a library
/// said; empty to leave it out.
std::string render(const base::Finding& finding, const TextStyle& style,
                   std::string_view detail = {});

/// "Nicht geprüft: Sperrstatus (ohne Netz)"
std::string render(const base::Unchecked& point, Language language);

/// Aligned columns; with `plain` one "Name: value" line per cell, rows apart by an empty line.
std::string render(const Table& table, bool plain);

} // namespace anb::cli::detail
