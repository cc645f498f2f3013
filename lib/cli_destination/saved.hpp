// Addressing information that somebody exported from the Self-Service-Portal.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace anb::cli_destination {

struct SavedAddressing {
    std::string text;    ///< compact, without blanks
    bool broken = false; ///< it was broken into several lines
};

/// Takes white space out of what was pasted.
SavedAddressing pasted_addressing(const std::string& text);

/// The same from a file or, as "-", from standard input. @throws as base::read_file()
SavedAddressing read_addressing(const std::string& file);

} // namespace anb::cli_destination
