// SPDX-License-Identifier: EUPL-1.2

#include "xml/detail/short_names.hpp"

#include "xml/schema_set.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace anb::xml::detail {

namespace {

constexpr std::string_view k_begin = "n:";

/// What libxml2 itself knows by name.
bool is_reserved(std::string_view uri)
{
    constexpr std::array<std::string_view, 4> k_reserved = {
        "", k_schema_namespace, k_instance_namespace, "http://www.w3.org/XML/1998/namespace"};
    return std::ranges::find(k_reserved, uri) != k_reserved.end();
}

} // namespace

ShortNames::ShortNames(std::vector<std::string> namespaces) : m_namespaces(std::move(namespaces))
{
    std::erase_if(m_namespaces, is_reserved);
    for (std::size_t i = 0; i < m_namespaces.size(); ++i) {
        m_names.emplace(m_namespaces[i], std::string(k_begin) + std::to_string(i));
    }
}

std::string ShortNames::shorten(std::string_view uri) const
{
    const auto found = m_names.find(uri);
    if (found != m_names.end()) {
        return found->second;
    }
    return (uri.starts_with(k_begin) ? std::string(k_begin) : std::string()) + std::string(uri);
}

void ShortNames::shorten_schema(Element& schema) const
{
    for (auto& binding : schema.bindings) {
        binding.uri = shorten(binding.uri);
    }
    for (auto& attribute : schema.attributes) {
        if (!attribute.namespace_uri.empty() ||
            (attribute.name != "targetNamespace" && attribute.name != "namespace")) {
            continue;
        }
        std::string names;
        for (std::size_t at = 0; at < attribute.value.size();) {
            const auto end =
                std::min(attribute.value.find_first_of(" \t\r\n", at), attribute.value.size());
            if (end > at) {
                names += (names.empty() ? "" : " ") +
                         shorten(std::string_view(attribute.value).substr(at, end - at));
            }
            at = end + 1;
        }
        attribute.value = names;
    }
    for (auto& child : schema.children) {
        shorten_schema(*child);
    }
}

std::string ShortNames::restore(std::string_view name) const
{
    if (!name.starts_with(k_begin)) {
        return std::string(name);
    }
    name.remove_prefix(k_begin.size());
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    const bool ours =
        error == std::errc() && end == name.data() + name.size() && number < m_namespaces.size();
    return ours ? m_namespaces[number] : std::string(name);
}

std::string ShortNames::restore_in(std::string_view sentence) const
{
    std::string text;
    std::size_t at = 0;
    while (true) {
        const auto begin = sentence.find(k_begin, at);
        const auto end =
            begin == std::string_view::npos ? begin : sentence.find_first_of("}'", begin);
        if (end == std::string_view::npos) {
            return text + std::string(sentence.substr(at));
        }
        const bool quoted =
            begin > 0 && (sentence[begin - 1] == '{' || sentence[begin - 1] == '\'');
        const auto name = sentence.substr(begin, end - begin);
        text += sentence.substr(at, begin - at);
        text += quoted ? restore(name) : std::string(name);
        at = end;
    }
}

} // namespace anb::xml::detail
