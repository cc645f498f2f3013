// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/dvdv/entry.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "sandbox/dvdv/fields.hpp"

namespace anb::sandbox {

namespace {

constexpr std::size_t k_longest_document = 65'535;
constexpr std::uint64_t k_largest_document = 4 * k_longest_document;

std::string text_of(const json::Value& value)
{
    return value.is_string() ? value.get<std::string>() : std::string();
}

std::optional<base::UtcTime> time_of(const json::Value& value)
{
    return value.is_string() ? base::parse_time(value.get<std::string>()) : std::nullopt;
}

/// The elements of a list; none when it is absent or null.
std::vector<json::Reader> elements_of(const json::Reader& object, std::string_view name)
{
    const auto list = object.find(name);
    return list && !list->value().is_null() ? list->elements() : std::vector<json::Reader>();
}

/// Reads one file of the directory.
class EntryReader {
public:
    EntryReader(std::string origin, std::filesystem::path folder)
        : m_origin(std::move(origin)), m_folder(std::move(folder))
    {
    }

    DvdvEntry read(const json::Reader& document);

private:
    json::Value organization(const json::Reader& object, std::vector<DvdvCertificate>& clients,
                             std::vector<DvdvService>& services);
    DvdvService service(const json::Reader& object, const json::Value& organization);
    DvdvElement element(const json::Reader& object, const json::Value& organization);
    json::Value specification(const json::Reader& object);
    DvdvCertificate certificate(const json::Reader& object)
    {
        return load_dvdv_certificate(object, m_folder, m_files);
    }
    /// A number that stays the same as long as the file has its name and the thing its place.
    std::int64_t id_of(const json::Reader& object) const;
    void number(const json::Reader& object, json::Value& value, const char* name) const;

    std::string m_origin;
    std::filesystem::path m_folder;
    std::vector<std::filesystem::path> m_files;
};

std::int64_t EntryReader::id_of(const json::Reader& object) const
{
    constexpr std::int64_t k_range = 1'000'000'000;
    const auto name = std::filesystem::path(m_origin).filename().string() + object.pointer();
    const auto bytes = crypto::digest(crypto::DigestAlgorithm::sha256, base::as_bytes(name));
    std::int64_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        number = number * 256 + std::to_integer<std::int64_t>(bytes[i]);
    }
    return number % k_range + 1;
}

void EntryReader::number(const json::Reader& object, json::Value& value, const char* name) const
{
    if (!object.has(name)) {
        value[name] = id_of(object);
    }
}

json::Value EntryReader::specification(const json::Reader& object)
{
    const auto member = object.find("serviceSpecificationDocument");
    if (!member || member->value().is_null()) {
        return nullptr;
    }
    auto text = member->value().is_object() ? std::string() : member->string();
    if (member->value().is_object()) {
        const auto path = m_folder / member->string("file");
        m_files.push_back(path);
        text = base::to_text(base::read_file(path.string(), k_largest_document));
    }
    if (!base::is_utf8(text) || base::display_width(text) > k_longest_document) {
        member->fail("UTF-8, at most 65535 characters");
    }
    return text;
}

DvdvElement EntryReader::element(const json::Reader& object, const json::Value& organization)
{
    DvdvElement element;
    element.value = shaped(object, element_fields());
    number(object, element.value, "serviceElementId");
    for (const auto& [name, source] :
         {std::pair{"providerId", "id"}, {"providerNameDe", "nameDe"}}) {
        if (!object.has(name)) {
            element.value[name] = organization.at(source);
        }
    }
    for (const auto& [name, place] : {std::pair{"cipherCertificate", &DvdvElement::cipher},
                                      {"signatureCertificate", &DvdvElement::signature}}) {
        if (const auto member = object.find(name)) {
            element.*place = certificate(*member);
            element.value[name] = (element.*place).value;
        }
    }
    element.type = text_of(element.value["serviceElementType"]);
    element.custom_type = text_of(element.value["customServiceElementType"]);
    element.uri = text_of(element.value["serviceElementUri"]);
    return element;
}

DvdvService EntryReader::service(const json::Reader& object, const json::Value& organization)
{
    DvdvService service;
    auto& value = service.value;
    value = shaped(object, service_fields());
    number(object, value, "id");
    value["serviceSpecificationDocument"] = specification(object);
    for (const auto& [name, source] : {std::pair{"organizationNameDe", "nameDe"},
                                       {"organizationNameEn", "nameEn"},
                                       {"locationStateId", "locationStateId"}}) {
        if (!object.has(name)) {
            value[name] = organization.at(source);
        }
    }
    if (!object.has("serviceDescriptionName")) {
        value["serviceDescriptionName"] = value["nameDe"];
    }
    value["serviceElements"] = json::Value::array();
    for (const auto& each : elements_of(object, "serviceElements")) {
        service.elements.push_back(element(each, organization));
        value["serviceElements"].push_back(service.elements.back().value);
    }
    service.name = text_of(value["nameDe"]);
    service.uri = text_of(value["serviceSpecificationUri"]);
    service.valid_from = time_of(value["validFrom"]);
    service.valid_to = time_of(value["validTo"]);
    return service;
}

json::Value EntryReader::organization(const json::Reader& object,
                                      std::vector<DvdvCertificate>& clients,
                                      std::vector<DvdvService>& services)
{
    auto value = shaped(object, organization_fields());
    number(object, value, "id");
    for (const auto* name : {"clientCertificates", "services"}) {
        value[name] = json::Value::array();
    }
    for (const auto& each : elements_of(object, "clientCertificates")) {
        clients.push_back(certificate(each));
        value["clientCertificates"].push_back(clients.back().value);
    }
    for (const auto& each : elements_of(object, "services")) {
        services.push_back(service(each, value));
        auto base = json::Value::object();
        for (const auto& [name, member] : services.back().value.items()) {
            if (in_service_list(name)) {
                base[name] = member;
            }
        }
        value["services"].push_back(std::move(base));
    }
    return value;
}

DvdvEntry EntryReader::read(const json::Reader& document)
{
    DvdvEntry entry;
    const auto inner = document.find("organization");
    const auto& object = inner ? *inner : document;
    auto organization = this->organization(object, entry.clients, entry.services);
    if (const auto entered = document.find_string("enteredAt")) {
        entry.entered_at = base::parse_time(*entered);
        if (!entry.entered_at) {
            document.at("enteredAt").fail("2026-11-23T08:14:05Z");
        }
    }
    for (const auto* name : {"enteredAt", "representatives"}) {
        organization.erase(name);
    }
    entry.keys = object.strings("organizationKeys");
    if (entry.keys.empty()) {
        object.at("organizationKeys").fail("[\"soa:…\"]");
    }
    entry.category = text_of(organization["category"]);
    entry.postal_address = text_of(organization["postalAddress"]);
    entry.light = json::Value::object();
    for (const auto& [name, member] : organization.items()) {
        if (in_light_organization(name)) {
            entry.light[name] = member;
        }
    }
    entry.description["organization"] = std::move(organization);
    entry.description["representatives"] = json::Value::array();
    for (const auto& each : elements_of(document, "representatives")) {
        std::vector<DvdvCertificate> clients;
        std::vector<DvdvService> services;
        entry.description["representatives"].push_back(this->organization(each, clients, services));
    }
    entry.files = std::move(m_files);
    return entry;
}

} // namespace

DvdvEntry parse_entry(std::string_view text, const std::string& origin,
                      const std::filesystem::path& folder)
{
    const auto value = json::parse(text, origin);
    return EntryReader(origin, folder).read(json::Reader(value, origin));
}

} // namespace anb::sandbox
