// SPDX-License-Identifier: EUPL-1.2

#include "base/bytes.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace anb::base {

namespace {

constexpr std::string_view k_standard =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view k_url =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t k_foreign = 0xff;
constexpr std::uint32_t k_foreign_bit = 0x80; ///< set in k_foreign, in no value

constexpr std::array<std::uint8_t, 256> reverse(std::string_view alphabet)
{
    std::array<std::uint8_t, 256> table{};
    table.fill(k_foreign);
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
    }
    return table;
}

constexpr auto k_standard_values = reverse(k_standard);
constexpr auto k_url_values = reverse(k_url);

/// The two characters for every twelve bits.
using Pairs = std::array<std::array<char, 2>, 4096>;

constexpr Pairs pairs(std::string_view alphabet)
{
    Pairs table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i] = {alphabet[i >> 6], alphabet[i & 63]};
    }
    return table;
}

constexpr auto k_standard_pairs = pairs(k_standard);
constexpr auto k_url_pairs = pairs(k_url);

void encode(ByteView bytes, const Pairs& pairs, std::string& out)
{
    const auto before = out.size();
    const auto left = bytes.size() % 3;
    out.resize(before + bytes.size() / 3 * 4 + (left == 0 ? 0 : left + 1));
    auto* to = out.data() + before;
    const auto* from = reinterpret_cast<const unsigned char*>(bytes.data());
    for (const auto* const end = from + (bytes.size() - left); from != end; from += 3, to += 4) {
        const auto group = std::uint32_t(from[0]) << 16 | std::uint32_t(from[1]) << 8 | from[2];
        std::memcpy(to, pairs[group >> 12].data(), 2);
        std::memcpy(to + 2, pairs[group & 4095].data(), 2);
    }
    if (left == 1) {
        std::memcpy(to, pairs[std::size_t(from[0]) << 4].data(), 2);
    }
    if (left == 2) {
        const auto group = std::uint32_t(from[0]) << 16 | std::uint32_t(from[1]) << 8;
        std::memcpy(to, pairs[group >> 12].data(), 2);
        to[2] = pairs[group & 4095][0];
    }
}

bool decode(std::string_view text, const std::array<std::uint8_t, 256>& values, Bytes& out)
{
    const auto whole = text.size() / 4 * 4;
    const auto rest = text.size() - whole;
    if (rest == 1) {
        return false;
    }
    const auto value = [&](std::size_t i) -> std::uint32_t {
        return values[static_cast<unsigned char>(text[i])];
    };
    const auto before = out.size();
    out.resize(before + whole / 4 * 3);
    auto* to = out.data() + before;
    const auto* const table = values.data();
    const auto* from = reinterpret_cast<const unsigned char*>(text.data());
    std::uint32_t seen = 0;
    for (const auto* const end = from + whole; from != end; from += 4, to += 3) {
        const std::uint32_t a = table[from[0]], b = table[from[1]], c = table[from[2]],
                            d = table[from[3]];
        seen |= a | b | c | d;
        const auto group = a << 18 | b << 12 | c << 6 | d;
        to[0] = static_cast<std::byte>(group >> 16 & 255);
        to[1] = static_cast<std::byte>(group >> 8 & 255);
        to[2] = static_cast<std::byte>(group & 255);
    }
    if ((seen & k_foreign_bit) != 0) {
        return false;
    }
    if (rest == 0) {
        return true;
    }
    const auto a = value(whole), b = value(whole + 1);
    if (a == k_foreign || b == k_foreign) {
        return false;
    }
    out.push_back(static_cast<std::byte>(a << 2 | b >> 4));
    if (rest == 2) {
        return (b & 15) == 0;
    }
    const auto c = value(whole + 2);
    if (c == k_foreign || (c & 3) != 0) {
        return false;
    }
    out.push_back(static_cast<std::byte>((b & 15) << 4 | c >> 2));
    return true;
}

