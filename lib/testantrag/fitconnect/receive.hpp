// The receiver's side of a test application: list, fetch, check, store, answer.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "testantrag/fitconnect/stored_case.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace anb::testantrag {

/// What became of one submission that was to be fetched.
struct Fetched {
    Manifest manifest;
    base::fs::path folder; ///< empty when it was not stored because something is wrong
    bool stored_before = false;
    base::Report report;
    std::vector<fitconnect::EventProblem> problems; ///< what a rejection would say
    std::vector<fitconnect::AttachmentId> attachments;
    bool trusted = true; ///< false: the event log is not to be believed, and nothing was fetched
};

/// The receiver's own event, and what the log says after it.
struct Answer {
    bool already = false; ///< an earlier run had said the same
    fitconnect::State state = fitconnect::State::none;
};

class Receiver {
public:
    /// Removes what killed runs left half done below the output folder.
    /// @param keys   must outlive the receiver
    /// @param rules  the same; null: the data's schema is not looked at
    Receiver(fitconnect::Api& api, const KeyRing& keys, const DataChecker* rules,
             base::fs::path output, std::function<bool()> cancelled);

    /// The one submission that is meant, among those that wait and those stored below the output
    /// folder. @param id  of submission or case, at least 8 characters
    /// @throws Error{missing} ANB-S631, Error{usage} ANB-S302
    fitconnect::Pickup select(const std::vector<fitconnect::Pickup>& waiting,
                              std::string_view id) const;

    /// Verifies the event log, downloads, checks and stores; a submission that is stored already
    /// is read from there. Nothing is stored when a check found something wrong.
    /// @throws Error{trust} never: what is wrong with events is a finding (ANB-S401, ANB-S404);
    ///         failures of the network and of our own side – a full disk, a schema that cannot be
    ///         used – as they come: they are no reason to reject
    Fetched fetch(const fitconnect::Pickup& pickup);

    /// Accepts what is stored. Nothing is said twice: after a 409 the log decides.
    /// @throws Error{configuration} ANB-S635 without signature key; Error{exists} ANB-S636 when
    ///         the log says something else was decided
    Answer accept(const Fetched& fetched);

    /// Rejects with the found problems of this type and instance, or with the type's usual one when
    /// none was found.
    /// @throws as accept(); Error{trust} with the finding's code when the event log is not to be
    ///         believed; Error{usage} ANB-S644 when the attachment is none of the submission, or
    ///         none is named and the type demands one
    Answer reject(const Fetched& fetched, const fitconnect::NamedProblem& problem);

    /// Keeps the answers that ended runs gave and did not keep, as the event logs have them; what
    /// the log does not answer is left alone.
    /// @throws what the network and the verification throw
    std::vector<std::pair<Fetched, Answer>> complete_answers();

private:
    fitconnect::Log log_of(const Manifest& manifest);
    std::optional<Answer> complete(const BegunAnswer& begun);
    DownloadedCase download(const fitconnect::Pickup& pickup, const fitconnect::Log& log,
                            const base::fs::path& folder);
    Answer answer(const Fetched& fetched, std::string_view event, const json::Value& payload,
                  fitconnect::State expected);

    fitconnect::Api& m_api;
    const KeyRing& m_keys;
    const DataChecker* m_rules;
    base::fs::path m_output;
    std::function<bool()> m_cancelled;
};

} // namespace anb::testantrag
