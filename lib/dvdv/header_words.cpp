// SPDX-License-Identifier: EUPL-1.2

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "dvdv/directory.hpp"

#include <optional>

namespace anb::dvdv {

namespace {

std::optional<unsigned> hex_digit(char c)
{
    if (c >= '0' && c <= '9') {
        return static_cast<unsigned>(c - '0');
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? std::optional(static_cast<unsigned>(lower - 'a' + 10))
                                        : std::nullopt;
}

std::optional<std::string> decode_q(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '_') {
            out += ' ';
        } else if (text[i] != '=') {
            out += text[i];
        } else {
            const auto high = i + 2 < text.size() ? hex_digit(text[i + 1]) : std::nullopt;
            const auto low = i + 2 < text.size() ? hex_digit(text[i + 2]) : std::nullopt;
            if (!high || !low) {
                return std::nullopt;
            }
            out += static_cast<char>(*high << 4U | *low);
            i += 2;
        }
    }
    return out;
}

std::optional<std::string> decode_b(std::string_view text)
{
    std::string padded(text);
    padded.resize((padded.size() + 3) / 4 * 4, '=');
    const auto bytes = base::from_base64(padded);
    return bytes ? std::optional(base::to_text(*bytes)) : std::nullopt;
}

std::optional<std::string> to_utf8(const std::string& bytes, std::string_view charset)
{
    const auto name = base::to_lower_ascii(charset.substr(0, charset.find('*')));
    if (name == "utf-8" || name == "us-ascii") {
        return bytes;
    }
    if (name != "iso-8859-1" && name != "latin1") {
        return std::nullopt;
    }
    std::u32string points;
    for (const char c : bytes) {
        points += static_cast<char32_t>(static_cast<unsigned char>(c));
    }
    return base::to_utf8(points);
}

struct Word {
    std::string text;
    std::size_t end; ///< behind its last character
};

/// The encoded word at `from`: "=?charset?encoding?text?=".
std::optional<Word> word_at(std::string_view text, std::size_t from)
{
    const auto charset_end = text.find('?', from + 2);
    if (charset_end == std::string_view::npos || charset_end + 2 >= text.size() ||
        text[charset_end + 2] != '?') {
        return std::nullopt;
    }
    const auto begin = charset_end + 3;
    const auto end = text.find("?=", begin);
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const auto body = text.substr(begin, end - begin);
    const char encoding = static_cast<char>(text[charset_end + 1] | 0x20);
    const auto bytes = encoding == 'q'   ? decode_q(body)
                       : encoding == 'b' ? decode_b(body)
                                         : std::nullopt;
    const auto decoded =
        bytes ? to_utf8(*bytes, text.substr(from + 2, charset_end - from - 2)) : std::nullopt;
    return decoded ? std::optional(Word{*decoded, end + 2}) : std::nullopt;
}

} // namespace

std::string decode_header_words(std::string_view text)
{
    std::string out;
    std::size_t at = 0;
    bool after_word = false;
    while (at < text.size()) {
        const auto next = text.find("=?", at);
        const auto word = next == std::string_view::npos ? std::nullopt : word_at(text, next);
        const auto plain_end = word                             ? next
                               : next == std::string_view::npos ? text.size()
                                                                : next + 2;
        const auto plain = text.substr(at, plain_end - at);
        // RFC 2047 §6.2: white space between two encoded words is not shown.
        if (!(word && after_word && base::trim(plain).empty())) {
            out += plain;
        }
        if (word) {
            out += word->text;
        }
        at = word ? word->end : plain_end;
        after_word = word.has_value();
    }
    return out;
}

} // namespace anb::dvdv
