// The data file feedback-codes.tsv as it was when this was built.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace anb::osci::detail {

extern const std::string_view k_shipped_feedback;

} // namespace anb::osci::detail
