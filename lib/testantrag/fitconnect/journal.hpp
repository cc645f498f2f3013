// The journal of one sending over FIT-Connect (user-journeys §8.6): each step is written down and
// flushed before it is done and marked after it, so that a kill at any point leaves a state from
// which to go on. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "testantrag/fitconnect/plan.hpp"
#include "testantrag/journal_file.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace anb::testantrag {

enum class Step {
    prepared,   ///< checked, the data encrypted; the other side knows nothing
    creating,   ///< intent: perhaps there is an empty submission without our knowing its number
    created,    ///< with the numbers of submission and case
    encrypted,  ///< one attachment is encrypted
    stored,     ///< one attachment is uploaded
    sealed,     ///< the metadata are encrypted too: the plain files are no longer needed
    submitting, ///< intent: submitted or not
    submitted,
    finished,  ///< accepted, rejected or deleted
    discarded, ///< given up by the user before it was submitted
    purged,    ///< the encrypted parts are removed
};

/// "prepared", "creating", …
std::string_view name(Step step);

/// What the entries of a journal come to.
struct Standing : StandingHead {
    Step step = Step::prepared; ///< the last durable one, `purged` left aside
    base::UtcTime submitted_at{};
    fitconnect::SubmissionId submission; ///< empty before `created`
    fitconnect::CaseId case_id;
    std::set<fitconnect::AttachmentId> stored;
    int orphans = 0; ///< creations that were begun and whose outcome stayed unknown

    /// The receiver may have it: it can no longer be discarded.
    bool maybe_submitted() const { return step >= Step::submitting && step <= Step::finished; }
};

/// A sending as its journal tells it.
struct Entry {
    base::fs::path folder;
    Plan plan;
    Standing standing;

    /// The submission's number, or the local one as long as there is none.
    const std::string& id() const;
    /// What people type to name it.
    std::string brief() const { return id().substr(0, 8); }
};

/// Reads a journal without locking it. A last line that was torn by a crash is passed over.
/// @return nothing when the sending was killed before everything was prepared
/// @throws Error{input} ANB-S304 when another line is damaged
std::optional<Entry> read_entry(const base::fs::path& folder);

/// The journal of a sending on which this process works, and no other.
class Journal {
public:
    /// Makes a new folder below `shelf` for a sending that is still to be prepared; when it is not,
    /// nothing is left behind.
    static Journal begin(const base::fs::path& shelf, Clock clock);
    /// @throws Error{try_later} ANB-S303 when another process works on it,
    ///         Error{missing} ANB-S301 when it was never prepared
    static Journal open(const base::fs::path& folder, Clock clock);

    const base::fs::path& folder() const { return m_entry.folder; }
    const Plan& plan() const { return m_entry.plan; }
    const Standing& standing() const { return m_entry.standing; }
    const Entry& entry() const { return m_entry; }
    base::UtcTime now() const { return m_file.now(); }

    /// Each appends one line and returns when it is on the disk.
    void prepared(Plan plan);
    void creating();
    /// The service refused the creation: there is certainly none.
    void refused();
    void created(const fitconnect::Created& created);
    void encrypted(const fitconnect::AttachmentId& attachment, const EncryptedPart& part);
    void stored(const fitconnect::AttachmentId& attachment);
    void sealed(const EncryptedPart& metadata);
    void submitting();
    void submitted();
    void finished(std::string_view outcome, base::UtcTime at);
    void discarded();
    /// Removes the encrypted parts and whatever else lies beside the journal, and writes down which
    /// and when.
    void purge();

private:
    Journal(JournalFile file, Entry entry);
    void append(Step step, const json::Value& members = json::Value::object());

    JournalFile m_file;
    Entry m_entry;
};

} // namespace anb::testantrag
