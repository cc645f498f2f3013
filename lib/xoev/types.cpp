// SPDX-License-Identifier: EUPL-1.2

#include "xoev/types.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "xoev/detail/type_text.hpp"

#include <algorithm>
#include <charconv>

namespace anb::xoev {

namespace {

[[noreturn]] void damaged()
{
    throw base::Error(base::ErrorKind::input, "ANB-V305", {});
}

std::uint32_t to_number(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
        damaged();
    }
    return number;
}

/// name TAB namespace TAB type
struct Row {
    std::string_view name;
    std::uint32_t namespace_number, type;

    static Row read(std::string_view text)
    {
        const auto cells = base::split(text, '\t');
        if (cells.size() != 3) {
            damaged();
        }
        return {cells[0], to_number(cells[1]), to_number(cells[2])};
    }
};

Meaning to_meaning(std::string_view letters)
{
    return letters.find('i') != std::string_view::npos   ? Meaning::id
           : letters.find('r') != std::string_view::npos ? Meaning::idref
           : letters.find('R') != std::string_view::npos ? Meaning::idrefs
           : letters.find('b') != std::string_view::npos ? Meaning::base64
           : letters.find('B') != std::string_view::npos ? Meaning::base64_whole
                                                         : Meaning::plain;
}

} // namespace

const ChildType* ElementType::child(std::string_view namespace_uri, std::string_view name) const
{
    const auto found = std::ranges::lower_bound(
        children, std::pair(name, namespace_uri), {}, [](const auto& each) {
            return std::pair(std::string_view(each.name), std::string_view(each.namespace_uri));
        });
    return found != children.end() && found->name == name && found->namespace_uri == namespace_uri
               ? &*found
               : nullptr;
}

const AttributeType* ElementType::attribute(std::string_view name) const
{
    const auto found = std::ranges::find_if(attributes, [&](const AttributeType& each) {
        return each.name == name && each.namespace_uri.empty();
    });
    return found == attributes.end() ? nullptr : &*found;
}

TypeTable::TypeTable(std::string_view text)
{
    const auto lines = base::split(text, '\n');
    if (lines.empty() || lines.front() != detail::k_type_header) {
        damaged();
    }
    for (const auto line : std::span(lines).subspan(1)) {
        if (line.empty()) {
            continue;
        }
        const auto rest = line.substr(1);
        switch (line.front()) {
        case detail::k_namespace_line:
            m_namespaces.emplace_back(rest);
            break;
        case detail::k_element_line:
            m_elements.push_back(rest);
            break;
        case detail::k_name_line:
            m_names.push_back(rest);
            break;
        case detail::k_type_line:
            m_lines.push_back(rest);
            break;
        default:
            damaged();
        }
    }
    if (m_lines.empty()) {
        damaged();
    }
    m_types.resize(m_lines.size());
}

std::uint32_t TypeTable::find(const std::vector<std::string_view>& lines,
                              std::string_view namespace_uri, std::string_view name) const
{
    const auto name_of = [](std::string_view line) { return line.substr(0, line.find('\t')); };
    for (auto at = std::ranges::lower_bound(lines, name, {}, name_of);
         at != lines.end() && name_of(*at) == name; ++at) {
        const auto row = Row::read(*at);
        if (row.namespace_number < m_namespaces.size() &&
            m_namespaces[row.namespace_number] == namespace_uri) {
            return row.type < m_lines.size() ? row.type : k_unknown;
        }
    }
    return k_unknown;
}

std::uint32_t TypeTable::of_element(std::string_view namespace_uri, std::string_view name) const
{
    return find(m_elements, namespace_uri, name);
}

std::uint32_t TypeTable::of_type(std::string_view namespace_uri, std::string_view name) const
{
    return find(m_names, namespace_uri, name);
}

std::vector<xml::ExpandedName> TypeTable::elements() const
{
    std::vector<xml::ExpandedName> names;
    for (const auto line : m_elements) {
        const auto row = Row::read(line);
        if (row.namespace_number >= m_namespaces.size()) {
            damaged();
        }
        names.push_back({m_namespaces[row.namespace_number], std::string(row.name)});
    }
    return names;
}

const ElementType& TypeTable::at(std::uint32_t type)
{
    auto& found = m_types.at(type);
    if (!found) {
        found = read(m_lines[type]);
        const auto child = std::ranges::find(found->children, "code", &ChildType::name);
        found->code = child != found->children.end() && found->attribute("listURI") != nullptr &&
                      found->attribute("listVersionID") != nullptr;
        if (found->code && child->type != type) {
            const bool enumerated = at(child->type).enumerated;
            m_types[type]->codes_enumerated = enumerated;
        }
    }
    return *found;
}

ElementType TypeTable::read(std::string_view line) const
{
    const auto namespace_at = [&](std::string_view number) -> const std::string& {
        const auto index = to_number(number);
        if (index >= m_namespaces.size()) {
            damaged();
        }
        return m_namespaces[index];
    };
    ElementType type;
    const auto cells = base::split(line, '\t');
    type.meaning = to_meaning(cells[0]);
    type.wildcard = cells[0].find('w') != std::string_view::npos;
    type.skips = cells[0].find('s') != std::string_view::npos;
    type.enumerated = cells[0].find('e') != std::string_view::npos;
    for (const auto cell : std::span(cells).subspan(1)) {
        const auto parts = base::split(cell, ' ');
        if (parts.size() < 2) {
            damaged();
        }
        if (parts[0] == "K") {
            type.code_column = parts[1];
        } else if (parts[0] == "C" && parts.size() == 4) {
            const auto child = to_number(parts[3]);
            type.children.push_back({namespace_at(parts[1]), std::string(parts[2]),
                                     child < m_lines.size() ? child : k_unknown});
        } else if (parts[0] == "A" && parts.size() >= 4) {
            AttributeType attribute{namespace_at(parts[1]), std::string(parts[2]),
                                    to_meaning(parts[3]),
                                    parts[3].find('!') != std::string_view::npos, std::nullopt};
            if (parts[3].find('=') != std::string_view::npos) {
                const auto start =
                    static_cast<std::size_t>(parts[3].data() - cell.data()) + parts[3].size() + 1;
                attribute.fixed = cell.substr(std::min(start, cell.size()));
            }
            type.attributes.push_back(std::move(attribute));
        } else {
            damaged();
        }
    }
    return type;
}

} // namespace anb::xoev
