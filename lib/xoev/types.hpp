// What the elements of a standard's messages are: the table that a document is followed with
// (xsozial.md §6.4). libxml2 tells no types, and knows neither IDREF nor code lists.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/schema_set.hpp"
#include "xml/violation.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace anb::xoev {

/// What a simple value means beyond its form.
enum class Meaning : std::uint8_t {
    plain,
    id,
    idref,
    idrefs,
    base64,
    base64_whole, ///< facets, fixed values or keys need the text
};

inline bool is_reference(Meaning meaning)
{
    return meaning == Meaning::id || meaning == Meaning::idref || meaning == Meaning::idrefs;
}

struct AttributeType {
    std::string namespace_uri, name;
    Meaning meaning = Meaning::plain;
    bool required = false;
    std::optional<std::string> fixed;
};

struct ChildType {
    std::string namespace_uri, name;
    std::uint32_t type = 0;
};

struct ElementType {
    Meaning meaning = Meaning::plain;  ///< of its text
    bool wildcard = false;             ///< other elements may stand in it (xs:any)
    bool skips = false;                ///< others may, and nobody looks at them (skip)
    bool enumerated = false;           ///< its values are listed in the schema
    bool code = false;                 ///< an XÖV code: child `code`, list named by attributes
    bool codes_enumerated = false;     ///< a code whose values are listed in the schema
    std::string code_column{};         ///< genutzteCodeSpalte of a code type
    std::vector<ChildType> children{}; ///< sorted by name, then namespace
    std::vector<AttributeType> attributes{};

    const ChildType* child(std::string_view namespace_uri, std::string_view name) const;
    const AttributeType* attribute(std::string_view name) const;
};

/// Built once for a package and stored; a type is read when it is first met. Not shared between
/// threads: each has a copy of its own.
class TypeTable {
public:
    static constexpr std::uint32_t k_unknown = 0;

    /// The table of the files of a schema set, as text.
    static std::string build(std::span<const xml::SchemaFile* const> files);

    /// @param text  from build(); must outlive the table
    /// @throws Error{input} ANB-V305 when it is none
    explicit TypeTable(std::string_view text);

    /// Type of a global element, or k_unknown.
    std::uint32_t of_element(std::string_view namespace_uri, std::string_view name) const;
    /// A named type, for xsi:type, or k_unknown.
    std::uint32_t of_type(std::string_view namespace_uri, std::string_view name) const;
    const ElementType& at(std::uint32_t type);
    /// Global elements, as in the files.
    std::vector<xml::ExpandedName> elements() const;

private:
    ElementType read(std::string_view line) const;
    std::uint32_t find(const std::vector<std::string_view>& lines, std::string_view namespace_uri,
                       std::string_view name) const;

    std::vector<std::string> m_namespaces;
    std::vector<std::string_view> m_elements, m_names, m_lines; ///< sorted where searched
    std::vector<std::optional<ElementType>> m_types;
};

} // namespace anb::xoev
