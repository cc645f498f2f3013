// The directory at the end of a ZIP, read before libarchive reads it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace anb::archive::detail {

/// The number of entries of a plain ZIP: its directory stands right before its end record and is
/// the one that libarchive's reader of directories goes by; every entry is stored or deflated, as
/// its own header says, too. @return nothing for another
std::optional<std::size_t> plain_zip_entries(std::string_view zip);

} // namespace anb::archive::detail
