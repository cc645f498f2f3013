// The parts of a message that carry an Id.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/document.hpp"

#include <map>
#include <optional>
#include <string>

namespace anb::xmldsig {

/// Attributes "Id", "ID" and "id" in no namespace and in any.
class IdTable {
public:
    /// @throws Error{trust} ANB-O304 {id} when two elements carry the same one: a second element of
    ///         the same name is how signatures are made to cover something else
    explicit IdTable(const xml::Document& document);

    std::optional<xml::Node> find(const std::string& id) const;

private:
    std::map<std::string, xml::Node> m_nodes;
};

} // namespace anb::xmldsig
