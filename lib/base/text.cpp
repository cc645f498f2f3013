// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace anb::base {

namespace {

struct CodePoint {
    char32_t value;
    std::size_t length; ///< 0 when the bytes are no UTF-8
};

CodePoint decode_utf8(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto first = byte(0);
    if (first < 0x80) {
        return {first, 1};
    }
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    constexpr char32_t k_smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (first < 0xc2 || first > 0xf4 || text.size() < length) {
        return {first, 0};
    }
    char32_t value = first & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80) {
            return {first, 0};
        }
        value = value << 6 | (byte(i) & 0x3fU);
    }
    if (value < k_smallest[length] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
        return {first, 0};
    }
    return {value, length};
}

bool is_hidden(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x61c || c == 0x200e || c == 0x200f ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

} // namespace

bool is_utf8(std::string_view text)
{
    while (!text.empty()) {
        const auto point = decode_utf8(text);
        if (point.length == 0) {
            return false;
        }
        text.remove_prefix(point.length);
    }
    return true;
}

std::string printable(std::string_view text)
{
    std::string safe;
    const auto plain = [](char c) { return c >= 0x20 && c < 0x7f; };
    while (!text.empty()) {
        const auto end = std::ranges::find_if_not(text, plain);
        const auto count = static_cast<std::size_t>(end - text.begin());
        safe += text.substr(0, count);
        text.remove_prefix(count);
        if (text.empty()) {
            break;
        }
        const auto point = decode_utf8(text);
        if (point.length == 0) {
            safe += fmt::format("\\x{:02x}", static_cast<unsigned>(point.value));
        } else if (is_hidden(point.value)) {
            safe += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(point.value));
        } else {
            safe += text.substr(0, point.length);
        }
        text.remove_prefix(std::max<std::size_t>(point.length, 1));
    }
    return safe;
}

std::string printable(std::string_view text, std::size_t width)
{
    auto safe = printable(text);
    if (display_width(safe) <= width) {
        return safe;
    }
    std::size_t end = 0;
    for (std::size_t shown = 0; shown + 1 < width; ++shown) {
        end += decode_utf8(std::string_view(safe).substr(end)).length;
    }
    return safe.substr(0, end) + "…";
}

std::size_t display_width(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string_view trim(std::string_view text)
{
    constexpr std::string_view k_blank = " \t\r\n";
    const auto begin = text.find_first_not_of(k_blank);
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(k_blank) - begin + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

std::string join(std::span<const std::string> parts, std::string_view separator)
{
    std::string text;
    for (const auto& part : parts) {
        if (&part != parts.data()) {
            text += separator;
        }
        text += part;
    }
    return text;
}

std::string to_lower_ascii(std::string_view text)
{
    std::string lower(text);
    for (auto& c : lower) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return lower;
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates)
{
    std::optional<std::string> best;
    auto limit = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const auto& candidate : candidates) {
        std::vector<std::size_t> row(candidate.size() + 1);
        std::iota(row.begin(), row.end(), std::size_t(0));
        for (std::size_t i = 1; i <= word.size(); ++i) {
            auto diagonal = row[0];
            row[0] = i;
            for (std::size_t j = 1; j <= candidate.size(); ++j) {
                const auto replaced = diagonal + (word[i - 1] == candidate[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
            }
        }
        if (row.back() < limit) {
            limit = row.back();
            best = candidate;
        }
    }
    return best;
}

std::optional<std::string> canonical_uuid(std::string_view text)
{
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool hyphen_place = text.size() == 36 && (i == 8 || i == 13 || i == 18 || i == 23);
        if (hyphen_place) {
            if (c != '-') {
                return std::nullopt;
            }
        } else if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
            digits += c;
        } else {
            return std::nullopt;
        }
    }
    if (digits.size() != 32) {
        return std::nullopt;
    }
    digits = to_lower_ascii(digits);
    for (const std::size_t place : {8U, 13U, 18U, 23U}) {
        digits.insert(place, 1, '-');
    }
    return digits;
}

std::string percent_encode(std::string_view text)
{
    std::string encoded;
    for (const char c : text) {
        const bool unreserved = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                                (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
                                c == '~';
        if (unreserved) {
            encoded += c;
        } else {
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return encoded;
}

std::string collapse(std::string_view text)
{
    std::string result;
    bool blank = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            blank = !result.empty();
            continue;
        }
        if (blank) {
            result += ' ';
            blank = false;
        }
        result += c;
    }
    return result;
}

std::u32string to_code_points(std::string_view text)
{
    std::u32string points;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t size = lead < 0x80 ? 1U : lead < 0xE0 ? 2U : lead < 0xF0 ? 3U : 4U;
        char32_t point = size == 1 ? lead : lead & (0x7FU >> size);
        for (std::size_t k = 1; k < size && i + k < text.size(); ++k) {
            point = (point << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        }
        points += point;
        i += size;
    }
    return points;
}

std::string to_utf8(std::u32string_view points)
{
    std::string text;
    const auto tail = [&](char32_t point, unsigned shift) {
        text += static_cast<char>(0x80U | ((point >> shift) & 0x3FU));
    };
    for (const auto point : points) {
        if (point < 0x80) {
            text += static_cast<char>(point);
        } else if (point < 0x800) {
            text += static_cast<char>(0xC0U | (point >> 6U));
            tail(point, 0);
        } else if (point < 0x10000) {
            text += static_cast<char>(0xE0U | (point >> 12U));
            tail(point, 6);
            tail(point, 0);
        } else {
            text += static_cast<char>(0xF0U | (point >> 18U));
            tail(point, 12);
            tail(point, 6);
            tail(point, 0);
        }
    }
    return text;
}

} // namespace anb::base
