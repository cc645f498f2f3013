// Text as canonical XML spells it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace anb::osci::detail {

/// Of an element.
std::string text(std::string_view raw);
/// Of an attribute, between double quotes.
std::string attribute(std::string_view raw);

} // namespace anb::osci::detail
