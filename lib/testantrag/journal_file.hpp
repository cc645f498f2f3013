// What the journals of every way share: a folder of one sending, a lock, and lines that are on the
// disk before anything goes on.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"
#include "base/time.hpp"
#include "json/json.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anb::testantrag {

using Clock = std::function<base::UtcTime()>;

/// Gets the lines of a journal in their order; throws for one that it cannot take.
using TakeLine = std::function<void(const json::Reader& line)>;

/// Reads a journal without locking it. A last line that was torn by a crash is passed over.
/// @return how many bytes of the file are good; 0 when the sending was killed before everything was
///         prepared
/// @throws Error{input} ANB-S304 when another line is damaged; as base::is_there()
std::size_t read_journal(const base::fs::path& folder, const TakeLine& take);

/// What a journal says, damaged or not; empty when it cannot be read.
std::string journal_text(const base::fs::path& folder);

/// When the journal's last line came to the disk, finer than the seconds that the line names.
base::fs::file_time_type last_written(const base::fs::path& folder);

/// What journals of every way come to.
struct StandingHead {
    base::UtcTime since{}; ///< of the last durable step
    std::string outcome;   ///< of `finished`: "accepted", "rejected", "deleted", "fetched"
    std::optional<base::UtcTime> purged_at;
};

/// Names of a way's steps as the lines have them.
template <typename Step, std::size_t count>
using StepNames = std::array<std::pair<Step, std::string_view>, count>;

template <typename Step, std::size_t count>
Step parse_step(const json::Reader& line, const StepNames<Step, count>& names)
{
    const auto text = line.string("step");
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const auto& step) { return step.second == text; });
    if (found == names.end()) {
        line.at("step").fail("step");
    }
    return found->first;
}

template <typename Step, std::size_t count>
std::string_view name_of(Step step, const StepNames<Step, count>& names)
{
    return std::find_if(names.begin(), names.end(),
                        [&](const auto& entry) { return entry.first == step; })
        ->second;
}

/// A time that a line names. @throws Error{input} ANB-G302
base::UtcTime parse_time(const json::Reader& line, std::string_view member);

/// The journal of a sending on which this process works, and no other.
class JournalFile {
public:
    /// Makes a new folder below `shelf`. Without a line it vanishes with the object.
    static JournalFile begin(const base::fs::path& shelf, Clock clock);
    /// Cuts off what a crash left of a last line.
    /// @throws Error{try_later} ANB-S303 when another process works on it,
    ///         Error{missing} ANB-S301 when it was never prepared; as read_journal()
    static JournalFile open(const base::fs::path& folder, Clock clock, const TakeLine& take);

    JournalFile(JournalFile&& other) noexcept;
    JournalFile& operator=(JournalFile&&) = delete;
    JournalFile(const JournalFile&) = delete;
    JournalFile& operator=(const JournalFile&) = delete;
    ~JournalFile();

    const base::fs::path& folder() const { return m_folder; }
    /// Of a new sending: the name of its folder.
    std::string local_id() const { return m_folder.filename().string(); }
    base::UtcTime now() const { return m_clock(); }

    /// Appends a line with step and time in front and hands it over when it is on the disk.
    void append(std::string_view step, const json::Value& members, const TakeLine& take);
    /// Removes whatever lies beside the journal. @return the names
    std::vector<std::string> remove_parts() const;

private:
    JournalFile(base::fs::path folder, Clock clock);

    base::fs::path m_folder;
    Clock m_clock;
    int m_lock = -1;
    bool m_keep = false;
};

} // namespace anb::testantrag
