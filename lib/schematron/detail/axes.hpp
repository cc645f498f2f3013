// The axes of XPath over a tree.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "schematron/detail/expression.hpp"
#include "schematron/detail/value.hpp"

#include <vector>

namespace anb::schematron::detail {

/// Rules that look at very many nodes are stopped: the square of a large document, say.
/// @throws DynamicError
void count_node();

Node as_node(const xml::Element& element);

/// True when a node is what a step selects.
bool passes(const NodeTest& test, const Node& node);

/// What a step finds from a node, predicates aside. The document stands above the root element,
/// which is its `element`.
std::vector<Node> follow(const Step& step, const Node& from);

} // namespace anb::schematron::detail
