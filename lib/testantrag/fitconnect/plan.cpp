// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/fitconnect/plan.hpp"

#include "base/text.hpp"

namespace anb::testantrag {

namespace {

template <typename Identifier>
Identifier parse_id(const json::Reader& reader)
{
    const auto canonical = base::canonical_uuid(reader.string());
    if (!canonical) {
        reader.fail("UUID");
    }
    return Identifier::parse(*canonical);
}

} // namespace

json::Value to_json(const EncryptedPart& part)
{
    return {{"file", part.file}, {"size", part.size}, {"tag", part.tag}, {"sha512", part.sha512}};
}

EncryptedPart parse_part(const json::Reader& reader)
{
    const auto size = reader.integer("size");
    const auto file = reader.string("file");
    if (size < 0 || file.find('/') != std::string::npos) {
        reader.fail("size, file");
    }
    return {.file = file,
            .size = static_cast<std::uint64_t>(size),
            .tag = reader.string("tag"),
            .sha512 = reader.string("sha512")};
}

fitconnect::AuthenticationTags Plan::tags() const
{
    fitconnect::AuthenticationTags all{
        .metadata = metadata.tag, .data = data.tag, .attachments = {}};
    for (const auto& attachment : attachments) {
        all.attachments[attachment.id] = attachment.part.tag;
    }
    return all;
}

fitconnect::Announcement Plan::announcement() const
{
    fitconnect::Announcement announcement{
        .destination = destination, .service = service, .attachments = {}};
    for (const auto& attachment : attachments) {
        announcement.attachments.push_back(attachment.id);
    }
    return announcement;
}

json::Value to_json(const Plan& plan)
{
    json::Value value = {{"api_version", plan.api_version},
                         {"destination_id", plan.destination.str()},
                         {"destination_name", plan.destination_name},
                         {"encryption_kid", plan.encryption_kid},
                         {"service", plan.service.identifier},
                         {"service_name", plan.service.name},
                         {"schema_uri", plan.schema.schema_uri},
                         {"mime_type", plan.schema.mime_type},
                         {"metadata_version", plan.metadata_version},
                         {"metadata", to_json(plan.metadata)},
                         {"data", to_json(plan.data)}};
    add_head(value, plan);
    value["attachments"] = json::Value::array();
    for (const auto& attachment : plan.attachments) {
        auto element = to_json(attachment.part);
        element["id"] = attachment.id.str();
        value["attachments"].push_back(std::move(element));
    }
    return value;
}

Plan parse_plan(const json::Reader& reader)
{
    Plan plan;
    parse_head(reader, plan);
    plan.api_version = reader.integer("api_version") == 1 ? 1 : 2;
    plan.destination = parse_id<fitconnect::DestinationId>(reader.at("destination_id"));
    plan.destination_name = reader.string("destination_name");
    plan.encryption_kid = reader.string("encryption_kid");
    plan.service = {.identifier = reader.string("service"), .name = reader.string("service_name")};
    plan.schema = {.schema_uri = reader.string("schema_uri"),
                   .mime_type = reader.string("mime_type")};
    plan.metadata_version = reader.string("metadata_version");
    plan.metadata = parse_part(reader.at("metadata"));
    plan.data = parse_part(reader.at("data"));
    for (const auto& element : reader.at("attachments").elements()) {
        plan.attachments.push_back({.id = parse_id<fitconnect::AttachmentId>(element.at("id")),
                                    .part = parse_part(element)});
    }
    return plan;
}

} // namespace anb::testantrag
