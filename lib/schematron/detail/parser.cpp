// SPDX-License-Identifier: EUPL-1.2

#include "schematron/detail/expression.hpp"
#include "schematron/detail/functions.hpp"
#include "schematron/detail/lexer.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

namespace anb::schematron::detail {

namespace {

using Kind = Token::Kind;

constexpr int k_deepest = 200;

struct Binary {
    std::string_view word;
    Operation operation;
};

ExpressionPointer make(Operation operation, std::string text = {})
{
    auto expression = std::make_unique<Expression>();
    expression->operation = operation;
    expression->text = std::move(text);
    return expression;
}

ExpressionPointer make(Operation operation, ExpressionPointer left, ExpressionPointer right,
                       std::string text = {})
{
    auto expression = make(operation, std::move(text));
    expression->operands.push_back(std::move(left));
    expression->operands.push_back(std::move(right));
    return expression;
}

std::optional<Axis> to_axis(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, Axis>, 9> k_axes = {{
        {"child", Axis::child},
        {"attribute", Axis::attribute},
        {"self", Axis::self},
        {"parent", Axis::parent},
        {"descendant", Axis::descendant},
        {"descendant-or-self", Axis::descendant_or_self},
        {"ancestor", Axis::ancestor},
        {"following-sibling", Axis::following_sibling},
        {"preceding-sibling", Axis::preceding_sibling},
    }};
    const auto found = std::ranges::find(k_axes, name, &std::pair<std::string_view, Axis>::first);
    return found == k_axes.end() ? std::nullopt : std::optional(found->second);
}

/// Recursive descent, one function for each level of precedence.
class Parser {
public:
    Parser(std::vector<Token> tokens, const Prefixes& prefixes)
        : m_tokens(std::move(tokens)), m_prefixes(prefixes)
    {
    }

    ExpressionPointer run()
    {
        auto expression = sequence();
        if (peek().kind != Kind::end) {
            unsupported(peek().text);
        }
        return expression;
    }

private:
    const Token& peek(std::size_t ahead = 0) const
    {
        return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)];
    }
    bool is(Kind kind, std::string_view text, std::size_t ahead = 0) const
    {
        return peek(ahead).kind == kind && peek(ahead).text == text;
    }
    bool is_symbol(std::string_view text, std::size_t ahead = 0) const
    {
        return is(Kind::symbol, text, ahead);
    }
    bool skip(Kind kind, std::string_view text)
    {
        const bool found = is(kind, text);
        m_at += found ? 1U : 0U;
        return found;
    }
    bool skip_symbol(std::string_view text) { return skip(Kind::symbol, text); }
    void expect(Kind kind, std::string_view text)
    {
        if (!skip(kind, text)) {
            malformed(peek().kind == Kind::end ? text : std::string_view(peek().text));
        }
    }
    std::string take() { return m_tokens[m_at++].text; }

    ExpressionPointer sequence()
    {
        auto first = single();
        if (!is_symbol(",")) {
            return first;
        }
        auto list = make(Operation::sequence);
        list->operands.push_back(std::move(first));
        while (skip_symbol(",")) {
            list->operands.push_back(single());
        }
        return list;
    }

    ExpressionPointer single()
    {
        if (++m_depth > k_deepest) {
            unsupported("…((…");
        }
        auto expression = is(Kind::name, "if") && is_symbol("(", 1) ? condition()
                          : (is(Kind::name, "every") || is(Kind::name, "some")) && is_symbol("$", 1)
                              ? quantified()
                              : alternatives();
        if (is(Kind::name, "for") && is_symbol("$", 1)) {
            unsupported("for");
        }
        --m_depth;
        return expression;
    }

    ExpressionPointer condition()
    {
        auto expression = make(Operation::condition);
        take();
        expect(Kind::symbol, "(");
        expression->operands.push_back(sequence());
        expect(Kind::symbol, ")");
        expect(Kind::name, "then");
        expression->operands.push_back(single());
        expect(Kind::name, "else");
        expression->operands.push_back(single());
        return expression;
    }

