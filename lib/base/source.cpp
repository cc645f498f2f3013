// SPDX-License-Identifier: EUPL-1.2

#include "base/source.hpp"

#include "base/file.hpp"

#include <algorithm>
#include <memory>

namespace anb::base {

namespace {

constexpr std::size_t k_piece = std::size_t{64} * 1024;

} // namespace

Source source_of(ByteView bytes)
{
    return [bytes](std::span<std::byte> buffer) mutable {
        const auto count = std::min(buffer.size(), bytes.size());
        std::copy_n(bytes.begin(), count, buffer.begin());
        bytes = bytes.subspan(count);
        return count;
    };
}

Source source_of_file(const std::string& path)
{
    const auto reader = std::make_shared<FileReader>(path);
    return [reader](std::span<std::byte> buffer) { return reader->read(buffer); };
}

std::uint64_t copy(const Source& from, const Sink& to)
{
    Bytes piece(k_piece);
    std::uint64_t total = 0;
    while (const auto count = from(piece)) {
        to(std::span(piece).first(count));
        total += count;
    }
    return total;
}

std::optional<Bytes> read_all(const Source& from, std::uint64_t limit)
{
    Bytes all, piece(k_piece);
    while (const auto count = from(piece)) {
        if (count > limit - all.size()) {
            return std::nullopt;
        }
        all.insert(all.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(count));
    }
    return all;
}

} // namespace anb::base
