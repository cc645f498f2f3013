// SPDX-License-Identifier: EUPL-1.2

#include "scan/detail/pdf.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace anb::scan::detail {

namespace {

constexpr std::string_view k_end_of_stream = "endstream";
constexpr std::size_t k_longest_token = 128;
constexpr std::size_t k_longest_string = 64 * 1024;

bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool is_delimiter(char c)
{
    return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}

int hex_value(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/// ISO 32000-1 §7.3.5: "#" and two digits stand for a character.
std::string unescape(std::string_view name)
{
    std::string text;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto escaped = name[i] == '#' && i + 2 < name.size() && hex_value(name[i + 1]) >= 0 &&
                             hex_value(name[i + 2]) >= 0;
        text += escaped ? static_cast<char>(hex_value(name[i + 1]) * 16 + hex_value(name[i + 2]))
                        : name[i];
        i += escaped ? 2 : 0;
    }
    return text;
}

} // namespace

void PdfReader::update(base::ByteView bytes)
{
    for (const char c : base::as_text(bytes)) {
        if (m_encrypted) {
            return;
        }
        take(c);
    }
}

void PdfReader::take(char c)
{
    switch (m_mode) {
    case Mode::token:
        take_outside(c);
        return;
    case Mode::comment:
        m_mode = c == '\n' || c == '\r' ? Mode::token : Mode::comment;
        return;
    case Mode::string:
        take_string(c);
        return;
    case Mode::hex:
        m_mode = c == '>' || ++m_string_size > k_longest_string ? Mode::token : Mode::hex;
        return;
    case Mode::stream:
        take_stream(c);
        return;
    }
}

void PdfReader::take_outside(char c)
{
    const auto previous = std::exchange(m_previous, '\0');
    if (previous == '<' && c != '<') {
        begin_value();
        m_string_size = 0;
        m_mode = c == '>' ? Mode::token : Mode::hex;
        return;
    }
    if (previous != '\0' && previous == c) {
        c == '<' ? open_dictionary() : close_dictionary();
        return;
    }
    if (!is_blank(c) && !is_delimiter(c)) {
        if (m_token.size() < k_longest_token) {
            m_token += c;
        }
        return;
    }
    finish_token();
    if (m_mode != Mode::token) {
        return;
    }
    if (c == '/') {
        m_token = "/";
    } else if (c == '%') {
        m_mode = Mode::comment;
    } else if (c == '(') {
        begin_value();
        m_string_depth = 1;
        m_string_size = 0;
        m_mode = Mode::string;
    } else if (c == '<' || c == '>') {
        m_previous = c;
    } else if (c == '[') {
        begin_value();
    }
}

void PdfReader::take_string(char c)
{
    if (std::exchange(m_escaped, false)) {
        return;
    }
    m_escaped = c == '\\';
    m_string_depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (m_string_depth == 0 || ++m_string_size > k_longest_string) {
        m_mode = Mode::token;
    }
}

void PdfReader::take_stream(char c)
{
    m_matched = c == k_end_of_stream[m_matched] ? m_matched + 1
                : c == k_end_of_stream.front()  ? 1
                                                : 0;
    if (m_matched == k_end_of_stream.size()) {
        m_matched = 0;
        m_mode = Mode::token;
    }
}

void PdfReader::finish_token()
{
    const auto token = std::exchange(m_token, {});
    if (token.empty()) {
        return;
    }
    if (token.front() == '/') {
        finish_name(unescape(std::string_view(token).substr(1)));
        return;
    }
    if (m_encrypt_pending && m_depth == 1 && token.front() >= '0' && token.front() <= '9') {
        m_has_encrypt = true;
    }
    begin_value();
    if (token == "stream" && m_depth == 0) {
        m_mode = Mode::stream;
    } else if (token == "trailer" || token.ends_with("trailer")) {
        m_depth = 0;
        m_after_trailer = true;
    } else if (token == "obj" || token == "endobj" || token == "startxref") {
        m_depth = 0;
        m_after_trailer = false;
    }
}

void PdfReader::finish_name(const std::string& name)
{
    if (m_depth != 1) {
        return;
    }
    if (m_type_pending && name == "XRef") {
        m_is_trailer = true;
    }
    begin_value();
    m_type_pending = name == "Type";
    m_encrypt_pending = name == "Encrypt";
}

void PdfReader::open_dictionary()
{
    if (m_depth == 0) {
        m_is_trailer = std::exchange(m_after_trailer, false);
        m_has_encrypt = false;
    } else if (m_depth == 1 && m_encrypt_pending) {
        m_has_encrypt = true;
    }
    begin_value();
    ++m_depth;
}

void PdfReader::close_dictionary()
{
    finish_token();
    begin_value();
    m_depth = std::max(m_depth - 1, 0);
    if (m_depth == 0) {
        m_encrypted = m_is_trailer && m_has_encrypt;
    }
}

void PdfReader::begin_value()
{
    m_type_pending = false;
    m_encrypt_pending = false;
}

} // namespace anb::scan::detail
