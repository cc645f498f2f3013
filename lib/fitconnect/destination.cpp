// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/destination.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

namespace anb::fitconnect {

namespace {

std::vector<std::string> strings_or_none(const json::Reader& reader, std::string_view name)
{
    return reader.has(name) ? reader.strings(name) : std::vector<std::string>();
}

Service parse_service(const json::Reader& reader)
{
    Service service;
    service.identifier = base::to_lower_ascii(reader.string("identifier"));
    service.regions = strings_or_none(reader, "regions");
    if (const auto schemas = reader.find("submissionSchemas")) {
        for (const auto& schema : schemas->elements()) {
            service.submission_schemas.push_back(
                {schema.string("schemaUri"), schema.string("mimeType")});
        }
    }
    return service;
}

json::Value to_json(const Service& service)
{
    auto schemas = json::Value::array();
    for (const auto& schema : service.submission_schemas) {
        schemas.push_back({{"schemaUri", schema.schema_uri}, {"mimeType", schema.mime_type}});
    }
    return {{"identifier", service.identifier},
            {"regions", service.regions},
            {"submissionSchemas", std::move(schemas)}};
}

Destination fetch(Api& api, const DestinationId& id, const std::string& url)
{
    const auto body = api.get(url);
    auto destination = parse_destination(json::Reader(body, url));
    if (destination.id != id) {
        throw base::Error(base::ErrorKind::trust, "ANB-F341",
                          {{"asked", id.str()}, {"answered", destination.id.str()}});
    }
    return destination;
}

} // namespace

DestinationId parse_destination_id(const json::Reader& reader)
{
    const auto text = reader.string();
    if (!base::canonical_uuid(text)) {
        reader.fail("UUID");
    }
    return DestinationId::parse(text);
}

std::vector<Service> parse_services(const json::Reader& destination)
{
    std::vector<Service> services;
    const auto* const name = destination.has("publicServices") ? "publicServices" : "services";
    if (const auto array = destination.find(name)) {
        for (const auto& service : array->elements()) {
            services.push_back(parse_service(service));
        }
    }
    return services;
}

ContactInformation parse_contact(const json::Reader& reader)
{
    const auto text = [&](std::string_view name) {
        return reader.find_string(name).value_or(std::string());
    };
    return {text("legalName"), text("address"), text("phone"), text("email"), text("unit")};
}

json::Value to_json(const ContactInformation& contact)
{
    auto value = json::Value::object();
    const auto add = [&](const char* name, const std::string& text) {
        if (!text.empty()) {
            value[name] = text;
        }
    };
    add("legalName", contact.legal_name);
    add("address", contact.address);
    add("phone", contact.phone);
    add("email", contact.email);
    add("unit", contact.unit);
    return value;
}

json::Value to_json(const std::vector<Service>& services)
{
    auto array = json::Value::array();
    for (const auto& service : services) {
        array.push_back(to_json(service));
    }
    return array;
}

Destination parse_destination(const json::Reader& reader)
{
    Destination destination;
    destination.id = parse_destination_id(reader.at("destinationId"));
    destination.name = reader.find_string("name").value_or(std::string());
    destination.status = reader.string("status");
    destination.encryption_kid = reader.string("encryptionKid");
    destination.metadata_versions = strings_or_none(reader, "metadataVersions");
    destination.services = parse_services(reader);
    if (const auto contact = reader.find("contactInformation")) {
        destination.contact = parse_contact(*contact);
    }
    if (const auto channels = reader.find("replyChannels")) {
        destination.reply_channels = channels->value();
    }
    return destination;
}

json::Value to_json(const Destination& destination)
{
    auto value = json::Value::object();
    value["destinationId"] = destination.id.str();
    if (!destination.name.empty()) {
        value["name"] = destination.name;
    }
    value["status"] = destination.status;
    value["encryptionKid"] = destination.encryption_kid;
    value["metadataVersions"] = destination.metadata_versions;
    value["publicServices"] = to_json(destination.services);
    if (destination.contact) {
        value["contactInformation"] = to_json(*destination.contact);
    }
    if (destination.reply_channels) {
        value["replyChannels"] = *destination.reply_channels;
    }
    return value;
}

Destination fetch_destination(Api& api, const DestinationId& id)
{
    return fetch(api, id, api.submission_url("/destinations/" + id.str()));
}

Destination fetch_own_destination(Api& api, const DestinationId& id)
{
    return fetch(api, id, api.destination_url("/v2/destinations/" + id.str()));
}

jose::PublicJwk fetch_destination_key(Api& api, const DestinationId& id, const std::string& kid)
{
    const auto url =
        api.submission_url("/destinations/" + id.str() + "/keys/" + base::percent_encode(kid));
    const auto body = api.get(url, false);
    auto jwk = jose::parse_public_jwk(json::Reader(body, url));
    if (jwk.kid != kid) {
        throw base::Error(base::ErrorKind::trust, "ANB-F340",
                          {{"asked", kid}, {"answered", jwk.kid}});
    }
    return jwk;
}

DestinationId read_destination_id(const json::Value& document, const std::string& origin)
{
    const json::Reader reader(document, origin);
    if (const auto route = reader.find("route")) {
        const auto verified = route->at("verified");
        if (!verified.boolean()) {
            verified.fail("true");
        }
        return parse_destination_id(route->at("destination_id"));
    }
    return parse_destination_id(reader.at("destination").at("destinationId"));
}

} // namespace anb::fitconnect
