// Opens one encrypted part: decrypts and hashes it in one pass.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"
#include "jose/jwe.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anb::testantrag::detail {

struct Opened {
    std::string sha512; ///< over the plaintext
    std::uint64_t size = 0;
    std::string fault; ///< code and place of what is not well-formed; empty when nothing is
};

/// The fifth segment of a compact form; empty when there are not five.
std::string tag_of(std::string_view compact);
std::string tag_of_file(const base::fs::path& file);

/// Decrypts a text of at most 32 MiB. @return nothing when it does not decrypt
std::optional<std::string> open_text(std::string_view compact, const jose::KeyLookup& keys,
                                     const std::string& origin);

/// Decrypts into a file that appears only when the tag fits; data is checked to be well-formed XML
/// or JSON on the way.
/// @return nothing when it does not decrypt
std::optional<Opened> open_into(std::string_view compact, const jose::KeyLookup& keys,
                                const std::string& origin, const base::fs::path& target,
                                bool is_xml);

/// The same for an attachment, whose content is not looked at.
std::optional<Opened> open_into(const base::fs::path& compact, const jose::KeyLookup& keys,
                                const std::string& origin, const base::fs::path& target);

} // namespace anb::testantrag::detail
