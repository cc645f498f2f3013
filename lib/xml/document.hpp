// Protocol envelopes as a tree that keeps what canonical form needs: every text, prefix and
// namespace declaration in its place. For signed messages of bounded size.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/source.hpp"
#include "xml/tree.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct _xmlDoc;
struct _xmlNode;

namespace anb::xml {

/// One element. A handle that is cheap to copy and good as long as its document.
class Node {
public:
    explicit Node(_xmlNode* element) : m_element(element) {}

    std::string_view name() const;
    std::string_view namespace_uri() const; ///< empty when in none
    bool is(std::string_view uri, std::string_view local) const;
    std::uint64_t line() const;

    /// Value of an attribute in no namespace.
    std::optional<std::string> attribute(std::string_view local) const;
    /// Value of an attribute in a namespace.
    std::optional<std::string> attribute(std::string_view uri, std::string_view local) const;

    /// All of them, without namespace declarations; prefixes are left out.
    std::vector<Attribute> attributes() const;

    /// Child elements in their order.
    std::vector<Node> children() const;
    /// The first child element of this name.
    std::optional<Node> child(std::string_view uri, std::string_view local) const;
    std::optional<Node> parent() const;
    /// True when there is text other than white space directly below.
    bool has_own_text() const;
    /// The text below, CDATA included, in one piece; of child elements nothing.
    std::string text() const;

    /// Inclusive Canonical XML 1.0 without comments of the element and all that is in it, with the
    /// namespaces in scope (https://www.w3.org/TR/2001/REC-xml-c14n-20010315).
    void canonical(const base::Sink& sink) const;
    std::string canonical() const;

    friend bool operator==(const Node&, const Node&) = default;

private:
    _xmlNode* m_element;
};

class Document {
public:
    /// Reads a document in memory. No document type, no entities but the five, nothing is loaded;
    /// depth and tags are bounded as in xml::Inspector; every namespace has an absolute name, so
    /// that there is a canonical form.
    /// @param origin  name used in messages
    /// @throws Error{input} ANB-X102 to ANB-X109, as Inspector; ANB-X110 when a {namespace} has a
    ///         relative name
    static Document parse(base::ByteView bytes, const std::string& origin);

    Node root() const;

    /// Calls `visit` for every element in document order.
    void walk(const std::function<void(const Node&)>& visit) const;

private:
    explicit Document(std::shared_ptr<_xmlDoc> document) : m_document(std::move(document)) {}

    std::shared_ptr<_xmlDoc> m_document;
};

} // namespace anb::xml
