// Secrets: memory that is wiped, locked where the system allows, and cannot be printed.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string_view>

namespace anb::base {

/// Bytes that are cleared on destruction. Move-only, always on the heap, pages locked against
/// swapping where the system allows (they stay locked: a neighbour may share the page). The only
/// way in is reveal().
class SecretBytes {
public:
    SecretBytes() = default;
    /// Copies `bytes`; wiping the original is the caller's business.
    explicit SecretBytes(ByteView bytes);
    /// `size` zero bytes, to be filled through reveal_writable().
    static SecretBytes zeroed(std::size_t size);

    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes();

    ByteView reveal() const { return {m_data, m_size}; }
    std::span<std::byte> reveal_writable() { return {m_data, m_size}; }
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    SecretBytes copy() const { return SecretBytes(reveal()); }

private:
    void release() noexcept;

    std::byte* m_data = nullptr;
    std::size_t m_size = 0;
};

/// Text that is cleared on destruction; see SecretBytes.
class SecretString {
public:
    SecretString() = default;
    explicit SecretString(std::string_view text) : m_bytes(as_bytes(text)) {}

    std::string_view reveal() const { return as_text(m_bytes.reveal()); }
    std::size_t size() const { return m_bytes.size(); }
    bool empty() const { return m_bytes.empty(); }
    SecretString copy() const { return SecretString(reveal()); }

private:
    SecretBytes m_bytes;
};

/// The text of a secret file: one trailing line break, LF or CRLF, is cut and nothing else.
SecretString without_line_break(const SecretBytes& bytes);

/// Overwrites memory in a way that the compiler keeps.
void wipe(void* data, std::size_t size) noexcept;

/// Overwrites and empties a container that held a secret on its way.
void wipe(std::string& text) noexcept;
void wipe(Bytes& bytes) noexcept;

} // namespace anb::base

template <>
struct fmt::formatter<anb::base::SecretBytes> {
    formatter() = delete;
};

template <>
struct fmt::formatter<anb::base::SecretString> {
    formatter() = delete;
};
