// SPDX-License-Identifier: EUPL-1.2

#include "xml/detail/explain.hpp"

#include <libxml/xmlerror.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace anb::xml::detail {

namespace {

/// What lies between the last `before` and the last `after`; values themselves may hold both.
std::optional<std::string_view> between_last(std::string_view text, std::string_view before,
                                             std::string_view after)
{
    const auto end = text.rfind(after);
    const auto begin = end == std::string_view::npos ? end : text.rfind(before, end);
    if (begin == std::string_view::npos || begin + before.size() > end) {
        return std::nullopt;
    }
    return text.substr(begin + before.size(), end - begin - before.size());
}

/// What lies between the first `before` and the last `after`.
std::optional<std::string_view> between_outer(std::string_view text, std::string_view before,
                                              std::string_view after)
{
    const auto begin = text.find(before);
    const auto end = text.rfind(after);
    if (begin == std::string_view::npos || end == std::string_view::npos ||
        begin + before.size() > end) {
        return std::nullopt;
    }
    return text.substr(begin + before.size(), end - begin - before.size());
}

std::string or_empty(std::optional<std::string_view> text)
{
    return std::string(text.value_or(""));
}

Rule rule_of(int code, bool attribute, std::string_view said)
{
    switch (code) {
    case XML_SCHEMAV_ELEMENT_CONTENT:
        return said.find("Missing child") == std::string_view::npos ? Rule::element_unexpected
                                                                    : Rule::element_missing;
    case XML_SCHEMAV_CVC_ELT_1:
        return Rule::root_unknown;
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1:
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2:
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3:
        return Rule::type;
    case XML_SCHEMAV_CVC_ENUMERATION_VALID:
        return Rule::enumeration;
    case XML_SCHEMAV_CVC_PATTERN_VALID:
        return Rule::pattern;
    case XML_SCHEMAV_CVC_LENGTH_VALID:
        return Rule::length;
    case XML_SCHEMAV_CVC_MINLENGTH_VALID:
        return Rule::min_length;
    case XML_SCHEMAV_CVC_MAXLENGTH_VALID:
        return Rule::max_length;
    case XML_SCHEMAV_CVC_MININCLUSIVE_VALID:
    case XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID:
        return Rule::too_small;
    case XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID:
    case XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID:
        return Rule::too_large;
    case XML_SCHEMAV_CVC_TOTALDIGITS_VALID:
    case XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID:
        return Rule::digits;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
        return Rule::attribute_missing;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
        return Rule::attribute_unknown;
    case XML_SCHEMAV_CVC_TYPE_3_1_1:
        return attribute ? Rule::attribute_unknown : Rule::other;
    case XML_SCHEMAV_CVC_TYPE_3_1_2:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2:
        return Rule::element_forbidden;
    case XML_SCHEMAV_CVC_AU:
    case XML_SCHEMAV_CVC_ATTRIBUTE_4:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_1:
    case XML_SCHEMAV_CVC_ELT_5_2_2_2_1:
    case XML_SCHEMAV_CVC_ELT_5_2_2_2_2:
        return Rule::fixed;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
        return Rule::text_forbidden;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
        return Rule::content_forbidden;
    case XML_SCHEMAV_CVC_IDC:
        return Rule::key;
    case XML_SCHEMAV_CVC_ELT_4_1:
    case XML_SCHEMAV_CVC_ELT_4_2:
    case XML_SCHEMAV_CVC_ELT_4_3:
        return Rule::type_unknown;
    case XML_SCHEMAV_CVC_ELT_3_1:
    case XML_SCHEMAV_CVC_ELT_3_2_1:
    case XML_SCHEMAV_CVC_ELT_3_2_2:
        return Rule::nil;
    case XML_SCHEMAV_CVC_ELT_2:
    case XML_SCHEMAV_CVC_TYPE_2:
        return Rule::declaration;
    case XML_SCHEMAV_CVC_WILDCARD:
        return Rule::wildcard;
    default:
        return Rule::other;
    }
}

ExpandedName to_name(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    if (!text.starts_with('{')) {
        return {"", std::string(text)};
    }
    const auto close = text.find('}');
    return {std::string(text.substr(1, close - 1)),
            close == std::string_view::npos ? "" : std::string(text.substr(close + 1))};
}

void read_expected(std::string_view said, Violation& violation)
{
    const auto list = between_last(said, "( ", " )");
    if (!list) {
        return;
    }
    std::size_t begin = 0;
    bool in_uri = false;
    for (std::size_t i = 0; i <= list->size(); ++i) {
        const char c = i < list->size() ? (*list)[i] : ',';
        in_uri = (in_uri || c == '{') && c != '}';
        if (c == ',' && (!in_uri || i == list->size())) {
            auto name = to_name(list->substr(begin, i - begin));
            if (name.local == "..." || name.local.empty()) {
                violation.more_expected = true;
            } else {
                violation.expected.push_back(std::move(name));
            }
            begin = i + 1;
        }
    }
}

/// 'a', 'b' as libxml2 writes sets; a value may hold quotes, but rarely "', '".
std::vector<std::string> read_set(std::string_view set)
{
    constexpr std::string_view k_between = "', '";
    std::vector<std::string> values;
    if (set.size() < 2) {
        return values;
    }
    set = set.substr(1, set.size() - 2);
    for (std::size_t at = 0; at <= set.size();) {
        const auto end = std::min(set.find(k_between, at), set.size());
        values.emplace_back(set.substr(at, end - at));
        at = end + k_between.size();
    }
    return values;
}

void read_facts(std::string_view said, Violation& violation)
{
    const auto value_until = [&](std::string_view marker) {
        violation.value = or_empty(between_outer(said, "The value '", marker));
    };
    switch (violation.rule) {
    case Rule::element_unexpected:
    case Rule::element_missing:
        read_expected(said, violation);
        break;
    case Rule::type:
        violation.type = or_empty(between_last(said, " type '", "'."));
        violation.value = or_empty(between_outer(said, ": '", "' is not a valid value of"));
        break;
    case Rule::enumeration:
        value_until("' is not an element of the set {");
        violation.allowed = read_set(or_empty(between_last(said, "element of the set {", "}.")));
        break;
    case Rule::pattern:
        value_until("' is not accepted by the pattern '");
        violation.bound = or_empty(between_last(said, "accepted by the pattern '", "'."));
        break;
    case Rule::length:
    case Rule::min_length:
    case Rule::max_length:
        value_until("' has a length of '");
        violation.actual = or_empty(between_last(said, "has a length of '", "'; this "));
        violation.bound = or_empty(between_last(said, " length of '", "'."));
        break;
    case Rule::too_small:
    case Rule::too_large:
        value_until("' is ");
        violation.bound = or_empty(between_last(said, "('", "')."));
        break;
    case Rule::digits:
        value_until("' has more ");
        violation.bound = or_empty(between_last(said, "allowed ('", "')."));
        break;
    case Rule::fixed:
        violation.value = or_empty(between_outer(said, "value '", "' does not match"));
        violation.bound = or_empty(between_last(said, "constraint '", "'."));
        break;
    case Rule::key:
        violation.value = or_empty(between_outer(said, "key-sequence [", "] "));
        violation.bound = to_name(or_empty(between_outer(said, " '", "'"))).local;
        break;
    default:
        break;
    }
}

void restore(Violation& violation, const ShortNames& names)
{
    violation.name.namespace_uri = names.restore(violation.name.namespace_uri);
    for (auto& expected : violation.expected) {
        expected.namespace_uri = names.restore(expected.namespace_uri);
    }
    violation.type = names.restore_in(violation.type);
    violation.detail = names.restore_in(violation.detail);
}

} // namespace

