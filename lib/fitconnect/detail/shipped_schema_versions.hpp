// The file schema-versions.json as it was when the program was built.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace anb::fitconnect::detail {

extern const std::string_view k_shipped_schema_versions;

} // namespace anb::fitconnect::detail
