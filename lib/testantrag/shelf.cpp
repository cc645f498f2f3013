// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/shelf.hpp"

#include "base/text.hpp"
#include "base/walk.hpp"

#include <algorithm>
#include <chrono>
#include <tuple>

namespace anb::testantrag {

namespace {

constexpr std::size_t k_min_id = 8;
constexpr base::Seconds k_keep_parts{30 * 24 * 3600};
constexpr auto k_left_over_after = std::chrono::minutes(5);

/// `written` decides between sendings of the same second.
struct Dated {
    base::UtcTime since;
    base::fs::file_time_type written;
    Sending sending;
};

/// Removes a folder that a killed process left before everything was prepared.
void sweep_folder(const base::fs::path& folder, const Clock& clock)
{
    std::error_code failed;
    const auto changed = base::fs::last_write_time(folder, failed);
    if (failed || base::fs::file_time_type::clock::now() - changed < k_left_over_after) {
        return;
    }
    try {
        if (!read_sending(folder)) {
            JournalFile::open(folder, clock, [](const json::Reader&) {});
        }
    } catch (const base::Error& error) {
        if (error.code() == "ANB-S301") {
            base::fs::remove_all(folder, failed);
        }
    }
}

bool may_mean(const Damaged& damaged, const std::string& wanted)
{
    return damaged.folder.filename().string().starts_with(wanted) ||
           base::to_lower_ascii(journal_text(damaged.folder)).find('"' + wanted) !=
               std::string::npos;
}

/// What a command needs that names the sending.
base::Values names_of(const Sending& sending)
{
    return {{"id", sending.id().substr(0, k_min_id)}, {"env", sending.plan().environment}};
}

/// Opens the journal of either way and hands it over.
template <typename Use>
Sending use(const Sending& sending, const Clock& clock, const Use& work)
{
    if (const auto* entry = sending.fitconnect()) {
        auto journal = Journal::open(entry->folder, clock);
        work(journal);
        return journal.entry();
    }
    auto journal = OsciJournal::open(sending.folder(), clock);
    work(journal);
    return journal.entry();
}

} // namespace

std::vector<base::fs::path> Shelf::folders(std::string_view environment) const
{
    if (!environment.empty()) {
        return base::folders_in(m_root / environment);
    }
    std::vector<base::fs::path> all;
    for (const auto& folder : base::folders_in(m_root)) {
        for (auto& inner : base::folders_in(folder)) {
            all.push_back(std::move(inner));
        }
    }
    return all;
}

void Shelf::sweep(std::string_view environment) const
{
    for (const auto& folder : folders(environment)) {
        sweep_folder(folder, m_clock);
    }
}

Journal Shelf::begin(std::string_view environment) const
{
    sweep(environment);
    return Journal::begin(m_root / environment, m_clock);
}

OsciJournal Shelf::begin_osci(std::string_view environment) const
{
    sweep(environment);
    return OsciJournal::begin(m_root / environment, m_clock);
}

Listing Shelf::list(std::string_view environment) const
{
    Listing listing;
    std::vector<Dated> dated;
    for (const auto& folder : folders(environment)) {
        try {
            if (auto entry = read_sending(folder)) {
                const auto since = entry->standing().since;
                dated.push_back({since, last_written(folder), std::move(*entry)});
            }
        } catch (const base::Error& error) {
            listing.damaged.push_back({folder, error});
        }
    }
    std::stable_sort(dated.begin(), dated.end(), [](const Dated& left, const Dated& right) {
        return std::tie(left.since, left.written) > std::tie(right.since, right.written);
    });
    listing.sendings.reserve(dated.size());
    for (auto& each : dated) {
        listing.sendings.push_back(std::move(each.sending));
    }
    return listing;
}

Sending Shelf::find(std::string_view environment, std::string_view id) const
{
    const auto wanted = base::to_lower_ascii(base::trim(id));
    if (wanted.size() < k_min_id) {
        throw base::Error(base::ErrorKind::usage, "ANB-S302", {{"id", wanted}, {"count", "-"}});
    }
    auto [entries, damaged] = list(environment);
    std::erase_if(entries, [&](const Sending& entry) { return !entry.is_named(wanted); });
    if (entries.empty()) {
        for (const auto& each : damaged) {
            if (may_mean(each, wanted)) {
                throw base::Error(each.error);
            }
        }
        throw base::Error(base::ErrorKind::missing, "ANB-S301", {{"id", wanted}});
    }
    if (entries.size() > 1) {
        throw base::Error(base::ErrorKind::usage, "ANB-S302",
                          {{"id", wanted}, {"count", std::to_string(entries.size())}});
    }
    return std::move(entries.front());
}

Sending Shelf::discard(const Sending& sending) const
{
    return use(sending, m_clock, [](auto& journal) {
        if (journal.standing().maybe_submitted()) {
            throw base::Error(base::ErrorKind::usage, "ANB-S305", names_of(journal.entry()));
        }
        journal.discarded();
        journal.purge();
    });
}

Sending Shelf::purge(const Sending& sending) const
{
    return use(sending, m_clock, [](auto& journal) {
        if (!Sending(journal.entry()).is_over()) {
            throw base::Error(base::ErrorKind::usage, "ANB-S306", names_of(journal.entry()));
        }
        journal.purge();
    });
}

std::optional<Sending> Shelf::final_test(std::string_view environment, std::string_view target,
                                         std::string_view service) const
{
    auto entries = list(environment).sendings;
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Sending& entry) {
        return entry.plan().final_test && entry.is_for(target, service) && entry.maybe_submitted();
    });
    return found == entries.end() ? std::nullopt : std::optional(std::move(*found));
}

int Shelf::purge_old() const
{
    int purged = 0;
    for (const auto& entry : list({}).sendings) {
        const auto& standing = entry.standing();
        if (standing.purged_at || m_clock() - standing.since < k_keep_parts) {
            continue;
        }
        try {
            use(entry, m_clock, [](auto& journal) { journal.purge(); });
            ++purged;
        } catch (const base::Error& error) {
            if (error.code() != "ANB-S303") {
                throw;
            }
        }
    }
    return purged;
}

} // namespace anb::testantrag
