// What an expression yields: a sequence of nodes and plain values.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/tree.hpp"

#include <string>
#include <variant>
#include <vector>

namespace anb::schematron::detail {

/// An element, its attribute, its text, or the document above the root (no element).
struct Node {
    enum class Kind { document, element, attribute, text } kind = Kind::element;
    const xml::Element* element = nullptr;
    const xml::Attribute* attribute = nullptr;
    bool operator==(const Node&) const = default;
};

using Item = std::variant<Node, std::string, double, bool>;
using Sequence = std::vector<Item>;

/// Cannot be answered; becomes a Doubt.
struct DynamicError {
    std::string reason;
};

/// The string value of a node, or a plain value as text.
std::string to_text(const Item& item);
/// Not a number when it is none.
double to_number(const Item& item);
/// The effective boolean value. @throws DynamicError for several plain values
bool to_boolean(const Sequence& sequence);

} // namespace anb::schematron::detail
