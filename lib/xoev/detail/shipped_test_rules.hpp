// The content of testdata-rules.json, put into the program by the build.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace anb::xoev::detail {

extern const std::string_view k_shipped_test_rules;

} // namespace anb::xoev::detail
