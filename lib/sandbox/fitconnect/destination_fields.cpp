// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/fitconnect/destination_fields.hpp"

#include <regex>
#include <set>

namespace anb::sandbox {

namespace {

constexpr std::size_t k_shortest_secret = 32;
constexpr std::size_t k_longest_secret = 512;

bool matches(const std::string& text, const char* pattern)
{
    constexpr std::size_t k_longest = 2048;
    return text.size() <= k_longest && std::regex_match(text, std::regex(pattern));
}

std::vector<json::Reader> unique_list(const json::Reader& list)
{
    const auto elements = list.elements();
    std::set<std::string> seen;
    for (const auto& element : elements) {
        if (!seen.insert(json::dump(element.value())).second) {
            element.fail("no element twice");
        }
    }
    if (elements.empty()) {
        list.fail("at least one element");
    }
    return elements;
}

json::Value checked_schema(const json::Reader& schema)
{
    const auto uri = schema.string("schemaUri");
    if (!matches(uri, "[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+")) {
        schema.at("schemaUri").fail("a URI");
    }
    const auto mime_type = schema.string("mimeType");
    if (mime_type != "application/json" && mime_type != "application/xml") {
        schema.at("mimeType").fail("application/json or application/xml");
    }
    return {{"schemaUri", uri}, {"mimeType", mime_type}};
}

json::Value checked_service(const json::Reader& service)
{
    const auto identifier = service.string("identifier");
    if (!is_service_identifier(identifier)) {
        service.at("identifier").fail("a URN in lower case");
    }
    auto regions = json::Value::array();
    for (const auto& region : unique_list(service.at("regions"))) {
        if (!is_region(region.string())) {
            region.fail("DE and up to twelve digits");
        }
        regions.push_back(region.string());
    }
    auto schemas = json::Value::array();
    for (const auto& schema : unique_list(service.at("submissionSchemas"))) {
        schemas.push_back(checked_schema(schema));
    }
    return {{"identifier", identifier}, {"regions", regions}, {"submissionSchemas", schemas}};
}

} // namespace

json::Value checked_services(const json::Reader& services)
{
    auto list = json::Value::array();
    for (const auto& service : unique_list(services)) {
        list.push_back(checked_service(service));
    }
    return list;
}

json::Value checked_contact(const json::Reader& contact, bool with_address)
{
    json::Value result = {{"legalName", contact.string("legalName")}};
    for (const auto* name : {"address", "phone", "email", "unit"}) {
        const auto text = contact.find_string(name);
        const std::string_view member = name;
        const bool needed = member == "email" || (with_address && member != "unit");
        if (text) {
            result[name] = *text;
        } else if (needed) {
            contact.at(name).fail("text");
        }
    }
    if (!matches(contact.string("email"), "[^@\\s]+@[^@\\s]+")) {
        contact.at("email").fail("a mail address");
    }
    return result;
}

json::Value checked_versions(const json::Reader& versions)
{
    auto list = json::Value::array();
    for (const auto& version : unique_list(versions)) {
        if (!matches(version.string(), "(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)")) {
            version.fail("a version such as 2.1.0");
        }
        list.push_back(version.string());
    }
    return list;
}

json::Value checked_reply_channels(const json::Reader& channels)
{
    if (channels.members().empty()) {
        channels.fail("at least one member");
    }
    for (const auto& [name, channel] : channels.members()) {
        channel.members();
        if (name == "eMail" && channel.has("usePgp")) {
            channel.at("usePgp").boolean();
        }
    }
    return channels.value();
}

std::string checked_kid(const json::Reader& document)
{
    constexpr std::size_t k_longest_kid = 64;
    const auto kid = document.string("encryptionKid");
    if (kid.empty() || kid.size() > k_longest_kid) {
        document.at("encryptionKid").fail("1 to 64 characters");
    }
    return kid;
}

bool is_service_identifier(const std::string& text)
{
    constexpr std::size_t k_shortest = 7;
    constexpr std::size_t k_longest = 255;
    return text.size() >= k_shortest && text.size() <= k_longest &&
           matches(text, "urn:[a-z0-9][a-z0-9-]{0,31}:[a-z0-9()+,.:=@;$_!*'%/?#-]+");
}

bool is_region(const std::string& text)
{
    return matches(text, "DE[0-9]{0,12}");
}

json::Value checked_callback(const json::Reader& callback)
{
    const auto url = callback.string("url");
    if (!matches(url, "https://[^\\s]+")) {
        callback.at("url").fail("an address with https");
    }
    const auto secret = callback.string("secret");
    const auto length = secret.size();
    if (length < k_shortest_secret || length > k_longest_secret) {
        callback.at("secret").fail("32 to 512 characters");
    }
    return {{"url", url}, {"secret", secret}};
}

} // namespace anb::sandbox