int hex_value(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

ByteView as_bytes(std::string_view text)
{
    return std::as_bytes(std::span(text.data(), text.size()));
}

std::string_view as_text(ByteView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Bytes to_bytes(std::string_view text)
{
    const auto view = as_bytes(text);
    return {view.begin(), view.end()};
}

std::string to_text(ByteView bytes)
{
    return std::string(as_text(bytes));
}

std::string to_hex(ByteView bytes)
{
    constexpr std::string_view k_digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text += k_digits[std::to_integer<unsigned>(byte) >> 4];
        text += k_digits[std::to_integer<unsigned>(byte) & 15];
    }
    return text;
}

std::optional<Bytes> from_hex(std::string_view text)
{
    Bytes bytes;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == ':' || text[i] == ' ') {
            ++i;
            continue;
        }
        if (i + 1 == text.size() || hex_value(text[i]) < 0 || hex_value(text[i + 1]) < 0) {
            return std::nullopt;
        }
        bytes.push_back(static_cast<std::byte>(hex_value(text[i]) * 16 + hex_value(text[i + 1])));
        i += 2;
    }
    return bytes;
}

std::string to_base64(ByteView bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    encode(bytes, k_standard_pairs, text);
    text.append((4 - text.size() % 4) % 4, '=');
    return text;
}

std::string to_base64url(ByteView bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    encode(bytes, k_url_pairs, text);
    return text;
}

std::optional<Bytes> from_base64(std::string_view text)
{
    if (text.size() % 4 != 0) {
        return std::nullopt;
    }
    for (int padding = 0; padding < 2 && text.ends_with('='); ++padding) {
        text.remove_suffix(1);
    }
    Bytes bytes;
    return decode(text, k_standard_values, bytes) ? std::optional(std::move(bytes)) : std::nullopt;
}

std::string to_wrapped_base64(ByteView bytes)
{
    constexpr std::size_t line = 57; // bytes that make 76 characters
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4 + bytes.size() / line + 1);
    while (bytes.size() > line) {
        encode(bytes.first(line), k_standard_pairs, text);
        text += '\n';
        bytes = bytes.subspan(line);
    }
    return text + to_base64(bytes);
}

std::optional<Bytes> from_wrapped_base64(std::string_view text)
{
    std::string joined;
    joined.reserve(text.size());
    for (const char each : text) {
        if (each != ' ' && each != '\t' && each != '\n' && each != '\r') {
            joined += each;
        }
    }
    return from_base64(joined);
}

std::optional<Bytes> from_base64url(std::string_view text)
{
    Bytes bytes;
    return decode(text, k_url_values, bytes) ? std::optional(std::move(bytes)) : std::nullopt;
}

void Base64UrlEncoder::update(ByteView bytes, std::string& out)
{
    while (!m_rest.empty() && m_rest.size() < 3 && !bytes.empty()) {
        m_rest.push_back(bytes.front());
        bytes = bytes.subspan(1);
    }
    if (m_rest.size() == 3) {
        encode(m_rest, k_url_pairs, out);
        m_rest.clear();
    }
    const auto whole = bytes.size() / 3 * 3;
    if (m_rest.empty()) {
        encode(bytes.first(whole), k_url_pairs, out);
        const auto left = bytes.subspan(whole);
        m_rest.assign(left.begin(), left.end());
    }
}

void Base64UrlEncoder::finish(std::string& out)
{
    encode(m_rest, k_url_pairs, out);
    m_rest.clear();
}

bool Base64UrlDecoder::update(std::string_view text, Bytes& out)
{
    while (!m_rest.empty() && m_rest.size() < 4 && !text.empty()) {
        m_rest += text.front();
        text.remove_prefix(1);
    }
    if (m_rest.size() == 4) {
        if (!decode(m_rest, k_url_values, out)) {
            return false;
        }
        m_rest.clear();
    }
    if (!m_rest.empty()) {
        return true;
    }
    const auto whole = text.size() / 4 * 4;
    m_rest = text.substr(whole);
    return decode(text.substr(0, whole), k_url_values, out);
}

bool Base64UrlDecoder::finish(Bytes& out)
{
    const auto good = decode(m_rest, k_url_values, out);
    m_rest.clear();
    return good;
}

} // namespace anb::base
