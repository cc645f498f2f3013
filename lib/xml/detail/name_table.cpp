// SPDX-License-Identifier: EUPL-1.2

#include "xml/detail/name_table.hpp"

#include "xml/detail/fault.hpp"

#include <algorithm>

namespace anb::xml::detail {

namespace {

constexpr std::size_t k_few = 16;

std::string_view view(const xmlChar* text)
{
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

} // namespace

const Name& NameTable::find(const xmlChar* local, const xmlChar* uri)
{
    const Key key{local, uri};
    auto& slot = m_recent[(Hash()(key) >> 3) % k_slots];
    if (slot.key == key) {
        return *slot.name;
    }
    const auto [at, fresh] = m_names.try_emplace(key);
    if (fresh) {
        at->second = {view(uri), view(local), m_next++};
    }
    slot = {key, &at->second};
    return at->second;
}

void NameTable::clear()
{
    m_names.clear();
    m_recent.fill({});
}

std::uint32_t Level::count(std::size_t name_number)
{
    const auto found =
        std::ranges::find(m_few, name_number, &std::pair<std::size_t, std::uint32_t>::first);
    if (found != m_few.end()) {
        return ++found->second;
    }
    if (m_few.size() < k_few) {
        m_few.emplace_back(name_number, 1);
        return 1;
    }
    return ++m_many[name_number];
}

void Level::reset()
{
    has_children = false;
    m_few.clear();
    if (!m_many.empty()) {
        m_many.clear();
    }
}

Level& LevelStack::push(const Name& name, const xmlChar* local, const xmlChar* prefix, Place place)
{
    const auto index = empty() ? 1 : top().count(name.number);
    if (!empty()) {
        top().has_children = true;
    }
    if (m_depth == m_levels.size()) {
        m_levels.emplace_back();
    }
    auto& level = m_levels[m_depth++];
    level.reset();
    level.name = &name;
    level.local = local;
    level.prefix = prefix;
    level.index = index;
    level.place = place;
    return level;
}

std::string LevelStack::path(std::size_t leave_out) const
{
    std::string path;
    for (std::size_t i = 0; i + leave_out < m_depth; ++i) {
        const auto& level = m_levels[i];
        path += "/" + qualified(level.prefix, level.local);
        if (level.index > 1) {
            path += "[" + std::to_string(level.index) + "]";
        }
    }
    return path;
}

std::string qualified(const xmlChar* prefix, const xmlChar* local)
{
    return prefix == nullptr ? to_string(local) : to_string(prefix) + ":" + to_string(local);
}

} // namespace anb::xml::detail
