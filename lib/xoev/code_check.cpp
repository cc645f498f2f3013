// SPDX-License-Identifier: EUPL-1.2

#include "xoev/code_check.hpp"

#include "base/text.hpp"
#include "xoev/sentences.hpp"

#include <algorithm>

namespace anb::xoev {

namespace {

using base::Severity;

/// The document's value, else the one that the schema fixes.
std::string_view attribute_of(const ElementType& type, const xml::StartTag& tag,
                              std::string_view name)
{
    const auto given = std::ranges::find_if(tag.attributes, [&](const xml::AttributeText& each) {
        return each.local == name && each.namespace_uri.empty();
    });
    if (given != tag.attributes.end()) {
        return given->value;
    }
    const auto* declared = type.attribute(name);
    return declared == nullptr || !declared->fixed ? std::string_view() : *declared->fixed;
}

} // namespace

void CodeCheck::clear()
{
    m_open.reset();
    m_findings.clear();
    m_sources.clear();
    m_uses.clear();
}

const CodeCheck::Source& CodeCheck::source(const ElementType& type, const xml::StartTag& tag)
{
    const auto uri = attribute_of(type, tag, "listURI");
    const auto version = attribute_of(type, tag, "listVersionID");
    auto& sources = m_sources[&type];
    for (const auto& known : sources) {
        if (known.uri == uri && known.version == version) {
            return known;
        }
    }
    const std::pair key(base::collapse(uri), base::collapse(version));
    auto [use, fresh] = m_uses.try_emplace(key);
    if (fresh) {
        use->second.state = m_library.state_of(key.first, key.second);
    }
    use->second.in_schema = use->second.in_schema || type.codes_enumerated;
    sources.push_back({std::string(uri), std::string(version),
                       m_library.list(key.first, key.second), &use->second});
    return sources.back();
}

void CodeCheck::start(const ElementType& type, const xml::StartTag& tag, std::size_t depth)
{
    m_open = Open{depth, &type, &source(type, tag), tag.prefix, tag.name.local};
}

std::string CodeCheck::Open::element() const
{
    return (prefix.empty() ? "" : std::string(prefix) + ":") + std::string(local);
}

void CodeCheck::value(std::string_view name, std::string_view text, xml::Place place,
                      std::size_t depth, const std::function<std::string()>& path)
{
    if (!is_inside(depth)) {
        return;
    }
    const auto token = base::collapse(text);
    if (name == "code") {
        ++m_open->source->use->codes;
        if (m_open->source->table == nullptr) {
            return;
        }
        if (m_open->source->table->contains(token, m_open->type->code_column)) {
            m_open->code = token;
            return;
        }
        ++m_open->source->use->unknown;
        m_findings.push_back(make_finding(Severity::error, "ANB-V150", place, path(),
                                          m_open->element(),
                                          {{"element", m_open->element()},
                                           {"value", cut(token)},
                                           {"list", m_open->source->uri},
                                           {"version", m_open->source->version}},
                                          "xoev:code-list"));
    } else if (name == "name" && m_open->source->table != nullptr && !m_open->code.empty()) {
        const auto right = m_open->source->table->name_of(m_open->code);
        if (!right.empty() && !token.empty() && right != token) {
            m_findings.push_back(make_finding(Severity::note, "ANB-V153", place, path(),
                                              m_open->element(),
                                              {{"element", m_open->element()},
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
