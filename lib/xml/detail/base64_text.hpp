// The lexical form of xs:base64Binary, checked as it streams.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace anb::xml::detail {

/// Source: XML Schema 1.0 part 2, §3.2.16 (second edition)
class Base64Text {
public:
    static constexpr std::size_t k_good = static_cast<std::size_t>(-1);

    /// @return the offset in `piece` of the first character that does not belong, or k_good
    std::size_t update(std::string_view piece);
    /// True when what was read is complete.
    bool finish() const { return m_count % 4 == 0; }

private:
    std::uint64_t m_count = 0; ///< characters but white space
    std::uint8_t m_last = 0;   ///< value of the last digit
    std::uint8_t m_padding = 0;
};

} // namespace anb::xml::detail
