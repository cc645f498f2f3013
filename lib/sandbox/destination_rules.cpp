// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/destination_rules.hpp"

#include "sandbox/problem.hpp"

#include <array>
#include <regex>
#include <set>

namespace anb::sandbox {

namespace {

constexpr base::Seconds k_before_decommission{30 * 24 * 60 * 60};
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

json::Value checked_services(const json::Reader& services)
{
    auto list = json::Value::array();
    for (const auto& service : unique_list(services)) {
        list.push_back(checked_service(service));
    }
    return list;
}

json::Value checked_contact(const json::Reader& contact, DestinationApi api)
{
    json::Value result = {{"legalName", contact.string("legalName")}};
    for (const auto* name : {"address", "phone", "email", "unit"}) {
        const auto text = contact.find_string(name);
        const bool needed =
            std::string_view(name) == "email" ||
            (api == DestinationApi::submission_v1 && name != std::string_view("unit"));
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

bool may_follow(const Destination& destination, const std::string& status, base::UtcTime at)
{
    if (status == destination.status) {
        return true;
    }
    if (status == "active") {
        return destination.status == "created" || destination.status == "inactive";
    }
    if (status == "inactive") {
        return destination.status == "active";
    }
    return status == "decommissioned" && destination.status == "inactive" &&
           at - base::from_unix(destination.inactive_since) >= k_before_decommission;
}

void set_status(Destination& destination, const json::Reader& document, base::UtcTime at)
{
    const auto status = document.string("status");
    if (status != "created" && status != "active" && status != "inactive" &&
        status != "decommissioned") {
        document.at("status").fail("active, inactive or decommissioned");
    }
    if (!may_follow(destination, status, at)) {
        throw Refusal(
            problem(400, "destination-state-invalid",
                    "from " + destination.status + " to " + status + " is not allowed (now)"));
    }
    if (status != destination.status) {
        destination.inactive_since = status == "inactive" ? base::to_unix(at) : 0;
    }
    destination.status = status;
}

void set_encryption_kid(Destination& destination, const json::Reader& document)
{
    const auto kid = checked_kid(document);
    if (!has_encryption_key(destination, kid)) {
        document.at("encryptionKid").fail("the kid of an encryption key of this destination");
    }
    destination.encryption_kid = kid;
}

} // namespace

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
    const auto length = callback.string("secret").size();
    if (length < k_shortest_secret || length > k_longest_secret) {
        callback.at("secret").fail("32 to 512 characters");
    }
    return {{"url", url}};
}

Destination checked_destination(const json::Reader& document, DestinationApi api,
                                const Environment& environment)
{
    using fitconnect::KeyRole;
    Destination it;
    it.name = document.find_string("name").value_or("");
    it.contact = checked_contact(document.at("contactInformation"), api);
    it.services = checked_services(document.at("services"));
    it.metadata_versions = checked_versions(document.at("metadataVersions"));
    it.encryption_kid = checked_kid(document);
    if (document.has("callback")) {
        it.callback = checked_callback(document.at("callback"));
    }
    if (document.has("replyChannels")) {
        it.reply_channels = checked_reply_channels(document.at("replyChannels"));
    }
    const auto encryption = document.at("encryptionPublicKey");
    const auto signing = document.at("signingPublicKey");
    const auto encryption_kid = checked_key(encryption, KeyRole::encryption, environment);
    const auto signing_kid = checked_key(signing, KeyRole::signature, environment);
    if (encryption_kid != it.encryption_kid) {
        document.at("encryptionKid").fail("the kid of encryptionPublicKey");
    }
    if (encryption_kid == signing_kid) {
        signing.at("kid").fail("another kid than that of encryptionPublicKey");
    }
    it.keys[encryption_kid] = encryption.value();
    it.keys[signing_kid] = signing.value();
    return it;
}

void apply_patch(Destination& destination, const json::Reader& document, DestinationApi api,
                 base::UtcTime at)
{
    if (document.has("contactInformation")) {
        destination.contact = checked_contact(document.at("contactInformation"), api);
    }
    if (document.has("services")) {
        destination.services = checked_services(document.at("services"));
    }
    if (document.has("callback")) {
        destination.callback = checked_callback(document.at("callback"));
    }
    if (document.has("replyChannels")) {
        destination.reply_channels = checked_reply_channels(document.at("replyChannels"));
    }
    if (document.has("metadataVersions")) {
        destination.metadata_versions = checked_versions(document.at("metadataVersions"));
    }
    if (document.has("encryptionKid")) {
        set_encryption_kid(destination, document);
    }
    if (document.has("name") && api == DestinationApi::destination_v1) {
        destination.name = document.string("name");
    }
    if (document.has("status")) {
        if (document.string("status") == "created") {
            document.at("status").fail("active, inactive or decommissioned");
        }
        set_status(destination, document, at);
    }
}

void apply_update(Destination& destination, const json::Reader& document, DestinationApi api,
                  base::UtcTime at)
{
    for (const auto* name :
         {"status", "contactInformation", "services", "encryptionKid", "metadataVersions"}) {
        document.at(name);
    }
    auto changed = destination;
    changed.callback = nullptr;
    changed.reply_channels = nullptr;
    set_status(changed, document, at);
    auto rest = document.value();
    rest.erase("status");
    apply_patch(changed, json::Reader(rest, document.origin()), api, at);
    destination = std::move(changed);
}

std::string checked_key(const json::Reader& jwk, std::optional<fitconnect::KeyRole> role,
                        const Environment& environment)
{
    for (const auto* name : {"kty", "key_ops", "alg", "x5c", "kid", "n", "e"}) {
        jwk.at(name);
    }
    const auto key = jose::parse_public_jwk(jwk);
    fitconnect::KeyRules rules;
    rules.production = environment.production();
    rules.at = environment.clock();
    if (environment.production()) {
        rules.anchors = {environment.pki.administration_root()};
    }
    const auto report = fitconnect::check_key(key, role, rules, jwk.pointer());
    for (const auto& finding : report.findings) {
        if (finding.severity == base::Severity::error) {
            throw Refusal(400, "the key at " + jwk.pointer() + " is refused: " + finding.code +
                                   " " + finding.element);
        }
    }
    return key.kid;
}

bool has_encryption_key(const Destination& destination, const std::string& kid)
{
    const auto found = destination.keys.find(kid);
    return found != destination.keys.end() && found->second.at("alg") == "RSA-OAEP-256";
}

json::Value show(const Destination& destination, DestinationApi api, bool own)
{
    const bool second =
        api == DestinationApi::submission_v2 || api == DestinationApi::destination_v2;
    json::Value view = {{"destinationId", destination.id},
                        {"status", destination.status},
                        {"encryptionKid", destination.encryption_kid},
                        {"metadataVersions", destination.metadata_versions},
                        {second ? "publicServices" : "services", destination.services}};
    if (api != DestinationApi::submission_v1 && !destination.name.empty()) {
        view["name"] = destination.name;
    }
    if (!destination.reply_channels.is_null()) {
        view["replyChannels"] = destination.reply_channels;
    }
    if (own) {
        view["contactInformation"] = destination.contact;
        if (!destination.callback.is_null()) {
            view["callback"] = destination.callback;
        }
    }
    return view;
}

} // namespace anb::sandbox
