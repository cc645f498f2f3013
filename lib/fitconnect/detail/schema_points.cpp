// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/detail/destination_points.hpp"

namespace anb::fitconnect::detail {

namespace {

using base::Report;
using base::Severity;

constexpr const char* k_element = "submission_schema";
constexpr std::string_view k_required_format = "application/xml";
constexpr int k_notice_days = 42; ///< ahead of an XÖV date

/// The newest offered version of a standard.
std::optional<SchemaName> newest_of(const std::vector<SubmissionSchema>& offered,
                                    const std::string& standard)
{
    std::optional<SchemaName> newest;
    for (const auto& schema : offered) {
        const auto name = parse_schema_uri(schema.schema_uri);
        if (name && name->standard == standard && (!newest || newest->older_than(*name))) {
            newest = name;
        }
    }
    return newest;
}

/// The version that ought to be offered: the profile's, or a newer one that is known to be in
/// force.
SchemaName valid_version(const SchemaName& expected, const CheckRules& rules)
{
    const auto* current = rules.versions.current(expected.standard, rules.keys.at);
    return current != nullptr && expected.older_than(current->schema) ? current->schema : expected;
}

void judge_age(Report& report, const SchemaName& offered, const SchemaName& valid,
               const CheckRules& rules)
{
    const auto* known = rules.versions.find(valid);
    const auto date = known != nullptr && known->since ? base::format_date(*known->since) : "?";
    add_finding(
        report,
        {Severity::error, "ANB-F220", k_element, offered.uri(), valid.uri(), k_guide_schema},
        {{"old", offered.uri()}, {"new", valid.uri()}, {"date", date}});
}

/// On 1 May and 1 November a new version is likely.
void announce_next(Report& report, const SchemaName& offered, const CheckRules& rules)
{
    const auto next = next_xoev_date(rules.keys.at);
    const auto days = base::days_between(rules.keys.at, next);
    if (days < k_notice_days) {
        add_finding(report,
                    {Severity::warning, "ANB-F221", k_element, offered.uri(),
                     base::format_date(next), k_guide_schema},
                    {{"date", base::format_date(next)}, {"n", std::to_string(days)}});
    }
}

void judge_against(Report& report, const std::vector<SubmissionSchema>& offered,
                   const std::string& list, const std::string& expected, const CheckRules& rules)
{
    const auto wanted = parse_schema_uri(expected);
    const auto same = std::any_of(offered.begin(), offered.end(), [&](const auto& schema) {
        return schema.schema_uri == expected;
    });
    const auto newest = wanted ? newest_of(offered, wanted->standard) : std::nullopt;
    if (!newest) {
        if (!same) {
            add_finding(report, {Severity::error, "ANB-F223", k_element, list, expected});
        }
        return;
    }
    const auto valid = valid_version(*wanted, rules);
    if (newest->older_than(valid)) {
        judge_age(report, *newest, valid, rules);
        return;
    }
    if (wanted->older_than(*newest) && !same) {
        add_finding(report, {Severity::warning, "ANB-F224", k_element, newest->uri(), expected});
    }
    announce_next(report, *newest, rules);
}

/// Without a profile the list of known versions is all there is.
void judge_by_list(Report& report, const std::vector<SubmissionSchema>& offered,
                   const CheckRules& rules)
{
    leave_unchecked(report, k_element, "no_profile");
    for (const auto& schema : offered) {
        const auto name = parse_schema_uri(schema.schema_uri);
        const auto newest = name ? newest_of(offered, name->standard) : std::nullopt;
        const auto* current =
            name ? rules.versions.current(name->standard, rules.keys.at) : nullptr;
        if (current != nullptr && name->version == newest->version &&
            newest->older_than(current->schema)) {
            judge_age(report, *newest, current->schema, rules);
        }
    }
}

void judge_form(Report& report, const std::vector<SubmissionSchema>& offered)
{
    for (const auto& schema : offered) {
        const auto name = parse_schema_uri(schema.schema_uri);
        if (!name || !name->standard.starts_with("urn:xoev-de:")) {
            add_finding(report, {Severity::warning, "ANB-F228", k_element, schema.schema_uri,
                                 "urn:xoev-de:…:standard:…_1.2.3", k_guide_schema});
        }
    }
}

} // namespace

void check_schema(Report& report, const Destination& destination, const Expectation& expectation,
                  const CheckRules& rules)
{
    const auto services = considered(destination, expectation);
    std::vector<SubmissionSchema> offered;
    for (const auto* service : services) {
        offered.insert(offered.end(), service->submission_schemas.begin(),
                       service->submission_schemas.end());
    }
    const auto list = [&](std::string SubmissionSchema::*member) {
        return joined(services, [&](const Service& service) {
            std::vector<std::string> texts;
            for (const auto& schema : service.submission_schemas) {
                texts.push_back(schema.*member);
            }
            return texts;
        });
    };
    const auto uris = list(&SubmissionSchema::schema_uri);
    const auto formats = list(&SubmissionSchema::mime_type);
    add_fact(report, "submission_schema", uris);
    add_fact(report, "mime_type", formats);
    if (expectation.schema_uri.empty()) {
        judge_by_list(report, offered, rules);
    } else {
        judge_against(report, offered, uris, expectation.schema_uri, rules);
    }
    judge_form(report, offered);
    if (std::any_of(offered.begin(), offered.end(),
                    [](const auto& schema) { return schema.mime_type != k_required_format; })) {
        add_finding(
            report,
            {Severity::error, "ANB-F222", "mime_type", formats, std::string(k_required_format)},
            {{"mime", formats}});
    } else if (offered.empty()) {
        leave_unchecked(report, "mime_type", "none_offered");
    }
}

} // namespace anb::fitconnect::detail
