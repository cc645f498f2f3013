// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "pki/detail/oid.hpp"
#include "pki/facts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::pki {

namespace {

void append_utf8(std::string& text, std::uint32_t c)
{
    const auto put = [&](std::uint32_t octet) { text += static_cast<char>(octet); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xc0 | c >> 6);
        put(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        put(0xe0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3f));
        put(0x80 | (c & 0x3f));
    } else {
        put(0xf0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3f));
        put(0x80 | (c >> 6 & 0x3f));
        put(0x80 | (c & 0x3f));
    }
}

/// Characters of `width` octets each, big-endian.
std::optional<std::string> widened(base::ByteView value, std::size_t width)
{
    if (value.size() % width != 0) {
        return std::nullopt;
    }
    std::string text;
    for (std::size_t i = 0; i < value.size(); i += width) {
        std::uint32_t c = 0;
        for (std::size_t k = 0; k < width; ++k) {
            c = c << 8 | std::to_integer<std::uint8_t>(value[i + k]);
        }
        if (c > 0x10ffff || (c >= 0xd800 && c < 0xe000)) {
            return std::nullopt;
        }
        append_utf8(text, c);
    }
    return text;
}

bool is_text(std::uint8_t tag)
{
    switch (tag) {
    case der::utf8_string:
    case der::numeric_string:
    case der::printable_string:
    case der::t61_string:
    case der::ia5_string:
    case der::utc_time:
    case der::generalized_time:
    case der::visible_string:
    case der::universal_string:
    case der::bmp_string:
        return true;
    default:
        return false;
    }
}

/// RFC 2253 §2.4: what a value needs in front of its special characters.
std::string escaped(std::string_view value)
{
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto c = static_cast<unsigned char>(value[i]);
        const bool first = i == 0, last = i + 1 == value.size();
        if (c < 0x20 || c == 0x7f) {
            text += fmt::format("\\{:02X}", c);
        } else if (std::string_view(",+\"\\<>;").find(value[i]) != std::string_view::npos ||
                   (c == ' ' && (first || last)) || (c == '#' && first)) {
            text += '\\';
            text += value[i];
        } else {
            text += value[i];
        }
    }
    return text;
}

std::string dumped(const NameAttribute& attribute)
{
    std::string text = fmt::format("#{:02X}", attribute.tag);
    const auto size = attribute.value.size();
    if (size >= 0x80) {
        const auto octets = size > 0xffffff ? 4 : size > 0xffff ? 3 : size > 0xff ? 2 : 1;
        text += fmt::format("{:02X}{:0{}X}", 0x80 + octets, size, octets * 2);
    } else {
        text += fmt::format("{:02X}", size);
    }
    for (const auto octet : attribute.value) {
        text += fmt::format("{:02X}", std::to_integer<unsigned>(octet));
    }
    return text;
}

std::string to_text(const NameAttribute& attribute)
{
    const auto known = detail::to_nid(attribute.type) != 0;
    const auto name = known ? detail::short_name(attribute.type) : detail::dotted(attribute.type);
    if (!known || !is_text(attribute.tag)) {
        return name + "=" + dumped(attribute);
    }
    const auto value = to_utf8(attribute);
    return name + "=" + escaped(value ? *value : base::as_text(attribute.value));
}

/// Case and blanks do not count.
std::string fold(std::string_view value)
{
    std::string text;
    for (const char c : base::trim(value)) {
        const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
        if (blank && text.ends_with(' ')) {
            continue;
        }
        text += blank ? ' ' : c;
    }
    return base::to_lower_ascii(text);
}

} // namespace

std::optional<std::string> to_utf8(const NameAttribute& attribute)
{
    const auto text = base::as_text(attribute.value);
    switch (attribute.tag) {
    case der::utf8_string:
        return base::is_utf8(text) ? std::optional(std::string(text)) : std::nullopt;
    case der::bmp_string:
        return widened(attribute.value, 2);
    case der::universal_string:
        return widened(attribute.value, 4);
    default:
        return is_text(attribute.tag) ? widened(attribute.value, 1) : std::nullopt;
    }
}

std::string Name::to_text() const
{
    std::string text;
    for (auto i = attributes.size(); i-- > 0;) {
        text += pki::to_text(attributes[i]);
        if (i > 0) {
            text += attributes[i].joined ? '+' : ',';
        }
    }
    return base::printable(text);
}

std::string Name::last(std::string_view short_name) const
{
    for (auto i = attributes.size(); i-- > 0;) {
        if (detail::short_name(attributes[i].type) == short_name) {
            return base::printable(
                to_utf8(attributes[i]).value_or(std::string(base::as_text(attributes[i].value))));
        }
    }
    return {};
}

std::string Name::folded() const
{
    std::string text;
    for (std::size_t i = 0; i < attributes.size();) {
        std::vector<std::string> parts;
        do {
            const auto& attribute = attributes[i];
            const auto value = to_utf8(attribute);
            parts.push_back(base::to_hex(attribute.type) + "=" +
                            (value ? fold(*value) : dumped(attribute)));
            ++i;
        } while (i < attributes.size() && attributes[i].joined);
        std::ranges::sort(parts);
        text += base::join(parts, "\x01") + '\x02';
    }
    return text;
}

} // namespace anb::pki
