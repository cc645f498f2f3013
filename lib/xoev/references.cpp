// SPDX-License-Identifier: EUPL-1.2

#include "xoev/references.hpp"

#include "base/text.hpp"
#include "xoev/code_list.hpp"

namespace anb::xoev {

namespace {

constexpr std::size_t k_most_paths = 1000;

} // namespace

const xml::Place* References::add(Meaning meaning, std::string_view value, xml::Place place,
                                  const std::function<std::string()>& path)
{
    const auto token = as_token(value);
    if (token.empty()) {
        return nullptr;
    }
    if (meaning == Meaning::id) {
        const auto [at, fresh] = m_ids.try_emplace(token, place);
        return fresh ? nullptr : &at->second;
    }
    for (const auto word : base::split(token, ' ')) {
        m_references.push_back({std::string(word), place,
                                m_references.size() < k_most_paths ? path() : std::string()});
    }
    return nullptr;
}

std::vector<References::Dangling> References::dangling() const
{
    std::vector<Dangling> found;
    for (const auto& reference : m_references) {
        if (!m_ids.contains(reference.value)) {
            found.push_back(reference);
        }
    }
    return found;
}

void References::clear()
{
    m_ids.clear();
    m_references.clear();
}

} // namespace anb::xoev
