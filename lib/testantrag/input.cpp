// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/input.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "json/json.hpp"
#include "xml/inspect.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace anb::testantrag {

namespace {

constexpr std::size_t k_piece = 64 * 1024;
constexpr std::uint64_t k_max_memory = 32ULL * 1024 * 1024;

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> k_media_types{{
    {"csv", "text/csv"},
    {"doc", "application/msword"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"gif", "image/gif"},
    {"htm", "text/html"},
    {"html", "text/html"},
    {"jpeg", "image/jpeg"},
    {"jpg", "image/jpeg"},
    {"json", "application/json"},
    {"odp", "application/vnd.oasis.opendocument.presentation"},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {"odt", "application/vnd.oasis.opendocument.text"},
    {"pdf", "application/pdf"},
    {"png", "image/png"},
    {"rtf", "application/rtf"},
    {"svg", "image/svg+xml"},
    {"tif", "image/tiff"},
    {"tiff", "image/tiff"},
    {"txt", "text/plain"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"xml", "application/xml"},
    {"zip", "application/zip"},
}};

std::optional<Form> form_of(base::ByteView beginning)
{
    auto text = base::as_text(beginning);
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    const auto utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    const auto first = text.find_first_not_of(" \t\r\n");
    if (utf16 || (first != std::string_view::npos && text[first] == '<')) {
        return Form::xml;
    }
    if (first != std::string_view::npos && (text[first] == '{' || text[first] == '[')) {
        return Form::json;
    }
    return std::nullopt;
}

Form read_form(const Data& data)
{
    base::Bytes beginning;
    if (data.memory) {
        beginning = *data.memory;
    } else {
        base::FileReader reader(data.path);
        beginning.resize(k_piece);
        beginning.resize(reader.read(beginning));
    }
    const auto form = form_of(beginning);
    if (!form) {
        throw base::Error(base::ErrorKind::input, "ANB-S101", {{"file", data.path}});
    }
    return *form;
}

void check_json(const Data& data)
{
    const auto bytes = data.memory ? *data.memory : base::read_file(data.path, k_max_memory);
    json::parse(base::as_text(bytes), data.path);
}

/// Hash and size, and for XML the check, in one pass.
void read_through(Data& data)
{
    std::optional<xml::Inspector> inspector;
    if (data.form == Form::xml) {
        inspector.emplace(data.path);
    }
    crypto::Hasher hasher(crypto::DigestAlgorithm::sha512);
    base::copy(source_of(data), [&](base::ByteView piece) {
        hasher.update(piece);
        data.size += piece.size();
        if (inspector) {
            inspector->update(piece);
        }
    });
    if (inspector) {
        inspector->finish();
    }
    data.sha512 = base::to_hex(hasher.finish());
}

void require_unchanged(const Attachment& attachment)
{
    std::error_code failed;
    const auto size = base::fs::file_size(attachment.path, failed);
    if (failed || size != attachment.size ||
        modification_of(attachment.path) != attachment.modified) {
        throw base::Error(base::ErrorKind::input, "ANB-S312", {{"file", attachment.path}});
    }
}

base::Finding limit_finding(const char* code, std::string where, std::uint64_t found,
                            std::uint64_t limit, base::Severity severity = base::Severity::error)
{
    return {.severity = severity,
            .code = code,
            .values = {{"file", where},
                       {"found", std::to_string(found)},
                       {"limit", std::to_string(limit)}},
            .where = std::move(where),
            .element = "size",
            .found = std::to_string(found),
            .expected = "<= " + std::to_string(limit),
            .rule = "fit-connect:limits"};
}

} // namespace

std::string_view mime_type(Form form)
{
    return form == Form::xml ? "application/xml" : "application/json";
}

base::Source source_of(const Data& data)
{
    return data.memory ? base::source_of(*data.memory) : base::source_of_file(data.path);
}

base::Source source_of(const Attachment& attachment)
{
    require_unchanged(attachment);
    const auto reader = std::make_shared<base::FileReader>(attachment.path);
    return [reader, attachment, left = attachment.size](std::span<std::byte> buffer) mutable {
        const auto count = reader->read(buffer);
        if (count > left || (count == 0 && left > 0)) {
            throw base::Error(base::ErrorKind::input, "ANB-S312", {{"file", attachment.path}});
        }
        left -= count;
        return count;
    };
}

Data inspect_data(const std::string& path)
{
    Data data{.path = path, .memory = {}, .sha512 = {}};
    if (path == "-") {
        data.memory = base::read_file(path, k_max_memory);
    }
    data.form = read_form(data);
    if (data.form == Form::json) {
        check_json(data);
    }
    read_through(data);
    return data;
}

std::int64_t modification_of(const base::fs::path& path)
{
    std::error_code failed;
    const auto time = base::fs::last_write_time(path, failed);
    return failed ? 0 : time.time_since_epoch().count();
}

Attachment inspect_attachment(const std::string& path)
{
    if (path == "-") {
        throw base::Error(base::ErrorKind::usage, "ANB-S102");
    }
    std::error_code failed;
    if (base::fs::exists(path, failed) && !base::fs::is_regular_file(path, failed)) {
        throw base::Error(base::ErrorKind::input, "ANB-S201",
                          {{"file", path}, {"reason", "no regular file"}});
    }
    const base::FileReader reader(path);
    const auto filename = base::fs::path(path).filename().string();
    if (!base::is_utf8(filename)) {
        throw base::Error(base::ErrorKind::input, "ANB-S201",
                          {{"file", path}, {"reason", "UTF-8"}});
    }
    return {.path = path,
            .filename = filename,
            .mime_type = mime_type_of(filename),
            .size = reader.size(),
            .modified = modification_of(path)};
}

std::string mime_type_of(std::string_view filename)
{
    const auto dot = filename.rfind('.');
    const auto ending =
        dot == std::string_view::npos ? "" : base::to_lower_ascii(filename.substr(dot + 1));
    const auto found = std::find_if(k_media_types.begin(), k_media_types.end(),
                                    [&](const auto& type) { return type.first == ending; });
    return std::string(found == k_media_types.end() ? "application/octet-stream" : found->second);
}

base::Report check_limits(const std::vector<PartSize>& attachments, std::uint64_t others)
{
    base::Report report;
    const auto count = attachments.size();
    if (count > k_max_attachments) {
        report.findings.push_back(
            limit_finding("ANB-S110", "attachments", count, k_max_attachments));
    } else if (count > k_recommended_attachments) {
        report.findings.push_back(limit_finding("ANB-S113", "attachments", count,
                                                k_recommended_attachments, base::Severity::note));
    }
    auto total = others;
    for (const auto& part : attachments) {
        total += part.encrypted;
        if (part.encrypted > k_max_part) {
            report.findings.push_back(
                limit_finding("ANB-S111", part.name, part.encrypted, k_max_part));
        }
    }
    if (total > k_max_total) {
        report.findings.push_back(limit_finding("ANB-S112", "total", total, k_max_total));
    }
    return report;
}

std::uint64_t least_encrypted_size(std::uint64_t plaintext)
{
    return plaintext / 3 * 4;
}

} // namespace anb::testantrag
