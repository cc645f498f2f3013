// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/dvdv/fields.hpp"

#include "base/text.hpp"
#include "base/time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

namespace anb::sandbox {

namespace {

using Kind = DvdvField::Kind;

constexpr std::size_t k_most_id = 9'007'199'254'740'991;

constexpr std::string_view k_specification_types[] = {"WSDL_OSCI", "MANUAL"};
constexpr std::string_view k_element_types[] = {"OSCI_INTERMEDIARY",  "OSCI_ADDRESSEE",
                                                "CIPHER_CERTIFICATE", "SIGNATURE_CERTIFICATE",
                                                "WEBSERVER",          "TEXT"};
constexpr std::string_view k_revocation_reasons[] = {
    "UNSPECIFIED",     "KEY_COMPROMISE",         "CA_COMPROMISE",    "AFFILIATION_CHANGED",
    "SUPERSEDED",      "CESSATION_OF_OPERATION", "CERTIFICATE_HOLD", "UNUSED",
    "REMOVE_FROM_CRL", "PRIVILEGE_WITHDRAWN",    "AA_COMPROMISE"};

constexpr DvdvField k_organization[] = {
    {"id", Kind::number, k_most_id},
    {"validFrom", Kind::time},
    {"validTo", Kind::time},
    {"nameDe"},
    {"nameEn"},
    {"descriptionDe"},
    {"descriptionEn"},
    {"postalAddress"},
    {"locationStateId", Kind::number, 16, {}, 1},
    {"dvdv1Id"},
    {"category"},
    {"organizationKeys", Kind::texts},
    {"clientCertificates", Kind::other},
    {"services", Kind::other},
};

constexpr DvdvField k_service[] = {
    {"id", Kind::number, k_most_id},
    {"validFrom", Kind::time},
    {"validTo", Kind::time},
    {"nameDe"},
    {"nameEn"},
    {"descriptionDe"},
    {"descriptionEn"},
    {"dvdv1Uuid"},
    {"serviceDescriptionName"},
    {"serviceSpecificationType", Kind::text, 0, k_specification_types},
    {"serviceSpecificationUri", Kind::text, 1000},
    {"serviceSpecificationDocument", Kind::other},
    {"organizationNameDe"},
    {"organizationNameEn"},
    {"locationStateId", Kind::number, 16, {}, 1},
    {"serviceElements", Kind::other},
};

constexpr DvdvField k_element[] = {
    {"serviceElementName"},
    {"serviceElementDescription"},
    {"serviceElementDescriptionName"},
    {"serviceElementType", Kind::text, 0, k_element_types},
    {"customServiceElementType"},
    {"serviceElementText"},
    {"serviceElementUri", Kind::text, 1000},
    {"cipherCertificate", Kind::other},
    {"signatureCertificate", Kind::other},
    {"required", Kind::flag},
    {"serviceElementId", Kind::number, k_most_id},
    {"providerId", Kind::number, k_most_id},
    {"providerNameDe"},
    {"providerNameEn"},
};

constexpr DvdvField k_certificate[] = {
    {"content", Kind::text, 0},
    {"fingerprint", Kind::text, 40},
    {"serial", Kind::text, 49},
    {"serialHex", Kind::text, 40},
    {"emailSubject"},
    {"algorithm"},
    {"nameIssuer"},
    {"nameSubject"},
    {"organizationIssuer"},
    {"organizationSubject"},
    {"ouIssuer"},
    {"ouSubject"},
    {"validFrom", Kind::time},
    {"validTo", Kind::time},
    {"x509KeyUsage", Kind::number, 32767},
    {"revocationDate", Kind::time},
    {"revocationReason", Kind::text, 0, k_revocation_reasons},
};

json::Value text_of(const json::Reader& member, const DvdvField& field)
{
    auto text = member.string();
    if (field.most > 0 && base::display_width(text) > field.most) {
        member.fail(fmt::format("at most {} characters", field.most));
    }
    if (!field.choices.empty() && std::ranges::find(field.choices, text) == field.choices.end()) {
        member.fail(fmt::format("{}", fmt::join(field.choices, ", ")));
    }
    return text;
}

json::Value number_of(const json::Reader& member, const DvdvField& field)
{
    const auto number = member.integer();
    if (number < 0 || static_cast<std::size_t>(number) < field.least ||
        static_cast<std::size_t>(number) > field.most) {
        member.fail(fmt::format("{} .. {}", field.least, field.most));
    }
    return number;
}

json::Value time_of(const json::Reader& member)
{
    static const std::regex k_as_answered(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)");
    const auto text = member.string();
    const auto time = base::parse_time(text);
    if (!time) {
        member.fail("yyyy-MM-ddTHH:mm:ss.SSSZ");
    }
    return std::regex_match(text, k_as_answered) ? text
                                                 : with_milliseconds(base::format_time(*time));
}

json::Value texts_of(const json::Reader& member)
{
    auto texts = json::Value::array();
    for (const auto& element : member.elements()) {
        texts.push_back(element.string());
    }
    return texts;
}

json::Value value_of(const json::Reader& member, const DvdvField& field)
{
    if (member.value().is_null()) {
        return nullptr;
    }
    switch (field.kind) {
    case Kind::text:
        return text_of(member, field);
    case Kind::number:
        return number_of(member, field);
    case Kind::flag:
        return member.boolean();
    case Kind::time:
        return time_of(member);
    case Kind::texts:
        return texts_of(member);
    case Kind::other:
        break;
    }
    return member.value();
}

bool is_field(std::span<const DvdvField> fields, std::string_view name)
{
    return std::ranges::find(fields, name, &DvdvField::name) != fields.end();
}

} // namespace

std::span<const DvdvField> organization_fields()
{
    return k_organization;
}

std::span<const DvdvField> service_fields()
{
    return k_service;
}

std::span<const DvdvField> element_fields()
{
    return k_element;
}

std::span<const DvdvField> certificate_fields()
{
    return k_certificate;
}

bool in_service_list(std::string_view name)
{
    const auto* end =
        std::ranges::find(k_service, "serviceSpecificationDocument", &DvdvField::name);
    return std::find_if(std::begin(k_service), end,
                        [&](const DvdvField& field) { return field.name == name; }) != end;
}

bool in_light_organization(std::string_view name)
{
    return name != "clientCertificates" && name != "services" && is_field(k_organization, name);
}

json::Value shaped(const json::Reader& object, std::span<const DvdvField> fields)
{
    if (!object.value().is_object()) {
        object.fail("object");
    }
    auto result = json::Value::object();
    for (const auto& field : fields) {
        const auto member = object.find(field.name);
        result[std::string(field.name)] = member ? value_of(*member, field) : json::Value(nullptr);
    }
    for (const auto& [name, member] : object.members()) {
        if (!is_field(fields, name)) {
            result[name] = member.value();
        }
    }
    return result;
}

std::string with_milliseconds(std::string time)
{
    return time.replace(time.size() - 1, 1, ".000Z");
}

} // namespace anb::sandbox
