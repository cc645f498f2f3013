// Elements whose text identity constraints compare.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/tree.hpp"

#include <set>
#include <string>

namespace anb::xoev::detail {

/// Adds the local names of the elements that the fields of xs:key, xs:unique and xs:keyref in a
/// schema document select; "*" stands for any.
void collect_keyed(const xml::Element& schema, std::set<std::string>& names);

} // namespace anb::xoev::detail
