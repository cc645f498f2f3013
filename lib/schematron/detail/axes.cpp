// SPDX-License-Identifier: EUPL-1.2

#include "schematron/detail/axes.hpp"

#include <cstdint>

namespace anb::schematron::detail {

namespace {

using xml::Element;

/// Rules that go on longer than this are stopped: the square of a large document, say.
constexpr std::uint64_t k_most_nodes = 50'000'000;
thread_local std::uint64_t t_nodes = 0;

class StepWalk {
public:
    StepWalk(const Step& step, std::vector<Node>& found) : m_step(step), m_found(found) {}

    void run(const Node& from)
    {
        if (m_step.axis == Axis::self) {
            add(from);
            return;
        }
        if (from.kind == Node::Kind::attribute || from.kind == Node::Kind::text) {
            if (m_step.axis == Axis::parent || m_step.axis == Axis::ancestor) {
                add(as_node(*from.element));
            }
            if (m_step.axis == Axis::ancestor) {
                ancestors(*from.element);
            }
            if (m_step.axis == Axis::descendant_or_self) {
                add(from);
            }
            return;
        }
        if (from.kind == Node::Kind::document) {
            from_document(from);
            return;
        }
        from_element(*from.element);
    }

private:
    void add(const Node& node)
    {
        count_node();
        if (passes(m_step.test, node)) {
            m_found.push_back(node);
        }
    }

    /// The document holds the root element only; `element` of a document node is the root.
    void from_document(const Node& from)
    {
        if (m_step.axis == Axis::child) {
            add(as_node(*from.element));
        } else if (m_step.axis == Axis::descendant || m_step.axis == Axis::descendant_or_self) {
            if (m_step.axis == Axis::descendant_or_self) {
                add(from);
            }
            add(as_node(*from.element));
            descendants(*from.element);
        }
    }

    void from_element(const Element& element)
    {
        switch (m_step.axis) {
        case Axis::child:
            children(element);
            break;
        case Axis::attribute:
            for (const auto& attribute : element.attributes) {
                add({Node::Kind::attribute, &element, &attribute});
            }
            break;
        case Axis::parent:
            parent(element);
            break;
        case Axis::ancestor:
            ancestors(element);
            break;
        case Axis::descendant_or_self:
            add(as_node(element));
            descendants(element);
            break;
        case Axis::descendant:
            descendants(element);
            break;
        case Axis::following_sibling:
        case Axis::preceding_sibling:
            siblings(element, m_step.axis == Axis::following_sibling);
            break;
        case Axis::self:
            break;
        }
    }

    void children(const Element& element)
    {
        if (!element.text.empty()) {
            add({Node::Kind::text, &element, nullptr});
        }
        for (const auto& child : element.children) {
            add(as_node(*child));
        }
    }

    void descendants(const Element& element)
    {
        if (!element.text.empty()) {
            add({Node::Kind::text, &element, nullptr});
        }
        for (const auto& child : element.children) {
            add(as_node(*child));
            descendants(*child);
        }
    }

    void parent(const Element& element)
    {
        add(element.parent != nullptr ? as_node(*element.parent)
                                      : Node{Node::Kind::document, &element, nullptr});
    }

    void ancestors(const Element& element)
    {
        for (const auto* at = element.parent; at != nullptr; at = at->parent) {
            add(as_node(*at));
        }
    }

    void siblings(const Element& element, bool following)
    {
        if (element.parent == nullptr) {
            return;
        }
        bool behind = false;
        for (const auto& each : element.parent->children) {
            if (each.get() == &element) {
                behind = true;
            } else if (behind == following) {
                add(as_node(*each));
            }
        }
    }

    const Step& m_step;
    std::vector<Node>& m_found;
};

} // namespace

void count_node()
{
    if (++t_nodes > k_most_nodes) {
        t_nodes = 0;
        throw DynamicError{"too many nodes"};
    }
}

bool passes(const NodeTest& test, const Node& node)
{
    if (test.kind == NodeTest::Kind::node) {
        return true;
    }
    if (test.kind == NodeTest::Kind::text) {
        return node.kind == Node::Kind::text;
    }
    const auto fits_name = [&](const std::string& uri, const std::string& name) {
        return (test.any_name || test.name == name) &&
               (test.any_namespace || test.namespace_uri == uri);
    };
    if (node.kind == Node::Kind::attribute) {
        return fits_name(node.attribute->namespace_uri, node.attribute->name);
    }
    return node.kind == Node::Kind::element &&
           fits_name(node.element->namespace_uri, node.element->name);
}

Node as_node(const Element& element)
{
    return {Node::Kind::element, &element, nullptr};
}

std::vector<Node> follow(const Step& step, const Node& from)
{
    std::vector<Node> found;
    StepWalk(step, found).run(from);
    return found;
}

} // namespace anb::schematron::detail