    ExpressionPointer quantified()
    {
        auto expression = make(take() == "every" ? Operation::every : Operation::some);
        expect(Kind::symbol, "$");
        expression->text = take();
        expect(Kind::name, "in");
        expression->operands.push_back(single());
        if (is_symbol(",")) {
            unsupported("$…, $…");
        }
        expect(Kind::name, "satisfies");
        expression->operands.push_back(single());
        return expression;
    }

    ExpressionPointer alternatives()
    {
        auto left = conjunction();
        while (skip(Kind::name, "or")) {
            left = make(Operation::or_, std::move(left), conjunction());
        }
        return left;
    }

    ExpressionPointer conjunction()
    {
        auto left = comparison();
        while (skip(Kind::name, "and")) {
            left = make(Operation::and_, std::move(left), comparison());
        }
        return left;
    }

    ExpressionPointer comparison()
    {
        constexpr std::array<std::string_view, 6> k_general = {"=", "!=", "<", "<=", ">", ">="};
        constexpr std::array<std::string_view, 6> k_single = {"eq", "ne", "lt", "le", "gt", "ge"};
        auto left = sum();
        const auto& token = peek();
        const bool general = token.kind == Kind::symbol &&
                             std::ranges::find(k_general, token.text) != k_general.end();
        const bool of_one =
            token.kind == Kind::name && std::ranges::find(k_single, token.text) != k_single.end();
        if (!general && !of_one) {
            return left;
        }
        auto text = take();
        return make(Operation::compare, std::move(left), sum(), std::move(text));
    }

    ExpressionPointer sum()
    {
        auto left = product();
        while (is_symbol("+") || is_symbol("-")) {
            const auto operation = take() == "+" ? Operation::add : Operation::subtract;
            left = make(operation, std::move(left), product());
        }
        return left;
    }

    ExpressionPointer product()
    {
        auto left = signed_value();
        while (is_symbol("*") || is(Kind::name, "div") || is(Kind::name, "mod")) {
            const auto word = take();
            const auto operation = word == "*"     ? Operation::multiply
                                   : word == "div" ? Operation::divide
                                                   : Operation::modulo;
            left = make(operation, std::move(left), signed_value());
        }
        return left;
    }

    ExpressionPointer signed_value()
    {
        bool negative = false;
        while (is_symbol("-") || is_symbol("+")) {
            negative = (take() == "-") != negative;
        }
        auto value = united();
        if (!negative) {
            return value;
        }
        auto expression = make(Operation::negate);
        expression->operands.push_back(std::move(value));
        return expression;
    }

    ExpressionPointer united()
    {
        auto left = path();
        while (is_symbol("|") || is(Kind::name, "union")) {
            take();
            left = make(Operation::unite, std::move(left), path());
        }
        return left;
    }

    ExpressionPointer path()
    {
        auto expression = make(Operation::path);
        if (is_symbol("/") || is_symbol("//")) {
            expression->from_root = true;
            if (take() == "//") {
                expression->steps.push_back(everything_below());
            } else if (!begins_step()) {
                return expression;
            }
            expression->steps.push_back(step());
        } else if (auto primary = primary_or_null()) {
            if (!is_symbol("/") && !is_symbol("//")) {
                return primary;
            }
            expression->operands.push_back(std::move(primary));
        } else {
            expression->steps.push_back(step());
        }
        while (is_symbol("/") || is_symbol("//")) {
            if (take() == "//") {
                expression->steps.push_back(everything_below());
            }
            expression->steps.push_back(step());
        }
        return expression;
    }

    bool begins_step() const
    {
        return peek().kind == Kind::name || is_symbol("*") || is_symbol("@") || is_symbol(".") ||
               is_symbol("..");
    }

    static Step everything_below()
    {
        Step step;
        step.axis = Axis::descendant_or_self;
        step.test.kind = NodeTest::Kind::node;
        return step;
    }

