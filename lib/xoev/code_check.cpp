// SPDX-License-Identifier: EUPL-1.2

#include "xoev/code_check.hpp"

#include "xoev/sentences.hpp"

#include <algorithm>

namespace anb::xoev {

namespace {

using base::Severity;

/// The document's value, else the one that the schema fixes.
std::string attribute_of(const ElementType& type, const xml::StartTag& tag, std::string_view name)
{
    const auto given = std::ranges::find_if(tag.attributes, [&](const xml::AttributeText& each) {
        return each.local == name && each.namespace_uri.empty();
    });
    if (given != tag.attributes.end()) {
        return as_token(given->value);
    }
    const auto* declared = type.attribute(name);
    return declared == nullptr ? std::string() : declared->fixed.value_or("");
}

} // namespace

void CodeCheck::clear()
{
    m_open.reset();
    m_findings.clear();
    m_uses.clear();
}

void CodeCheck::start(const ElementType& type, const xml::StartTag& tag, std::size_t depth)
{
    Open open;
    open.depth = depth;
    open.element =
        (tag.prefix.empty() ? "" : std::string(tag.prefix) + ":") + std::string(tag.name.local);
    open.uri = attribute_of(type, tag, "listURI");
    open.version = attribute_of(type, tag, "listVersionID");
    open.column = type.code_column;
    auto [at, fresh] = m_uses.try_emplace({open.uri, open.version});
    if (fresh) {
        at->second.state = m_library.state_of(open.uri, open.version);
    }
    open.use = &at->second;
    open.table = m_library.list(open.uri, open.version);
    m_open = std::move(open);
}

void CodeCheck::value(std::string_view name, std::string_view text, xml::Place place,
                      std::size_t depth, const std::function<std::string()>& path)
{
    if (!m_open || depth != m_open->depth + 1) {
        return;
    }
    const auto token = as_token(text);
    if (name == "code") {
        ++m_open->use->codes;
        if (m_open->table == nullptr) {
            return;
        }
        if (m_open->table->contains(token, m_open->column)) {
            m_open->code = token;
            return;
        }
        ++m_open->use->unknown;
        m_findings.push_back(make_finding(Severity::error, "ANB-V150", place, path(),
                                          m_open->element,
                                          {{"element", m_open->element},
                                           {"value", cut(token)},
                                           {"list", m_open->uri},
                                           {"version", m_open->version}},
                                          "xoev:code-list"));
    } else if (name == "name" && m_open->table != nullptr && !m_open->code.empty()) {
        const auto right = m_open->table->name_of(m_open->code);
        if (!right.empty() && !token.empty() && right != token) {
            m_findings.push_back(make_finding(Severity::note, "ANB-V153", place, path(),
                                              m_open->element,
                                              {{"element", m_open->element},
                                               {"value", cut(token)},
                                               {"code", cut(m_open->code)},
                                               {"near", cut(right)}},
                                              "xoev:code-list"));
        }
    }
}

void CodeCheck::end(std::size_t depth)
{
    if (m_open && depth == m_open->depth) {
        m_open.reset();
    }
}

} // namespace anb::xoev
