// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/body_faults.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace anb::sandbox {

namespace {

constexpr std::string_view k_token_alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
constexpr std::size_t k_shortest_modulus = 300; ///< characters

void spoil(char& c)
{
    c = c == 'A' ? 'B' : 'A';
}

void replace_all(std::string& text, const std::string& from, const std::string& to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

} // namespace

std::string SwappedAnswers::exchange(std::size_t rule, const std::string& target,
                                     const std::string& body)
{
    const std::lock_guard lock(m_mutex);
    const auto [kept, is_new] = m_kept.try_emplace(rule, Kept{target, body});
    return is_new || kept->second.target == target ? body : kept->second.body;
}

std::string forge_signatures(std::string text)
{
    for (auto begin = text.find("eyJ"); begin != std::string::npos;
         begin = text.find("eyJ", begin)) {
        const auto end = std::min(text.find_first_not_of(k_token_alphabet, begin), text.size());
        const auto dots = std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                     text.begin() + static_cast<std::ptrdiff_t>(end), '.');
        const auto signature = text.rfind('.', end - 1) + 1;
        if (dots == 2 && signature > begin && signature < end) {
            spoil(text[signature + (end - signature) / 2]);
        }
        begin = end;
    }
    return text;
}

std::string forge_keys(std::string text)
{
    constexpr std::string_view k_member = "\"n\":\"";
    for (auto begin = text.find(k_member); begin != std::string::npos;
         begin = text.find(k_member, begin)) {
        begin += k_member.size();
        const auto end = std::min(text.find('"', begin), text.size());
        if (end - begin >= k_shortest_modulus) {
            spoil(text[begin + (end - begin) / 2]);
        }
    }
    return text;
}

bool changes_answer(const Effect& effect)
{
    return effect.body || !effect.swaps.empty() || !effect.replacements.empty() ||
           effect.forge_signatures || effect.forge_keys || effect.oversize > 0 ||
           !effect.headers.empty();
}

void change_answer(const Effect& effect, const std::string& target, SwappedAnswers& swapped,
                   Response& response)
{
    if (effect.body) {
        response.file.clear();
        response.body = *effect.body;
        response.media_type = effect.media_type.empty() ? "text/plain" : effect.media_type;
    }
    for (const auto rule : effect.swaps) {
        response.body = swapped.exchange(rule, target, response.body);
    }
    for (const auto& [from, to] : effect.replacements) {
        replace_all(response.body, from, to);
    }
    if (effect.forge_signatures) {
        response.body = forge_signatures(std::move(response.body));
    }
    if (effect.forge_keys) {
        response.body = forge_keys(std::move(response.body));
    }
    response.body.append(effect.oversize, ' ');
    for (const auto& [name, value] : effect.headers) {
        std::erase_if(response.headers, [&name = name](const auto& header) {
            return base::to_lower_ascii(header.first) == base::to_lower_ascii(name);
        });
        response.headers.emplace_back(name, value);
    }
}

} // namespace anb::sandbox
