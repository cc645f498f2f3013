// SPDX-License-Identifier: EUPL-1.2

#include "xoev/tracker.hpp"

#include <algorithm>

namespace anb::xoev {

namespace {

constexpr std::string_view k_instance = "http://www.w3.org/2001/XMLSchema-instance";

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
    for (const auto& attribute : tag.attributes) {
        if (attribute.local == "type" && attribute.namespace_uri == k_instance) {
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
    const auto type = child != nullptr  ? child->type
                      : parent.wildcard ? m_types->of_element(name.namespace_uri, name.local)
                                        : TypeTable::k_unknown;
    return {name.number, &parent, find(type), child == nullptr && !parent.wildcard};
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
