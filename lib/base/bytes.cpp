// SPDX-License-Identifier: EUPL-1.2

#include "base/bytes.hpp"

#include <array>
#include <cstdint>

namespace anb::base {

namespace {

constexpr std::string_view k_standard =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view k_url =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t k_foreign = 0xff;

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

void encode(ByteView bytes, std::string_view alphabet, std::string& out)
{
    const auto at = [&](std::size_t i) { return std::to_integer<std::uint32_t>(bytes[i]); };
    std::size_t i = 0;
    for (; i + 3 <= bytes.size(); i += 3) {
        const auto group = at(i) << 16 | at(i + 1) << 8 | at(i + 2);
        const char four[] = {alphabet[group >> 18], alphabet[group >> 12 & 63],
                             alphabet[group >> 6 & 63], alphabet[group & 63]};
        out.append(four, 4);
    }
    const auto left = bytes.size() - i;
    if (left == 1) {
        out += alphabet[at(i) >> 2];
        out += alphabet[(at(i) & 3) << 4];
    }
    if (left == 2) {
        out += alphabet[at(i) >> 2];
        out += alphabet[(at(i) & 3) << 4 | at(i + 1) >> 4];
        out += alphabet[(at(i + 1) & 15) << 2];
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
    out.reserve(out.size() + text.size() / 4 * 3 + 2);
    for (std::size_t i = 0; i < whole; i += 4) {
        const auto a = value(i), b = value(i + 1), c = value(i + 2), d = value(i + 3);
        if ((a | b | c | d) == k_foreign || a == k_foreign || b == k_foreign || c == k_foreign ||
            d == k_foreign) {
            return false;
        }
        const auto group = a << 18 | b << 12 | c << 6 | d;
        out.push_back(static_cast<std::byte>(group >> 16));
        out.push_back(static_cast<std::byte>(group >> 8 & 255));
        out.push_back(static_cast<std::byte>(group & 255));
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
    encode(bytes, k_standard, text);
    text.append((4 - text.size() % 4) % 4, '=');
    return text;
}

std::string to_base64url(ByteView bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    encode(bytes, k_url, text);
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
        encode(m_rest, k_url, out);
        m_rest.clear();
    }
    const auto whole = bytes.size() / 3 * 3;
    if (m_rest.empty()) {
        encode(bytes.first(whole), k_url, out);
        const auto left = bytes.subspan(whole);
        m_rest.assign(left.begin(), left.end());
    }
}

void Base64UrlEncoder::finish(std::string& out)
{
    encode(m_rest, k_url, out);
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
