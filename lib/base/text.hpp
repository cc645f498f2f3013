// Text: UTF-8, what may be shown, and the small helpers that options and messages need.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace anb::base {

/// True when `text` is well-formed UTF-8 (RFC 3629): no overlong forms, no surrogates.
bool is_utf8(std::string_view text);

/// Makes foreign text safe to show in one line: C0 and C1 controls, line breaks, bidirectional
/// controls (U+061C, U+200E, U+200F, U+202A–202E, U+2066–2069) and broken UTF-8 become \u{…}
/// escapes.
std::string printable(std::string_view text);

/// printable(), shortened in the middle of nothing: at most `width` characters, an ellipsis last.
std::string printable(std::string_view text, std::size_t width);

/// Number of code points in well-formed UTF-8; what terminals show for our texts.
std::size_t display_width(std::string_view text);

std::string_view trim(std::string_view text);

/// Trims, and makes one blank of each run of blanks, tabs and line breaks (xs:token).
std::string collapse(std::string_view text);

/// Code points of well-formed UTF-8, and back.
std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view points);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(std::span<const std::string> parts, std::string_view separator);
std::string to_lower_ascii(std::string_view text);

/// The candidate with the fewest edits, if it is near enough to be a typing error.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// Lower-case canonical form of a UUID in any case, with or without hyphens; else nothing.
std::optional<std::string> canonical_uuid(std::string_view text);

/// Percent-encodes everything but the unreserved characters of RFC 3986 §2.3.
std::string percent_encode(std::string_view text);

} // namespace anb::base
