// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/dvdv/functions.hpp"

#include "sandbox/dvdv/problem.hpp"

#include <fmt/format.h>

namespace anb::sandbox {

namespace {

/// "31.12.2026"
std::string german_date(base::UtcTime time)
{
    const auto date = base::format_date(time);
    return date.substr(8, 2) + "." + date.substr(5, 2) + "." + date.substr(0, 4);
}

std::string warning_of(const DvdvService& service, base::UtcTime at)
{
    const auto& name = service.name.empty() ? service.uri : service.name;
    return service.valid_from && at < *service.valid_from
               ? fmt::format("Dienst {} ist erst ab {} gültig", name,
                             german_date(*service.valid_from))
               : fmt::format("Dienst {} ist seit {} ungültig", name,
                             german_date(service.valid_to.value_or(at)));
}

DvdvAnswer find_authority_description(const DvdvView& view, const DvdvQuery& query, base::UtcTime)
{
    for (const auto* entry : view.with_key(query.organization_key)) {
        if (entry->category == query.category) {
            return {entry->description, {}};
        }
    }
    return {nullptr, entity_not_found(fmt::format(
                         "5009: Keine Organisation mit Kategorie \"{}\" und Organisationsschlüssel "
                         "\"{}\" gefunden",
                         query.category, query.organization_key))};
}

DvdvAnswer find_authority_descriptions(const DvdvView& view, const DvdvQuery& query, base::UtcTime)
{
    auto list = json::Value::array();
    for (const auto* entry : view.with_key(query.organization_key)) {
        list.push_back(entry->description);
    }
    return {std::move(list), {}};
}

DvdvAnswer find_categories(const DvdvView& view, const DvdvQuery& query, base::UtcTime)
{
    return {view.categories_of(query.finger_print, query.organization_key), {}};
}

DvdvAnswer find_certificate(const DvdvView& view, const DvdvQuery& query, base::UtcTime)
{
    const auto found = view.certificates(query.finger_print);
    if (found.size() != 1) {
        return {nullptr, bodiless(404)};
    }
    return {found.front()->value, {}};
}

DvdvAnswer find_organizations(const DvdvView& view, const DvdvQuery& query, base::UtcTime)
{
    auto list = json::Value::array();
    for (const auto* entry : view.with_element(query)) {
        list.push_back(entry->light);
    }
    return {std::move(list), {}};
}

DvdvAnswer find_service_description(const DvdvView& view, const DvdvQuery& query, base::UtcTime at)
{
    const DvdvService* invalid = nullptr;
    for (const auto* entry : view.with_key(query.organization_key)) {
        for (const auto& service : entry->services) {
            if (service.uri != query.service_specification_uri) {
                continue;
            }
            if (service.valid_at(at)) {
                return {service.value, {}};
            }
            invalid = &service;
        }
    }
    if (invalid != nullptr) {
        auto response = bodiless(204);
        response.headers.emplace_back("dvdv-warning-msg", encoded_words(warning_of(*invalid, at)));
        return {nullptr, std::move(response)};
    }
    return {nullptr, entity_not_found(fmt::format(
                         "5005: Kein Dienst zum Organisationsschlüssel '{}' und URI {}.",
                         query.organization_key, query.service_specification_uri))};
}

DvdvAnswer find_uris(const DvdvView& view, const DvdvQuery& query, base::UtcTime)
{
    return {view.uris_of(query.category), {}};
}

DvdvAnswer verify_category(const DvdvView& view, const DvdvQuery& query, base::UtcTime)
{
    return {{{"verifyCategory", view.has_client(query.finger_print, query.category)}}, {}};
}

constexpr std::string_view k_authority[] = {"category", "organizationKey"};
constexpr std::string_view k_key[] = {"organizationKey"};
constexpr std::string_view k_client[] = {"fingerPrint", "organizationKey"};
constexpr std::string_view k_finger_print[] = {"fingerPrint"};
constexpr std::string_view k_element[] = {"serviceElementType", "parameterType", "parameterValue"};
constexpr std::string_view k_service[] = {"organizationKey", "serviceSpecificationUri"};
constexpr std::string_view k_category[] = {"category"};
constexpr std::string_view k_verification[] = {"fingerPrint", "category"};

constexpr DvdvFunction k_functions[] = {
    {"findauthoritydescription", k_authority, true, find_authority_description},
    {"findauthoritydescriptions", k_key, false, find_authority_descriptions},
    {"findcategories", k_client, true, find_categories},
    {"findCertificateByFingerprint", k_finger_print, false, find_certificate},
    {"findOrganizationsByServiceElement", k_element, true, find_organizations},
    {"findservicedescription", k_service, true, find_service_description},
    {"findServiceSpecificationUrisByCategory", k_category, true, find_uris},
    {"verifycategory", k_verification, true, verify_category},
};

} // namespace

std::span<const DvdvFunction> dvdv_functions()
{
    return k_functions;
}

} // namespace anb::sandbox
