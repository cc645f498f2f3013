// A fetched case on disk: `DIR/<case>/` with data, attachments, metadata, events and a manifest
// that says what was verified and what was not (design.md decision 15).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "testantrag/fitconnect/check_case.hpp"

#include <optional>
#include <string>
#include <vector>

namespace anb::testantrag {

/// What the manifest says.
struct Manifest {
    fitconnect::SubmissionId submission;
    fitconnect::CaseId case_id;
    fitconnect::DestinationId destination;
    fitconnect::PublicService service;
    std::string data_schema;
    std::string metadata_version;
    std::string set_schema;
    fitconnect::AuthenticationTags tags;
    std::vector<OpenedFile> files;
    std::vector<std::string> verified; ///< names of what was looked at
    std::vector<base::Unchecked> unchecked;
    base::UtcTime fetched_at{};
};

Manifest manifest_of(const DownloadedCase& downloaded, const CheckedCase& checked,
                     base::UtcTime fetched_at);
json::Value to_json(const Manifest& manifest);

/// The folder of a submission below `output`: named by the case, and by the submission too when
/// the case's name is taken by another submission.
base::fs::path folder_for(const base::fs::path& output, const fitconnect::CaseId& case_id,
                          const fitconnect::SubmissionId& submission);

/// Adds metadata.json, events.json and manifest.json to a folder with checked files.
void write_documents(const base::fs::path& folder, const Manifest& manifest,
                     const CheckedCase& checked, const fitconnect::Log& log);

/// A stored submission, if the folder holds one; its files are hashed again.
/// @throws Error{exists} ANB-S632 when a file is no longer what the manifest says
std::optional<Manifest> read_manifest(const base::fs::path& folder);

/// The stored submission below `output` whose number or case begins with `id`.
std::optional<Manifest> find_stored(const base::fs::path& output, std::string_view id);

/// Notes beside the case that an answer is under way: answering.json.
void begin_answer(const base::fs::path& folder, std::string_view event);

struct BegunAnswer {
    base::fs::path folder;
    Manifest manifest;
};

/// The cases below `output` whose answer was begun and not kept; their files are not hashed.
std::vector<BegunAnswer> find_begun_answers(const base::fs::path& output);

/// Keeps the receiver's own answer beside the case: answer.json; nothing is under way any more.
void write_answer(const base::fs::path& folder, std::string_view event, const std::string& compact,
                  base::UtcTime at);

} // namespace anb::testantrag
