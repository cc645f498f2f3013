// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/destination_edit.hpp"

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"

#include <algorithm>

namespace anb::fitconnect {

namespace {

using base::Error;
using base::ErrorKind;

constexpr base::Seconds k_day{24 * 60 * 60};
constexpr int k_days_of_old_key = 14 + 2;
constexpr std::size_t k_confirmed_characters = 8;

bool leads_to(const std::string& from, const std::string& to)
{
    return (to == "active" && (from == "created" || from == "inactive")) ||
           (to == "inactive" && from == "active");
}

bool replaces(const SchemaName& name, const std::optional<SchemaName>& from, const SchemaName& to)
{
    return name.standard == (from ? from->standard : to.standard) &&
           (from ? name.version == from->version : name.version != to.version);
}

Service with_schema(const Service& service, const std::optional<SchemaName>& from,
                    const SchemaName& to)
{
    auto changed = service;
    changed.submission_schemas.clear();
    for (auto schema : service.submission_schemas) {
        const auto name = parse_schema_uri(schema.schema_uri);
        if (name && replaces(*name, from, to)) {
            auto wanted = to;
            wanted.message = name->message;
            schema.schema_uri = wanted.uri();
        }
        if (std::find(changed.submission_schemas.begin(), changed.submission_schemas.end(),
                      schema) == changed.submission_schemas.end()) {
            changed.submission_schemas.push_back(std::move(schema));
        }
    }
    return changed;
}

/// One saved member that differs, as the patch names it.
struct Restorable {
    const char* shown;   ///< in the form of API v2
    const char* written; ///< in that of v1, in which it is written
};

constexpr Restorable k_restorable[] = {{"name", "name"},
                                       {"contactInformation", "contactInformation"},
                                       {"publicServices", "services"},
                                       {"encryptionKid", "encryptionKid"},
                                       {"replyChannels", "replyChannels"},
                                       {"metadataVersions", "metadataVersions"}};

void cannot_restore(base::Report& report, const char* member, std::string found,
                    std::string expected)
{
    base::Finding finding;
    finding.severity = base::Severity::warning;
    finding.code = "ANB-F265";
    finding.values = {{"member", member}, {"found", found}, {"expected", expected}};
    finding.element = member;
    finding.found = std::move(found);
    finding.expected = std::move(expected);
    finding.rule = "fit-connect:6.2";
    report.findings.push_back(std::move(finding));
}

json::Value comparable(const Destination& destination)
{
    auto value = to_json(destination);
    for (const auto* member : {"destinationId", "status", "encryptionKid"}) {
        value.erase(member);
    }
    return value;
}

} // namespace

Edit edit_status(const Destination& before, const std::string& status)
{
    if (before.status == status) {
        return {};
    }
    if (!leads_to(before.status, status)) {
        throw Error(ErrorKind::usage, "ANB-F202", {{"from", before.status}, {"to", status}});
    }
    return {{{"status", before.status, status}}, {{"status", status}}};
}

std::vector<std::string> schema_uris(const Destination& destination)
{
    std::vector<std::string> uris;
    for (const auto& service : destination.services) {
        for (const auto& schema : service.submission_schemas) {
            if (std::find(uris.begin(), uris.end(), schema.schema_uri) == uris.end()) {
                uris.push_back(schema.schema_uri);
            }
        }
    }
    return uris;
}

Edit edit_schema(const Destination& before, const std::optional<SchemaName>& from,
                 const SchemaName& to)
{
    auto after = before;
    for (auto& service : after.services) {
        service = with_schema(service, from, to);
    }
    auto changes = difference(to_json(before), to_json(after));
    if (!changes.empty()) {
        return {std::move(changes), {{"services", to_json(after.services)}}};
    }
    const auto uris = schema_uris(before);
    const auto there = std::any_of(uris.begin(), uris.end(), [&](const std::string& uri) {
        const auto name = parse_schema_uri(uri);
        return name && name->standard == to.standard && name->version == to.version;
    });
    if (!there) {
        throw Error(ErrorKind::missing, "ANB-F229",
                    {{"found", uris.empty() ? "-" : base::join(uris, ", ")},
                     {"expected", from ? from->uri() : to.standard + "_…"}});
    }
    return {};
}

SavedState parse_saved_state(std::string_view text, const std::string& origin)
{
    const auto document = json::parse(text, origin);
    const json::Reader reader(document, origin);
    return {reader.string("environment"), reader.string("saved_at"),
            parse_destination(reader.at("destination"))};
}

Edit edit_back(const Destination& before, const Destination& saved, base::Report& report)
{
    const auto present = to_json(before);
    auto target = present;
    const auto wanted = to_json(saved);
    auto patch = json::Value::object();
    for (const auto& [shown, written] : k_restorable) {
        if (!wanted.contains(shown)) {
            if (present.contains(shown)) {
                cannot_restore(report, shown, json::dump(present.at(shown)), "-");
            }
        } else if (!present.contains(shown) || present.at(shown) != wanted.at(shown)) {
            target[shown] = wanted.at(shown);
            patch[written] = wanted.at(shown);
        }
    }
    if (before.status != saved.status) {
        if (leads_to(before.status, saved.status)) {
            target["status"] = saved.status;
            patch["status"] = saved.status;
        } else {
            cannot_restore(report, "status", before.status, saved.status);
        }
    }
    if (patch.empty()) {
        return {};
    }
    return {difference(present, target), std::move(patch)};
}

std::vector<Change> compare(const Destination& left, const Destination& right)
{
    return difference(comparable(left), comparable(right));
}

std::string confirmation(const std::vector<DestinationId>& ids)
{
    if (ids.size() == 1) {
        return ids.front().brief();
    }
    std::vector<std::string> texts;
    for (const auto& id : ids) {
        texts.push_back(id.str());
    }
    std::sort(texts.begin(), texts.end());
    const auto joined = base::join(texts, "\n");
    return base::to_hex(crypto::digest(crypto::DigestAlgorithm::sha256, base::as_bytes(joined)))
        .substr(0, k_confirmed_characters);
}

void add_key(Api& api, const DestinationId& id, const jose::PublicJwk& jwk)
{
    http::Request request;
    request.method = "POST";
    request.url = api.destination_url("/v1/destinations/" + id.str() + "/keys");
    request.headers = {{"Content-Type", "application/json"},
                       {"Accept", "application/json, application/problem+json"}};
    request.body = json::dump(jose::to_json(jwk));
    request.repeatable = true;
    settle(api, id, [&](bool&) { api.send(std::move(request)); });
}

std::vector<jose::PublicJwk> fetch_own_keys(Api& api, const DestinationId& id)
{
    const auto url = api.destination_url("/v2/destinations/" + id.str() + "/keys");
    return jose::parse_jwk_set(json::dump(api.get(url)), url);
}

base::UtcTime safe_to_delete(base::UtcTime switched_at)
{
    return switched_at + k_day * k_days_of_old_key;
}

} // namespace anb::fitconnect
