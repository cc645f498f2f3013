// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/metadata.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace anb::fitconnect {

namespace {

constexpr std::string_view k_schema_head = "https://schema.fitko.de/fit-connect/metadata/";
constexpr std::string_view k_schema_tail = "/metadata.schema.json";
constexpr std::size_t k_sha512_digits = 128;

bool is_number(std::string_view text)
{
    unsigned value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() && end == text.data() + text.size();
}

bool is_version_known(std::string_view version)
{
    const auto parts = base::split(version, '.');
    return parts.size() == 3 && std::all_of(parts.begin(), parts.end(), is_number) &&
           (parts[0] == "1" || parts[0] == "2");
}

std::string version_of(const std::string& schema)
{
    std::string version;
    if (schema.starts_with(k_schema_head) && schema.ends_with(k_schema_tail) &&
        schema.size() > k_schema_head.size() + k_schema_tail.size()) {
        version = schema.substr(k_schema_head.size(),
                                schema.size() - k_schema_head.size() - k_schema_tail.size());
    }
    if (!is_version_known(version)) {
        throw base::Error(base::ErrorKind::input, "ANB-F352", {{"schema", schema}});
    }
    return version;
}

bool is_second_generation(const Metadata& metadata)
{
    return metadata.version.starts_with("2.");
}

json::Value hash_of(const std::string& sha512)
{
    return {{"type", "sha512"}, {"content", sha512}};
}

std::string read_hash(const json::Reader& owner)
{
    const auto hash = owner.at("hash");
    if (hash.string("type") != "sha512") {
        hash.at("type").fail("sha512");
    }
    const auto content = hash.string("content");
    const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (content.size() != k_sha512_digits ||
        !std::all_of(content.begin(), content.end(), is_digit)) {
        hash.at("content").fail("[a-f0-9]{128}");
    }
    return content;
}

SubmissionSchema read_schema(const json::Reader& reader)
{
    SubmissionSchema schema{reader.string("schemaUri"), reader.string("mimeType")};
    if (schema.mime_type != "application/json" && schema.mime_type != "application/xml") {
        reader.at("mimeType").fail("application/json, application/xml");
    }
    return schema;
}

AttachmentDescription read_attachment(const json::Reader& reader)
{
    const auto id = base::canonical_uuid(reader.string("attachmentId"));
    if (!id) {
        reader.at("attachmentId").fail("UUID");
    }
    AttachmentDescription attachment;
    attachment.id = AttachmentId::parse(*id);
    attachment.sha512 = read_hash(reader);
    attachment.purpose = reader.string("purpose");
    attachment.mime_type = reader.string("mimeType");
    attachment.filename = reader.find_string("filename").value_or("");
    if (reader.has("fragments")) {
        attachment.fragments = reader.strings("fragments");
    }
    return attachment;
}

std::vector<AttachmentDescription> read_attachments(const json::Reader& structure)
{
    std::vector<AttachmentDescription> attachments;
    for (const auto& element : structure.at("attachments").elements()) {
        attachments.push_back(read_attachment(element));
    }
    return attachments;
}

Author read_author(const json::Reader& reader)
{
    const auto product = reader.at("product");
    return {.name = reader.string("name"),
            .product = product.string("name"),
            .version = product.string("version"),
            .manufacturer = product.string("manufacturer")};
}

void read_channel(const json::Reader& document, Metadata& metadata)
{
    if (const auto channel = document.find("replyChannel")) {
        const auto members = channel->members();
        if (members.size() != 1) {
            channel->fail("exactly one channel");
        }
        metadata.reply_channel = members.front().first;
    }
}

json::Value to_json(const AttachmentDescription& attachment)
{
    json::Value value = {{"attachmentId", attachment.id.str()},
                         {"purpose", attachment.purpose},
                         {"mimeType", attachment.mime_type},
                         {"hash", hash_of(attachment.sha512)}};
    if (!attachment.filename.empty()) {
        value["filename"] = attachment.filename;
    }
    return value;
}

json::Value content_structure(const Metadata& metadata)
{
    json::Value structure;
    if (metadata.data) {
        structure["data"] = {{"hash", hash_of(metadata.data->sha512)},
                             {"submissionSchema",
                              {{"schemaUri", metadata.data->schema.schema_uri},
                               {"mimeType", metadata.data->schema.mime_type}}}};
    }
    structure["attachments"] = json::Value::array();
    for (const auto& attachment : metadata.attachments) {
        structure["attachments"].push_back(to_json(attachment));
    }
    return structure;
}

} // namespace

const std::vector<std::string>& metadata_versions()
{
    static const std::vector<std::string> k_versions = {"2.1.0", "2.0.0", "1.5.0", "1.3.0",
                                                        "1.2.0", "1.1.0", "1.0.0"};
    return k_versions;
}

std::optional<std::string> newest_metadata_version(const std::vector<std::string>& offered)
{
    const auto is_offered = [&](const std::string& version) {
        return std::find(offered.begin(), offered.end(), version) != offered.end();
    };
    const auto& ours = metadata_versions();
    const auto found = std::find_if(ours.begin(), ours.end(), is_offered);
    return found == ours.end() ? std::nullopt : std::optional(*found);
}

bool metadata_schema_known(std::string_view version)
{
    return version == "2.1.0" || version == "1.0.0";
}

std::string metadata_schema_uri(std::string_view version)
{
    return std::string(k_schema_head).append(version).append(k_schema_tail);
}

json::Value to_json(const Metadata& metadata)
{
    json::Value value;
    if (metadata.names_schema) {
        value["$schema"] = metadata_schema_uri(metadata.version);
    }
    value["contentStructure"] = content_structure(metadata);
    if (metadata.service && !is_second_generation(metadata)) {
        value["publicServiceType"] = {{"identifier", metadata.service->identifier},
                                      {"name", metadata.service->name}};
    }
    if (metadata.author && is_second_generation(metadata)) {
        value["author"] = {{"name", metadata.author->name},
                           {"product",
                            {{"name", metadata.author->product},
                             {"version", metadata.author->version},
                             {"manufacturer", metadata.author->manufacturer}}}};
    }
    return value;
}

Metadata parse_metadata(std::string_view text, std::string_view origin)
{
    const auto document = json::parse(text, origin);
    const json::Reader reader(document, std::string(origin));

    Metadata metadata;
    const auto schema = reader.find_string("$schema");
    metadata.names_schema = schema.has_value();
    metadata.version = schema ? version_of(*schema) : "1.0.0";

    const auto structure = reader.at("contentStructure");
    if (const auto data = structure.find("data")) {
        metadata.data = {.sha512 = read_hash(*data),
                         .schema = read_schema(data->at("submissionSchema"))};
    } else if (is_second_generation(metadata)) {
        structure.at("data");
    }
    metadata.attachments = read_attachments(structure);
    if (const auto service = reader.find("publicServiceType")) {
        metadata.service = {.identifier = service->string("identifier"),
                            .name = service->find_string("name").value_or("")};
    }
    if (const auto author = reader.find("author")) {
        metadata.author = read_author(*author);
    }
    read_channel(reader, metadata);
    return metadata;
}

} // namespace anb::fitconnect
