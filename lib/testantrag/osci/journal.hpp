// The journal of one sending over OSCI (user-journeys §8.6): each step is written down and flushed
// before it is done and marked after it, so that a kill at any point leaves a state from which to
// go on.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "testantrag/journal_file.hpp"
#include "testantrag/osci/plan.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::testantrag {

enum class OsciStep {
    number,     ///< content and attachments are encrypted, the message id is ours
    prepared,   ///< the message is written: every repetition sends the same bytes
    delivering, ///< intent: delivered or not
    delivered,
    card,      ///< the process card names the creation
    finished,  ///< fetched
    discarded, ///< given up by the user before it was delivered
    purged,    ///< the encrypted parts are removed
};

/// "number", "prepared", …
std::string_view name(OsciStep step);

/// The message in the journal's folder.
struct OsciMessageFile {
    std::string challenge; ///< the answer must repeat it
    std::uint64_t size = 0;
    std::string sha256;
};

/// What the Intermediär said about the delivery.
struct OsciRemark {
    std::string code, text;
};

/// What the entries of a journal come to.
struct OsciStanding : StandingHead {
    OsciStep step = OsciStep::number;                 ///< the last durable one, `purged` left aside
    OsciMessageFile message;                          ///< empty before `prepared`
    base::UtcTime delivered_at{};                     ///< by our clock
    std::vector<OsciRemark> remarks;                  ///< feedback of the delivery
    bool delivered_before = false;                    ///< an earlier try had arrived: 9801
    std::optional<base::UtcTime> creation, reception; ///< by the process card

    /// The receiver may have it: it can no longer be discarded.
    bool maybe_submitted() const
    {
        return step >= OsciStep::delivering && step <= OsciStep::finished;
    }
};

/// A sending as its journal tells it.
struct OsciEntry {
    base::fs::path folder;
    OsciPlan plan;
    OsciStanding standing;

    /// The message id.
    const std::string& id() const { return plan.message_id; }
    /// What people type to name it: the whole, because the first characters are often the same.
    const std::string& brief() const { return id(); }
};

/// Reads a journal without locking it. @return nothing when the sending was killed before it had a
/// message id @throws Error{input} ANB-S304 when a line that is not the last is damaged
std::optional<OsciEntry> read_osci_entry(const base::fs::path& folder);

/// The journal of a sending on which this process works, and no other.
class OsciJournal {
public:
    /// Makes a new folder below `shelf`; without a message id nothing is left behind.
    static OsciJournal begin(const base::fs::path& shelf, Clock clock);
    /// @throws Error{try_later} ANB-S303 when another process works on it,
    ///         Error{missing} ANB-S301 when it never had a message id
    static OsciJournal open(const base::fs::path& folder, Clock clock);

    const base::fs::path& folder() const { return m_entry.folder; }
    const OsciPlan& plan() const { return m_entry.plan; }
    const OsciStanding& standing() const { return m_entry.standing; }
    const OsciEntry& entry() const { return m_entry; }
    base::UtcTime now() const { return m_file.now(); }

    /// Each appends one line and returns when it is on the disk.
    void number(OsciPlan plan);
    void prepared(const OsciMessageFile& message);
    void delivering();
    /// The Intermediär refused the delivery: there is certainly none.
    void refused(std::string_view code);
    void delivered(const std::vector<OsciRemark>& remarks, bool before);
    void card(base::UtcTime creation);
    void finished(base::UtcTime reception);
    void discarded();
    /// Removes the encrypted parts and whatever else lies beside the journal, and writes down which
    /// and when.
    void purge();

private:
    OsciJournal(JournalFile file, OsciEntry entry);
    void append(OsciStep step, const json::Value& members = json::Value::object());

    JournalFile m_file;
    OsciEntry m_entry;
};

} // namespace anb::testantrag
