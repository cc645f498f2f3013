// Follows a document with a type table: which type does the open element have?
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/validator.hpp"
#include "xoev/types.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::xoev {

/// One open element.
struct OpenElement {
    xml::Name name{};
    std::uint32_t type = TypeTable::k_unknown;
    std::size_t last_child = static_cast<std::size_t>(-1); ///< Name::number
    std::size_t bindings = 0; ///< how many namespaces were declared outside of it
};

class Tracker {
public:
    /// A new document of the same validator. @param types  null: names and namespaces are followed,
    /// types are not
    void begin(TypeTable* types);
    /// @return the element's type, or null when it is not known
    const ElementType* start(const xml::StartTag& tag);
    void end();

    /// Some elements were of no known type, so that not every ID was seen.
    bool is_lost() const { return m_lost; }

    const std::vector<OpenElement>& open() const { return m_open; }
    /// Type of the element that is open, `above` levels up, or null.
    const ElementType* type(std::size_t above = 0);
    /// A name as it would be written at this place: "xsb:person", or "{uri}person".
    std::string display(const xml::ExpandedName& name) const;

private:
    std::uint32_t type_of(const xml::StartTag& tag);
    std::optional<std::string_view> uri_of(std::string_view prefix) const;

    TypeTable* m_types = nullptr;
    const TypeTable* m_children_of = nullptr;
    bool m_lost = false;
    std::vector<OpenElement> m_open;
    std::vector<xml::Binding> m_bindings;
    struct Slot {
        std::size_t name = static_cast<std::size_t>(-1); ///< Name::number
        std::uint32_t parent = TypeTable::k_unknown;
        std::uint32_t type = TypeTable::k_unknown;
        bool lost = false;
    };
    static constexpr std::size_t k_slots = 128;

    std::vector<Slot> m_children = std::vector<Slot>(k_slots); ///< lately used, by type and name
};

} // namespace anb::xoev
