// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/osci/case.hpp"

#include "base/error.hpp"
#include "crypto/digest.hpp"
#include "testantrag/detail/stored_file.hpp"
#include "testantrag/osci/json.hpp"

#include <algorithm>
#include <array>

namespace anb::testantrag {

namespace {

using detail::expect_unchanged;
using detail::k_manifest;
using detail::write_json;

constexpr std::size_t k_max_name = 100, k_max_front = 60, k_hash_digits = 16;
constexpr std::array<std::string_view, 2> k_reserved = {"incoming", "quarantine"};

OsciFile parse_file(const json::Reader& reader)
{
    OsciFile file{.name = reader.string("name"),
                  .media_type = reader.string("media_type"),
                  .container = reader.string("container"),
                  .part = reader.string("part"),
                  .sha256 = reader.string("sha256"),
                  .sha512 = reader.string("sha512")};
    file.size = static_cast<std::uint64_t>(reader.integer("size"));
    return file;
}

OsciManifest parse_manifest(const json::Reader& reader)
{
    OsciManifest manifest{.message_id = reader.string("message_id"),
                          .subject = reader.string("subject"),
                          .sender = reader.string("sender"),
                          .container = reader.string("container"),
                          .created_at = {},
                          .files = {},
                          .verified = reader.strings("verified"),
                          .unchecked = {}};
    if (const auto at = reader.find_string("created_at")) {
        manifest.created_at = base::parse_time(*at);
    }
    manifest.fetched_at = base::parse_time(reader.string("fetched_at")).value_or(base::UtcTime{});
    for (const auto& file : reader.at("files").elements()) {
        manifest.files.push_back(parse_file(file));
    }
    for (const auto& point : reader.at("unchecked").elements()) {
        manifest.unchecked.push_back(
            {.element = point.string("element"), .reason = point.string("reason")});
    }
    return manifest;
}

bool is_plain(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
           c == '_' || c == '-';
}

/// What the headers of the answer say.
json::Value metadata_of(const CheckedDelivery& checked, const osci::Incoming& incoming)
{
    const auto& message = incoming.message();
    json::Value value = {
        {"message_id", checked.card.message_id},  {"subject", checked.card.subject},
        {"feedback", to_json(message.feedback)},  {"features", to_json(message.features)},
        {"other_headers", message.other_headers}, {"certificates", json::Value::array()},
        {"containers", json::Value::array()}};
    if (incoming.opened.transport) {
        value["transport"] = to_json(*incoming.opened.transport);
    }
    if (incoming.signature) {
        value["signature"] = to_json(*incoming.signature);
    }
    for (const auto& certificate : message.certificates) {
        auto described = to_json(certificate, checked.card.recent_modification);
        described.erase("valid");
        value["certificates"].push_back(std::move(described));
    }
    for (const auto& container : checked.containers) {
        value["containers"].push_back(to_json(container));
    }
    return value;
}

} // namespace

OsciManifest manifest_of(const CheckedDelivery& checked, base::UtcTime fetched_at)
{
    OsciManifest manifest{.message_id = checked.card.message_id,
                          .subject = checked.card.subject,
                          .sender = checked.sender,
                          .container = checked.files.empty() ? "" : checked.files.front().container,
                          .created_at = {},
                          .fetched_at = fetched_at,
                          .files = checked.files,
                          .verified = checked.verified,
                          .unchecked = checked.report.unchecked};
    if (const auto& created = checked.card.creation; created && created->plain) {
        manifest.created_at = created->at;
    }
    return manifest;
}

json::Value to_json(const OsciManifest& manifest)
{
    json::Value value = {{"via", "osci"},
                         {"message_id", manifest.message_id},
                         {"subject", manifest.subject},
                         {"sender", manifest.sender},
                         {"container", manifest.container}};
    if (manifest.created_at) {
        value["created_at"] = base::format_time(*manifest.created_at);
    }
    value["fetched_at"] = base::format_time(manifest.fetched_at);
    value["verified"] = manifest.verified;
    value["unchecked"] = json::Value::array();
    for (const auto& point : manifest.unchecked) {
        value["unchecked"].push_back({{"element", point.element}, {"reason", point.reason}});
    }
    value["files"] = json::Value::array();
    for (const auto& file : manifest.files) {
        value["files"].push_back(to_json(file));
    }
    return value;
}

std::string folder_name(std::string_view message_id)
{
    const auto is_name = !message_id.empty() && message_id.size() <= k_max_name &&
                         message_id.front() != '.' && message_id.front() != '-' &&
                         std::ranges::all_of(message_id, is_plain) &&
                         std::ranges::find(k_reserved, message_id) == k_reserved.end();
    std::string name(message_id);
    if (is_name) {
        return name;
    }
    std::replace_if(
        name.begin(), name.end(), [](char c) { return !is_plain(c) || c == '.'; }, '_');
    const auto hash = crypto::digest(crypto::DigestAlgorithm::sha256, base::as_bytes(message_id));
    return "m" + name.substr(0, k_max_front) + "-" + base::to_hex(hash).substr(0, k_hash_digits);
}

void write_documents(const base::fs::path& folder, const OsciManifest& manifest,
                     const CheckedDelivery& checked, const osci::Incoming& incoming)
{
    write_json(folder / "metadata.json", metadata_of(checked, incoming));
    write_json(folder / "process-card.json", to_json(checked.card));
    write_json(folder / k_manifest, to_json(manifest));
}

std::optional<OsciManifest> read_osci_manifest(const base::fs::path& folder)
{
    const auto value = detail::read_manifest(folder, "osci");
    if (!value) {
        return std::nullopt;
    }
    auto manifest = parse_manifest({*value, (folder / k_manifest).string()});
    for (const auto& file : manifest.files) {
        expect_unchanged(folder / file.name, file.sha512);
    }
    return manifest;
}

} // namespace anb::testantrag
