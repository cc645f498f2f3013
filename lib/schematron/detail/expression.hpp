// The syntax tree of the XPath 2 subset.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace anb::schematron::detail {

enum class Axis {
    child,
    attribute,
    self,
    parent,
    descendant,
    descendant_or_self,
    ancestor,
    following_sibling,
    preceding_sibling,
};

/// What a step selects: names, any name ("*"), or text().
struct NodeTest {
    enum class Kind { name, text, node } kind = Kind::name;
    bool any_namespace = false, any_name = false;
    std::string namespace_uri, name;
};

struct Expression;
using ExpressionPointer = std::unique_ptr<Expression>;

struct Step {
    Axis axis = Axis::child;
    NodeTest test;
    std::vector<ExpressionPointer> predicates;
};

enum class Operation {
    literal,   ///< `text`
    number,    ///< `value`
    variable,  ///< `text`
    sequence,  ///< `operands`, any number
    condition, ///< if, then, else
    every,     ///< `text` in operand 0 satisfies operand 1
    some,
    or_,
    and_,
    compare, ///< `text`: = != < <= > >=, and eq ne lt le gt ge for single values
    add,
    subtract,
    multiply,
    divide,
    modulo,
    negate,
    unite,
    call, ///< `text` of `operands`
    path, ///< `steps` from operand 0, from the root, or from the context
};

struct Expression {
    Operation operation = Operation::literal;
    std::string text{};
    double value = 0;
    std::vector<ExpressionPointer> operands{};
    std::vector<Step> steps{};
    bool from_root = false;
};

/// Prefixes of the rule file.
using Prefixes = std::map<std::string, std::string>;

/// @throws Error{input} ANB-V182 {construct}, ANB-V183 {found}; the caller adds the file
ExpressionPointer parse(std::string_view text, const Prefixes& prefixes);

} // namespace anb::schematron::detail
