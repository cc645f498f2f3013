// How packages and lists are described on disk.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xoev/code_list.hpp"
#include "xoev/store.hpp"

#include <string>

namespace anb::xoev::detail {

inline constexpr const char* k_description = "package.json";
inline constexpr const char* k_manifest = "manifest.json";
inline constexpr const char* k_lists = "lists.json";
inline constexpr const char* k_files = "files";

std::string describe(const Installed& package);
/// @throws Error{input} ANB-V305
Installed read_description(const std::filesystem::path& folder);

std::string describe(const std::vector<InstalledList>& lists);
/// @throws Error{input} ANB-G30x
std::vector<InstalledList> read_lists(const std::filesystem::path& folder);

std::string write_list(const CodeList& list);
/// @throws Error{input} ANB-V305, ANB-G30x
CodeList read_stored_list(const std::filesystem::path& file);

} // namespace anb::xoev::detail
