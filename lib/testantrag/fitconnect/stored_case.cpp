// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/fitconnect/stored_case.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "testantrag/detail/stored_file.hpp"

#include <algorithm>

namespace anb::testantrag {

namespace {

using detail::expect_unchanged;
using detail::k_manifest;
using detail::write_json;

json::Value to_json(const OpenedFile& file)
{
    json::Value value = {{"name", file.name},
                         {"mime_type", file.mime_type},
                         {"size", file.size},
                         {"sha512", file.sha512}};
    if (!file.attachment.empty()) {
        value["attachment_id"] = file.attachment.str();
    }
    return value;
}

OpenedFile parse_file(const json::Reader& reader)
{
    OpenedFile file{.name = reader.string("name"),
                    .mime_type = reader.string("mime_type"),
                    .sha512 = reader.string("sha512"),
                    .attachment = {}};
    file.size = static_cast<std::uint64_t>(reader.integer("size"));
    if (const auto id = reader.find_string("attachment_id")) {
        file.attachment = fitconnect::AttachmentId::parse(*id);
    }
    return file;
}

Manifest parse_manifest(const json::Reader& reader)
{
    Manifest manifest;
    manifest.submission = fitconnect::SubmissionId::parse(reader.string("submission_id"));
    manifest.case_id = fitconnect::CaseId::parse(reader.string("case_id"));
    manifest.destination = fitconnect::DestinationId::parse(reader.string("destination_id"));
    manifest.service.identifier = reader.string("service");
    manifest.data_schema = reader.string("data_schema");
    manifest.metadata_version = reader.string("metadata_version");
    manifest.set_schema = reader.string("set_schema");
    manifest.tags = fitconnect::parse_tags(reader.at("authentication_tags"));
    for (const auto& file : reader.at("files").elements()) {
        manifest.files.push_back(parse_file(file));
    }
    manifest.verified = reader.strings("verified");
    for (const auto& point : reader.at("unchecked").elements()) {
        manifest.unchecked.push_back(
            {.element = point.string("element"), .reason = point.string("reason")});
    }
    manifest.fetched_at = base::parse_time(reader.string("fetched_at")).value_or(base::UtcTime{});
    return manifest;
}

std::optional<Manifest> read_without_hashing(const base::fs::path& folder)
{
    const auto value = detail::read_manifest(folder, "");
    return value ? std::optional(parse_manifest({*value, (folder / k_manifest).string()}))
                 : std::nullopt;
}

constexpr const char* k_begun = "answering.json";

/// Whatever lies below `output` and may hold a case.
std::vector<base::fs::path> case_folders(const base::fs::path& output)
{
    std::vector<base::fs::path> found;
    std::error_code failed;
    base::fs::directory_iterator entry(output, failed);
    for (; !failed && entry != base::fs::directory_iterator(); entry.increment(failed)) {
        if (!entry->path().filename().string().starts_with('.')) {
            found.push_back(entry->path());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

Manifest manifest_of(const DownloadedCase& downloaded, const CheckedCase& checked,
                     base::UtcTime fetched_at)
{
    Manifest manifest;
    manifest.submission = downloaded.submission.id;
    manifest.case_id = downloaded.submission.case_id;
    manifest.destination = downloaded.submission.destination;
    manifest.service = downloaded.submission.service;
    manifest.set_schema = checked.set_schema;
    manifest.tags = checked.tags;
    manifest.files = checked.files;
    manifest.verified = checked.verified;
    manifest.unchecked = checked.report.unchecked;
    manifest.fetched_at = fetched_at;
    if (checked.metadata) {
        manifest.metadata_version = checked.metadata->version;
        manifest.data_schema =
            checked.metadata->data ? checked.metadata->data->schema.schema_uri : "";
    }
    return manifest;
}

json::Value to_json(const Manifest& manifest)
{
    json::Value value = {{"submission_id", manifest.submission.str()},
                         {"case_id", manifest.case_id.str()},
                         {"destination_id", manifest.destination.str()},
                         {"service", manifest.service.identifier},
                         {"data_schema", manifest.data_schema},
                         {"metadata_version", manifest.metadata_version},
                         {"set_schema", manifest.set_schema},
                         {"fetched_at", base::format_time(manifest.fetched_at)},
                         {"authentication_tags", fitconnect::to_json(manifest.tags)},
                         {"verified", manifest.verified},
                         {"unchecked", json::Value::array()},
                         {"files", json::Value::array()}};
    for (const auto& point : manifest.unchecked) {
        value["unchecked"].push_back({{"element", point.element}, {"reason", point.reason}});
    }
    for (const auto& file : manifest.files) {
        value["files"].push_back(to_json(file));
    }
    return value;
}

base::fs::path folder_for(const base::fs::path& output, const fitconnect::CaseId& case_id,
                          const fitconnect::SubmissionId& submission)
{
    auto folder = output / case_id.str();
    const auto stored = read_without_hashing(folder);
    const auto taken = stored && stored->submission != submission;
    return taken ? output / (case_id.str() + "-" + submission.brief()) : folder;
}

void write_documents(const base::fs::path& folder, const Manifest& manifest,
                     const CheckedCase& checked, const fitconnect::Log& log)
{
    base::write_file(folder / "metadata.json", base::as_bytes(checked.metadata_text),
                     base::Access::owner_only);
    auto tokens = json::Value::array();
    for (const auto& event : log.events) {
        tokens.push_back(event.compact);
    }
    write_json(folder / "events.json", {{"eventLog", std::move(tokens)}});
    write_json(folder / k_manifest, to_json(manifest));
}

std::optional<Manifest> read_manifest(const base::fs::path& folder)
{
    auto manifest = read_without_hashing(folder);
    if (manifest) {
        for (const auto& file : manifest->files) {
            expect_unchanged(folder / file.name, file.sha512);
        }
    }
    return manifest;
}

std::optional<Manifest> find_stored(const base::fs::path& output, std::string_view id)
{
    for (const auto& folder : case_folders(output)) {
        const auto stored = read_without_hashing(folder);
        if (stored &&
            (stored->submission.str().starts_with(id) || stored->case_id.str().starts_with(id))) {
            return read_manifest(folder);
        }
    }
    return std::nullopt;
}

void begin_answer(const base::fs::path& folder, std::string_view event)
{
    write_json(folder / k_begun, {{"event", event}});
}

std::vector<BegunAnswer> find_begun_answers(const base::fs::path& output)
{
    std::vector<BegunAnswer> found;
    for (const auto& folder : case_folders(output)) {
        std::error_code failed;
        if (!base::fs::exists(folder / k_begun, failed)) {
            continue;
        }
        if (auto manifest = read_without_hashing(folder)) {
            found.push_back({.folder = folder, .manifest = std::move(*manifest)});
        }
    }
    return found;
}

void write_answer(const base::fs::path& folder, std::string_view event, const std::string& compact,
                  base::UtcTime at)
{
    write_json(folder / "answer.json",
               {{"event", event}, {"at", base::format_time(at)}, {"token", compact}});
    std::error_code failed;
    base::fs::remove(folder / k_begun, failed);
}

} // namespace anb::testantrag
