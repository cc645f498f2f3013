// Which layers of the check a document did not pass through, and why.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xoev/check.hpp"

#include <map>
#include <string>
#include <vector>

namespace anb::xoev {

/// Code lists that could not be asked, by the reason: "list_not_named", "list_not_installed",
/// "list_version_not_named", "list_version_not_installed".
std::map<std::string, std::vector<std::string>> unasked_lists(const ListUses& uses);

/// Puts references, code lists and business rules that were not checked into `unchecked`, if the
/// document was checked against an edition at all.
void add_unchecked(Verdict& verdict);

} // namespace anb::xoev
