// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/destination_change.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "fitconnect/destination_check.hpp"

#include <algorithm>

namespace anb::fitconnect {

namespace {

using base::Severity;

constexpr const char* k_json = "application/json";
constexpr const char* k_merge_patch = "application/merge-patch+json";

std::string shown(const json::Value& value)
{
    return value.is_string() ? value.get<std::string>() : json::dump(value);
}

json::Value flat(const json::Value& value)
{
    return value.is_object() && !value.empty() ? value.flatten() : json::Value::object();
}

std::string member_name(const std::string& pointer)
{
    return pointer.starts_with('/') ? pointer.substr(1) : pointer;
}

void add_error(base::Report& report, const char* code, const char* element, std::string found,
               std::string expected, base::Values values)
{
    report.findings.push_back({Severity::error,
                               code,
                               std::move(values),
                               {},
                               element,
                               std::move(found),
                               std::move(expected),
                               "leitfaden:2.3"});
}

void judge_key(base::Report& report, const LocalKey& key, KeyRole role, const KeyRules& rules)
{
    auto judged = check_key(key.jwk, role, rules, "file:" + key.file);
    for (auto& finding : judged.findings) {
        finding.where = finding.where.empty() ? key.file : key.file + finding.where;
    }
    judged.facts.clear();
    report.take(std::move(judged));
}

http::Request write_request(const char* method, std::string url, const char* type,
                            const json::Value& body)
{
    http::Request request;
    request.method = method;
    request.url = std::move(url);
    request.headers = {{"Content-Type", type},
                       {"Accept", "application/json, application/problem+json"}};
    request.body = json::dump(body);
    return request;
}

json::Value request_with(const NewDestination& destination, json::Value encryption_key,
                         json::Value signature_key)
{
    const auto& draft = destination.draft;
    auto body = json::Value::object();
    if (!draft.name.empty()) {
        body["name"] = draft.name;
    }
    body["contactInformation"] = to_json(draft.contact);
    body["services"] = to_json(draft.services);
    body["encryptionKid"] = destination.encryption_key.jwk.kid;
    body["encryptionPublicKey"] = std::move(encryption_key);
    body["signingPublicKey"] = std::move(signature_key);
    body["metadataVersions"] = draft.metadata_versions;
    return body;
}

} // namespace

std::vector<Change> difference(const json::Value& before, const json::Value& after)
{
    const auto old_values = flat(before);
    const auto new_values = flat(after);
    std::vector<Change> changes;
    for (const auto& [pointer, value] : new_values.items()) {
        const auto old_value = old_values.find(pointer);
        if (old_value == old_values.end()) {
            changes.push_back({member_name(pointer), {}, shown(value)});
        } else if (*old_value != value) {
            changes.push_back({member_name(pointer), shown(*old_value), shown(value)});
        }
    }
    for (const auto& [pointer, value] : old_values.items()) {
        if (!new_values.contains(pointer)) {
            changes.push_back({member_name(pointer), shown(value), {}});
        }
    }
    return changes;
}

std::vector<std::string> default_metadata_versions()
{
    return {"1.5.0", "2.1.0"};
}

Draft parse_draft(const json::Reader& document)
{
    const auto inner = document.find("destination");
    const auto& reader = inner ? *inner : document;
    Draft draft;
    draft.name = reader.find_string("name").value_or(std::string());
    if (const auto contact = reader.find("contactInformation")) {
        draft.contact = parse_contact(*contact);
    }
    draft.services = parse_services(reader);
    if (reader.has("metadataVersions")) {
        draft.metadata_versions = reader.strings("metadataVersions");
    }
    return draft;
}

base::Report check_draft(const Draft& draft)
{
    base::Report report;
    std::vector<std::string> missing;
    if (draft.contact.legal_name.empty()) {
        missing.emplace_back("legalName");
    }
    if (draft.contact.email.empty()) {
        missing.emplace_back("email");
    }
    if (!missing.empty()) {
        const auto list = base::join(missing, ", ");
        add_error(report, "ANB-F270", "contact", "-", list, {{"list", list}});
    }
    const auto incomplete = [](const Service& service) {
        return service.identifier.empty() || service.regions.empty() ||
               service.submission_schemas.empty();
    };
    if (draft.services.empty() ||
        std::any_of(draft.services.begin(), draft.services.end(), incomplete)) {
        add_error(report, "ANB-F272", "service", "-", "identifier, regions, submissionSchemas", {});
    }
    report.take(check_metadata_versions(draft.metadata_versions));
    return report;
}

base::Report check_new(const NewDestination& destination, const KeyRules& rules)
{
    base::Report report;
    report.subject = "destination:new";
    const auto& encryption = destination.encryption_key;
    const auto& signature = destination.signature_key;
    judge_key(report, encryption, KeyRole::encryption, rules);
    judge_key(report, signature, KeyRole::signature, rules);
    if (encryption.jwk.kid == signature.jwk.kid) {
        add_error(report, "ANB-F255", "signature_key", "kid " + signature.jwk.kid,
                  "kid ≠ " + encryption.jwk.kid, {{"kid", signature.jwk.kid}});
    }
    report.take(check_draft(destination.draft));
    return report;
}

json::Value create_request(const NewDestination& destination)
{
    return request_with(destination, jose::to_json(destination.encryption_key.jwk),
                        jose::to_json(destination.signature_key.jwk));
}

json::Value create_summary(const NewDestination& destination)
{
    return request_with(destination, describe(destination.encryption_key.jwk),
                        describe(destination.signature_key.jwk));
}

std::string confirmation(const Draft& draft)
{
    constexpr std::size_t k_length = 8;
    const auto& identifier = draft.services.at(0).identifier;
    return identifier.substr(identifier.rfind(':') + 1).substr(0, k_length);
}

std::optional<Destination> find_own_destination(Api& api, const std::string& encryption_kid)
{
    const auto url = api.destination_url("/v1/destinations");
    for (const auto& element : api.get_all(url, "destinations")) {
        auto destination = parse_destination(json::Reader(element, url));
        if (destination.encryption_kid == encryption_kid) {
            return destination;
        }
    }
    return std::nullopt;
}

void settle(Api& api, const DestinationId& id, const std::function<void(bool& acted)>& work)
{
    bool acted = false;
    try {
        work(acted);
    } catch (const base::Error& error) {
        if (!acted && !http::may_have_arrived(error)) {
            throw;
        }
        throw base::Error(error.kind(), "ANB-F407",
                          {{"id", id.str()}, {"env", api.environment().name}}, error.what());
    }
}

Destination create_destination(Api& api, const NewDestination& destination)
{
    const auto url = api.destination_url("/v1/destinations");
    const auto response = [&] {
        try {
            return api.send(write_request("POST", url, k_json, create_request(destination)));
        } catch (const base::Error& error) {
            if (!http::may_have_arrived(error)) {
                throw;
            }
            throw base::Error(error.kind(), "ANB-F408", {{"env", api.environment().name}},
                              error.what());
        }
    }();
    const auto body = json::parse(response.body, url);
    const json::Reader reader(body, url);
    Destination created;
    created.id = parse_destination_id(reader.at("destinationId"));
    created.status = reader.find_string("status").value_or("created");
    created.name = destination.draft.name;
    created.encryption_kid = destination.encryption_key.jwk.kid;
    created.metadata_versions = destination.draft.metadata_versions;
    created.services = destination.draft.services;
    created.contact = destination.draft.contact;
    return created;
}

Destination patch_destination(Api& api, const Destination& before, const json::Value& patch)
{
    const auto current = fetch_own_destination(api, before.id);
    if (const auto changes = difference(to_json(before), to_json(current)); !changes.empty()) {
        throw base::Error(
            base::ErrorKind::try_later, "ANB-F405",
            {{"url", before.id.str()}, {"status", "-"}, {"reason", changes.front().member}});
    }
    std::optional<Destination> after;
    settle(api, before.id, [&](bool& acted) {
        api.send(write_request("PATCH", api.destination_url("/v1/destinations/" + before.id.str()),
                               k_merge_patch, patch));
        acted = true;
        after = fetch_own_destination(api, before.id);
    });
    return std::move(*after);
}

void save_state(const std::filesystem::path& file, const Destination& destination,
                const Environment& environment, base::UtcTime at)
{
    const json::Value document = {{"environment", environment.name},
                                  {"saved_at", base::format_time(at)},
                                  {"destination", to_json(destination)}};
    base::write_file(file, base::as_bytes(json::dump_pretty(document)), base::Access::everyone,
                     base::AtomicFile::Existing::refuse);
}

} // namespace anb::fitconnect
