// A TOML file as a list of lines, so that nothing else needs to know the library.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "config/config.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace anb::config::detail {

enum class Kind { table, text, list, other };

/// One table header or one "key = value".
struct Entry {
    std::vector<std::string> path; ///< {"env", "test", "keys"}
    Kind kind = Kind::other;
    std::string value; ///< of text; the members of a list of texts, one blank between two
    std::string file;
    std::size_t line = 0;

    const std::string& key() const { return path.back(); }
    /// "env.test.keys"
    std::string name() const;
    /// "musterstadt.toml:14"
    std::string source() const;
};

/// Tables and values in the order of their lines.
/// @throws base::Error{configuration} ANB-G401 syntax; otherwise as base::read_file()
std::vector<Entry> read_toml(const std::filesystem::path& file);

/// The same from memory; `file` is the name used in messages.
std::vector<Entry> parse_toml(std::string_view text, const std::string& file);

} // namespace anb::config::detail
