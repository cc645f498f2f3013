// SPDX-License-Identifier: EUPL-1.2

#include "xoev/detail/declarations.hpp"

#include "base/text.hpp"
#include "xml/schema_set.hpp"

namespace anb::xoev::detail {

namespace {

/// The last step of each alternative, without prefix; none of attributes.
void add_last_steps(const xml::Element& constraint, std::string_view part,
                    std::set<std::string>& names)
{
    for (const auto& each : constraint.children) {
        if (!each->is(xml::k_schema_namespace, part)) {
            continue;
        }
        for (const auto path : base::split(each->value("xpath"), '|')) {
            auto step = base::trim(path.substr(path.rfind('/') + 1));
            step = step.substr(step.rfind(':') + 1);
            if (step == "." && part == "field") {
                add_last_steps(constraint, "selector", names);
            } else if (!step.empty() && !step.starts_with('@')) {
                names.insert(step == "." ? "*" : std::string(step));
            }
        }
    }
}

/// "*" stands for any name.
void collect_keyed(const xml::Element& schema, std::set<std::string>& names)
{
    for (const auto& child : schema.children) {
        const bool constraint = child->is(xml::k_schema_namespace, "key") ||
                                child->is(xml::k_schema_namespace, "unique") ||
                                child->is(xml::k_schema_namespace, "keyref");
        if (constraint) {
            add_last_steps(*child, "field", names);
        } else {
            collect_keyed(*child, names);
        }
    }
}

} // namespace

QName resolve(const xml::Element& at, std::string_view name)
{
    const auto colon = name.find(':');
    const auto prefix =
        colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
    return {at.uri_of(prefix).value_or(""),
            std::string(colon == std::string_view::npos ? name : name.substr(colon + 1))};
}

void Declarations::add(const xml::Element& schema)
{
    const std::string target(schema.value("targetNamespace"));
    for (const auto& child : schema.children) {
        const auto* name = child->find("name");
        if (name == nullptr || child->namespace_uri != xml::k_schema_namespace) {
            continue;
        }
        const bool type = child->name == "complexType" || child->name == "simpleType";
        if (const auto table = m_tables.find(type ? "type" : child->name);
            table != m_tables.end()) {
            table->second.try_emplace({target, *name}, child.get());
        }
        if (const auto* head = child->find("substitutionGroup"); head != nullptr) {
            m_members[resolve(*child, *head)].push_back({target, *name});
        }
    }
    collect_keyed(schema, m_keyed);
}

const xml::Element* Declarations::find(const std::string& table, const QName& name) const
{
    const auto tables = m_tables.find(table);
    if (tables == m_tables.end()) {
        return nullptr;
    }
    const auto found = tables->second.find(name);
    return found == tables->second.end() ? nullptr : found->second;
}

const std::vector<QName>& Declarations::members(const QName& head) const
{
    static const std::vector<QName> k_none;
    const auto found = m_members.find(head);
    return found == m_members.end() ? k_none : found->second;
}

bool Declarations::is_keyed(const std::string& local) const
{
    return m_keyed.contains(local) || m_keyed.contains("*");
}

} // namespace anb::xoev::detail
