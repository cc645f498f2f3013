// Bytes that are kept until it is known whether they may be passed on.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

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

private:
    void open();

    std::size_t m_bound;
    Bytes m_memory;
    int m_descriptor = -1;
};

} // namespace anb::base
