// Where the journals stand: one folder per environment, one below it per sending.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"
#include "testantrag/sending.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace anb::testantrag {

/// A sending whose journal cannot be read. The others go on without it.
struct Damaged {
    base::fs::path folder; ///< "<environment>/<local number>" at its end
    base::Error error;     ///< ANB-S304, or why the file cannot be read
};

struct Listing {
    std::vector<Sending> sendings; ///< the newest first
    std::vector<Damaged> damaged;  ///< in the order of their folders
};

class Shelf {
public:
    /// @param root  "<state folder>/testantrag"; need not exist
    Shelf(base::fs::path root, Clock clock) : m_root(std::move(root)), m_clock(std::move(clock)) {}

    /// Begins a sending in an environment; sweeps what killed processes left there unprepared.
    Journal begin(std::string_view environment) const;
    OsciJournal begin_osci(std::string_view environment) const;

    /// All sendings; `environment` empty: of every environment.
    /// @throws as base::folders_in()
    Listing list(std::string_view environment) const;

    /// The one sending whose number of submission or case, message id or local number is `id` or
    /// begins with it.
    ///
    /// @param id  at least 8 characters
    /// @throws Error{missing} ANB-S301 for none, Error{usage} ANB-S302 for several or too few
    ///         characters; the error of a damaged journal when its local number or anything that it
    ///         still says begins so and no other sending is meant; as list()
    Sending find(std::string_view environment, std::string_view id) const;

    Journal open(const Entry& entry) const { return Journal::open(entry.folder, m_clock); }
    OsciJournal open(const OsciEntry& entry) const
    {
        return OsciJournal::open(entry.folder, m_clock);
    }
    /// Gives a sending up. @throws Error{usage} ANB-S305 when the receiver may have it; as open()
    Sending discard(const Sending& sending) const;
    /// Removes the encrypted parts of one that is over.
    /// @throws Error{usage} ANB-S306 when they are still needed; as open()
    Sending purge(const Sending& sending) const;

    /// An earlier final test of the same service at the same target (Sending::is_for()), if there
    /// is one that the receiver may have got. Damaged journals are passed over.
    std::optional<Sending> final_test(std::string_view environment, std::string_view target,
                                      std::string_view service) const;

    /// Removes the encrypted parts of sendings whose last step is 30 days old (user-journeys
    /// §7.13); damaged journals and what lies beside them stay. @return how many were purged
    int purge_old() const;

private:
    void sweep(std::string_view environment) const;
    std::vector<base::fs::path> folders(std::string_view environment) const;

    base::fs::path m_root;
    Clock m_clock;
};

} // namespace anb::testantrag
