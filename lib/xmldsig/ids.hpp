// The parts of a message that carry an Id.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/document.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace anb::xmldsig {

/// Attributes "Id" in no namespace.
class IdTable {
public:
    /// @param is_payload  elements whose inside is somebody else's document: Ids in there may occur
    ///                    again in there, and are never found
    /// @throws Error{trust} ANB-O304 {id} when two elements carry the same one: a second element of
    ///         the same name is how signatures are made to cover something else
    IdTable(const xml::Document& document, const std::function<bool(const xml::Node&)>& is_payload);

    std::optional<xml::Node> find(const std::string& id) const;

private:
    std::map<std::string, xml::Node> m_nodes;
};

} // namespace anb::xmldsig
