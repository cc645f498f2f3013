// SPDX-License-Identifier: EUPL-1.2

#include "xoev/references.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace anb::xoev {

namespace {

/// What is no name at all the schema's check says already.
bool may_be_name(std::string_view word)
{
    const auto inside = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
    };
    constexpr std::string_view k_not_first = "0123456789-.";
    return std::ranges::all_of(word, inside) &&
           k_not_first.find(word.front()) == std::string_view::npos;
}

} // namespace

const xml::Place* References::add(Meaning meaning, std::string_view value, xml::Place place,
                                  const std::function<std::string()>& path)
{
    const auto token = base::collapse(value);
    if (token.empty()) {
        return nullptr;
    }
    if (meaning == Meaning::id) {
        if (!may_be_name(token)) {
            return nullptr;
        }
        const auto [at, fresh] = m_ids.try_emplace(token, place);
        m_open.erase(token);
        return fresh ? nullptr : &at->second;
    }
    for (const auto word : base::split(token, meaning == Meaning::idrefs ? ' ' : '\0')) {
        std::string id(word);
        if (may_be_name(word) && !m_ids.contains(id) && !m_open.contains(id)) {
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
