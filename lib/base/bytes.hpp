// Bytes and the spellings they take in text: hexadecimal and base64.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace anb::base {

using Bytes = std::vector<std::byte>;
using ByteView = std::span<const std::byte>;

/// The same memory seen as bytes; the view lives as long as `text` does.
ByteView as_bytes(std::string_view text);

/// The same memory seen as text; no check of its encoding is made.
std::string_view as_text(ByteView bytes);

Bytes to_bytes(std::string_view text);
std::string to_text(ByteView bytes);

/// Lower-case hexadecimal without separators.
std::string to_hex(ByteView bytes);

/// Reads hexadecimal in either case; colons and blanks between pairs are passed over.
/// @return nothing when anything else occurs or a digit is left over
std::optional<Bytes> from_hex(std::string_view text);

/// Base64 with the standard alphabet and padding, in one line (RFC 4648 §4).
std::string to_base64(ByteView bytes);

/// Base64 with the URL alphabet and without padding (RFC 7515 §2).
std::string to_base64url(ByteView bytes);

/// Reads standard base64, padded, in one line. Strict: white space, missing padding and
/// non-zero left-over bits give nothing (RFC 4648 §3.5).
std::optional<Bytes> from_base64(std::string_view text);

/// Base64 in lines of 76 characters, divided by LF (RFC 2045 §6.8 has CRLF).
std::string to_wrapped_base64(ByteView bytes);

/// Reads base64 with blanks, tabs and line breaks anywhere (xs:base64Binary); otherwise strict.
std::optional<Bytes> from_wrapped_base64(std::string_view text);

/// Reads base64url without padding. Strict as from_base64().
std::optional<Bytes> from_base64url(std::string_view text);

/// Spells bytes that arrive in pieces as base64url, holding back at most two bytes.
class Base64UrlEncoder {
public:
    /// Appends the text of all complete groups of three bytes to `out`.
    void update(ByteView bytes, std::string& out);
    /// Appends the text of what is left.
    void finish(std::string& out);

private:
    Bytes m_rest;
};

/// Reads base64url that arrives in pieces, holding back at most three characters.
class Base64UrlDecoder {
public:
    /// Appends the bytes of all complete groups of four characters to `out`.
    /// @return false when a character does not belong
    bool update(std::string_view text, Bytes& out);
    /// @return false when the rest is no valid end
    bool finish(Bytes& out);

private:
    std::string m_rest;
};

} // namespace anb::base
