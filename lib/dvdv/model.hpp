// What the Deutsches Verwaltungsdiensteverzeichnis (DVDV) holds: organisations, their services and
// the elements of a service. Names are those of the Directory API v2.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/time.hpp"
#include "json/json.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::dvdv {

/// From when to when an entry counts; nothing means without bound.
struct Validity {
    std::optional<base::UtcTime> from, to;

    /// from <= at < to
    bool includes(base::UtcTime at) const;
};

/// A certificate as it is entered. Only `content` counts; everything else is text that the
/// directory shows beside it and may contradict it.
struct Certificate {
    base::Bytes content;     ///< DER; empty when it was no base64
    std::string fingerprint; ///< SHA-1 of the DER, hexadecimal
    std::string serial;      ///< decimal
    std::string algorithm;   ///< "SHA256withRSA"
    std::string name_issuer; ///< common names
    std::string name_subject;
    Validity validity;
    std::optional<std::int64_t> key_usage; ///< first bit of KeyUsage (digitalSignature) as 1
    std::string revocation_date;           ///< as it stands; empty when it is not revoked
    std::string revocation_reason;
};

/// Dienstelement (ServiceElementInfo).
struct ServiceElement {
    std::string name;             ///< serviceElementName
    std::string description_name; ///< serviceElementDescriptionName: "InternetIntermediär"
    std::string type; ///< "OSCI_INTERMEDIARY", "OSCI_ADDRESSEE", "CIPHER_CERTIFICATE" …
    std::string custom_type, text, uri;
    std::optional<Certificate> cipher_certificate, signature_certificate;
    bool required = false;
    std::string provider_name;
};

/// Dienst (Service; without document and elements a ServiceBase).
struct Service {
    std::string id, name, description_name;
    Validity validity;
    std::string specification_type;     ///< "WSDL_OSCI", "MANUAL"; may be empty
    std::string specification_uri;      ///< Dienste-URI
    std::string specification_document; ///< WSDL
    std::string organization_name;
    std::vector<ServiceElement> elements;
};

/// Behörde. Answers of findOrganizationsByServiceElement have neither certificates nor services.
struct Organization {
    std::string id, name, postal_address, category;
    Validity validity;
    std::vector<std::string> organization_keys; ///< Behördenschlüssel: "soa:05999000"
    std::vector<Certificate> client_certificates;
    std::vector<Service> services;
};

/// Behörde with those that stand in for it (Stellvertreter).
struct OrganizationDescription {
    Organization organization;
    std::vector<Organization> representatives;
};

/// A node of the tree of Behördenkategorien.
struct Category {
    std::string name, prefix;
    std::vector<Category> children;
};

/// Answers are read tolerantly (dvdv.md §5): members may be absent, null, or numbers where text is
/// declared, and unknown members are passed over. What is no object or list at all is refused.
/// @throws Error{input} ANB-D207
Service read_service(const json::Value& value);
Organization read_organization(const json::Value& value);
OrganizationDescription read_description(const json::Value& value);
std::vector<Category> read_categories(const json::Value& value);
Certificate read_certificate(const json::Value& value);

/// The same under the names of the interface, without the members that are empty; read_service()
/// and its kin take it again.
json::Value to_json(const Service& service);
json::Value to_json(const ServiceElement& element);
json::Value to_json(const Organization& organization);
json::Value to_json(const OrganizationDescription& description);
json::Value to_json(const Category& category);
json::Value to_json(const Certificate& certificate);

/// "2026-11-24T09:10:00.000Z", as the directory writes times.
std::optional<base::UtcTime> read_time(std::string_view text);

/// Name of a service for people: its own, or the URI.
const std::string& shown_name(const Service& service);

} // namespace anb::dvdv
