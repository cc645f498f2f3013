// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/destination_check.hpp"

#include "base/text.hpp"
#include "fitconnect/detail/destination_points.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace anb::fitconnect {

namespace {

using base::Report;
using base::Severity;
using detail::add_fact;
using detail::add_finding;
using detail::leave_unchecked;

constexpr std::string_view k_required_metadata = "1.5.0";

void check_status(Report& report, const Destination& destination)
{
    add_fact(report, "status", destination.status);
    if (destination.status != "active") {
        add_finding(report,
                    {Severity::error, "ANB-F201", "status", destination.status, "active",
                     "fit-connect:6.2"},
                    {{"status", destination.status}, {"id", destination.id.str()}});
    }
}

void check_service(Report& report, const Destination& destination, const Expectation& expectation)
{
    std::vector<std::string> identifiers;
    for (const auto& service : destination.services) {
        identifiers.push_back(service.identifier);
    }
    const auto list = identifiers.empty() ? "-" : base::join(identifiers, ", ");
    add_fact(report, "service", list);
    if (expectation.leika && std::find(identifiers.begin(), identifiers.end(),
                                       expectation.leika->urn()) == identifiers.end()) {
        add_finding(report,
                    {Severity::error, "ANB-F230", "service", list, expectation.leika->urn()});
    }
    for (const auto& identifier : identifiers) {
        if (!identifier.starts_with("urn:de:fim:leika:leistung:99")) {
            add_finding(report, {Severity::warning, "ANB-F231", "service", identifier,
                                 "urn:de:fim:leika:leistung:99…"});
        }
    }
    if (identifiers.size() > 1) {
        const auto count = std::to_string(identifiers.size());
        add_finding(report, {Severity::note, "ANB-F232", "service", count, "1"}, {{"n", count}});
    }
    if (!expectation.leika) {
        leave_unchecked(report, "service", "no_profile");
    }
}

bool is_region(std::string_view text)
{
    return text.starts_with("DE") && text.size() <= 14 &&
           std::all_of(text.begin() + 2, text.end(),
                       [](char character) { return character >= '0' && character <= '9'; });
}

void check_region(Report& report, const Destination& destination, const Expectation& expectation)
{
    const auto services = detail::considered(destination, expectation);
    const auto list =
        detail::joined(services, [](const Service& service) { return service.regions; });
    add_fact(report, "region", list);
    bool covered = false;
    for (const auto* service : services) {
        for (const auto& region : service->regions) {
            if (!is_region(region)) {
                add_finding(report, {Severity::error, "ANB-F241", "region", region, "DE + 0 … 12",
                                     "fit-connect:3"});
            }
            covered = covered || (expectation.ars && region_covers(region, *expectation.ars));
        }
    }
    if (!expectation.ars) {
        leave_unchecked(report, "region", "no_ars");
    } else if (!covered) {
        add_finding(report,
                    {Severity::error, "ANB-F240", "region", list, "DE" + expectation.ars->str()});
    }
}

void check_contact(Report& report, const Observation& observation)
{
    const auto& contact = observation.destination.contact;
    if (!contact && !observation.owner_view) {
        add_fact(report, "contact", "-");
        leave_unchecked(report, "contact", "not_owner");
        return;
    }
    const auto known = contact.value_or(ContactInformation{});
    add_fact(report, "contact", known.legal_name.empty() ? "-" : known.legal_name);
    std::vector<std::string> missing;
    if (known.legal_name.empty()) {
        missing.emplace_back("legalName");
    }
    if (known.email.empty()) {
        missing.emplace_back("email");
    }
    if (!missing.empty()) {
        const auto list = base::join(missing, ", ");
        add_finding(report, {Severity::error, "ANB-F270", "contact", "-", list}, {{"list", list}});
    }
}

/// The members that fit-connect.md §6.1 knows.
constexpr std::array<std::string_view, 6> k_channels = {"deMail", "elster",     "eMail",
                                                        "fink",   "fitConnect", "idBundDeMailbox"};

void check_reply_channels(Report& report, const Destination& destination)
{
    const auto& channels = destination.reply_channels;
    if (!channels || channels->is_null()) {
        add_fact(report, "reply_channels", "-");
        add_finding(report, {Severity::note, "ANB-F280", "reply_channels", "-",
                             "eMail, fitConnect …", "fit-connect:6.1"});
        return;
    }
    std::vector<std::string> names;
    const auto refuse = [&](const std::string& found, const char* expected) {
        add_finding(report, {Severity::warning, "ANB-F281", "reply_channels", found, expected,
                             "fit-connect:6.1"});
    };
    if (!channels->is_object() || channels->empty()) {
        refuse(json::dump(*channels), "{\"eMail\": {…}}");
    } else {
        for (const auto& [name, channel] : channels->items()) {
            names.push_back(name);
            if (std::find(k_channels.begin(), k_channels.end(), name) == k_channels.end()) {
                refuse(name, "deMail, elster, eMail, fink, fitConnect, idBundDeMailbox");
            } else if (!channel.is_object()) {
                refuse(name + ": " + json::dump(channel), "{…}");
            }
        }
    }
    add_fact(report, "reply_channels", names.empty() ? "-" : base::join(names, ", "));
}

void check_addressing(Report& report, const Observation& observation)
{
    if (!observation.addressing) {
        if (!observation.addressing_unknown.empty()) {
            leave_unchecked(report, "addressing", observation.addressing_unknown);
        }
        return;
    }
    add_fact(report, "addressing", base::format_time(observation.addressing->issued_at));
    report.take(check_addressing_current(*observation.addressing, observation.destination,
                                         observation.encryption_key));
}

Report begin(const Destination& destination)
{
    Report report;
    report.subject = "destination:" + destination.id.str();
    return report;
}

} // namespace

