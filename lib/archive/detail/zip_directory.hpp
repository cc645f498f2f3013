// The directory at the end of a ZIP, read before libarchive reads it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace anb::archive::detail {

/// Its directory stands right before its end record and is the one that libarchive's reader of
/// directories goes by; every entry is stored or deflated, as its own header says, too.
bool is_plain_zip(std::string_view zip);

} // namespace anb::archive::detail
