// What files wrap their DER in, for files that may hold secrets; and the heads of DER elements, to
// tell formats apart by content.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/secret.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::pki::detail {

/// The bytes without a UTF-8 byte order mark; UTF-16 with one becomes UTF-8 (certificates.md §6).
base::SecretBytes to_plain_text(base::ByteView bytes);

/// decode_pem() into memory that is wiped.
std::optional<base::SecretBytes> decode_base64(std::string_view body);

/// The head of one BER element at the front of some bytes.
struct Element {
    int tag = -1;         ///< number within its class
    bool context = false; ///< context-specific class
    bool constructed = false;
    base::ByteView content; ///< as far as the bytes reach
    base::ByteView rest; ///< what follows the element; of an element of indefinite length, nothing
};

/// @return nothing when the front is no element's head; lengths beyond the end are cut to it
std::optional<Element> first_element(base::ByteView bytes);

/// The tags of the first children, at most `limit`; context-specific ones as 1000 + number.
std::vector<int> child_tags(base::ByteView content, std::size_t limit);

inline constexpr int k_context = 1000;

} // namespace anb::pki::detail
