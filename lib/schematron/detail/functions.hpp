// The functions of XPath 2 that XÖV rules use.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "schematron/detail/value.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace anb::schematron::detail {

/// True when there is such a function of so many arguments.
bool is_function(std::string_view name, std::size_t arguments);

/// Where an expression stands.
struct Focus {
    Item item;
    std::size_t position = 1, size = 1;
};

/// @throws DynamicError
Sequence call(std::string_view name, const std::vector<Sequence>& arguments, const Focus& focus);

} // namespace anb::schematron::detail
