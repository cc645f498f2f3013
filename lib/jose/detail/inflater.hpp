// Raw deflate data (RFC 1951) that arrives in pieces, with a bound for what it may become.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

#include <cstdint>
#include <memory>

namespace anb::jose::detail {

class Inflater {
public:
    explicit Inflater(std::uint64_t max_output);
    Inflater(Inflater&&) noexcept;
    ~Inflater();

    enum class Result { good, damaged, too_large };

    /// Appends what `bytes` inflate to. After another result than good nothing more is appended.
    Result update(base::ByteView bytes, base::Bytes& out);
    /// True when the data came to its end and nothing followed.
    bool complete() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace anb::jose::detail
