// SPDX-License-Identifier: EUPL-1.2

#include "schematron/detail/value.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>

namespace anb::schematron::detail {

namespace {

void collect(const xml::Element& element, std::string& text)
{
    text += element.text;
    for (const auto& child : element.children) {
        collect(*child, text);
    }
}

std::string text_of(const Node& node)
{
    switch (node.kind) {
    case Node::Kind::attribute:
        return node.attribute->value;
    case Node::Kind::text:
        return node.element->text;
    case Node::Kind::document:
    case Node::Kind::element:
        break;
    }
    std::string text;
    if (node.element != nullptr) {
        collect(*node.element, text);
    }
    return text;
}

} // namespace

std::string to_text(const Item& item)
{
    if (const auto* node = std::get_if<Node>(&item)) {
        return text_of(*node);
    }
    if (const auto* number = std::get_if<double>(&item)) {
        return fmt::format("{}", *number);
    }
    if (const auto* truth = std::get_if<bool>(&item)) {
        return *truth ? "true" : "false";
    }
    return std::get<std::string>(item);
}

double to_number(const Item& item)
{
    if (const auto* number = std::get_if<double>(&item)) {
        return *number;
    }
    if (const auto* truth = std::get_if<bool>(&item)) {
        return *truth ? 1 : 0;
    }
    const auto text = to_text(item);
    const auto trimmed = base::trim(text);
    double number = 0;
    const auto [end, error] =
        std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), number);
    const bool whole = error == std::errc() && end == trimmed.data() + trimmed.size();
    return whole ? number : std::numeric_limits<double>::quiet_NaN();
}

bool to_boolean(const Sequence& sequence)
{
    if (sequence.empty()) {
        return false;
    }
    const auto& first = sequence.front();
    if (std::holds_alternative<Node>(first)) {
        return true;
    }
    if (sequence.size() > 1) {
        throw DynamicError{"several values where true or false is wanted"};
    }
    if (const auto* truth = std::get_if<bool>(&first)) {
        return *truth;
    }
    if (const auto* number = std::get_if<double>(&first)) {
        return *number != 0 && !std::isnan(*number);
    }
    return !std::get<std::string>(first).empty();
}

} // namespace anb::schematron::detail
