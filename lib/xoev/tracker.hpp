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

    /// Type of the element that is open, `above` levels up, or null.
    const ElementType* type(std::size_t above = 0) const
    {
        return above < m_open.size() ? m_open[m_open.size() - 1 - above].type : nullptr;
    }
    /// The element before the open one has the same name.
    bool is_repeated() const;
    /// A name as it would be written at this place: "xsb:person", or "{uri}person".
    std::string display(const xml::ExpandedName& name) const;

private:
    static constexpr std::size_t k_none = static_cast<std::size_t>(-1);
    struct Open {
        std::size_t name = k_none; ///< Name::number
        const ElementType* type = nullptr;
        std::size_t last_child = k_none; ///< Name::number
        std::size_t bindings = 0;        ///< how many namespaces were declared outside of it
    };
    struct Child {
        std::size_t name = k_none; ///< Name::number
        const ElementType* parent = nullptr;
        const ElementType* type = nullptr;
        bool lost = false;
    };

    const ElementType* type_of(const xml::StartTag& tag);
    Child child_of(const ElementType& parent, const xml::Name& name) const;
    const ElementType* find(std::uint32_t type) const;
    std::optional<std::string_view> uri_of(std::string_view prefix) const;

    TypeTable* m_types = nullptr;
    const TypeTable* m_children_of = nullptr;
    bool m_lost = false;
    std::vector<Open> m_open;
    std::vector<xml::Binding> m_bindings;
    static constexpr std::size_t k_slots = 128;

    std::vector<Child> m_children = std::vector<Child>(k_slots); ///< lately used, by type and name
};

} // namespace anb::xoev
