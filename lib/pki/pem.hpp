// PEM text as it occurs (certificates.md §6): blocks with what is odd about them, and base64.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::pki {

/// One block of a PEM text; views into that text.
struct PemBlock {
    std::string_view label; ///< "CERTIFICATE"
    std::string_view body;  ///< what stands between the lines BEGIN and END
    std::size_t line = 0;   ///< of BEGIN, from 1
    /// Stable English word for what is wrong: "no_end", "other_label"; empty for a whole block.
    std::string_view damage{};
};

/// Every block in order; text around them is passed over. A block without END ends at the next
/// BEGIN.
std::vector<PemBlock> read_pem(std::string_view text);

/// Decodes a block's body or bare base64; header lines ("Proc-Type: …"), blanks and line ends of
/// any kind are passed over, padding may be missing.
/// @return nothing when anything else occurs, or nothing is there
std::optional<base::Bytes> decode_pem(std::string_view body);

/// How the text departs from RFC 7468, as stable English words in the order of their weight:
/// "cr_only", "blanks_before_begin", "blank_lines", "no_line_break"; empty when it does
/// not. A byte order mark of UTF-8 is no departure.
std::vector<std::string_view> departures(std::string_view text,
                                         const std::vector<PemBlock>& blocks);

/// UTF-16 of either order, with a byte order mark or recognised by a dash at its front, as ASCII:
/// other code units become "?", which belongs to no block.
/// @return nothing when the bytes are no UTF-16
std::optional<std::string> from_utf16(base::ByteView bytes);

} // namespace anb::pki
