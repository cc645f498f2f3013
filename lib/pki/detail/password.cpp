// SPDX-License-Identifier: EUPL-1.2

#include "pki/detail/password.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace anb::pki::detail {

namespace {

/// Windows-1252 at 0x80 to 0x9F; 0 where nothing is assigned. The rest is Latin-1.
constexpr std::array<char32_t, 32> k_windows = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

std::optional<std::byte> to_cp1252(char32_t c)
{
    if (c < 0x80 || (c >= 0xa0 && c <= 0xff)) {
        return static_cast<std::byte>(c);
    }
    const auto found = std::ranges::find(k_windows, c);
    if (found == k_windows.end()) {
        return std::nullopt;
    }
    return static_cast<std::byte>(0x80 + (found - k_windows.begin()));
}

/// The code point at the front of well-formed UTF-8, which is then cut off.
char32_t take_code_point(base::ByteView& text)
{
    const auto byte = [&](std::size_t i) { return std::to_integer<char32_t>(text[i]); };
    const auto first = byte(0);
    const std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    auto value = length == 1 ? first : first & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        value = value << 6 | (byte(i) & 0x3fU);
    }
    text = text.subspan(length);
    return value;
}

std::optional<base::SecretBytes> to_cp1252(base::ByteView utf8)
{
    auto bytes = base::SecretBytes::zeroed(utf8.size());
    std::size_t size = 0;
    while (!utf8.empty()) {
        const auto byte = to_cp1252(take_code_point(utf8));
        if (!byte) {
            return std::nullopt;
        }
        bytes.reveal_writable()[size++] = *byte;
    }
    return base::SecretBytes(bytes.reveal().first(size));
}

base::SecretBytes encode_again(base::ByteView utf8)
{
    auto bytes = base::SecretBytes::zeroed(utf8.size() * 2);
    std::size_t size = 0;
    for (const auto byte : utf8) {
        if (byte < std::byte{0x80}) {
            bytes.reveal_writable()[size++] = byte;
        } else {
            bytes.reveal_writable()[size++] = std::byte{0xc0} | byte >> 6;
            bytes.reveal_writable()[size++] = std::byte{0x80} | (byte & std::byte{0x3f});
        }
    }
    return base::SecretBytes(bytes.reveal().first(size));
}

} // namespace

const char* PasswordVariant::data() const
{
    if (spelling == Spelling::absent) {
        return nullptr;
    }
    return bytes.empty() ? "" : reinterpret_cast<const char*>(bytes.reveal().data());
}

std::vector<PasswordVariant> password_variants(const base::SecretString& password)
{
    const auto utf8 = base::as_bytes(password.reveal());
    std::vector<PasswordVariant> variants;
    variants.push_back({Spelling::utf8, base::SecretBytes(utf8)});
    if (utf8.empty()) {
        variants.push_back({Spelling::absent, {}});
    }
    const auto ascii = std::ranges::all_of(utf8, [](std::byte b) { return b < std::byte{0x80}; });
    if (!ascii && base::is_utf8(password.reveal())) {
        variants.push_back({Spelling::doubly_encoded, encode_again(utf8)});
        if (auto bytes = to_cp1252(utf8)) {
            variants.push_back({Spelling::cp1252, std::move(*bytes)});
        }
    }
    return variants;
}

} // namespace anb::pki::detail
