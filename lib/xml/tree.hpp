// Small documents as a tree: schemas, code lists, rule files. Messages are never read this way.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::xml {

struct Attribute {
    std::string prefix{}, name, namespace_uri{}, value;
};

/// A namespace that an element declares; the default one has no prefix.
struct Binding {
    std::string prefix, uri;
};

struct Element {
    std::string prefix{}, name, namespace_uri{};
    std::uint64_t line = 0; ///< counted from 1; of files above 65,535 lines libxml2 knows no more
    std::vector<Binding> bindings{};
    std::vector<Attribute> attributes{};
    std::vector<std::unique_ptr<Element>> children{};
    std::string text{}; ///< its own, pieces between children joined
    const Element* parent = nullptr;

    bool is(std::string_view uri, std::string_view local) const
    {
        return name == local && namespace_uri == uri;
    }
    /// Value of an attribute in no namespace, or null.
    const std::string* find(std::string_view attribute) const;
    /// The same, or an empty text.
    std::string_view value(std::string_view attribute) const;
    /// The first child of this local name in any namespace, or null.
    const Element* child(std::string_view local) const;
    /// What a prefix stands for at this place; nothing when it is not declared.
    std::optional<std::string> uri_of(std::string_view of_prefix) const;
};

/// Reads a document that may have a document type, whose internal entities are replaced. One
/// that names external entities is refused (ANB-X103); nothing is ever loaded.
///
/// @param origin  name used in messages
/// @throws Error{input} ANB-X102 to ANB-X109 with file, line and column, as xml::Inspector
std::unique_ptr<Element> read_tree(base::ByteView document, const std::string& origin);

/// The element and what is in it as a document in UTF-8; texts stand before the children.
std::string write_tree(const Element& element);

} // namespace anb::xml
