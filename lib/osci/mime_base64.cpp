// SPDX-License-Identifier: EUPL-1.2

#include "osci/detail/mime_headers.hpp"
#include "osci/mime.hpp"

#include <algorithm>
#include <string_view>

namespace anb::osci {

namespace {

/// Base64 in lines, read piece by piece.
class Base64Lines {
public:
    Base64Lines(base::Source text, std::string origin)
        : m_text(std::move(text)), m_origin(std::move(origin)), m_piece(k_piece)
    {
    }

    std::size_t read(std::span<std::byte> buffer)
    {
        while (m_taken == m_bytes.size()) {
            if (!decode_more()) {
                return 0;
            }
        }
        const auto from = std::span(m_bytes).subspan(m_taken);
        const auto count = std::min(from.size(), buffer.size());
        std::copy_n(from.begin(), count, buffer.begin());
        m_taken += count;
        return count;
    }

private:
    static constexpr std::size_t k_piece = std::size_t{64} * 1024;

    bool decode_more()
    {
        const auto count = m_text(m_piece);
        for (const char c : base::as_text(std::span(m_piece).first(count))) {
            if (c != '\r' && c != '\n' && c != ' ' && c != '\t') {
                m_rest += c;
            }
        }
        const auto whole = m_rest.size() / 4 * 4;
        auto bytes = base::from_base64(std::string_view(m_rest).substr(0, whole));
        if (!bytes || (m_padded && !m_rest.empty()) || (count == 0 && whole != m_rest.size())) {
            detail::fail_damaged(m_origin, "bad_base64");
        }
        m_padded = m_padded || (whole > 0 && m_rest[whole - 1] == '=');
        m_rest.erase(0, whole);
        m_bytes = std::move(*bytes);
        m_taken = 0;
        return count > 0;
    }

    base::Source m_text;
    std::string m_origin;
    base::Bytes m_piece, m_bytes;
    std::size_t m_taken = 0;
    std::string m_rest; ///< characters of a group that is not complete
    bool m_padded = false;
};

} // namespace

base::Source decoded_base64(base::Source text, const std::string& origin)
{
    return [decoder = std::make_shared<Base64Lines>(std::move(text), origin)](
               std::span<std::byte> buffer) { return decoder->read(buffer); };
}

} // namespace anb::osci
