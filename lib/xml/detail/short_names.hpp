// Short names for the namespaces of a schema. libxml2 compares the namespace of every element byte
// by byte with those of the elements that may stand there.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/tree.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace anb::xml::detail {

/// "n:0", "n:1" … Different namespaces have different names, whatever a document calls its own.
class ShortNames {
public:
    /// @param namespaces  that the schemas declare; the order decides the names
    explicit ShortNames(std::vector<std::string> namespaces);

    /// That of no schema is its own name, unless it looks like one of these.
    std::string shorten(std::string_view uri) const;
    /// shorten() for every namespace that a schema document declares or speaks of.
    void shorten_schema(Element& schema) const;
    std::string restore(std::string_view name) const;
    /// restore() for every "{name}" and "'name'" in a sentence of libxml2.
    std::string restore_in(std::string_view sentence) const;

private:
    std::vector<std::string> m_namespaces;
    std::map<std::string, std::string, std::less<>> m_names;
};

} // namespace anb::xml::detail
