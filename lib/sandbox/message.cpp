// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/message.hpp"

#include "base/text.hpp"
#include "sandbox/problem.hpp"

#include <charconv>
#include <limits>

namespace anb::sandbox {

namespace {

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

std::string decode(std::string_view text, bool plus_is_blank)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
            hex_digit(text[i + 2]) >= 0) {
            out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
            i += 2;
        } else if (text[i] == '+' && plus_is_blank) {
            out += ' ';
        } else {
            out += text[i];
        }
    }
    return out;
}

std::optional<std::size_t> whole_number(const std::string& text)
{
    std::int32_t value = 0;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec != std::errc() || result.ptr != end || value < 0) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(value);
}

} // namespace

std::string Request::header(std::string_view name) const
{
    const auto found = headers.find(std::string(name));
    return found == headers.end() ? std::string() : found->second;
}

std::string Request::media_type() const
{
    const auto value = header("content-type");
    return base::to_lower_ascii(base::trim(base::split(value, ';').front()));
}

std::optional<std::string> Request::parameter(const std::string& name) const
{
    const auto [begin, end] = query.equal_range(name);
    if (begin == end) {
        return std::nullopt;
    }
    if (std::next(begin) != end) {
        throw Refusal(400, "query parameter " + name + " occurs more than once");
    }
    return begin->second;
}

std::string Request::uuid(const std::string& name) const
{
    const auto canonical = base::canonical_uuid(captured.at(name));
    if (!canonical) {
        throw Refusal(400, "path parameter " + name + " is not a UUID");
    }
    return *canonical;
}

std::string Request::body(std::size_t limit) const
{
    std::string text;
    bool too_large = false;
    const bool complete = read_body([&](std::string_view piece) {
        too_large = too_large || piece.size() > limit - text.size();
        if (!too_large) {
            text.append(piece);
        }
        return true;
    });
    if (too_large) {
        throw Refusal(413, "the body is larger than " + std::to_string(limit) + " bytes");
    }
    if (!complete) {
        throw Refusal(400, "the body broke off");
    }
    return text;
}

std::vector<std::string> decode_path(std::string_view path)
{
    std::vector<std::string> segments;
    if (path.starts_with('/')) {
        path.remove_prefix(1);
    }
    for (const auto piece : base::split(path, '/')) {
        segments.push_back(decode(piece, false));
    }
    return segments;
}

std::multimap<std::string, std::string> decode_form(std::string_view text)
{
    std::multimap<std::string, std::string> fields;
    if (text.empty()) {
        return fields;
    }
    for (const auto pair : base::split(text, '&')) {
        const auto equals = pair.find('=');
        const auto name = pair.substr(0, equals);
        const auto value = equals == std::string_view::npos ? "" : pair.substr(equals + 1);
        if (!pair.empty()) {
            fields.emplace(decode(name, true), decode(value, true));
        }
    }
    return fields;
}

Page parse_page(const Request& request)
{
    Page page;
    if (const auto limit = request.parameter("limit")) {
        const auto number = whole_number(*limit);
        if (!number || *number < 1 || *number > 500) {
            throw Refusal(400, "limit is a whole number from 1 to 500");
        }
        page.limit = *number;
    }
    if (const auto offset = request.parameter("offset")) {
        const auto number = whole_number(*offset);
        if (!number) {
            throw Refusal(400, "offset is a whole number from 0");
        }
        page.offset = *number;
    }
    return page;
}

} // namespace anb::sandbox
