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
        std::ranges::fill(m_children, Slot());
    }
}

const ElementType* Tracker::start(const xml::StartTag& tag)
{
    const auto outside = m_bindings.size();
    if (!tag.bindings.empty()) {
        m_bindings.insert(m_bindings.end(), tag.bindings.begin(), tag.bindings.end());
    }
    const auto type = m_types == nullptr ? TypeTable::k_unknown : type_of(tag);
    m_open.push_back({tag.name, type, static_cast<std::size_t>(-1), outside});
    return this->type();
}

void Tracker::end()
{
    const auto closed = m_open.back();
    m_bindings.resize(closed.bindings);
    m_open.pop_back();
    if (!m_open.empty()) {
        m_open.back().last_child = closed.name.number;
    }
}

std::uint32_t Tracker::type_of(const xml::StartTag& tag)
{
    for (const auto& attribute : tag.attributes) {
        if (attribute.local == "type" && attribute.namespace_uri == k_instance) {
            const auto colon = attribute.value.find(':');
            const auto prefix =
                colon == std::string_view::npos ? "" : attribute.value.substr(0, colon);
            const auto local =
                attribute.value.substr(colon == std::string_view::npos ? 0 : colon + 1);
            return m_types->of_type(uri_of(prefix).value_or(""), local);
        }
    }
    if (m_open.empty()) {
        const auto root = m_types->of_element(tag.name.namespace_uri, tag.name.local);
        m_lost = root == TypeTable::k_unknown;
        return root;
    }
    const auto parent = m_open.back().type;
    if (parent == TypeTable::k_unknown) {
        m_lost = true;
        return TypeTable::k_unknown;
    }
    auto& slot = m_children[(tag.name.number ^ (std::size_t{parent} << 3)) % k_slots];
    if (slot.name != tag.name.number || slot.parent != parent) {
        const auto& type = m_types->at(parent);
        const auto* child = type.child(tag.name.namespace_uri, tag.name.local);
        slot = {tag.name.number, parent,
                child != nullptr ? child->type
                : type.wildcard  ? m_types->of_element(tag.name.namespace_uri, tag.name.local)
                                 : TypeTable::k_unknown,
                child == nullptr && !type.wildcard};
    }
    m_lost = m_lost || slot.lost;
    return slot.type;
}

const ElementType* Tracker::type(std::size_t above)
{
    if (m_types == nullptr || above >= m_open.size()) {
        return nullptr;
    }
    const auto type = m_open[m_open.size() - 1 - above].type;
    return type == TypeTable::k_unknown ? nullptr : &m_types->at(type);
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
