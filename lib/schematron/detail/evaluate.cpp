// SPDX-License-Identifier: EUPL-1.2

#include "schematron/detail/evaluate.hpp"

#include "schematron/detail/axes.hpp"
#include "schematron/detail/lexer.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace anb::schematron::detail {

namespace {

using xml::Element;

const Element& root_of(const Element& element)
{
    const auto* at = &element;
    while (at->parent != nullptr) {
        at = at->parent;
    }
    return *at;
}

class Evaluator {
public:
    explicit Evaluator(const Variables& variables) : m_variables(variables) {}

    Sequence run(const Expression& expression, const Focus& focus)
    {
        switch (expression.operation) {
        case Operation::literal:
            return {expression.text};
        case Operation::number:
            return {expression.value};
        case Operation::variable:
            return variable(expression.text);
        case Operation::sequence:
            return sequence(expression, focus);
        case Operation::condition:
            return run(*expression.operands[truth(expression, 0, focus) ? 1 : 2], focus);
        case Operation::every:
        case Operation::some:
            return {quantified(expression, focus)};
        case Operation::or_:
            return {truth(expression, 0, focus) || truth(expression, 1, focus)};
        case Operation::and_:
            return {truth(expression, 0, focus) && truth(expression, 1, focus)};
        case Operation::compare:
            return compare(expression, focus);
        case Operation::negate:
        case Operation::add:
        case Operation::subtract:
        case Operation::multiply:
        case Operation::divide:
        case Operation::modulo:
            return calculate(expression, focus);
        case Operation::unite:
            return unite(expression, focus);
        case Operation::call: {
            std::vector<Sequence> arguments;
            for (const auto& operand : expression.operands) {
                arguments.push_back(run(*operand, focus));
            }
            return call(expression.text, arguments, focus);
        }
        case Operation::path:
            return path(expression, focus);
        }
        return {};
    }

    std::vector<Node> filtered(const Step& step, std::vector<Node> nodes)
    {
        for (const auto& predicate : step.predicates) {
            std::vector<Node> kept;
            for (std::size_t i = 0; i < nodes.size(); ++i) {
                const Focus focus{nodes[i], i + 1, nodes.size()};
                const auto value = run(*predicate, focus);
                const auto* number =
                    value.size() == 1 ? std::get_if<double>(&value.front()) : nullptr;
                if (number != nullptr ? *number == static_cast<double>(i + 1) : to_boolean(value)) {
                    kept.push_back(nodes[i]);
                }
            }
            nodes = std::move(kept);
        }
        return nodes;
    }

private:
    bool truth(const Expression& expression, std::size_t operand, const Focus& focus)
    {
        return to_boolean(run(*expression.operands[operand], focus));
    }

    Sequence variable(const std::string& name)
    {
        const auto found = m_variables.find(name);
        if (found == m_variables.end()) {
            throw DynamicError{"$" + name};
        }
        return found->second;
    }

    Sequence sequence(const Expression& expression, const Focus& focus)
    {
        Sequence all;
        for (const auto& operand : expression.operands) {
            auto part = run(*operand, focus);
            std::ranges::move(part, std::back_inserter(all));
        }
        return all;
    }

    bool quantified(const Expression& expression, const Focus& focus)
    {
        const bool every = expression.operation == Operation::every;
        auto variables = m_variables;
        for (const auto& item : run(*expression.operands[0], focus)) {
            variables[expression.text] = {item};
            if (to_boolean(Evaluator(variables).run(*expression.operands[1], focus)) != every) {
                return !every;
            }
        }
        return every;
    }

    /// General comparisons ask whether any pair fits; single ones take one value on each side.
    Sequence compare(const Expression& expression, const Focus& focus)
    {
        const auto left = run(*expression.operands[0], focus);
        const auto right = run(*expression.operands[1], focus);
        const auto& word = expression.text;
        const bool single = word.size() == 2 && word[0] >= 'a';
        if (single && (left.empty() || right.empty())) {
            return {};
        }
        if (single && (left.size() > 1 || right.size() > 1)) {
            throw DynamicError{word + " with several values"};
        }
        for (const auto& one : left) {
            for (const auto& other : right) {
                count_node();
                if (holds(word, one, other)) {
                    return {true};
                }
            }
        }
        return {false};
    }

    static bool holds(const std::string& word, const Item& left, const Item& right)
    {
        const auto is_plain = [](const Item& item) {
            return std::holds_alternative<double>(item) || std::holds_alternative<bool>(item);
        };
        const auto decide = [&](auto order) {
            if (word == "=" || word == "eq") {
                return order == 0;
            }
            if (word == "!=" || word == "ne") {
                return order != 0;
            }
            if (word == "<" || word == "lt") {
                return order < 0;
            }
            if (word == "<=" || word == "le") {
                return order <= 0;
            }
            return word == ">" || word == "gt" ? order > 0 : order >= 0;
        };
        if (is_plain(left) || is_plain(right)) {
            const auto one = to_number(left);
            const auto other = to_number(right);
            if (std::isnan(one) || std::isnan(other)) {
                return word == "!=" || word == "ne";
            }
            return decide(one < other ? -1 : one > other ? 1 : 0);
        }
        return decide(to_text(left).compare(to_text(right)));
    }

