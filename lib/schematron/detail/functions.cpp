// SPDX-License-Identifier: EUPL-1.2

#include "schematron/detail/functions.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <regex>

namespace anb::schematron::detail {

namespace {

struct Function {
    std::string_view name;
    std::size_t least, most;
};

constexpr std::array<Function, 24> k_functions = {{
    {"boolean", 1, 1},
    {"concat", 2, 16},
    {"contains", 2, 2},
    {"count", 1, 1},
    {"empty", 1, 1},
    {"ends-with", 2, 2},
    {"exists", 1, 1},
    {"false", 0, 0},
    {"last", 0, 0},
    {"local-name", 0, 1},
    {"lower-case", 1, 1},
    {"matches", 2, 2},
    {"normalize-space", 0, 1},
    {"not", 1, 1},
    {"number", 0, 1},
    {"position", 0, 0},
    {"starts-with", 2, 2},
    {"string", 0, 1},
    {"string-length", 0, 1},
    {"substring", 2, 3},
    {"substring-after", 2, 2},
    {"substring-before", 2, 2},
    {"true", 0, 0},
    {"upper-case", 1, 1},
}};

/// Nothing counts as the empty text, several are an error (XPath 2: item()?).
std::string one_text(std::string_view function, const Sequence& sequence)
{
    if (sequence.size() > 1) {
        throw DynamicError{std::string(function) + "() with several values"};
    }
    return sequence.empty() ? std::string() : to_text(sequence.front());
}

std::wstring wide(std::string_view text)
{
    const auto points = base::to_code_points(text);
    return {points.begin(), points.end()};
}

/// std::regex recurses with the length of the text, and does not know all of XPath's classes.
bool matches(const std::string& text, const std::string& pattern)
{
    constexpr std::size_t k_longest = 2000;
    if (text.size() > k_longest) {
        throw DynamicError{"matches() with a text of more than 2,000 bytes"};
    }
    for (const auto* unknown : {"\\p", "\\P", "\\i", "\\c", "\\I", "\\C", "-["}) {
        if (pattern.find(unknown) != std::string::npos) {
            throw DynamicError{std::string("matches() with ") + unknown};
        }
    }
    try {
        return std::regex_search(wide(text), std::wregex(wide(pattern)));
    } catch (const std::regex_error&) {
        throw DynamicError{"matches() with the pattern " + pattern};
    }
}

std::string cased(std::string text, char first, char last, int step)
{
    for (auto& c : text) {
        if (c >= first && c <= last) {
            c = static_cast<char>(c + step);
        }
    }
    return text;
}

std::string local_name(const Sequence& sequence)
{
    const auto* node = sequence.empty() ? nullptr : std::get_if<Node>(&sequence.front());
    if (node == nullptr || node->element == nullptr || node->kind == Node::Kind::text) {
        return {};
    }
    return node->kind == Node::Kind::attribute ? node->attribute->name : node->element->name;
}

/// Positions count characters from 1 and may be fractions or outside (XPath 2, fn:substring).
std::string substring(const std::string& text, double start, double length)
{
    std::u32string result;
    const auto points = base::to_code_points(text);
    const auto first = std::round(start);
    const auto end = first + std::round(length);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto position = static_cast<double>(i + 1);
        if (position >= first && position < end) {
            result += points[i];
        }
    }
    return base::to_utf8(result);
}

std::string texts(std::string_view name, const std::vector<std::string>& given)
{
    if (name == "string") {
        return given[0];
    }
    if (name == "normalize-space") {
        return base::collapse(given[0]);
    }
    if (name == "lower-case") {
        return cased(given[0], 'A', 'Z', 'a' - 'A');
    }
    if (name == "upper-case") {
        return cased(given[0], 'a', 'z', 'A' - 'a');
    }
    if (name == "concat") {
        std::string whole;
        for (const auto& part : given) {
            whole += part;
        }
        return whole;
    }
    const auto at = given[0].find(given[1]);
    if (at == std::string::npos) {
        return {};
    }
    return name == "substring-before" ? given[0].substr(0, at)
                                      : given[0].substr(at + given[1].size());
}

} // namespace

bool is_function(std::string_view name, std::size_t arguments)
{
    const auto found = std::ranges::find(k_functions, name, &Function::name);
    return found != k_functions.end() && arguments >= found->least && arguments <= found->most;
}

Sequence call(std::string_view name, const std::vector<Sequence>& arguments, const Focus& focus)
{
    if (name == "true" || name == "false") {
        return {name == "true"};
    }
    if (name == "position" || name == "last") {
        return {static_cast<double>(name == "position" ? focus.position : focus.size)};
    }
    const auto given = arguments.empty() ? std::vector<Sequence>{{focus.item}} : arguments;
    const auto& first = given.front();
    if (name == "exists" || name == "empty") {
        return {(name == "exists") == !first.empty()};
    }
    if (name == "count") {
        return {static_cast<double>(first.size())};
    }
    if (name == "not" || name == "boolean") {
        return {to_boolean(first) == (name == "boolean")};
    }
    if (name == "local-name") {
        return {local_name(first)};
    }
    std::vector<std::string> as_text;
    for (const auto& argument : given) {
        as_text.push_back(one_text(name, argument));
    }
    if (name == "number") {
        return {first.empty() ? std::nan("") : to_number(first.front())};
    }
    if (name == "string-length") {
        return {static_cast<double>(base::to_code_points(as_text[0]).size())};
    }
    if (name == "ends-with") {
        return {as_text[0].ends_with(as_text[1])};
    }
    if (name == "starts-with") {
        return {as_text[0].starts_with(as_text[1])};
    }
    if (name == "contains") {
        return {as_text[0].find(as_text[1]) != std::string::npos};
    }
    if (name == "matches") {
        return {matches(as_text[0], as_text[1])};
    }
    if (name == "substring") {
        return {substring(as_text[0], given[1].empty() ? std::nan("") : to_number(given[1].front()),
                          given.size() < 3   ? HUGE_VAL
                          : given[2].empty() ? std::nan("")
                                             : to_number(given[2].front()))};
    }
    return {texts(name, as_text)};
}

} // namespace anb::schematron::detail
