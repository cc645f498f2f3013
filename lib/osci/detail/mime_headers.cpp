// SPDX-License-Identifier: EUPL-1.2

#include "osci/detail/mime_headers.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace anb::osci::detail {

namespace {

constexpr std::size_t k_max_headers = std::size_t{16} * 1024;

bool is_name(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c > ' ' && c < 127; });
}

bool is_value(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) {
        return c == '\t' || (static_cast<unsigned char>(c) >= ' ' && c != 127);
    });
}

/// The next line, without what ends it, and whether that was CRLF.
std::pair<std::string, bool> read_line(MimeWindow& window, std::size_t budget,
                                       const std::string& origin)
{
    for (std::size_t seen = 0;;) {
        const auto text = window.text().substr(0, budget);
        if (const auto end = text.find('\n', seen); end != std::string_view::npos) {
            const bool crlf = end > 0 && text[end - 1] == '\r';
            auto line = std::string(text.substr(0, crlf ? end - 1 : end));
            window.skip(end + 1);
            return {std::move(line), crlf};
        }
        if (text.size() == budget) {
            fail_mime("ANB-O103", origin, "limit", "16 KiB");
        }
        seen = text.size();
        if (!window.want(seen + 1)) {
            fail_damaged(origin, "mime_ends_early");
        }
    }
}

void add_line(std::string_view line, MimeHeaders& headers, const std::string& origin)
{
    if (!is_value(line)) {
        fail_damaged(origin, "mime_bad_header");
    }
    if (line.front() == ' ' || line.front() == '\t') {
        if (headers.fields.empty()) {
            fail_damaged(origin, "mime_bad_header");
        }
        headers.fields.back().second.append(" ").append(base::trim(line));
        return;
    }
    const auto colon = line.find(':');
    auto name = base::to_lower_ascii(line.substr(0, colon));
    if (colon == std::string_view::npos || !is_name(name)) {
        fail_damaged(origin, "mime_bad_header");
    }
    if (std::ranges::find(headers.fields, name, &std::pair<std::string, std::string>::first) !=
        headers.fields.end()) {
        fail_damaged(origin, "mime_header_twice");
    }
    headers.fields.emplace_back(std::move(name), base::trim(line.substr(colon + 1)));
}

/// Cuts a text in front: what stands before the separator, quotes respected.
std::string_view cut(std::string_view& text)
{
    bool quoted = false;
    std::size_t end = 0;
    for (; end < text.size() && (quoted || text[end] != ';'); ++end) {
        if (text[end] == '"') {
            quoted = !quoted;
        } else if (quoted && text[end] == '\\') {
            ++end;
        }
    }
    const auto front = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return base::trim(front);
}

std::string unquoted(std::string_view text)
{
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') {
        return std::string(text);
    }
    text = text.substr(1, text.size() - 2);
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            ++i;
        }
        plain += text[i];
    }
    return plain;
}

} // namespace

void fail_mime(std::string code, const std::string& origin, std::string name, std::string value)
{
    throw base::Error(base::ErrorKind::input, std::move(code),
                      {{"file", origin}, {std::move(name), std::move(value)}});
}

void fail_damaged(const std::string& origin, std::string reason)
{
    fail_mime("ANB-O102", origin, "reason", std::move(reason));
}

std::string MimeHeaders::get(std::string_view name) const
{
    const auto found = std::ranges::find(fields, name, &std::pair<std::string, std::string>::first);
    return found == fields.end() ? std::string() : found->second;
}

MimeHeaders read_headers(MimeWindow& window, const std::string& origin)
{
    MimeHeaders headers;
    for (const auto start = window.offset();;) {
        const auto used = static_cast<std::size_t>(window.offset() - start);
        const auto [line, crlf] = read_line(window, k_max_headers - used, origin);
        headers.crlf = used == 0 ? crlf : headers.crlf;
        if (line.empty()) {
            return headers;
        }
        add_line(line, headers, origin);
    }
}

std::optional<std::string> parameter(std::string_view field, std::string_view name)
{
    cut(field);
    while (!field.empty()) {
        const auto item = cut(field);
        const auto equals = item.find('=');
        if (equals != std::string_view::npos &&
            base::to_lower_ascii(base::trim(item.substr(0, equals))) == name) {
            return unquoted(base::trim(item.substr(equals + 1)));
        }
    }
    return std::nullopt;
}

std::string media_type(std::string_view field)
{
    return base::to_lower_ascii(cut(field));
}

void skip_line_ends(MimeWindow& window)
{
    while (window.want(1) && (window.text().front() == '\r' || window.text().front() == '\n')) {
        window.skip(1);
    }
}

} // namespace anb::osci::detail
