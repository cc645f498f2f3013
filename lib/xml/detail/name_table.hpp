// Numbers for the names of documents, and the path of the element that is open.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/validator.hpp"

#include <libxml/xmlstring.h>

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace anb::xml::detail {

/// Relies on the parsers' dictionary: equal names have equal addresses.
class NameTable {
public:
    /// Lives until clear().
    const Name& find(const xmlChar* local, const xmlChar* uri);
    /// For another dictionary. Numbers are not given again.
    void clear();

private:
    struct Key {
        const xmlChar* local;
        const xmlChar* uri;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const
        {
            return reinterpret_cast<std::uintptr_t>(key.local) * 31 +
                   reinterpret_cast<std::uintptr_t>(key.uri);
        }
    };
    struct Slot {
        Key key{nullptr, nullptr};
        const Name* name = nullptr;
    };
    static constexpr std::size_t k_slots = 64;

    std::unordered_map<Key, Name, Hash> m_names;
    std::size_t m_next = 0;
    std::array<Slot, k_slots> m_recent; ///< the same, found without a search
};

/// One open element.
struct Level {
    const Name* name = nullptr;
    const xmlChar* prefix = nullptr;
    const xmlChar* local = nullptr;
    std::uint32_t index = 1; ///< among siblings of the same name
    Place place{};
    bool has_children = false;

    /// @return how many children of this name there are with this one
    std::uint32_t count(std::size_t name_number);
    void reset();

private:
    std::vector<std::pair<std::size_t, std::uint32_t>> m_few;
    std::unordered_map<std::size_t, std::uint32_t> m_many;
};

/// The open elements, outermost first. Levels are used again, so that nothing is allocated for
/// each element.
class LevelStack {
public:
    Level& push(const Name& name, const xmlChar* local, const xmlChar* prefix, Place place);
    void pop() { --m_depth; }
    void clear() { m_depth = 0; }
    bool empty() const { return m_depth == 0; }
    Level& top(std::size_t above = 0) { return m_levels[m_depth - 1 - above]; }
    std::size_t depth() const { return m_depth; }
    /// "/a:antrag/person[2]/name"; a number stands from the second of a name on.
    /// @param leave_out  levels from the innermost on
    std::string path(std::size_t leave_out = 0) const;

private:
    std::vector<Level> m_levels;
    std::size_t m_depth = 0;
};

std::string qualified(const xmlChar* prefix, const xmlChar* local);

} // namespace anb::xml::detail
