// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/safe_name.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace anb::testantrag {

namespace {

constexpr std::size_t k_max_bytes = 120;
constexpr std::string_view k_forbidden = "<>:\"|?*'`$&;!%~#{}[]\\";
constexpr std::array<std::string_view, 6> k_devices = {"con", "prn", "aux", "nul", "com", "lpt"};

std::string_view last_part(std::string_view path)
{
    const auto slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// Cuts at a character's border.
std::string shortened(std::string text, std::size_t limit)
{
    if (text.size() > limit) {
        while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) {
            --limit;
        }
        text.resize(limit);
    }
    return text;
}

struct Name {
    std::string stem, ending; ///< the ending with its dot
};

Name parts_of(const std::string& name)
{
    const auto dot = name.rfind('.');
    if (dot == std::string::npos || dot == 0 || name.size() - dot > 12) {
        return {.stem = name, .ending = {}};
    }
    return {.stem = name.substr(0, dot), .ending = name.substr(dot)};
}

bool is_device(const std::string& stem)
{
    const auto lower = base::to_lower_ascii(stem);
    return std::any_of(k_devices.begin(), k_devices.end(), [&](std::string_view device) {
        return lower == device || (lower.size() == 4 && lower.starts_with(device) &&
                                   lower.back() >= '0' && lower.back() <= '9');
    });
}

std::string cleaned(std::string_view wish)
{
    if (!base::is_utf8(wish)) {
        return {};
    }
    auto text = base::printable(last_part(wish));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return k_forbidden.find(c) != k_forbidden.npos; },
        '_');
    const auto first = text.find_first_not_of(". -");
    const auto last = text.find_last_not_of(". ");
    return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

} // namespace

std::string SafeNames::take(std::string_view wish, std::string_view fallback)
{
    auto clean = cleaned(wish);
    if (clean.empty()) {
        clean = fallback;
    }
    auto [stem, ending] = parts_of(clean);
    if (is_device(stem)) {
        stem += "_";
    }
    stem = shortened(std::move(stem), k_max_bytes - ending.size());
    auto name = stem + ending;
    for (int number = 2; !m_taken.insert(base::to_lower_ascii(name)).second; ++number) {
        name = fmt::format("{}-{}{}", stem, number, ending);
    }
    return name;
}

} // namespace anb::testantrag
