// SPDX-License-Identifier: EUPL-1.2

#include "pki/pem.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace anb::pki {

namespace {

constexpr std::string_view k_begin = "-----BEGIN ";
constexpr std::string_view k_end = "-----END ";
constexpr std::string_view k_dashes = "-----";
constexpr auto k_none = std::string_view::npos;

enum : std::uint8_t { k_space = 64, k_padding = 65, k_foreign = 66 };

constexpr std::array<std::uint8_t, 256> make_table()
{
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<std::uint8_t, 256> table{};
    table.fill(k_foreign);
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
    }
    for (const char c : {' ', '\t', '\r', '\n', '\f', '\v'}) {
        table[static_cast<unsigned char>(c)] = k_space;
    }
    table['='] = k_padding;
    return table;
}

constexpr auto k_table = make_table();

/// Cuts the lines "Name: value" and the blank line behind them (RFC 1421 §4.4).
std::string_view without_headers(std::string_view body)
{
    while (body.find(':') != k_none) {
        const auto line_end = body.find_first_of("\r\n", body.find(':'));
        if (line_end == k_none) {
            return body;
        }
        body.remove_prefix(line_end);
    }
    return body;
}

std::size_t count_lines(std::string_view text)
{
    std::size_t lines = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n")) {
            ++lines;
        }
    }
    return lines;
}

bool is_label(std::string_view label)
{
    constexpr std::size_t k_longest = 64;
    return !label.empty() && label.size() <= k_longest && label.find_first_of("\r\n") == k_none;
}

} // namespace

std::vector<PemBlock> read_pem(std::string_view text)
{
    std::vector<PemBlock> blocks;
    std::size_t counted = 0;
    std::size_t line = 1;
    for (auto at = text.find(k_begin); at != k_none;) {
        const auto label_begin = at + k_begin.size();
        const auto label_end = text.find(k_dashes, label_begin);
        if (label_end == k_none) {
            break;
        }
        PemBlock block;
        block.label = text.substr(label_begin, label_end - label_begin);
        if (!is_label(block.label)) {
            at = text.find(k_begin, label_begin);
            continue;
        }
        line += count_lines(text.substr(counted, at - counted));
        counted = at;
        block.line = line;
        const auto body_begin = label_end + k_dashes.size();
        const auto body_end = std::min(text.find(k_dashes, body_begin), text.size());
        block.body = text.substr(body_begin, body_end - body_begin);
        const auto rest = text.substr(body_end);
        if (!rest.starts_with(k_end)) {
            block.damage = "no_end";
        } else if (!rest.substr(k_end.size()).starts_with(block.label) ||
                   !rest.substr(k_end.size() + block.label.size()).starts_with(k_dashes)) {
            block.damage = "other_label";
        }
        blocks.push_back(block);
        at = text.find(k_begin, body_end);
    }
    return blocks;
}

std::optional<base::Bytes> decode_pem(std::string_view body)
{
    body = without_headers(body);
    base::Bytes bytes;
    bytes.reserve(body.size() / 4 * 3 + 3);
    std::uint32_t bits = 0;
    std::size_t digits = 0, padding = 0;
    for (const char c : body) {
        const auto value = k_table[static_cast<unsigned char>(c)];
        if (value < k_space) {
            if (padding > 0) {
                return std::nullopt;
            }
            bits = bits << 6U | value;
            if (++digits % 4 == 0) {
                bytes.push_back(static_cast<std::byte>(bits >> 16U & 0xffU));
                bytes.push_back(static_cast<std::byte>(bits >> 8U & 0xffU));
                bytes.push_back(static_cast<std::byte>(bits & 0xffU));
            }
        } else if (value == k_padding) {
            ++padding;
        } else if (value == k_foreign) {
            return std::nullopt;
        }
    }
    const auto left = digits % 4;
    if (left == 1 || digits == 0 || (padding > 0 && left + padding != 4)) {
        return std::nullopt;
    }
    if (left >= 2) {
        bytes.push_back(static_cast<std::byte>(bits >> (left == 2 ? 4U : 10U) & 0xffU));
    }
    if (left == 3) {
        bytes.push_back(static_cast<std::byte>(bits >> 2U & 0xffU));
    }
    return bytes;
}

std::vector<std::string_view> departures(std::string_view text, const std::vector<PemBlock>& blocks)
{
    std::vector<std::string_view> found;
    if (text.find('\n') == k_none && text.find('\r') != k_none) {
        found.emplace_back("cr_only");
    }
    const auto indented = [&](const PemBlock& block) {
        const auto begin =
            static_cast<std::size_t>(block.label.data() - text.data()) - k_begin.size();
        return begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t');
    };
    const auto glued = [&](const PemBlock& block) {
        const auto begin =
            static_cast<std::size_t>(block.label.data() - text.data()) - k_begin.size();
        return begin > 0 && text[begin - 1] == '-';
    };
    const auto gapped = [](const PemBlock& block) {
        const auto body = base::trim(block.body);
        return body.find(':') == k_none &&
               (body.find("\n\n") != k_none || body.find("\n\r\n") != k_none);
    };
    if (std::ranges::any_of(blocks, indented)) {
        found.emplace_back("blanks_before_begin");
    }
    if (std::ranges::any_of(blocks, gapped)) {
        found.emplace_back("blank_lines");
    }
    if (std::ranges::any_of(blocks, glued)) {
        found.emplace_back("no_line_break");
    }
    return found;
}

std::optional<std::string> from_utf16(base::ByteView bytes)
{
    if (bytes.size() < 2 || bytes.size() % 2 != 0) {
        return std::nullopt;
    }
    const auto text = base::as_text(bytes);
    const bool marked = text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
    constexpr std::string_view k_big{"\0-", 2}, k_little{"-\0", 2};
    if (!marked && !text.starts_with(k_big) && !text.starts_with(k_little)) {
        return std::nullopt;
    }
    const bool big_endian = marked ? text.front() == '\xfe' : text.starts_with(k_big);
    std::string ascii;
    ascii.reserve(bytes.size() / 2);
    for (std::size_t i = marked ? 2 : 0; i + 1 < bytes.size(); i += 2) {
        const auto high = text[i + (big_endian ? 0 : 1)];
        const auto low = text[i + (big_endian ? 1 : 0)];
        ascii += high == '\0' && static_cast<unsigned char>(low) < 0x80 ? low : '?';
    }
    return ascii;
}

} // namespace anb::pki
