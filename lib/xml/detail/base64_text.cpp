// SPDX-License-Identifier: EUPL-1.2

#include "xml/detail/base64_text.hpp"

#include <array>

namespace anb::xml::detail {

namespace {

constexpr std::uint8_t k_space = 64, k_equals = 65, k_bad = 66;

constexpr std::array<std::uint8_t, 256> make_table()
{
    std::array<std::uint8_t, 256> table{};
    table.fill(k_bad);
    constexpr std::string_view k_digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < k_digits.size(); ++i) {
        table[static_cast<unsigned char>(k_digits[i])] = static_cast<std::uint8_t>(i);
    }
    for (const char space : {' ', '\t', '\n', '\r'}) {
        table[static_cast<unsigned char>(space)] = k_space;
    }
    table['='] = k_equals;
    return table;
}

constexpr auto k_table = make_table();

} // namespace

std::size_t Base64Text::update(std::string_view piece)
{
    for (std::size_t i = 0; i < piece.size(); ++i) {
        const auto digit = k_table[static_cast<unsigned char>(piece[i])];
        if (digit < k_space && m_padding == 0) {
            m_last = digit;
            ++m_count;
        } else if (digit == k_equals) {
            const auto at = m_count % 4;
            const bool fits = m_padding == 0 ? (at == 2 && (m_last & 0x0F) == 0) ||
                                                   (at == 3 && (m_last & 0x03) == 0)
                                             : m_padding == 1 && at == 3 && (m_last & 0x0F) == 0;
            if (!fits) {
                return i;
            }
            ++m_padding;
            ++m_count;
            if (at == 3) {
                m_padding = 2;
            }
        } else if (digit != k_space) {
            return i;
        }
    }
    return k_good;
}

} // namespace anb::xml::detail
