// What one sending over FIT-Connect is about: fixed and written down before the first request.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/event.hpp"
#include "fitconnect/metadata.hpp"
#include "fitconnect/submission.hpp"
#include "testantrag/plan_head.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace anb::testantrag {

/// An encrypted part: a compact JWE in the journal's folder.
struct EncryptedPart {
    std::string file;       ///< name in the folder: "data.jwe"
    std::uint64_t size = 0; ///< bytes of that file
    std::string tag;        ///< authentication tag: the fifth segment, verbatim
    std::string sha512;     ///< over the plaintext, lower-case hexadecimal

    /// It is encrypted; before that only `file` and `size` are known.
    bool is_there() const { return !tag.empty(); }
};

struct EncryptedAttachment {
    fitconnect::AttachmentId id;
    EncryptedPart part;
};

/// Attachments and metadata are encrypted while the sending goes on, and filled in then.
/// Holds identifiers, checksums and names of encrypted files; no plain data, no file names of the
/// user, no keys.
struct Plan : PlanHead {
    int api_version = 2;
    fitconnect::DestinationId destination;
    std::string destination_name; ///< may be empty
    std::string encryption_kid;
    fitconnect::PublicService service;
    fitconnect::SubmissionSchema schema;
    std::string metadata_version;
    EncryptedPart metadata;
    EncryptedPart data;
    std::vector<EncryptedAttachment> attachments;

    /// What the service has to confirm.
    fitconnect::AuthenticationTags tags() const;
    fitconnect::Announcement announcement() const;
};

json::Value to_json(const Plan& plan);
json::Value to_json(const EncryptedPart& part);
/// @throws Error{input} ANB-G302
EncryptedPart parse_part(const json::Reader& reader);
/// @throws Error{input} ANB-G302
Plan parse_plan(const json::Reader& reader);

} // namespace anb::testantrag
