// SPDX-License-Identifier: EUPL-1.2

#include "xml/detail/short_tags.hpp"

#include <cstddef>

namespace anb::xml::detail {

void ShortTags::begin(const ShortNames* names)
{
    m_names = names;
    m_known.clear();
    m_last = nullptr;
    m_last_short = nullptr;
}

const xmlChar* ShortTags::find(const xmlChar* uri)
{
    if (uri == nullptr) {
        return nullptr;
    }
    const auto [at, fresh] = m_known.try_emplace(uri);
    if (fresh) {
        at->second = m_names->shorten(reinterpret_cast<const char*>(uri));
    }
    m_last = uri;
    m_last_short = reinterpret_cast<const xmlChar*>(at->second.c_str());
    return m_last_short;
}

const xmlChar** ShortTags::namespaces(const StartTag& tag)
{
    return shorten(m_namespaces, tag.namespaces, tag.namespace_count, 2, 1);
}

const xmlChar** ShortTags::attributes(const StartTag& tag)
{
    return shorten(m_attributes, tag.attributes, tag.attribute_count, 5, 2);
}

const xmlChar** ShortTags::shorten(std::vector<const xmlChar*>& copy, const xmlChar** entries,
                                   int count, std::ptrdiff_t size, std::size_t uri_at)
{
    if (count == 0) {
        return entries;
    }
    copy.assign(entries, entries + count * size);
    for (auto i = uri_at; i < copy.size(); i += static_cast<std::size_t>(size)) {
        copy[i] = uri(copy[i]);
    }
    return copy.data();
}

} // namespace anb::xml::detail
