// SPDX-License-Identifier: EUPL-1.2

#include "dvdv/model.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace anb::dvdv {

namespace {

using json::Value;

[[noreturn]] void refuse(std::string_view expected)
{
    throw base::Error(base::ErrorKind::input, "ANB-D207", {{"expected", std::string(expected)}});
}

void demand_object(const Value& value, std::string_view name)
{
    if (!value.is_object()) {
        refuse(name);
    }
}

const Value& member(const Value& value, const char* name)
{
    static const Value k_null;
    const auto found = value.find(name);
    return found == value.end() ? k_null : *found;
}

std::string text(const Value& value, const char* name)
{
    const auto& found = member(value, name);
    if (found.is_string()) {
        return found.get<std::string>();
    }
    return found.is_number() || found.is_boolean() ? found.dump() : std::string();
}

std::string first_text(const Value& value, const char* name, const char* otherwise)
{
    auto found = text(value, name);
    return found.empty() ? text(value, otherwise) : found;
}

Validity validity(const Value& value)
{
    return {read_time(text(value, "validFrom")), read_time(text(value, "validTo"))};
}

std::optional<Certificate> certificate(const Value& value, const char* name)
{
    const auto& found = member(value, name);
    return found.is_object() ? std::optional(read_certificate(found)) : std::nullopt;
}

template <typename T>
std::vector<T> list(const Value& value, const char* name, T (*read)(const Value&))
{
    std::vector<T> result;
    const auto& found = member(value, name);
    if (found.is_array()) {
        for (const auto& each : found) {
            result.push_back(read(each));
        }
    }
    return result;
}

std::string key_text(const Value& value)
{
    return value.is_string() ? value.get<std::string>() : std::string();
}

ServiceElement read_element(const Value& value)
{
    demand_object(value, "ServiceElementInfo");
    ServiceElement element;
    element.name = text(value, "serviceElementName");
    element.description_name = text(value, "serviceElementDescriptionName");
    element.type = text(value, "serviceElementType");
    element.custom_type = text(value, "customServiceElementType");
    element.text = text(value, "serviceElementText");
    element.uri = text(value, "serviceElementUri");
    element.cipher_certificate = certificate(value, "cipherCertificate");
    element.signature_certificate = certificate(value, "signatureCertificate");
    element.required = member(value, "required") == true;
    element.provider_name = first_text(value, "providerNameDe", "providerNameEn");
    return element;
}

Category read_category(const Value& value)
{
    demand_object(value, "Category");
    return {text(value, "name"), text(value, "prefix"), list(value, "children", read_category)};
}

/// Leaves out what is empty.
void put(Value& object, const char* name, const std::string& value)
{
    if (!value.empty()) {
        object[name] = value;
    }
}

void put(Value& object, const char* name, const std::optional<base::UtcTime>& value)
{
    if (value) {
        auto written = base::format_time(*value);
        written.insert(written.size() - 1, ".000");
        object[name] = std::move(written);
    }
}

void put(Value& object, const Validity& validity)
{
    put(object, "validFrom", validity.from);
    put(object, "validTo", validity.to);
}

void put(Value& object, const char* name, const std::optional<Certificate>& certificate)
{
    if (certificate) {
        object[name] = to_json(*certificate);
    }
}

template <typename T>
void put(Value& object, const char* name, const std::vector<T>& values)
{
    if (!values.empty()) {
        auto& written = object[name] = Value::array();
        for (const auto& each : values) {
            written.push_back(to_json(each));
        }
    }
}

} // namespace

bool Validity::includes(base::UtcTime at) const
{
    return (!from || *from <= at) && (!to || at < *to);
}

std::optional<base::UtcTime> read_time(std::string_view text)
{
    return text.empty() ? std::nullopt : base::parse_time(text);
}

Certificate read_certificate(const Value& value)
{
    demand_object(value, "Certificate");
    Certificate result;
    auto content = text(value, "content");
    std::erase_if(content, [](char c) { return c == '\n' || c == '\r' || c == ' '; });
    result.content = base::from_base64(content).value_or(base::Bytes());
    result.fingerprint = text(value, "fingerprint");
    result.serial = text(value, "serial");
    result.algorithm = text(value, "algorithm");
    result.name_issuer = text(value, "nameIssuer");
    result.name_subject = text(value, "nameSubject");
    result.validity = validity(value);
    if (const auto& usage = member(value, "x509KeyUsage"); usage.is_number_integer()) {
        result.key_usage = usage.get<std::int64_t>();
    }
    result.revocation_date = text(value, "revocationDate");
    result.revocation_reason = text(value, "revocationReason");
    return result;
}

