// SPDX-License-Identifier: EUPL-1.2

#include "xoev/references.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace anb::xoev {

const xml::Place* References::add(Meaning meaning, std::string_view value, xml::Place place,
                                  const std::function<std::string()>& path)
{
    const auto token = base::collapse(value);
    if (token.empty()) {
        return nullptr;
    }
    if (meaning == Meaning::id) {
        const auto [at, fresh] = m_ids.try_emplace(token, place);
        m_open.erase(token);
        return fresh ? nullptr : &at->second;
    }
    for (const auto word : base::split(token, ' ')) {
        std::string id(word);
        if (!m_ids.contains(id) && !m_open.contains(id)) {
            m_open.emplace(id, Dangling{id, place, path()});
        }
    }
    return nullptr;
}

std::vector<References::Dangling> References::dangling() const
{
    std::vector<Dangling> found;
    for (const auto& [value, reference] : m_open) {
        found.push_back(reference);
    }
    std::ranges::sort(found, {}, [](const Dangling& each) {
        return std::pair(each.place.line, each.place.column);
    });
    return found;
}

void References::clear()
{
    m_ids.clear();
    m_open.clear();
}

} // namespace anb::xoev
