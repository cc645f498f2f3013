// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/fitconnect/destination_rules.hpp"

#include "sandbox/fitconnect/callbacks.hpp"
#include "sandbox/fitconnect/destination_fields.hpp"
#include "sandbox/problem.hpp"

namespace anb::sandbox {

namespace {

constexpr base::Seconds k_before_decommission{30 * 24 * 60 * 60};
bool needs_address(DestinationApi api)
{
    return api == DestinationApi::submission_v1;
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

Destination checked_destination(const json::Reader& document, DestinationApi api,
                                const Environment& environment)
{
    using fitconnect::KeyRole;
    Destination it;
    it.name = document.find_string("name").value_or("");
    it.contact = checked_contact(document.at("contactInformation"), needs_address(api));
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
        destination.contact =
            checked_contact(document.at("contactInformation"), needs_address(api));
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
            view["callback"] = shown_callback(destination.callback);
        }
    }
    return view;
}

} // namespace anb::sandbox
