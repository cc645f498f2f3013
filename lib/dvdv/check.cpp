// SPDX-License-Identifier: EUPL-1.2

#include "dvdv/check.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "dvdv/detail/entry_judge.hpp"
#include "dvdv/organization_key.hpp"

#include <algorithm>
#include <set>

namespace anb::dvdv {

namespace {

using base::Severity;
using detail::EntryJudge;

std::string date(const std::optional<base::UtcTime>& time)
{
    return time ? base::format_date(*time) : std::string("-");
}

/// "2026-11-20 – 2027-01-31"
std::string span_text(const Validity& validity)
{
    return date(validity.from) + " – " + date(validity.to);
}

void judge_end(EntryJudge& judge, const Validity& validity, std::string_view point)
{
    const auto& limits = judge.rules().certificates;
    if (!validity.to) {
        return;
    }
    const auto days = base::days_between(limits.at, *validity.to);
    judge.ends(*validity.to, point);
    if (days < limits.warn_days) {
        judge.find(days < limits.crit_days ? Severity::error : Severity::warning, "ANB-D236", point,
                   date(validity.to), ">= " + std::to_string(limits.warn_days) + " d",
                   {{"date", date(validity.to)}, {"n", std::to_string(days)}});
    }
}

const Organization* judge_organization(EntryJudge& judge, const Observation& observation,
                                       const Expectation& expectation)
{
    if (!observation.organizations_asked) {
        judge.unchecked("organization", "saved_answer");
        judge.unchecked("category", "saved_answer");
        return nullptr;
    }
    const auto& key = expectation.organization_key;
    if (observation.organizations.empty()) {
        judge.find(Severity::error, "ANB-D201", "organization", "", "", {{"key", key}});
        judge.unchecked("category", "no_entry");
        return nullptr;
    }
    const auto& organization = observation.organizations.front().organization;
    judge.fact("organization", organization.name);
    if (observation.organizations.size() > 1) {
        const auto count = std::to_string(observation.organizations.size());
        judge.find(Severity::warning, "ANB-D238", "organization", count, "1",
                   {{"key", key}, {"n", count}});
    }
    const auto& keys = organization.organization_keys;
    if (!keys.empty() && std::ranges::find(keys, key) == keys.end()) {
        const auto found = base::join(keys, ", ");
        judge.find(Severity::error, "ANB-D239", "organization", found, key,
                   {{"key", key}, {"found", found}});
    }
    const auto at = judge.rules().certificates.at;
    if (!organization.validity.includes(at)) {
        judge.find(Severity::error, "ANB-D204", "organization", span_text(organization.validity),
                   base::format_date(at),
                   {{"key", key},
                    {"span", span_text(organization.validity)},
                    {"date", base::format_date(at)}});
    } else {
        judge_end(judge, organization.validity, "organization");
    }
    return &organization;
}

void judge_category(EntryJudge& judge, const Organization& organization,
                    const Expectation& expectation)
{
    const auto& found = organization.category;
    judge.fact("category", found);
    const auto listed = [&]() -> std::string {
        try {
            return std::string(OrganizationKey::parse(expectation.organization_key).category());
        } catch (const base::Error&) {
            return {};
        }
    };
    const bool stated = !expectation.category.empty();
    const auto expected = stated ? expectation.category : listed();
    if (found.empty()) {
        judge.unchecked("category", "not_stated");
    } else if (!expected.empty() && found != expected) {
        judge.find(stated ? Severity::error : Severity::warning, "ANB-D223", "category", found,
                   expected, {{"found", found}, {"expected", expected}});
    }
}

void judge_permission(EntryJudge& judge, const Observation& observation, const std::string& uri)
{
    if (!observation.allowed_uris) {
        judge.unchecked("allowed_uris", "not_stated");
        return;
    }
    if (std::ranges::find(*observation.allowed_uris, uri) == observation.allowed_uris->end()) {
        const auto& category = observation.organizations.front().organization.category;
        judge.find(Severity::error, "ANB-D222", "specification", "", "",
                   {{"uri", uri}, {"category", category}});
    }
}

void judge_clients(EntryJudge& judge, const Organization& organization)
{
    const auto& certificates = organization.client_certificates;
    if (certificates.empty()) {
        return;
    }
    std::vector<base::Report> verdicts;
    for (const auto& certificate : certificates) {
        base::Report verdict;
        check_certificate(certificate, "client_certificates", pki::Use::dvdv_client, judge.rules(),
                          verdict);
        verdicts.push_back(std::move(verdict));
    }
    const auto good = std::ranges::count_if(
        verdicts, [](const base::Report& verdict) { return verdict.accepted(); });
    judge.fact("client_certificates",
               std::to_string(good) + "/" + std::to_string(certificates.size()));
    if (good == 0) {
        std::set<std::string> reasons;
        for (const auto& verdict : verdicts) {
            for (const auto& finding : verdict.findings) {
                if (finding.severity == Severity::error) {
                    reasons.insert(finding.code);
                }
            }
        }
        const std::vector<std::string> codes(reasons.begin(), reasons.end());
        judge.find(Severity::warning, "ANB-D241", "client_certificates", "", "",
                   {{"n", std::to_string(certificates.size())}, {"list", base::join(codes, ", ")}});
    }
}

/// @return false when there is no service to go on with
bool judge_service(EntryJudge& judge, const Observation& observation,
                   const Expectation& expectation)
{
    const auto& answer = observation.service;
    const base::Values values{{"key", expectation.organization_key},
                              {"uri", expectation.specification_uri},
                              {"reason", answer.reason.empty() ? "-" : answer.reason}};
    switch (answer.presence) {
    case Presence::no_organization:
        if (!judge.has("ANB-D201")) {
            judge.find(Severity::error, "ANB-D201", "organization", "", "", values);
        }
        return false;
    case Presence::no_service:
        if (!judge.has("ANB-D201")) {
            judge.find(Severity::error, "ANB-D203", "service", "", "", values);
        }
        return false;
    case Presence::not_valid:
        judge.find(Severity::error, "ANB-D202", "service", "", "", values);
        return false;
    case Presence::found:
        break;
    }
    const auto& service = answer.service;
    judge.fact("service", span_text(service.validity));
    const auto at = judge.rules().certificates.at;
    if (!service.validity.includes(at)) {
        judge.find(Severity::error, "ANB-D235", "service", span_text(service.validity),
                   base::format_date(at),
                   {{"span", span_text(service.validity)}, {"date", base::format_date(at)}});
    } else {
        judge_end(judge, service.validity, "service");
    }
    return true;
}

void judge_specification(EntryJudge& judge, const Service& service, const Expectation& expectation)
{
    const auto& type = service.specification_type;
    judge.fact("specification", service.specification_uri);
    judge.fact("specification_type", type);
    if (type.empty()) {
        judge.unchecked("specification_type", "not_stated");
    } else if (type != "WSDL_OSCI") {
        judge.find(Severity::error, "ANB-D220", "specification", type, "WSDL_OSCI",
                   {{"found", type}});
    }
    const auto& uri = service.specification_uri;
    if (uri.empty()) {
        judge.unchecked("specification", "not_stated");
    } else if (uri != expectation.specification_uri) {
        judge.find(Severity::error, "ANB-D221", "specification", uri, expectation.specification_uri,
                   {{"found", uri}, {"expected", expectation.specification_uri}});
    }
}

std::optional<Wsdl> judge_wsdl(EntryJudge& judge, const Service& service)
{
    if (service.specification_document.empty()) {
        judge.find(service.specification_type == "MANUAL" ? Severity::note : Severity::warning,
                   "ANB-D224", "wsdl", "-", "WSDL");
        return std::nullopt;
    }
    try {
        return read_wsdl(service.specification_document);
    } catch (const base::Error& error) {
        auto values = error.values();
        judge.find(Severity::error, "ANB-D225", "wsdl",
                   values.empty() ? "-" : values.front().second, "WSDL", std::move(values));
    }
    return std::nullopt;
}

void judge_profile(EntryJudge& judge, const Wsdl& wsdl, const Service& service,
                   const Expectation& expectation)
{
    std::vector<std::string> containers;
    std::string communication;
    for (const auto& operation : wsdl.operations) {
        communication = communication.empty() ? operation.communication_type : communication;
        for (const auto& container : operation.containers) {
            if (!container.name.empty()) {
                containers.push_back(container.name);
            }
        }
    }
    judge.fact("wsdl", base::join(containers, ", "));
    judge.fact("signature_level", wsdl.signature_level);
    judge.fact("encrypted", !wsdl.encrypted ? "" : *wsdl.encrypted ? "true" : "false");
    judge.fact("communication_type", communication);
    if (wsdl.target_namespace != expectation.specification_uri) {
        judge.find(Severity::error, "ANB-D226", "wsdl", wsdl.target_namespace,
                   expectation.specification_uri,
                   {{"found", wsdl.target_namespace}, {"expected", expectation.specification_uri}});
    }
    const auto demand = [&](const std::string& name, std::string_view kind, Severity severity) {
        const bool entered = std::ranges::any_of(service.elements, [&](const auto& element) {
            return element.name == name || element.description_name == name;
        });
        if (!name.empty() && !entered) {
            judge.find(severity, "ANB-D227", "wsdl", "-", name,
                       {{"name", name}, {"kind", std::string(kind)}});
        }
    };
    for (const auto& port : wsdl.ports) {
        if (port.required) {
            demand(port.intermediary, "OSCI_INTERMEDIARY", Severity::error);
            demand(port.addressee, "OSCI_ADDRESSEE", Severity::error);
        }
    }
    // Without it senders encrypt the content for the recipient, too.
    for (const auto& reader : wsdl.readers) {
        demand(reader, "CIPHER_CERTIFICATE", Severity::warning);
    }
    if (wsdl.encrypted == false) {
        judge.find(Severity::warning, "ANB-D228", "wsdl", "false", "true");
    }
}

bool is_web_address(const std::string& url)
{
    const auto lower = base::to_lower_ascii(url);
    const auto rest = lower.starts_with("https://")  ? lower.substr(8)
                      : lower.starts_with("http://") ? lower.substr(7)
                                                     : std::string();
    const bool printable = std::ranges::all_of(
        rest, [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7F; });
    const auto host = rest.substr(0, rest.find_first_of("/?#"));
    return printable && !host.empty() && host.front() != ':' &&
           host.find_first_of("<>\"\\^`{|}") == std::string::npos;
}

void judge_intermediary(EntryJudge& judge, const Route& route, const Observation& observation,
                        const Expectation& expectation)
{
    if (route.intermediary == nullptr) {
        return;
    }
    const auto& url = route.intermediary->uri;
    judge.fact("intermediary", url);
    if (!is_web_address(url)) {
        judge.find(Severity::error, "ANB-D215", "intermediary", url, "https://…", {{"url", url}});
        return;
    }
    const auto& wanted = expectation.intermediary_url;
    if (wanted.empty()) {
        judge.unchecked("intermediary_url", "no_profile");
    } else if (wanted != url) {
        judge.find(Severity::error, "ANB-D216", "intermediary", url, wanted,
                   {{"found", url}, {"expected", wanted}});
    }
    if (!observation.intermediary_failure) {
        judge.unchecked("intermediary_reachable", "not_probed");
    } else if (!observation.intermediary_failure->empty()) {
        judge.find(Severity::warning, "ANB-D217", "intermediary", *observation.intermediary_failure,
                   "", {{"url", url}, {"reason", *observation.intermediary_failure}});
    }
}

void judge_empty_elements(EntryJudge& judge, const Service& service)
{
    for (const auto& element : service.elements) {
        const bool empty = !element.cipher_certificate && !element.signature_certificate &&
                           element.uri.empty() && element.text.empty();
        const bool of_route =
            element.type == "OSCI_ADDRESSEE" || element.type == "OSCI_INTERMEDIARY";
        if (element.required && empty && !of_route) {
            const auto& name =
                element.description_name.empty() ? element.name : element.description_name;
            judge.find(Severity::error, "ANB-D260", "service", "-", name,
                       {{"name", name}, {"kind", element.type}});
        }
    }
}

/// What two servers must agree in, as one text.
std::string summary(const ServiceAnswer& answer)
{
    return answer.presence == Presence::found       ? json::dump(to_json(answer.service))
           : answer.presence == Presence::not_valid ? "not_valid"
                                                    : "-";
}

void judge_replicas(EntryJudge& judge, const Observation& observation)
{
    std::vector<std::string> same;
    for (const auto& replica : observation.replicas) {
        if (!replica.answer) {
            judge.unchecked("replicas", "unreachable");
        } else if (summary(*replica.answer) != summary(observation.service)) {
            judge.find(Severity::warning, "ANB-D237", "replicas", replica.server,
                       observation.server,
                       {{"server", observation.server}, {"other", replica.server}});
        } else {
            same.push_back(replica.server);
        }
    }
    judge.fact("replicas", base::join(same, ", "));
}

} // namespace

base::Report check_entry(const Observation& observation, const Expectation& expectation,
                         const CheckRules& rules)
{
    base::Report report;
    report.subject = "dvdv:" + expectation.organization_key + " " + expectation.specification_uri;
    EntryJudge judge(rules, report);
    judge.fact("organization_key", expectation.organization_key);
    judge.fact("specification_uri", expectation.specification_uri);
    judge.fact("server", observation.server);
    if (const auto* organization = judge_organization(judge, observation, expectation)) {
        judge_category(judge, *organization, expectation);
        judge_clients(judge, *organization);
    }
    if (!judge_service(judge, observation, expectation)) {
        for (const auto point : k_points) {
            if (point != "organization" && point != "category" && point != "replicas" &&
                !(point == "service" && (judge.has("ANB-D202") || judge.has("ANB-D203")))) {
                judge.unchecked(point, "no_entry");
            }
        }
    } else {
        const auto& service = observation.service.service;
        judge_specification(judge, service, expectation);
        judge_permission(judge, observation, expectation.specification_uri);
        const auto wsdl = judge_wsdl(judge, service);
        const auto route =
            select_route(service, rules.network, wsdl ? &*wsdl : nullptr, report.findings);
        judge_intermediary(judge, route, observation, expectation);
        judge.certificates(route, expectation);
        judge_empty_elements(judge, service);
        if (wsdl) {
            judge_profile(judge, *wsdl, service, expectation);
        }
    }
    judge_replicas(judge, observation);
    judge.finish();
    return report;
}

} // namespace anb::dvdv