Report check_metadata_versions(const std::vector<std::string>& versions)
{
    Report report;
    const auto list = versions.empty() ? "-" : base::join(versions, ", ");
    add_fact(report, "metadata_versions", list);
    const auto required = version_parts(k_required_metadata);
    if (std::none_of(versions.begin(), versions.end(), [&](const std::string& version) {
            return version_parts(version) >= required;
        })) {
        add_finding(report,
                    {Severity::error, "ANB-F210", "metadata_versions", list,
                     fmt::format("≥ {}", k_required_metadata)},
                    {{"list", list}});
    }
    return report;
}

Report check_offer(const Destination& destination, const Expectation& expectation)
{
    auto report = begin(destination);
    check_status(report, destination);
    check_service(report, destination, expectation);
    check_region(report, destination, expectation);
    return report;
}

Report check_destination(const Observation& observation, const Expectation& expectation,
                         const CheckRules& rules)
{
    const auto& destination = observation.destination;
    auto report = begin(destination);
    check_status(report, destination);
    report.take(check_metadata_versions(destination.metadata_versions));
    check_service(report, destination, expectation);
    check_region(report, destination, expectation);
    detail::check_schema(report, destination, expectation, rules);
    detail::check_keys(report, observation, expectation, rules);
    check_contact(report, observation);
    check_reply_channels(report, destination);
    check_addressing(report, observation);
    add_fact(report, "destination_id", destination.id.str());
    add_fact(report, "name", destination.name);
    add_fact(report, "encryption_kid", destination.encryption_kid);
    if (observation.encryption_key && !observation.encryption_key->x5c.empty()) {
        const auto not_after = observation.encryption_key->x5c.front().not_after();
        add_fact(report, "encryption_key_not_after", base::format_time(not_after));
        const auto days = base::days_between(rules.keys.at, not_after);
        report.facts.push_back({"encryption_key_days_left", std::to_string(days), true});
    }
    return report;
}

} // namespace anb::fitconnect
