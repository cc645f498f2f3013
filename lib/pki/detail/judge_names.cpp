// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "pki/detail/judge.hpp"
#include "pki/detail/oid.hpp"

#include <algorithm>

namespace anb::pki::detail {

namespace {

/// Upper bounds of RFC 5280 App. A.1 in characters.
constexpr std::pair<std::string_view, std::size_t> k_bounds[] = {
    {"CN", 64},  {"O", 64}, {"OU", 64},           {"L", 128},
    {"ST", 128}, {"C", 2},  {"serialNumber", 64}, {"emailAddress", 255}};

/// A control, a bidirectional mark or a NUL: what printable() spells as an escape.
bool is_hostile(std::string_view utf8)
{
    return base::printable(utf8) != utf8;
}

bool is_printable_string(std::string_view text)
{
    constexpr std::string_view k_marks = " '()+,-./:=?";
    return std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               k_marks.find(c) != std::string_view::npos;
    });
}

/// The characters fit the string type, and the type is one that a name may have.
bool fits_type(const NameAttribute& attribute)
{
    const auto text = base::as_text(attribute.value);
    switch (attribute.tag) {
    case der::printable_string:
        return is_printable_string(text);
    case der::ia5_string:
        return std::ranges::all_of(text,
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    case der::numeric_string:
        return std::ranges::all_of(text, [](char c) { return c == ' ' || (c >= '0' && c <= '9'); });
    case der::utf8_string:
    case der::bmp_string:
    case der::universal_string:
    case der::t61_string:
        return to_utf8(attribute).has_value();
    default:
        return false;
    }
}

/// RFC 5280 App. A.1: country and serial number are PrintableString, mail and domain IA5String.
bool is_right_type(std::string_view name, std::uint8_t tag)
{
    if (name == "C" || name == "serialNumber" || name == "dnQualifier") {
        return tag == der::printable_string;
    }
    if (name == "emailAddress" || name == "DC") {
        return tag == der::ia5_string;
    }
    return tag != der::ia5_string && tag != der::numeric_string;
}

} // namespace

void judge_names(Judge& judge, const Facts& facts)
{
    bool hostile = false, wrong_type = false;
    for (const auto& attribute : facts.subject.attributes) {
        const auto name = short_name(attribute.type);
        const auto value = to_utf8(attribute);
        if (value && is_hostile(*value) && !hostile) {
            hostile = true;
            judge.find("ANB-C180", name + "=" + *value, {{"field", name}});
        }
        if ((!fits_type(attribute) || !is_right_type(name, attribute.tag)) && !wrong_type) {
            wrong_type = true;
            judge.find("ANB-C181", name, {{"field", name}});
        }
        for (const auto& [bounded, most] : k_bounds) {
            if (value && name == bounded && base::display_width(*value) > most) {
                judge.find("ANB-C183", std::to_string(base::display_width(*value)),
                           "<= " + std::to_string(most), {{"field", name}});
            }
        }
    }
    for (const auto& name : facts.alternative_names) {
        if (name.value.find("\\u{") != std::string::npos && !hostile) {
            hostile = true;
            judge.find("ANB-C180", name.value, {{"field", "subjectAltName"}});
        }
    }
    const bool damaged =
        std::ranges::find(facts.damages, "subject", &Damage::field) != facts.damages.end();
    if (facts.subject.attributes.empty() && !facts.subject.der.empty() && !damaged) {
        judge.find("ANB-C182", "-", {});
    }
}

} // namespace anb::pki::detail
