// A question that a person answers with yes or no. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"

#include <string_view>

namespace anb::cli {

/// Asks on the terminal. Only a written yes counts as one.
/// @return false also when nobody can be asked, or --no-input forbids it
bool agrees(Io& io, std::string_view question);

} // namespace anb::cli
