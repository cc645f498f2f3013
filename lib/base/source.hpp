// Bytes that come or go in pieces.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace anb::base {

/// Fills `buffer` from the front and returns the number of bytes, 0 at the end.
using Source = std::function<std::size_t(std::span<std::byte> buffer)>;

/// Takes the next bytes.
using Sink = std::function<void(ByteView piece)>;

/// The bytes of a view, which must outlive the source.
Source source_of(ByteView bytes);

/// The bytes of a file or, for "-", of standard input. @throws as FileReader
Source source_of_file(const std::string& path);

/// Hands everything that a source has to a sink. @return how many bytes
std::uint64_t copy(const Source& from, const Sink& to);

/// Everything that a source has, at most `limit` bytes; nothing when there are more.
std::optional<Bytes> read_all(const Source& from, std::uint64_t limit);

} // namespace anb::base
