// SPDX-License-Identifier: EUPL-1.2

#include "jose/detail/inflater.hpp"

#include "base/error.hpp"

#include <zlib.h>

#include <array>
#include <limits>

namespace anb::jose::detail {

namespace {

constexpr int k_raw_window = -15;
constexpr std::size_t k_block = 64 * 1024;

} // namespace

struct Inflater::State {
    explicit State(std::uint64_t max_output) : left(max_output)
    {
        if (inflateInit2(&stream, k_raw_window) != Z_OK) {
            base::fail_internal("inflateInit2");
        }
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { inflateEnd(&stream); }

    z_stream stream{};
    std::uint64_t left;
    bool ended = false;
    Result result = Result::good;
    std::array<std::byte, k_block> block{};
};

Inflater::Inflater(std::uint64_t max_output) : m_state(std::make_unique<State>(max_output)) {}
Inflater::Inflater(Inflater&&) noexcept = default;
Inflater::~Inflater() = default;

Inflater::Result Inflater::update(base::ByteView bytes, base::Bytes& out)
{
    auto& state = *m_state;
    auto& stream = state.stream;
    while (state.result == Result::good && !bytes.empty()) {
        if (state.ended) {
            return state.result = Result::damaged;
        }
        const auto piece = bytes.first(std::min(bytes.size(), k_block));
        bytes = bytes.subspan(piece.size());
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(piece.data()));
        stream.avail_in = static_cast<uInt>(piece.size());
        do {
            stream.next_out = reinterpret_cast<Bytef*>(state.block.data());
            stream.avail_out = static_cast<uInt>(k_block);
            const auto code = inflate(&stream, Z_NO_FLUSH);
            if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
                return state.result = Result::damaged;
            }
            const auto made = k_block - stream.avail_out;
            if (made > state.left) {
                return state.result = Result::too_large;
            }
            state.left -= made;
            out.insert(out.end(), state.block.begin(),
                       state.block.begin() + static_cast<std::ptrdiff_t>(made));
            state.ended = code == Z_STREAM_END;
        } while (!state.ended && (stream.avail_in > 0 || stream.avail_out == 0));
        if (stream.avail_in > 0) {
            return state.result = Result::damaged;
        }
    }
    return state.result;
}

bool Inflater::complete() const
{
    return m_state->result == Result::good && m_state->ended;
}

} // namespace anb::jose::detail
