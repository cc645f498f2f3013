// SPDX-License-Identifier: EUPL-1.2

#include "xoev/sentences.hpp"

#include "base/text.hpp"
#include "xml/alphabet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <regex>

namespace anb::xoev {

namespace {

using base::Severity;
using base::Values;
using xml::Rule;
using xml::Violation;

constexpr std::size_t k_shown = 40; ///< characters of a value
constexpr std::size_t k_most_names = 6;
constexpr std::size_t k_nearest = 3;

struct Saying {
    std::string code;
    Values values{};
};

std::string_view word(Rule rule)
{
    constexpr std::array<std::string_view, 24> k_words = {"element_unexpected",
                                                          "element_missing",
                                                          "root_unknown",
                                                          "type",
                                                          "enumeration",
                                                          "pattern",
                                                          "length",
                                                          "min_length",
                                                          "max_length",
                                                          "too_small",
                                                          "too_large",
                                                          "digits",
                                                          "attribute_missing",
                                                          "attribute_unknown",
                                                          "fixed",
                                                          "text_forbidden",
                                                          "element_forbidden",
                                                          "content_forbidden",
                                                          "key",
                                                          "type_unknown",
                                                          "nil",
                                                          "declaration",
                                                          "wildcard",
                                                          "other"};
    return k_words.at(static_cast<std::size_t>(rule));
}

std::string list_of(const Violation& violation, const Tracker& tracker)
{
    std::vector<std::string> names;
    for (const auto& name : violation.expected) {
        if (names.size() == k_most_names) {
            break;
        }
        names.push_back(tracker.display(name));
    }
    auto text = base::join(names, ", ");
    return violation.more_expected || violation.expected.size() > k_most_names ? text + ", …"
           : text.empty()                                                      ? "–"
                                                                               : text;
}

std::string uri_text(const std::string& uri)
{
    return uri.empty() ? "–" : cut(uri);
}

/// "{urn:a}Betrag" as the document would write it.
std::string type_text(const std::string& type, const Tracker& tracker)
{
    const auto close = type.find('}');
    if (!type.starts_with('{') || close == std::string::npos) {
        return type.empty() ? "–" : type;
    }
    return tracker.display({type.substr(1, close - 1), type.substr(close + 1)});
}

/// Right name, wrong namespace; known elsewhere in the parent; twice; misspelt; or just wrong.
Saying unexpected(const Violation& violation, Tracker& tracker)
{
    const Values values = {{"element", violation.element},
                           {"expected", list_of(violation, tracker)}};
    const auto with = [&](std::string code, Values more) {
        auto all = values;
        all.insert(all.end(), more.begin(), more.end());
        return Saying{std::move(code), std::move(all)};
    };
    const auto* parent = tracker.type(1);
    std::vector<std::string> candidates;
    const auto consider = [&](const std::string& uri, const std::string& local) {
        candidates.push_back(local);
        return local == violation.name.local && uri != violation.name.namespace_uri;
    };
    for (const auto& name : violation.expected) {
        if (consider(name.namespace_uri, name.local)) {
            return with("ANB-V103", {{"found", uri_text(violation.name.namespace_uri)},
                                     {"wanted", uri_text(name.namespace_uri)}});
        }
    }
    if (parent != nullptr) {
        if (parent->child(violation.name.namespace_uri, violation.name.local) != nullptr) {
            return with(tracker.is_repeated() ? "ANB-V106" : "ANB-V102", {});
        }
        for (const auto& child : parent->children) {
            if (consider(child.namespace_uri, child.name)) {
                return with("ANB-V103", {{"found", uri_text(violation.name.namespace_uri)},
                                         {"wanted", uri_text(child.namespace_uri)}});
            }
        }
    }
    if (const auto near = base::nearest(violation.name.local, candidates)) {
        return with("ANB-V104", {{"near", *near}});
    }
    return with("ANB-V101", {});
}

/// The frequent wrong spellings of dates, numbers and truth values.
Saying wrong_type(const Violation& violation, const Tracker& tracker)
{
    static const std::regex k_german_date(R"(\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*)");
    static const std::regex k_comma(R"(\s*[+-]?\d{1,15}(\.\d{3}){0,4},\d{1,15}\s*)");
    const auto value = violation.value.size() <= k_shown ? violation.value : std::string();
    const std::string_view type =
        violation.type.starts_with("xs:") ? std::string_view(violation.type).substr(3) : "";
    Values values = {{"element", violation.element},
                     {"attribute", violation.attribute},
                     {"value", cut(violation.value)},
                     {"type", type_text(violation.type, tracker)}};
    std::smatch parts;
    const bool own = type.empty() && !violation.type.empty();
    if ((own || type.starts_with("date")) && std::regex_match(value, parts, k_german_date)) {
        values.push_back(
            {"near", fmt::format("{}-{:0>2}-{:0>2}{}", parts[3].str(), parts[2].str(),
                                 parts[1].str(), type == "dateTime" ? "T00:00:00+01:00" : "")});
        return {"ANB-V121", values};
    }
    const bool number = own || type == "decimal" || type == "double" || type == "float" ||
                        type == "integer" || type.ends_with("Integer");
    if (number && std::regex_match(value, k_comma)) {
        auto near = value;
        std::erase(near, '.');
        std::ranges::replace(near, ',', '.');
        values.push_back({"near", std::string(base::trim(near))});
        return {"ANB-V122", values};
    }
    if (type == "boolean") {
        return {"ANB-V123", values};
    }
    return {base::trim(violation.value).empty() && violation.code != 0 ? "ANB-V119" : "ANB-V120",
            values};
}

std::string nearest_of(const std::string& value, const std::vector<std::string>& allowed)
{
    std::vector<std::string> shown;
    if (allowed.size() <= k_most_names) {
        shown = allowed;
    } else if (const auto near = base::nearest(value, allowed)) {
        shown.push_back(*near);
    }
    for (const auto& each : allowed) {
        const bool alike =
            base::to_lower_ascii(each).starts_with(base::to_lower_ascii(value).substr(0, 3));
        if (shown.size() < k_nearest && alike && !value.empty() &&
            std::ranges::find(shown, each) == shown.end()) {
            shown.push_back(each);
        }
    }
    for (auto& each : shown) {
        each = cut(each);
    }
    return !shown.empty()    ? base::join(shown, ", ")
           : allowed.empty() ? "–"
                             : cut(allowed.front()) + ", …";
}

Saying wrong_pattern(const Violation& violation)
{
    Values values = {{"element", violation.element},
                     {"attribute", violation.attribute},
                     {"value", cut(violation.value)}};
    if (const auto alphabet = xml::Alphabet::read(violation.bound)) {
        if (const auto stranger = alphabet->find_stranger(violation.value)) {
            values.push_back({"character", base::printable(stranger->text)});
            values.push_back({"code_point",
                              fmt::format("U+{:04X}", static_cast<unsigned>(stranger->character))});
            values.push_back({"position", std::to_string(stranger->position)});
            return {stranger->combining ? "ANB-V127" : "ANB-V126", values};
        }
    }
    if (base::trim(violation.value).empty()) {
        return {"ANB-V119", values};
    }
    const bool uuid = violation.bound.find("{8}-") != std::string::npos &&
                      violation.bound.find("{12}") != std::string::npos;
    values.push_back({"pattern", cut(violation.bound)});
    return {uuid ? "ANB-V118" : "ANB-V125", values};
}

Saying wrong_attribute(const Violation& violation, Tracker& tracker)
{
    Values values = {{"element", violation.element}, {"attribute", violation.attribute}};
    std::vector<std::string> known;
    if (const auto* type = tracker.type()) {
        for (const auto& attribute : type->attributes) {
            known.push_back(attribute.name);
        }
    }
    if (const auto near = base::nearest(violation.attribute, known)) {
        values.push_back({"near", *near});
        return {"ANB-V117", values};
    }
    return {"ANB-V135", values};
}

Saying bounded(std::string code, const Violation& violation)
{
    return {std::move(code),
            {{"element", violation.element},
             {"attribute", violation.attribute},
             {"value", cut(violation.value)},
             {"bound", cut(violation.bound)},
             {"actual", violation.actual}}};
}

Saying say(const Violation& violation, Tracker& tracker, const std::string& standard)
{
    switch (violation.rule) {
    case Rule::element_unexpected:
        return unexpected(violation, tracker);
    case Rule::element_missing:
        return {"ANB-V105",
                {{"element", violation.element},
                 {"expected", list_of(violation, tracker)},
                 {"parent_line", std::to_string(violation.parent_line)}}};
    case Rule::root_unknown:
        return {"ANB-V110", {{"element", violation.element}, {"standard", standard}}};
    case Rule::type:
        return wrong_type(violation, tracker);
    case Rule::enumeration:
        return {base::trim(violation.value).empty() ? "ANB-V119" : "ANB-V124",
                {{"element", violation.element},
                 {"attribute", violation.attribute},
                 {"value", cut(violation.value)},
                 {"near", nearest_of(violation.value, violation.allowed)}}};
    case Rule::pattern:
        return wrong_pattern(violation);
    case Rule::length:
        return bounded("ANB-V128", violation);
    case Rule::min_length:
        return bounded(violation.value.empty() ? "ANB-V119" : "ANB-V129", violation);
    case Rule::max_length:
        return bounded("ANB-V130", violation);
    case Rule::too_small:
        return bounded("ANB-V131", violation);
    case Rule::too_large:
        return bounded("ANB-V132", violation);
    case Rule::digits:
        return bounded("ANB-V133", violation);
    case Rule::attribute_missing:
        return bounded("ANB-V134", violation);
    case Rule::attribute_unknown:
        return wrong_attribute(violation, tracker);
    case Rule::fixed:
        return bounded(violation.attribute == "listVersionID" ? "ANB-V116" : "ANB-V136", violation);
    case Rule::text_forbidden:
        return {"ANB-V137", {{"element", violation.element}, {"value", cut(violation.value)}}};
    case Rule::element_forbidden:
        return bounded("ANB-V138", violation);
    case Rule::content_forbidden:
        return bounded("ANB-V139", violation);
    case Rule::key:
        return {"ANB-V142",
                {{"element", violation.element},
                 {"bound", violation.bound},
                 {"value", violation.value.empty() ? "–" : cut(violation.value)}}};
    case Rule::type_unknown:
        return bounded("ANB-V143", violation);
    case Rule::nil:
        return bounded("ANB-V144", violation);
    case Rule::declaration:
        return bounded("ANB-V145", violation);
    case Rule::wildcard:
        return bounded("ANB-V146", violation);
    case Rule::other:
        break;
    }
    return bounded("ANB-V149", violation);
}

} // namespace

std::string cut(std::string_view value)
{
    return base::printable(base::trim(value.substr(0, k_shown * 8)), k_shown);
}

base::Finding to_finding(const Violation& violation, Tracker& tracker, const std::string& standard)
{
    auto saying = say(violation, tracker, standard);
    auto element = violation.attribute.empty() ? violation.element
                                               : violation.element + "/@" + violation.attribute;
    for (auto& [name, value] : saying.values) {
        if (name == "element" && saying.code != "ANB-V134" && saying.code != "ANB-V135" &&
            saying.code != "ANB-V117") {
            value = element;
        }
    }
    return make_finding(Severity::error, saying.code, violation.place, violation.path, element,
                        std::move(saying.values), "xsd:" + std::string(word(violation.rule)));
}

base::Finding make_finding(Severity severity, std::string code, xml::Place place, std::string path,
                           std::string element, Values values, std::string rule)
{
    base::Finding finding;
    finding.severity = severity;
    finding.code = std::move(code);
    finding.values = std::move(values);
    finding.element = std::move(element);
    finding.rule = std::move(rule);
    finding.spot = {place.line, place.column, std::move(path)};
    return finding;
}

base::Finding exception_used(const TestException& exception, std::uint64_t count)
{
    return {.severity = Severity::note,
            .code = "ANB-V176",
            .values = {{"element", exception.element},
                       {"count", std::to_string(count)},
                       {"reason", exception.reason}},
            .element = "testdata",
            .rule = "testdata:exception"};
}

} // namespace anb::xoev