Violation explain(const xmlError& error, const ShortNames& names)
{
    const auto message = to_string(error.message);
    std::string_view said = message;
    while (!said.empty() && said.back() == '\n') {
        said.remove_suffix(1);
    }
    constexpr std::string_view k_element = "Element '";
    constexpr std::string_view k_attribute = ", attribute '";
    Violation violation;
    violation.code = error.code;
    if (said.starts_with(k_element)) {
        const auto end = said.find('\'', k_element.size());
        violation.name = to_name(said.substr(k_element.size(), end - k_element.size()));
        said.remove_prefix(std::min(end + 1, said.size()));
        if (said.starts_with(k_attribute)) {
            const auto close = said.find('\'', k_attribute.size());
            violation.attribute =
                to_name(said.substr(k_attribute.size(), close - k_attribute.size())).local;
            said.remove_prefix(std::min(close + 1, said.size()));
        }
    }
    violation.rule = rule_of(error.code, !violation.attribute.empty(), said);
    if (violation.rule == Rule::attribute_missing || violation.rule == Rule::attribute_unknown) {
        if (const auto name = between_last(said, "The attribute '", "' is ")) {
            violation.attribute = to_name(*name).local;
        }
    }
    read_facts(said, violation);
    if (violation.rule == Rule::other || violation.rule == Rule::key ||
        violation.rule == Rule::declaration || violation.rule == Rule::type_unknown) {
        violation.detail = said.starts_with(": ") ? said.substr(2) : said;
    }
    restore(violation, names);
    return violation;
}

bool is_of_value(Rule rule)
{
    return rule == Rule::enumeration || rule == Rule::pattern || rule == Rule::length ||
           rule == Rule::min_length || rule == Rule::max_length || rule == Rule::too_small ||
           rule == Rule::too_large || rule == Rule::digits || rule == Rule::type;
}

bool is_echo(const Violation& violation, const Violation& before)
{
    return is_of_value(before.rule) && before.attribute == violation.attribute &&
           (violation.rule == Rule::type || violation.rule == Rule::enumeration ||
            violation.rule == Rule::pattern || violation.code == XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2);
}

} // namespace anb::xml::detail
