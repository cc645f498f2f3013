// The checks of a receiver over one fetched submission, in the order of fit-connect.md §13. Needs
// no network: what was downloaded, the verified event log and the keys are given.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "fitconnect/event.hpp"
#include "fitconnect/problems.hpp"
#include "fitconnect/submission.hpp"
#include "testantrag/data_check.hpp"
#include "testantrag/fitconnect/keys.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace anb::testantrag {

/// What came from the service, still encrypted.
struct DownloadedCase {
    fitconnect::Submission submission;
    /// The compact form of each attachment as a file; one that could not be loaded is absent.
    std::map<fitconnect::AttachmentId, base::fs::path> attachments;
    fitconnect::Log log; ///< verified
};

/// A file with decrypted, verified content.
struct OpenedFile {
    std::string name; ///< below the folder: "data.xml", "attachments/nachweis.pdf"
    std::string mime_type;
    std::string sha512;
    std::uint64_t size = 0;
    fitconnect::AttachmentId attachment; ///< empty for the data
};

struct CheckedCase {
    /// One finding for everything that is wrong; each carries its problem's name as `rule`.
    base::Report report;
    /// What a rejection would say, for the findings that are the sender's or the service's fault.
    std::vector<fitconnect::EventProblem> problems;
    fitconnect::AuthenticationTags tags; ///< of what was downloaded
    std::string set_schema;              ///< `$schema` of the submit event
    std::optional<fitconnect::Metadata> metadata;
    std::string metadata_text; ///< as decrypted; empty when it did not decrypt
    std::vector<OpenedFile> files;
    std::vector<std::string> verified; ///< names of what was looked at: "sha512", "data_schema"
};

/// Tags, metadata, offer of the destination, data and attachments; a stage begins only when the one
/// before found nothing. Findings: ANB-S601 no tags, ANB-S403 other tags, ANB-S610 does not
/// decrypt, ANB-S611 not well-formed, ANB-S612 no schema named, ANB-S613 metadata version not
/// offered, ANB-S614 metadata not as their schema says, ANB-S615 service not offered, ANB-S616
/// other service in the metadata, ANB-S617 data schema not offered, ANB-S618 other attachments in
/// the metadata, ANB-S619 no data, ANB-S620 no attachment, ANB-S621 other hash, ANB-S623 reply
/// channel not offered, ANB-S625 region not served, ANB-S622 (no problem of the sender) parts that
/// this program cannot put together; ANB-S624 (warning) a data set with another hash. ANB-S614 for
/// the data is followed by what DataChecker says.
///
/// @param rules        null: the data's schema is not looked at, and said so
/// @param destination  what it offers; null: not compared, and said so in `unchecked`
/// @param folder       exists, owner-only; plaintext files are written into it and are to be thrown
///                     away unless the report is accepted
CheckedCase check_case(const DownloadedCase& downloaded, const fitconnect::Destination* destination,
                       const KeyRing& keys, const DataChecker* rules, const base::fs::path& folder);

} // namespace anb::testantrag
