// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/fitconnect/target.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace anb::testantrag {

namespace {

using fitconnect::Destination;
using fitconnect::Service;
using fitconnect::SubmissionSchema;

void object(base::Report& report, const char* code, std::string element, std::string found,
            std::string expected)
{
    base::Values values = {{"id", report.subject}, {"found", found}, {"expected", expected}};
    if (element == "status") {
        values.emplace_back("status", found);
    }
    report.findings.push_back({.severity = base::Severity::error,
                               .code = code,
                               .values = std::move(values),
                               .where = {},
                               .element = std::move(element),
                               .found = std::move(found),
                               .expected = std::move(expected),
                               .rule = "fit-connect:sending"});
}

void check_active(const Destination& destination, base::Report& report)
{
    if (destination.status != "active") {
        object(report, "ANB-F201", "status", destination.status, "active");
    }
}

std::string service_names(const Destination& destination)
{
    std::vector<std::string> names;
    for (const auto& service : destination.services) {
        names.push_back(service.identifier);
    }
    return base::join(names, ", ");
}

const Service* choose_service(const Destination& destination, const Wanted& wanted,
                              base::Report& report)
{
    const auto& services = destination.services;
    if (wanted.service.empty()) {
        if (services.size() > 1) {
            throw base::Error(base::ErrorKind::usage, "ANB-S120",
                              {{"list", service_names(destination)}});
        }
        if (services.size() == 1) {
            return &services.front();
        }
    }
    const auto found = std::find_if(services.begin(), services.end(), [&](const Service& service) {
        return service.identifier == wanted.service;
    });
    if (found == services.end()) {
        object(report, "ANB-S121", "service", service_names(destination), wanted.service);
        return nullptr;
    }
    return &*found;
}

SubmissionSchema choose_schema(const Service& service, const Wanted& wanted, base::Report& report)
{
    std::vector<SubmissionSchema> fitting;
    std::vector<std::string> offered;
    for (const auto& schema : service.submission_schemas) {
        offered.push_back(schema.schema_uri + " (" + schema.mime_type + ")");
        if (schema.mime_type == mime_type(wanted.form) &&
            (wanted.schema_uri.empty() || schema.schema_uri == wanted.schema_uri)) {
            fitting.push_back(schema);
        }
    }
    if (fitting.size() > 1) {
        throw base::Error(base::ErrorKind::usage, "ANB-S123",
                          {{"list", base::join(offered, ", ")}});
    }
    if (fitting.empty()) {
        object(report, "ANB-S122", "submission_schema", base::join(offered, ", "),
               wanted.schema_uri + " (" + std::string(mime_type(wanted.form)) + ")");
        return {};
    }
    return fitting.front();
}

void choose_version(Target& target)
{
    const auto& offered = target.destination.metadata_versions;
    if (const auto version = fitconnect::newest_metadata_version(offered)) {
        target.metadata_version = *version;
        return;
    }
    object(target.report, "ANB-S124", "metadata_version", base::join(offered, ", "),
           base::join(fitconnect::metadata_versions(), ", "));
}

} // namespace

Target check_target(fitconnect::Api& api, const Wanted& wanted, const fitconnect::KeyRules& rules)
{
    auto destination = fitconnect::fetch_destination(api, wanted.destination);
    auto key =
        fitconnect::fetch_destination_key(api, wanted.destination, destination.encryption_kid);
    Target target{.destination = std::move(destination),
                  .key = std::move(key),
                  .service = {},
                  .schema = {},
                  .metadata_version = {},
                  .report = {}};
    target.report.subject = "destination:" + wanted.destination.str();
    check_active(target.destination, target.report);
    if (const auto* service = choose_service(target.destination, wanted, target.report)) {
        target.service = {.identifier = service->identifier,
                          .name = wanted.service_name.empty() ? service->identifier
                                                              : wanted.service_name};
        target.schema = choose_schema(*service, wanted, target.report);
    }
    choose_version(target);
    target.report.take(fitconnect::check_key(target.key, fitconnect::KeyRole::encryption, rules,
                                             target.report.subject));
    return target;
}

Recheck recheck_target(fitconnect::Api& api, const fitconnect::DestinationId& id,
                       const std::string& encryption_kid, const fitconnect::KeyRules& rules)
{
    Recheck recheck{.report = {},
                    .key = fitconnect::fetch_destination_key(api, id, encryption_kid)};
    auto& report = recheck.report;
    report.subject = "destination:" + id.str();
    const auto destination = fitconnect::fetch_destination(api, id);
    check_active(destination, report);
    if (destination.encryption_kid != encryption_kid) {
        object(report, "ANB-S307", "encryption_kid", destination.encryption_kid, encryption_kid);
    }
    report.take(
        fitconnect::check_key(recheck.key, fitconnect::KeyRole::encryption, rules, report.subject));
    return recheck;
}

} // namespace anb::testantrag