    Sequence calculate(const Expression& expression, const Focus& focus)
    {
        std::vector<double> numbers;
        for (const auto& operand : expression.operands) {
            const auto value = run(*operand, focus);
            if (value.empty()) {
                return {};
            }
            if (value.size() > 1) {
                throw DynamicError{"arithmetic with several values"};
            }
            numbers.push_back(to_number(value.front()));
        }
        switch (expression.operation) {
        case Operation::negate:
            return {-numbers[0]};
        case Operation::add:
            return {numbers[0] + numbers[1]};
        case Operation::subtract:
            return {numbers[0] - numbers[1]};
        case Operation::multiply:
            return {numbers[0] * numbers[1]};
        case Operation::divide:
            return {numbers[0] / numbers[1]};
        default:
            return {std::fmod(numbers[0], numbers[1])};
        }
    }

    Sequence unite(const Expression& expression, const Focus& focus)
    {
        auto all = run(*expression.operands[0], focus);
        for (auto& item : run(*expression.operands[1], focus)) {
            const auto* node = std::get_if<Node>(&item);
            const bool known = node != nullptr && std::ranges::any_of(all, [&](const Item& other) {
                                   const auto* same = std::get_if<Node>(&other);
                                   return same != nullptr && *same == *node;
                               });
            if (!known) {
                all.push_back(std::move(item));
            }
        }
        return all;
    }

    Sequence path(const Expression& expression, const Focus& focus)
    {
        std::vector<Node> nodes;
        if (expression.from_root) {
            nodes.push_back(document_of(focus));
        } else if (!expression.operands.empty()) {
            for (const auto& item : run(*expression.operands[0], focus)) {
                nodes.push_back(expect_node(item));
            }
        } else if (const bool self = expression.steps.size() == 1 &&
                                     expression.steps[0].axis == Axis::self &&
                                     expression.steps[0].predicates.empty();
                   self && !std::holds_alternative<Node>(focus.item)) {
            return {focus.item};
        } else {
            nodes.push_back(expect_node(focus.item));
        }
        for (const auto& step : expression.steps) {
            nodes = walk(step, nodes);
        }
        return {nodes.begin(), nodes.end()};
    }

    static Node expect_node(const Item& item)
    {
        const auto* node = std::get_if<Node>(&item);
        if (node == nullptr) {
            throw DynamicError{"a path from a plain value"};
        }
        return *node;
    }

    static Node document_of(const Focus& focus)
    {
        const auto node = expect_node(focus.item);
        return {Node::Kind::document, &root_of(*node.element), nullptr};
    }

    /// Each node once, in the order found.
    std::vector<Node> walk(const Step& step, const std::vector<Node>& from)
    {
        std::vector<Node> all;
        for (const auto& node : from) {
            for (const auto& each : filtered(step, follow(step, node))) {
                all.push_back(each);
            }
        }
        if (from.size() > 1) {
            without_repetition(all);
        }
        return all;
    }

    static void without_repetition(std::vector<Node>& nodes)
    {
        const auto key = [](const Node& node) {
            return std::tuple(node.element, node.attribute, node.kind);
        };
        std::erase_if(nodes,
                      [&, before = std::set<decltype(key(Node()))>()](const Node& node) mutable {
                          return !before.insert(key(node)).second;
                      });
    }

    const Variables& m_variables;
};

/// Steps from the right: each must fit the node, and what stands before it the parent or an
/// ancestor.
bool fits_steps(const Expression& pattern, std::size_t count, const Element* element)
{
    if (count == 0) {
        return !pattern.from_root || element == nullptr;
    }
    const auto& step = pattern.steps[count - 1];
    if (step.axis == Axis::descendant_or_self) {
        for (const auto* at = element;; at = at->parent) {
            if (fits_steps(pattern, count - 1, at)) {
                return true;
            }
            if (at == nullptr) {
                return false;
            }
        }
    }
    if (element == nullptr || !passes(step.test, as_node(*element))) {
        return false;
    }
    static const Variables k_none;
    const Focus focus{as_node(*element)};
    for (const auto& predicate : step.predicates) {
        if (!to_boolean(evaluate(*predicate, focus, k_none))) {
            return false;
        }
    }
    return fits_steps(pattern, count - 1, element->parent);
}

bool yields_number(const Expression& predicate)
{
    return predicate.operation == Operation::number || predicate.operation == Operation::add ||
           predicate.operation == Operation::subtract || predicate.operation == Operation::negate ||
           (predicate.operation == Operation::call &&
            (predicate.text == "position" || predicate.text == "last" ||
             predicate.text == "count"));
}

} // namespace

Sequence evaluate(const Expression& expression, const Focus& focus, const Variables& variables)
{
    return Evaluator(variables).run(expression, focus);
}

bool fits(const Expression& pattern, const Element& element)
{
    if (pattern.operation == Operation::unite) {
        return fits(*pattern.operands[0], element) || fits(*pattern.operands[1], element);
    }
    return fits_steps(pattern, pattern.steps.size(), &element);
}

void expect_pattern(const Expression& pattern)
{
    if (pattern.operation == Operation::unite) {
        expect_pattern(*pattern.operands[0]);
        expect_pattern(*pattern.operands[1]);
        return;
    }
    if (pattern.operation != Operation::path || !pattern.operands.empty() ||
        pattern.steps.empty()) {
        unsupported("context");
    }
    for (const auto& step : pattern.steps) {
        const bool below =
            step.axis == Axis::descendant_or_self && step.test.kind == NodeTest::Kind::node;
        if (!below && (step.axis != Axis::child || step.test.kind != NodeTest::Kind::name)) {
            unsupported(step.axis == Axis::attribute ? "context=\"@…\"" : "context");
        }
        for (const auto& predicate : step.predicates) {
            if (yields_number(*predicate)) {
                unsupported("context=\"…[n]\"");
            }
        }
    }
}

} // namespace anb::schematron::detail
