// What one environment of the sandbox keeps: destinations, submissions, cases. Everything is on
// disk as soon as it is answered, each thing in a file of its own, written atomically:
//
//     destinations/<destinationId>.json
//     submissions/<submissionId>/submission.json, metadata.jwe, data.jwe, attachments/<id>.jwe
//     cases/<caseId>.json
//
// Nothing is removed when a submission is accepted: what was received can be counted.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/json.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace anb::sandbox {

/// Zustellpunkt. JSON members are spelt as in API v1.
struct Destination {
    std::string id, owner, name;
    std::string status = "created";  ///< created, active, inactive, decommissioned
    std::int64_t inactive_since = 0; ///< Unix seconds; 0 while it is not inactive
    json::Value contact, services, metadata_versions;
    json::Value reply_channels; ///< null when absent
    json::Value callback;       ///< {url, secret}; null when absent
    std::string encryption_kid;
    std::map<std::string, json::Value> keys; ///< every JWK ever added, by kid
    std::string addressing; ///< addressing information as the route has it; empty: no route
};

/// Where a submission stands (fit-connect.md §11.2).
enum class SubmissionState { incomplete, submitted, forwarded, accepted, rejected, deleted };

struct StoredAttachment {
    std::uint64_t size = 0; ///< characters of the JWE
    std::string tag;        ///< its fifth segment
};

/// Einreichung.
struct Submission {
    std::string id, case_id, destination, sender;
    SubmissionState state = SubmissionState::incomplete;
    int api_version = 2; ///< of the API it was created with
    json::Value service; ///< {identifier, name, description}
    std::string region;  ///< v2 only, may be empty
    json::Value callback;
    std::vector<std::string> announced;
    std::map<std::string, StoredAttachment> attachments; ///< uploaded ones
    std::string metadata_tag, data_tag;
    std::int64_t created_at = 0, submitted_at = 0; ///< Unix seconds
    std::int64_t noticed_at = 0; ///< when the contact was told that nobody picks it up
};

/// Vorgang with its event log.
struct Case {
    std::string id, destination, sender;
    std::vector<std::string> events;    ///< compact JWS, oldest first
    std::vector<std::string> token_ids; ///< jti of each
};

class Store {
public:
    /// Reads what the folder holds. @throws Error{input} ANB-G604 when a file is damaged
    explicit Store(std::filesystem::path folder);

    /// Everything below is used with this lock held.
    std::unique_lock<std::mutex> lock() { return std::unique_lock(m_mutex); }

    std::map<std::string, Destination> destinations;
    std::map<std::string, Submission> submissions;
    std::map<std::string, Case> cases;

    bool empty() const { return destinations.empty() && cases.empty(); }

    /// Writes one thing to disk.
    void save(const Destination& destination) const;
    void save(const Submission& submission) const;
    void save(const Case& log) const;
    void remove(const Destination& destination) const;

    /// Mails that the delivery service would have written, JSON lines.
    std::filesystem::path mails_file() const { return m_folder / "mails.jsonl"; }
    std::filesystem::path folder(const Submission& submission) const;
    std::filesystem::path metadata_file(const Submission& submission) const;
    std::filesystem::path data_file(const Submission& submission) const;
    std::filesystem::path attachment_file(const Submission& submission,
                                          const std::string& attachment) const;

private:
    void load();

    std::filesystem::path m_folder;
    std::mutex m_mutex;
};

/// "submitted"
std::string to_string(SubmissionState state);

} // namespace anb::sandbox
