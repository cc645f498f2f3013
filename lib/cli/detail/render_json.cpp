// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/render_json.hpp"

#include "cli/detail/render_text.hpp"
#include "cli/tool.hpp"

#include <charconv>

namespace anb::cli::detail {

namespace {

std::string_view word(base::Severity severity)
{
    switch (severity) {
    case base::Severity::note:
        return "note";
    case base::Severity::warning:
        return "warning";
    case base::Severity::error:
        return "error";
    }
    return {};
}

void set(json::Value& object, const char* name, std::string_view value)
{
    if (!value.empty()) {
        object[name] = value;
    }
}

json::Value text_or_null(const std::string& text)
{
    return text.empty() ? json::Value() : json::Value(text);
}

json::Value value_of(const base::Fact& fact)
{
    std::int64_t number = 0;
    const auto* end = fact.value.data() + fact.value.size();
    if (fact.numeric) {
        const auto [stop, fault] = std::from_chars(fact.value.data(), end, number);
        if (fault == std::errc() && stop == end) {
            return number;
        }
    }
    return fact.value;
}

} // namespace

json::Value to_json(const base::Finding& finding, std::string_view subject, Language language)
{
    json::Value object;
    object["code"] = finding.code;
    object["severity"] = word(finding.severity);
    set(object, "subject", subject);
    set(object, "where", finding.where);
    if (finding.spot.line > 0) {
        object["line"] = finding.spot.line;
        object["column"] = finding.spot.column;
    }
    set(object, "path", finding.spot.path);
    set(object, "element", finding.element);
    set(object, "found", finding.found);
    set(object, "expected", finding.expected);
    if (const auto* message = messages::find(finding.code)) {
        set(object, "responsible", messages::key(messages::responsible_for(finding, *message)));
    }
    set(object, "rule", finding.rule);
    object["text"] = sentence(finding, language);
    return object;
}

json::Value to_json(const base::Unchecked& point, std::string_view subject)
{
    json::Value object;
    object["element"] = point.element;
    object["reason"] = point.reason;
    set(object, "subject", subject);
    return object;
}

json::Value subject_to_json(const base::Report& report)
{
    json::Value object;
    object["id"] = report.subject;
    for (const auto& fact : report.facts) {
        object[fact.name] = value_of(fact);
    }
    return object;
}

json::Value document(const Heading& heading, const std::vector<base::Report>& reports,
                     const json::Value& own_members, Language language)
{
    json::Value document;
    document["schema"] = "https://anbindung.example/schema/" + std::string(heading.tool) + "/1";
    document["tool"] = heading.tool;
    document["version"] = version();
    document["environment"] = text_or_null(heading.environment);
    document["profile"] = text_or_null(heading.profile);
    document["checked_at"] = base::format_time(heading.checked_at);
    document["judged_at"] = base::format_time(heading.judged_at);
    document["result"] = result_word(heading.exit);
    document["exit_code"] = static_cast<int>(heading.exit);
    auto subjects = json::Value::array();
    auto findings = json::Value::array();
    auto unchecked = json::Value::array();
    for (const auto& report : reports) {
        if (!report.subject.empty()) {
            subjects.push_back(subject_to_json(report));
        }
        for (const auto& finding : report.findings) {
            findings.push_back(to_json(finding, report.subject, language));
        }
        for (const auto& point : report.unchecked) {
            unchecked.push_back(to_json(point, report.subject));
        }
    }
    document["subjects"] = std::move(subjects);
    document["findings"] = std::move(findings);
    document["unchecked"] = std::move(unchecked);
    for (const auto& [name, value] : own_members.items()) {
        document[name] = value;
    }
    return document;
}

} // namespace anb::cli::detail
