// SPDX-License-Identifier: EUPL-1.2

#include "xml/detail/schema_rewrite.hpp"

#include "xml/alphabet.hpp"
#include "xml/schema_set.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace anb::xml::detail {

namespace {

constexpr unsigned k_most_written_out = 64;

std::optional<unsigned> occurrence(const Element& element, std::string_view name)
{
    const auto* text = element.find(name);
    if (text == nullptr) {
        return 1;
    }
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    return error == std::errc() && end == text->data() + text->size() ? std::optional(number)
                                                                      : std::nullopt;
}

/// Empty, in the namespace of `element`.
std::unique_ptr<Element> beside(const Element& element, std::string name)
{
    auto other = std::make_unique<Element>();
    other->prefix = element.prefix;
    other->name = std::move(name);
    other->namespace_uri = element.namespace_uri;
    return other;
}

std::unique_ptr<Element> head_of(const Element& element)
{
    auto copy = beside(element, element.name);
    copy->bindings = element.bindings;
    copy->attributes = element.attributes;
    return copy;
}

/// A reference or an element of a named type, counted in a way that is worth writing out.
bool is_counted(const Element& element)
{
    const auto least = occurrence(element, "minOccurs");
    const auto most = occurrence(element, "maxOccurs");
    const bool named = element.find("type") != nullptr || element.find("ref") != nullptr;
    return element.is(k_schema_namespace, "element") && named && element.children.empty() &&
           least && most && *most > 1 && *most <= k_most_written_out && *least <= *most;
}

std::unique_ptr<Element> once(const Element& element)
{
    auto copy = head_of(element);
    std::erase_if(copy->attributes, [](const Attribute& attribute) {
        return attribute.name == "minOccurs" || attribute.name == "maxOccurs" ||
               attribute.name == "id";
    });
    return copy;
}

/// a, a, (a, (a)?)? for two to four.
std::unique_ptr<Element> written_out(const Element& element)
{
    const auto least = occurrence(element, "minOccurs").value_or(1);
    const auto most = occurrence(element, "maxOccurs").value_or(1);
    std::unique_ptr<Element> rest;
    for (unsigned i = least; i < most; ++i) {
        auto optional = beside(element, "sequence");
        optional->attributes.push_back({.name = "minOccurs", .value = "0"});
        optional->children.push_back(once(element));
        if (rest) {
            optional->children.push_back(std::move(rest));
        }
        rest = std::move(optional);
    }
    auto whole = beside(element, "sequence");
    for (unsigned i = 0; i < least; ++i) {
        whole->children.push_back(once(element));
    }
    if (rest) {
        whole->children.push_back(std::move(rest));
    }
    return whole;
}

std::unique_ptr<Element> pattern_like(const Element& element, std::string pattern)
{
    auto like = beside(element, element.name);
    like->attributes.push_back({.name = "value", .value = std::move(pattern)});
    return like;
}

/// Of several patterns in one step one has to match, and the first is tried first.
std::vector<std::unique_ptr<Element>> quick_patterns(const Element& element)
{
    std::vector<std::unique_ptr<Element>> patterns;
    const auto alphabet = element.is(k_schema_namespace, "pattern")
                              ? Alphabet::read(element.value("value"))
                              : std::nullopt;
    auto without = alphabet ? alphabet->pattern_without_sequences() : std::string();
    if (!without.empty()) {
        patterns.push_back(pattern_like(element, std::move(without)));
        patterns.push_back(pattern_like(element, alphabet->pattern()));
    }
    return patterns;
}

} // namespace

std::unique_ptr<Element> rewrite_schema(const Element& schema)
{
    auto copy = head_of(schema);
    const bool particles =
        schema.is(k_schema_namespace, "sequence") || schema.is(k_schema_namespace, "choice");
    for (const auto& child : schema.children) {
        if (child->is(k_schema_namespace, "annotation")) {
            continue;
        }
        if (auto patterns = quick_patterns(*child); !patterns.empty()) {
            std::ranges::move(patterns, std::back_inserter(copy->children));
            continue;
        }
        auto whole = rewrite_schema(*child);
        copy->children.push_back(particles && is_counted(*whole) ? written_out(*whole)
                                                                 : std::move(whole));
    }
    return copy;
}

} // namespace anb::xml::detail
