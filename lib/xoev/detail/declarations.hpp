// What schema documents declare on their top level, and what their keys compare.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/tree.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anb::xoev::detail {

using QName = std::pair<std::string, std::string>; ///< namespace, local name

/// A name in an attribute such as type or ref, in the namespaces of its place.
QName resolve(const xml::Element& at, std::string_view name);

/// The documents must outlive it. Of several declarations of one name the first counts.
class Declarations {
public:
    using Table = std::map<QName, const xml::Element*>;

    void add(const xml::Element& schema);

    /// @param table  element, type, group, attributeGroup or attribute
    const Table& all(const std::string& table) const { return m_tables.at(table); }
    /// Null when there is none.
    const xml::Element* find(const std::string& table, const QName& name) const;
    /// Elements that name this one as the head of their substitution group.
    const std::vector<QName>& members(const QName& head) const;
    /// A field of xs:key, xs:unique or xs:keyref may select elements of this local name.
    bool is_keyed(const std::string& local) const;

private:
    std::map<std::string, Table> m_tables = {
        {"element", {}}, {"type", {}}, {"group", {}}, {"attributeGroup", {}}, {"attribute", {}}};
    std::map<QName, std::vector<QName>> m_members;
    std::set<std::string> m_keyed;
};

} // namespace anb::xoev::detail
