// The rules of the metadata schemas 1.0.0 and 2.1.0 (fit-connect.md §12), as a table.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/json.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace anb::fitconnect {

/// True for the versions whose rules are known, 1.0.0 and 2.1.0.
bool metadata_rules_known(std::string_view version);

/// Compares every member that the version's schema names with it; members that it does not name are
/// passed over where it allows them. Versions without known rules are passed over.
/// @throws Error{input} ANB-G302 with the place of the first one that is missing or wrong
void check_metadata_rules(const json::Reader& document, std::string_view version);

/// Pointers of the data sets (2.1.0) whose hash is not that of their content. Which bytes count
/// when the content is no text is not defined; their JSON without blanks is taken (fit-connect.md
/// §12).
std::vector<std::string> data_sets_with_other_hash(const json::Reader& document);

} // namespace anb::fitconnect
