// Bytes that are kept until it is known whether they may be passed on.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/source.hpp"

#include <cstdint>
#include <functional>

namespace anb::base {

/// Held in memory up to a bound, beyond it in a file without a name that only this process can
/// open and that is gone with it.
class Spool {
public:
    explicit Spool(std::size_t in_memory = std::size_t{8} * 1024 * 1024) : m_bound(in_memory) {}
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;
    ~Spool();

    /// @throws Error{io} ANB-G206 when the disk is full or no folder for temporary files is there
    void write(ByteView bytes);
    /// Everything that was written, in order, as often as wanted.
    void read(const std::function<void(ByteView)>& take) const;

    /// Bytes that were written.
    std::uint64_t size() const { return m_memory.size() + m_in_file; }
    /// Bytes from `offset` on, `size` of them or what is there; good as long as the spool. Several
    /// may be read at once, each from its own place.
    Source source(std::uint64_t offset, std::uint64_t size) const;

private:
    void open();
    std::size_t read_at(std::uint64_t offset, std::span<std::byte> buffer) const;

    std::size_t m_bound;
    Bytes m_memory;
    std::uint64_t m_in_file = 0;
    int m_descriptor = -1;
};

} // namespace anb::base