Service read_service(const Value& value)
{
    demand_object(value, "Service");
    Service service;
    service.id = text(value, "id");
    service.name = first_text(value, "nameDe", "nameEn");
    service.description_name = text(value, "serviceDescriptionName");
    service.validity = validity(value);
    service.specification_type = text(value, "serviceSpecificationType");
    service.specification_uri = text(value, "serviceSpecificationUri");
    service.specification_document = text(value, "serviceSpecificationDocument");
    service.organization_name = first_text(value, "organizationNameDe", "organizationNameEn");
    service.elements = list(value, "serviceElements", read_element);
    return service;
}

Organization read_organization(const Value& value)
{
    demand_object(value, "Organization");
    Organization organization;
    organization.id = text(value, "id");
    organization.name = first_text(value, "nameDe", "nameEn");
    organization.postal_address = text(value, "postalAddress");
    organization.category = text(value, "category");
    organization.validity = validity(value);
    organization.organization_keys = list(value, "organizationKeys", key_text);
    organization.client_certificates = list(value, "clientCertificates", read_certificate);
    organization.services = list(value, "services", read_service);
    return organization;
}

OrganizationDescription read_description(const Value& value)
{
    demand_object(value, "OrganizationDescription");
    const auto& organization = member(value, "organization");
    return {read_organization(organization.is_object() ? organization : value),
            list(value, "representatives", read_organization)};
}

std::vector<Category> read_categories(const Value& value)
{
    if (!value.is_array()) {
        refuse("Category[]");
    }
    std::vector<Category> categories;
    for (const auto& each : value) {
        categories.push_back(read_category(each));
    }
    return categories;
}

Value to_json(const Certificate& certificate)
{
    auto object = Value::object();
    put(object, "content", base::to_base64(certificate.content));
    put(object, "fingerprint", certificate.fingerprint);
    put(object, "serial", certificate.serial);
    put(object, "algorithm", certificate.algorithm);
    put(object, "nameIssuer", certificate.name_issuer);
    put(object, "nameSubject", certificate.name_subject);
    put(object, certificate.validity);
    if (certificate.key_usage) {
        object["x509KeyUsage"] = *certificate.key_usage;
    }
    put(object, "revocationDate", certificate.revocation_date);
    put(object, "revocationReason", certificate.revocation_reason);
    return object;
}

Value to_json(const ServiceElement& element)
{
    auto object = Value::object();
    put(object, "serviceElementName", element.name);
    put(object, "serviceElementDescriptionName", element.description_name);
    put(object, "serviceElementType", element.type);
    put(object, "customServiceElementType", element.custom_type);
    put(object, "serviceElementText", element.text);
    put(object, "serviceElementUri", element.uri);
    put(object, "cipherCertificate", element.cipher_certificate);
    put(object, "signatureCertificate", element.signature_certificate);
    object["required"] = element.required;
    put(object, "providerNameDe", element.provider_name);
    return object;
}

Value to_json(const Service& service)
{
    auto object = Value::object();
    put(object, "id", service.id);
    put(object, service.validity);
    put(object, "nameDe", service.name);
    put(object, "serviceDescriptionName", service.description_name);
    put(object, "serviceSpecificationType", service.specification_type);
    put(object, "serviceSpecificationUri", service.specification_uri);
    put(object, "serviceSpecificationDocument", service.specification_document);
    put(object, "organizationNameDe", service.organization_name);
    put(object, "serviceElements", service.elements);
    return object;
}

Value to_json(const Organization& organization)
{
    auto object = Value::object();
    put(object, "id", organization.id);
    put(object, organization.validity);
    put(object, "nameDe", organization.name);
    put(object, "postalAddress", organization.postal_address);
    put(object, "category", organization.category);
    object["organizationKeys"] = organization.organization_keys;
    put(object, "clientCertificates", organization.client_certificates);
    put(object, "services", organization.services);
    return object;
}

Value to_json(const OrganizationDescription& description)
{
    auto object = Value::object();
    object["organization"] = to_json(description.organization);
    put(object, "representatives", description.representatives);
    return object;
}

Value to_json(const Category& category)
{
    auto object = Value::object();
    put(object, "name", category.name);
    put(object, "prefix", category.prefix);
    put(object, "children", category.children);
    return object;
}

const std::string& shown_name(const Service& service)
{
    return service.name.empty() ? service.specification_uri : service.name;
}

} // namespace anb::dvdv
