// SPDX-License-Identifier: EUPL-1.2

#include "xoev/identity.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace anb::xoev {

namespace {

const xml::Element* find_info(const xml::Element& schema, std::string_view name)
{
    for (const auto& annotation : schema.children) {
        if (!annotation->is(xml::k_schema_namespace, "annotation")) {
            continue;
        }
        for (const auto& info : annotation->children) {
            if (const auto* found = info->name == "appinfo" ? info->child(name) : nullptr) {
                return found;
            }
        }
    }
    return nullptr;
}

std::string text_of(const xml::Element* element, std::string_view child)
{
    const auto* found = element == nullptr ? nullptr : element->child(child);
    return found == nullptr ? std::string() : std::string(base::trim(found->text));
}

std::optional<unsigned long> to_number(std::string_view text)
{
    unsigned long number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number)
                                                                    : std::nullopt;
}

} // namespace

std::optional<Identity> read_identity(const xml::SchemaFile& file)
{
    const auto* standard = find_info(*file.root, "standard");
    const auto* version = find_info(*file.root, "versionStandard");
    Identity identity{text_of(standard, "kennung"), text_of(version, "version"),
                      text_of(standard, "nameKurz")};
    if (identity.urn.empty() || identity.version.empty()) {
        return std::nullopt;
    }
    if (identity.name.empty()) {
        identity.name = identity.urn.substr(identity.urn.rfind(':') + 1);
    }
    return identity;
}

std::optional<Identity> parse_version_urn(std::string_view urn)
{
    urn = urn.substr(0, urn.find('#'));
    const auto line = urn.rfind('_');
    if (!urn.starts_with("urn:") || line == std::string_view::npos || line + 1 == urn.size() ||
        urn.find(':', line) != std::string_view::npos) {
        return std::nullopt;
    }
    return Identity{std::string(urn.substr(0, line)), std::string(urn.substr(line + 1)), {}};
}

std::strong_ordering compare_versions(std::string_view left, std::string_view right)
{
    const auto some = base::split(left, '.');
    const auto others = base::split(right, '.');
    for (std::size_t i = 0; i < std::max(some.size(), others.size()); ++i) {
        const auto one = i < some.size() ? some[i] : std::string_view("0");
        const auto other = i < others.size() ? others[i] : std::string_view("0");
        const auto number = to_number(one);
        const auto other_number = to_number(other);
        const auto order = number && other_number ? *number <=> *other_number : one <=> other;
        if (order != std::strong_ordering::equal) {
            return order;
        }
    }
    return std::strong_ordering::equal;
}

base::UtcTime last_change_day(base::UtcTime at)
{
    namespace chrono = std::chrono;
    const chrono::year_month_day today(chrono::floor<chrono::days>(at));
    const auto november = today.year() / chrono::November / 1;
    const auto may = today.year() / chrono::May / 1;
    const auto day = today >= november ? november
                     : today >= may    ? may
                                       : (today.year() - chrono::years(1)) / chrono::November / 1;
    return chrono::sys_days(day);
}

} // namespace anb::xoev
