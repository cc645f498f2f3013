// Sends what a journal holds, and follows it to its end.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/event.hpp"
#include "testantrag/fitconnect/journal.hpp"
#include "testantrag/watch.hpp"

#include <string>
#include <vector>

namespace anb::testantrag {

/// Goes on from where the journal stands until the submission is submitted:
///
/// | last entry | what is done |
/// | --- | --- |
/// | prepared | create, upload, seal, submit |
/// | creating | the same; the possible orphan is counted in Standing::orphans |
/// | created, encrypted, stored | upload what is missing, seal, submit |
/// | sealed | submit |
/// | submitting | read the event log first: submitted already → nothing, otherwise submit |
/// | submitted, finished | nothing |
///
/// When the service refuses a part or a part is gone, the event log is read too: a journal that was
/// put back from a backup may stand behind what was done.
///
/// Uploads are repeated as the transport repeats, creating only after a refusal for too many
/// requests. An unclear submit is settled by the event log, and repeated once when it had not
/// arrived.
///
/// @param recipient  key of the destination; null when everything is encrypted
/// @throws Error{input} ANB-S312 when a file to be attached changed since the beginning;
///         Error{try_later} ANB-S501 when the service does not answer, the state being saved;
///         Error{missing} ANB-S308 when the encrypted parts were purged or it was discarded,
///         ANB-S405 when the service no longer knows the submission
void deliver(fitconnect::Api& api, Journal& journal, const jose::PublicJwk* recipient,
             const Watch& watch);

/// How a sending stands or ended.
enum class Ending { waiting, accepted, rejected, deleted, untrusted };

struct Outcome {
    Ending ending = Ending::waiting;
    std::vector<fitconnect::Event> events; ///< verified, oldest first
    std::vector<fitconnect::EventProblem> problems;
    base::UtcTime submitted_at{}, decided_at{};
    bool tags_match = false; ///< everything the service and the receiver confirmed is what was sent
    /// ANB-S310 not fetched yet, ANB-S402 rejected, ANB-S403 other tags, ANB-S405 deleted,
    /// ANB-S406 no tags.
    base::Report report;
};

/// Polls the event log, at once and then after 5 s growing to 5 min, until the submission is
/// decided or `wait` is over. Compares the authentication tags with the journal's.
/// @throws Error{trust} ANB-S401, ANB-S404; Error{try_later} ANB-S501
Outcome follow(fitconnect::Api& api, Journal& journal, base::Seconds wait, const Watch& watch);

/// Parts whose confirmed tag is not the one sent: "metadata", "data", "attachment:<id>".
std::vector<std::string> differing_parts(const fitconnect::AuthenticationTags& sent,
                                         const fitconnect::AuthenticationTags& confirmed);

/// Stores the signed events, checksums and versions below `folder`/<case>, no content.
void store_evidence(const Journal& journal, const Outcome& outcome, const base::fs::path& folder,
                    std::string_view program);

} // namespace anb::testantrag
