// SPDX-License-Identifier: EUPL-1.2

#include "xoev/tracker.hpp"

#include <algorithm>

namespace anb::xoev {

namespace {

/// Elements that no declaration is known of: where a wildcard admits them, what is in them is
/// looked up again, or skipped as they are.
const ElementType& undeclared(bool skipped)
{
    static const ElementType k_lax{.wildcard = true}, k_skipped{.skips = true};
    return skipped ? k_skipped : k_lax;
}

} // namespace

void Tracker::begin(TypeTable* types)
{
    m_types = types;
    m_lost = false;
    m_open.clear();
    m_bindings.clear();
    if (types != nullptr && types != m_children_of) {
        m_children_of = types;
        std::ranges::fill(m_children, Child());
    }
}

const ElementType* Tracker::start(const xml::StartTag& tag)
{
    const auto outside = m_bindings.size();
    if (!tag.bindings.empty()) {
        m_bindings.insert(m_bindings.end(), tag.bindings.begin(), tag.bindings.end());
    }
    const auto* type = m_types == nullptr ? nullptr : type_of(tag);
    auto& open = m_open.emplace_back();
    open.name = tag.name.number;
    open.type = type;
    open.bindings = outside;
    return type;
}

void Tracker::end()
{
    const auto& closed = m_open.back();
    const auto name = closed.name;
    m_bindings.resize(closed.bindings);
    m_open.pop_back();
    if (!m_open.empty()) {
        m_open.back().last_child = name;
    }
}

bool Tracker::is_repeated() const
{
    return m_open.size() > 1 && m_open[m_open.size() - 2].last_child == m_open.back().name;
}

const ElementType* Tracker::find(std::uint32_t type) const
{
    return type == TypeTable::k_unknown ? nullptr : &m_types->at(type);
}

const ElementType* Tracker::type_of(const xml::StartTag& tag)
{
    if (!m_open.empty() && m_open.back().type == &undeclared(true)) {
        return m_open.back().type;
    }
    for (const auto& attribute : tag.attributes) {
        if (attribute.local == "type" && attribute.namespace_uri == xml::k_instance_namespace) {
            const auto colon = attribute.value.find(':');
            const auto prefix =
                colon == std::string_view::npos ? "" : attribute.value.substr(0, colon);
            const auto local =
                attribute.value.substr(colon == std::string_view::npos ? 0 : colon + 1);
            return find(m_types->of_type(uri_of(prefix).value_or(""), local));
        }
    }
    if (m_open.empty()) {
        const auto* root = find(m_types->of_element(tag.name.namespace_uri, tag.name.local));
        m_lost = root == nullptr;
        return root;
    }
    const auto* parent = m_open.back().type;
    if (parent == nullptr) {
        m_lost = true;
        return nullptr;
    }
    const auto place = tag.name.number ^ (reinterpret_cast<std::uintptr_t>(parent) >> 4);
    auto& slot = m_children[place % k_slots];
    if (slot.name != tag.name.number || slot.parent != parent) {
        slot = child_of(*parent, tag.name);
    }
    m_lost = m_lost || slot.lost;
    return slot.type;
}

Tracker::Child Tracker::child_of(const ElementType& parent, const xml::Name& name) const
{
    const auto* child = parent.child(name.namespace_uri, name.local);
    if (child != nullptr) {
        return {name.number, &parent, find(child->type), false};
    }
    if (!parent.wildcard) {
        return {name.number, &parent, parent.skips ? &undeclared(true) : nullptr, !parent.skips};
    }
    const auto type = m_types->of_element(name.namespace_uri, name.local);
    return {name.number, &parent, type == TypeTable::k_unknown ? &undeclared(false) : find(type),
            false};
}

std::optional<std::string_view> Tracker::uri_of(std::string_view prefix) const
{
    for (auto at = m_bindings.rbegin(); at != m_bindings.rend(); ++at) {
        if (at->prefix == prefix) {
            return at->uri;
        }
    }
    return std::nullopt;
}

std::string Tracker::display(const xml::ExpandedName& name) const
{
    if (name.namespace_uri.empty()) {
        return name.local;
    }
    for (auto at = m_bindings.rbegin(); at != m_bindings.rend(); ++at) {
        if (at->uri == name.namespace_uri && uri_of(at->prefix) == at->uri) {
            return at->prefix.empty() ? name.local : at->prefix + ":" + name.local;
        }
    }
    return "{" + name.namespace_uri + "}" + name.local;
}

} // namespace anb::xoev
