// SPDX-License-Identifier: EUPL-1.2

#include "dvdv/organization_key.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <vector>

namespace anb::dvdv {

namespace {

using base::Error;
using base::ErrorKind;

constexpr std::size_t k_shortest = 6;
constexpr std::size_t k_longest = 255;
constexpr std::size_t k_ars_digits = 12;
constexpr std::size_t k_ags_digits = 8;

bool is_digits(std::string_view text, std::size_t count)
{
    return text.size() == count &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

[[noreturn]] void refuse_form(std::string_view text, std::string_view reason)
{
    throw Error(ErrorKind::usage, "ANB-D303",
                {{"value", base::printable(text, 100)}, {"reason", std::string(reason)}});
}

void check_characters(std::string_view text)
{
    if (!base::is_utf8(text)) {
        refuse_form(text, "UTF-8");
    }
    for (const auto point : base::to_code_points(text)) {
        if (point <= 0x20 || point == 0x7F) {
            refuse_form(text, "U+0021…");
        }
        if (point >= 0x300 && point <= 0x36F) {
            refuse_form(text, "NFC");
        }
    }
    if (text.size() < k_shortest || text.size() > k_longest) {
        refuse_form(text, "6 – 255");
    }
}

const Prefix* find_prefix(std::string_view prefix)
{
    const auto found = std::ranges::find(prefixes(), prefix, &Prefix::prefix);
    return found == prefixes().end() ? nullptr : &*found;
}

[[noreturn]] void refuse_prefix(std::string_view prefix)
{
    std::vector<std::string> known;
    for (const auto& each : prefixes()) {
        known.emplace_back(each.prefix);
        if (base::to_lower_ascii(each.prefix) == base::to_lower_ascii(prefix)) {
            known = {std::string(each.prefix)};
            break;
        }
    }
    throw Error(
        ErrorKind::usage, "ANB-D302",
        {{"prefix", base::printable(prefix, 40)},
         {"near", known.size() == 1 ? known.front() : base::nearest(prefix, known).value_or("-")},
         {"version", std::string(k_prefix_list_version)}});
}

} // namespace

std::string ags_of(std::string_view ars)
{
    return std::string(ars.substr(0, 5)) + std::string(ars.substr(9, 3));
}

OrganizationKey OrganizationKey::parse(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0) {
        const bool is_ars = is_digits(text, k_ars_digits);
        throw Error(ErrorKind::usage, "ANB-D301",
                    {{"value", base::printable(text, 100)},
                     {"kind", is_ars                          ? "ARS"
                              : is_digits(text, k_ags_digits) ? "AGS"
                                                              : "-"}});
    }
    check_characters(text);
    const auto prefix = text.substr(0, colon);
    if (find_prefix(prefix) == nullptr) {
        refuse_prefix(prefix);
    }
    const auto rest = text.substr(colon + 1);
    if (rest.empty()) {
        refuse_form(text, "1 – …");
    }
    if (prefix == "ags" && is_digits(rest, k_ars_digits)) {
        throw Error(ErrorKind::usage, "ANB-D304",
                    {{"value", std::string(text)}, {"ags", ags_of(rest)}});
    }
    OrganizationKey key;
    key.m_text = text;
    key.m_colon = colon;
    return key;
}

std::string_view OrganizationKey::category() const
{
    return find_prefix(prefix())->category;
}

} // namespace anb::dvdv
