// Tags of a document with the short names of the schema it is checked against.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/detail/parser.hpp"
#include "xml/detail/short_names.hpp"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace anb::xml::detail {

/// Relies on the parser's dictionary: equal namespaces have equal addresses.
class ShortTags {
public:
    /// Another document or schema. @param names  must outlive the document
    void begin(const ShortNames* names);
    const ShortNames& names() const { return *m_names; }

    /// Lives until begin().
    const xmlChar* uri(const xmlChar* uri) { return uri == m_last ? m_last_short : find(uri); }
    /// As in StartTag; lives until the next call.
    const xmlChar** namespaces(const StartTag& tag);
    const xmlChar** attributes(const StartTag& tag);

private:
    const xmlChar* find(const xmlChar* uri);
    /// Entries of `size` texts, one of which is a namespace.
    const xmlChar** shorten(std::vector<const xmlChar*>& copy, const xmlChar** entries, int count,
                            std::ptrdiff_t size, std::size_t uri_at);

    const ShortNames* m_names = nullptr;
    std::unordered_map<const xmlChar*, std::string> m_known;
    const xmlChar* m_last = nullptr;
    const xmlChar* m_last_short = nullptr;
    std::vector<const xmlChar*> m_namespaces, m_attributes;
};

} // namespace anb::xml::detail
