// The MIME text of a message, in both directions as a stream (osci.md §4).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/source.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace anb::osci {

/// What stands in front of a part.
struct PartHead {
    std::string id;         ///< Content-ID without angle brackets
    std::string media_type; ///< Content-Type, parameters included
    std::string encoding;   ///< Content-Transfer-Encoding in lower case: "8bit", "base64" …
    /// Content-Length: bytes of the part. That of the envelope is not read: the reference library
    /// writes the same number in front of all of them.
    std::optional<std::uint64_t> length;

    bool is_base64() const { return encoding == "base64" || encoding == "7bit"; }
};

/// Takes a Multipart/Related text apart. The headers of the message stand in the text itself.
///
/// Everything throws Error{input}, each with the value file: ANB-O101 {reason} for what is no such
/// message at all, ANB-O102 {reason} for a damaged one – no end, a header that is none, a part
/// without Content-ID or with one that was there before, a Content-Length that is not right –,
/// ANB-O103 {limit} for headers of more than 16 KiB or more than 1,000 parts, ANB-O106 {charset}
/// for an envelope in another encoding than UTF-8.
class MimeReader {
public:
    /// Reads the headers of the message.
    /// @param origin  name used in messages
    MimeReader(base::Source source, std::string origin);
    MimeReader(MimeReader&&) noexcept;
    ~MimeReader();

    /// The next part; what was not read of the one before is passed over. Nothing after the last
    /// one, when the text has ended as it should.
    std::optional<PartHead> next();

    /// The next bytes of the part as they stand; 0 at its end. The line break in front of the
    /// boundary is none of them.
    std::size_t read(std::span<std::byte> buffer);
    /// read() as a source; good until next().
    base::Source source();

    /// Where the next byte of read() stands in the whole text, counted from 0.
    std::uint64_t offset() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Reads base64 in lines of any length.
/// @throws Error{input} ANB-O102 {reason} in the reading for other characters
base::Source decoded_base64(base::Source text, const std::string& origin);

/// Puts such a text together, with CRLF and a boundary of 24 random bytes.
class MimeWriter {
public:
    /// Writes the headers of the message.
    explicit MimeWriter(base::Sink sink);

    /// Begins a part. Headers are written in the order Content-Type, Content-Transfer-Encoding,
    /// Content-ID, Content-Length; empty ones not at all.
    void begin(const PartHead& head);
    void write(base::ByteView bytes);
    void write(std::string_view text) { write(base::as_bytes(text)); }
    /// Ends the text. Nothing may follow.
    void finish();

private:
    base::Sink m_sink;
    std::string m_boundary;
    bool m_in_part = false;
};

} // namespace anb::osci
