// SPDX-License-Identifier: EUPL-1.2

#include "schematron/rules.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "schematron/detail/evaluate.hpp"
#include "schematron/detail/lexer.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace anb::schematron {

namespace {

using xml::Element;

constexpr std::string_view k_schematron = "http://purl.oclc.org/dsdl/schematron";

struct Assertion {
    std::string id, text;
    Role role = Role::error;
    bool report = false; ///< fails when it holds
    detail::ExpressionPointer test;
};

struct Rule {
    detail::ExpressionPointer context; ///< null for abstract rules
    std::vector<Assertion> assertions;
    std::vector<std::string> extends;
};

struct Pattern {
    std::vector<Rule> rules;
};

Role to_role(const Element& element)
{
    const auto word = base::to_lower_ascii(element.find("role") != nullptr ? element.value("role")
                                                                           : element.value("flag"));
    return word.starts_with("warn")   ? Role::warning
           : word.starts_with("info") ? Role::information
                                      : Role::error;
}

std::string qualified(const Element& element)
{
    return element.prefix.empty() ? element.name : element.prefix + ":" + element.name;
}

std::string path_of(const Element& element)
{
    auto path = "/" + qualified(element);
    if (element.parent == nullptr) {
        return path;
    }
    std::size_t index = 0;
    for (const auto& sibling : element.parent->children) {
        index += sibling->is(element.namespace_uri, element.name) ? 1U : 0U;
        if (sibling.get() == &element) {
            break;
        }
    }
    if (index > 1) {
        path += "[" + std::to_string(index) + "]";
    }
    return path_of(*element.parent) + path;
}

} // namespace

struct Rules::State {
    std::vector<Pattern> patterns;
    std::map<std::string, Rule> abstract_rules;
    detail::Prefixes prefixes;

    void read(const Element& schema)
    {
        if (!schema.is(k_schematron, "schema")) {
            detail::malformed(schema.name);
        }
        for (const auto& child : schema.children) {
            if (child->name == "ns") {
                prefixes[std::string(child->value("prefix"))] = child->value("uri");
            }
        }
        for (const auto& child : schema.children) {
            if (child->name == "pattern") {
                read_pattern(*child);
            } else if (child->name != "ns" && child->name != "title" && child->name != "p") {
                detail::unsupported("sch:" + child->name);
            }
        }
        for (const auto& pattern : patterns) {
            for (const auto& rule : pattern.rules) {
                expect_known(rule);
            }
        }
    }

    void read_pattern(const Element& element)
    {
        if (element.find("is-a") != nullptr || element.value("abstract") == "true") {
            detail::unsupported("sch:pattern/@is-a");
        }
        Pattern pattern;
        for (const auto& child : element.children) {
            if (child->name != "rule") {
                if (child->name != "title" && child->name != "p") {
                    detail::unsupported("sch:" + child->name);
                }
                continue;
            }
            auto rule = read_rule(*child);
            if (child->value("abstract") == "true") {
                abstract_rules[std::string(child->value("id"))] = std::move(rule);
            } else {
                pattern.rules.push_back(std::move(rule));
            }
        }
        patterns.push_back(std::move(pattern));
    }

    Rule read_rule(const Element& element)
    {
        Rule rule;
        if (element.value("abstract") != "true") {
            rule.context = detail::parse(element.value("context"), prefixes);
            detail::expect_pattern(*rule.context);
        }
        for (const auto& child : element.children) {
            if (child->name == "extends" && child->find("rule") != nullptr) {
                rule.extends.emplace_back(child->value("rule"));
            } else if (child->name == "assert" || child->name == "report") {
                rule.assertions.push_back(read_assertion(*child, element));
            } else if (child->name != "p") {
                detail::unsupported("sch:" + child->name);
            }
        }
        return rule;
    }

    Assertion read_assertion(const Element& element, const Element& rule) const
    {
        for (const auto& child : element.children) {
            if (child->name != "emph" && child->name != "span" && child->name != "dir") {
                detail::unsupported("sch:" + child->name);
            }
        }
        Assertion assertion;
        assertion.id = element.find("id") != nullptr ? element.value("id") : rule.value("id");
        assertion.text = base::collapse(element.text);
        assertion.role = to_role(element);
        assertion.report = element.name == "report";
        assertion.test = detail::parse(element.value("test"), prefixes);
        return assertion;
    }

    void expect_known(const Rule& rule, int depth = 0) const
    {
        constexpr int k_deepest = 32;
        for (const auto& name : rule.extends) {
            const auto found = abstract_rules.find(name);
            if (found == abstract_rules.end() || depth > k_deepest) {
                detail::malformed(name);
            }
            expect_known(found->second, depth + 1);
        }
    }

    /// A rule's own assertions and those of the rules that it extends.
    void ask(const Rule& rule, const Element& element, Outcome& outcome,
             std::set<std::string>& doubted) const
    {
        for (const auto& name : rule.extends) {
            ask(abstract_rules.at(name), element, outcome, doubted);
        }
        static const detail::Variables k_none;
        const detail::Focus focus{detail::Node{detail::Node::Kind::element, &element, nullptr}};
        for (const auto& assertion : rule.assertions) {
            ++outcome.asked;
            try {
                const bool holds =
                    detail::to_boolean(detail::evaluate(*assertion.test, focus, k_none));
                if (holds == assertion.report) {
                    outcome.failures.push_back({assertion.id, assertion.text, assertion.role,
                                                element.line, path_of(element),
                                                qualified(element)});
                }
            } catch (const detail::DynamicError& error) {
                if (doubted.insert(assertion.id).second) {
                    outcome.doubts.push_back({assertion.id, error.reason});
                }
            }
        }
    }

    void visit(const Element& element, Outcome& outcome, std::set<std::string>& doubted) const
    {
        for (const auto& pattern : patterns) {
            const auto fitting = std::ranges::find_if(pattern.rules, [&](const Rule& rule) {
                return detail::fits(*rule.context, element);
            });
            if (fitting != pattern.rules.end()) {
                ask(*fitting, element, outcome, doubted);
            }
        }
        for (const auto& child : element.children) {
            visit(*child, outcome, doubted);
        }
    }
};

Rules::Rules(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Rules::Rules(Rules&&) noexcept = default;
Rules& Rules::operator=(Rules&&) noexcept = default;
Rules::~Rules() = default;

Rules Rules::read(base::ByteView bytes, const std::string& origin)
{
    const auto root = xml::read_tree(bytes, origin);
    auto state = std::make_unique<State>();
    try {
        state->read(*root);
    } catch (const base::Error& error) {
        auto values = error.values();
        values.insert(values.begin(), {"file", origin});
        throw base::Error(error.kind(), error.code(), std::move(values));
    }
    return Rules(std::move(state));
}

Outcome Rules::check(const Element& root) const
{
    Outcome outcome;
    std::set<std::string> doubted;
    try {
        m_state->visit(root, outcome, doubted);
    } catch (const detail::DynamicError& error) {
        outcome.doubts.push_back({"", error.reason});
    }
    return outcome;
}

} // namespace anb::schematron
