// The calls of the Submission API about one submission, v1 and v2 alike (fit-connect.md §4, §5).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/api.hpp"
#include "fitconnect/ids.hpp"
#include "fitconnect/metadata.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace anb::fitconnect {

/// What is announced before anything is uploaded.
struct Announcement {
    DestinationId destination;
    PublicService service;
    std::vector<AttachmentId> attachments;
};

struct Created {
    SubmissionId submission;
    CaseId case_id;
};

/// Announces a submission. Never repeated: whether it arrived is not known after a failure.
Created create_submission(Api& api, const Announcement& announcement);

/// A body that can be sent more than once: every call of `open` starts it at its first byte.
struct Upload {
    std::function<base::Source()> open;
    std::uint64_t size = 0;
};

/// Uploads one encrypted attachment; it is repeated as the transport repeats, for it replaces what
/// was there.
void upload_attachment(Api& api, const SubmissionId& submission, const AttachmentId& attachment,
                       const Upload& upload);

/// Submits, once: the body is `{"encryptedMetadata":…,"encryptedData":…}`, made of the two compact
/// forms as they are.
void submit(Api& api, const SubmissionId& submission, const Upload& metadata,
            const std::optional<Upload>& data);

/// A submission that waits for being fetched.
struct Pickup {
    SubmissionId submission;
    CaseId case_id;
    DestinationId destination;
};

/// Everything in the state "submitted" that this login may fetch, or that of one destination.
std::vector<Pickup> list_submissions(Api& api, const std::optional<DestinationId>& destination);

/// A submission as the receiver gets it.
struct Submission {
    SubmissionId id;
    CaseId case_id;
    DestinationId destination;
    PublicService service;
    std::string region; ///< "DE09189"; empty when it names none, as with API v1
    std::vector<AttachmentId> attachments;
    std::string encrypted_metadata;
    std::string encrypted_data; ///< empty when there is none
};

/// Reads either API's form (`serviceType` or `publicService`). @throws Error{input} ANB-G302
Submission parse_submission(const json::Reader& reader);

/// At most 256 MiB. @throws Error{missing} ANB-F403 also when it was accepted or rejected before
Submission fetch_submission(Api& api, const SubmissionId& submission);

/// Hands the compact form to `sink` piece by piece; more than 512 MiB are refused.
void download_attachment(Api& api, const SubmissionId& submission, const AttachmentId& attachment,
                         const base::Sink& sink);

/// Posts a signed event. @return false when the state does not allow it (409)
bool post_event(Api& api, const CaseId& case_id, const std::string& compact);

} // namespace anb::fitconnect