    /// Literals, numbers, variables, brackets and calls; null when a step begins here.
    ExpressionPointer primary_or_null()
    {
        ExpressionPointer primary;
        if (peek().kind == Kind::literal) {
            primary = make(Operation::literal, take());
        } else if (peek().kind == Kind::number) {
            primary = make(Operation::number, take());
            primary->value = std::strtod(primary->text.c_str(), nullptr);
        } else if (skip_symbol("$")) {
            primary = make(Operation::variable, take());
        } else if (skip_symbol("(")) {
            primary = is_symbol(")") ? make(Operation::sequence) : sequence();
            expect(Kind::symbol, ")");
        } else if (peek().kind == Kind::name && is_symbol("(", 1) && !is_node_test()) {
            primary = call();
        } else {
            return nullptr;
        }
        if (is_symbol("[")) {
            unsupported("(…)[…]");
        }
        return primary;
    }

    bool is_node_test() const
    {
        return is(Kind::name, "text") || is(Kind::name, "node") || is(Kind::name, "element") ||
               is(Kind::name, "attribute") || is(Kind::name, "comment") ||
               is(Kind::name, "processing-instruction");
    }

    ExpressionPointer call()
    {
        auto expression = make(Operation::call, take());
        if (expression->text.starts_with("fn:")) {
            expression->text.erase(0, 3);
        }
        expect(Kind::symbol, "(");
        while (!is_symbol(")")) {
            expression->operands.push_back(single());
            if (!skip_symbol(",")) {
                break;
            }
        }
        expect(Kind::symbol, ")");
        if (!is_function(expression->text, expression->operands.size())) {
            unsupported(expression->text + "()");
        }
        return expression;
    }

    Step step()
    {
        Step step;
        if (skip_symbol("..")) {
            step.axis = Axis::parent;
            step.test.kind = NodeTest::Kind::node;
        } else if (skip_symbol(".")) {
            step.axis = Axis::self;
            step.test.kind = NodeTest::Kind::node;
        } else {
            if (skip_symbol("@")) {
                step.axis = Axis::attribute;
            } else if (peek().kind == Kind::name && is_symbol("::", 1)) {
                const auto axis = to_axis(peek().text);
                if (!axis) {
                    unsupported(peek().text + "::");
                }
                step.axis = *axis;
                m_at += 2;
            }
            step.test = node_test();
        }
        while (skip_symbol("[")) {
            step.predicates.push_back(sequence());
            expect(Kind::symbol, "]");
        }
        return step;
    }

    NodeTest node_test()
    {
        NodeTest test;
        if (skip_symbol("*")) {
            test.any_name = test.any_namespace = true;
            return test;
        }
        if (peek().kind != Kind::name) {
            malformed(peek().kind == Kind::end ? "…" : peek().text);
        }
        if (is_symbol("(", 1)) {
            const auto kind = take();
            if (kind != "text" && kind != "node") {
                unsupported(kind + "()");
            }
            expect(Kind::symbol, "(");
            expect(Kind::symbol, ")");
            test.kind = kind == "text" ? NodeTest::Kind::text : NodeTest::Kind::node;
            return test;
        }
        const auto word = take();
        const auto colon = word.find(':');
        const auto prefix = colon == std::string::npos ? std::string() : word.substr(0, colon);
        test.name = colon == std::string::npos ? word : word.substr(colon + 1);
        test.any_name = test.name == "*";
        test.any_namespace = prefix == "*";
        if (!prefix.empty() && !test.any_namespace) {
            const auto found = m_prefixes.find(prefix);
            if (found == m_prefixes.end()) {
                malformed(prefix + ":");
            }
            test.namespace_uri = found->second;
        }
        return test;
    }

    std::vector<Token> m_tokens;
    const Prefixes& m_prefixes;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

ExpressionPointer parse(std::string_view text, const Prefixes& prefixes)
{
    return Parser(tokenize(text), prefixes).run();
}

} // namespace anb::schematron::detail
