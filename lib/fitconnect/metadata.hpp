// The metadata document of a submission (fit-connect.md §12): what stands beside the business data.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/destination.hpp"
#include "fitconnect/ids.hpp"
#include "json/json.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::fitconnect {

/// Metadata of the business data.
struct DataDescription {
    std::string sha512; ///< over the plaintext, 128 lower-case hexadecimal digits
    SubmissionSchema schema;
};

/// Metadata of one attachment.
struct AttachmentDescription {
    AttachmentId id;
    std::string sha512;                 ///< over the plaintext, 128 lower-case hexadecimal digits
    std::string purpose = "attachment"; ///< "form", "attachment", "report", "data"
    std::string mime_type;
    std::string filename; ///< as the sender wrote it, hostile when received; empty when absent
    std::vector<std::string> fragments; ///< ids of pieces; empty when the attachment is whole
};

/// The Verwaltungsleistung that a submission is for.
struct PublicService {
    std::string identifier; ///< URN
    std::string name;
};

/// A program that sends: `author` of metadata 2.x.
struct Author {
    std::string name, product, version, manufacturer;
};

struct Metadata {
    std::string version;      ///< "2.1.0"; "1.0.0" when the document names no schema
    bool names_schema = true; ///< false: `$schema` was absent
    std::optional<DataDescription> data;
    std::vector<AttachmentDescription> attachments;
    std::optional<PublicService> service; ///< 1.x only
    std::optional<Author> author;         ///< 2.x only
    std::string reply_channel;            ///< name of the channel asked for; empty when none
};

/// Versions that we write, the newest first. For 1.1.0 to 1.5.0 and 2.0.0 no schema is at hand:
/// they are written with the fields of 1.0.0 and 2.1.0 (design.md decision 18).
const std::vector<std::string>& metadata_versions();

/// The newest version that we write and `offered` names.
std::optional<std::string> newest_metadata_version(const std::vector<std::string>& offered);

/// True when the version's official schema decided which fields we write.
bool metadata_schema_known(std::string_view version);

std::string metadata_schema_uri(std::string_view version);

/// The document in the form of its version.
json::Value to_json(const Metadata& metadata);

/// Reads a document of any version 1.x or 2.x; members we do not know are passed over.
/// @throws Error{input} ANB-G301 no JSON, ANB-G302 a member is missing or wrong, ANB-F352 when
///         `$schema` names something else than metadata 1.x.y or 2.x.y
Metadata parse_metadata(std::string_view text, std::string_view origin);

} // namespace anb::fitconnect
