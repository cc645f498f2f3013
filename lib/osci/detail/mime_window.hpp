// A window that moves over a text that arrives in pieces.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/source.hpp"

#include <cstdint>
#include <string_view>

namespace anb::osci::detail {

class MimeWindow {
public:
    explicit MimeWindow(base::Source source) : m_source(std::move(source)) {}

    /// Reads on until at least `count` bytes are in sight or the text ends.
    /// @return whether they are
    bool want(std::size_t count);

    /// What is in sight; good until want().
    std::string_view text() const
    {
        return base::as_text(m_bytes).substr(m_begin, m_end - m_begin);
    }
    /// Moves on by bytes that are in sight.
    void skip(std::size_t count);
    /// Hands over bytes that are in sight and moves on.
    void take(std::span<std::byte> buffer);

    /// Where text() begins in the whole text.
    std::uint64_t offset() const { return m_offset; }

private:
    base::Source m_source;
    base::Bytes m_bytes;
    std::size_t m_begin = 0, m_end = 0;
    std::uint64_t m_offset = 0;
    bool m_source_ended = false;
};

} // namespace anb::osci::detail
