// The lines in front of a MIME text and of its parts (RFC 2045, RFC 5322 §2.2).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "osci/detail/mime_window.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::osci::detail {

/// Throws Error{input} with the file and one more value.
[[noreturn]] void fail_mime(std::string code, const std::string& origin, std::string name,
                            std::string value);
/// ANB-O102
[[noreturn]] void fail_damaged(const std::string& origin, std::string reason);

struct MimeHeaders {
    std::vector<std::pair<std::string, std::string>> fields; ///< names in lower case
    bool crlf = true;                                        ///< how the first line ends

    /// Value of a field; empty when it is not there.
    std::string get(std::string_view name) const;
};

/// Reads lines up to and including the empty one; lines that go on in the next are put together.
/// @throws Error{input} ANB-O102 for a line that is none or a name that was there before, ANB-O103
MimeHeaders read_headers(MimeWindow& window, const std::string& origin);

/// Value of a parameter ("; boundary=…"), with or without quotes.
std::optional<std::string> parameter(std::string_view field, std::string_view name);

/// What stands in front of the parameters, in lower case.
std::string media_type(std::string_view field);

/// Passes over line ends.
void skip_line_ends(MimeWindow& window);

} // namespace anb::osci::detail
