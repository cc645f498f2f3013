// SPDX-License-Identifier: EUPL-1.2

#include "xoev/head_rules.hpp"

#include "base/text.hpp"
#include "xoev/sentences.hpp"

#include <algorithm>

namespace anb::xoev {

namespace {

using base::Severity;

/// "0401" of "kommunal.Initiieren.0401"; empty when the name does not end in a number.
std::string_view number_of(std::string_view root)
{
    const auto number = root.substr(root.rfind('.') + 1);
    const bool digits = number.size() >= 4 && number.size() <= 7 &&
                        std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
    return digits ? number : std::string_view();
}

bool has_zone(std::string_view time)
{
    const auto clock = time.find('T');
    return time.ends_with('Z') ||
           (clock != std::string_view::npos && time.find_first_of("+-", clock) != time.npos);
}

} // namespace

void HeadRules::clear()
{
    m_type.reset();
    m_time.reset();
    m_uuid.reset();
}

void HeadRules::value(const std::vector<std::string_view>& names, std::string_view text,
                      xml::Place place, const std::function<std::string()>& path)
{
    const auto is = [&](std::size_t above, std::string_view name) {
        return names.size() > above && names[names.size() - 1 - above] == name;
    };
    auto* into = is(0, "code") && is(1, "nachrichtentyp")        ? &m_type
                 : is(0, "erstellungszeitpunkt")                 ? &m_time
                 : is(0, "nachrichtenUUID") && names.size() <= 5 ? &m_uuid
                                                                 : nullptr;
    if (into != nullptr && !*into) {
        *into = Value{base::collapse(text), place, path()};
    }
}

std::vector<base::Finding> HeadRules::judge(std::string_view root, base::UtcTime now) const
{
    std::vector<base::Finding> findings;
    const auto add = [&](std::string code, const Value& value, base::Values values) {
        findings.push_back(make_finding(Severity::warning, std::move(code), value.place, value.path,
                                        value.path.substr(value.path.rfind('/') + 1),
                                        std::move(values), "xoev:basisnachricht"));
    };
    const auto number = number_of(root);
    if (m_type && !number.empty() && !m_type->text.empty() && m_type->text != number) {
        add("ANB-V160", *m_type, {{"value", cut(m_type->text)}, {"number", std::string(number)}});
    }
    if (m_time && !m_time->text.empty()) {
        const auto time = base::parse_time(m_time->text);
        constexpr base::Seconds k_tolerance(300);
        if (!has_zone(m_time->text)) {
            add("ANB-V161", *m_time, {});
        } else if (time && *time > now + k_tolerance) {
            add("ANB-V162", *m_time, {{"value", cut(m_time->text)}});
        }
    }
    if (m_uuid && m_uuid->text == "00000000-0000-0000-0000-000000000000") {
        add("ANB-V163", *m_uuid, {});
    }
    return findings;
}

std::string HeadRules::uuid() const
{
    return m_uuid ? base::to_lower_ascii(m_uuid->text) : std::string();
}

} // namespace anb::xoev
