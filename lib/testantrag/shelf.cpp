// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/shelf.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <chrono>

namespace anb::testantrag {

namespace {

constexpr std::size_t k_min_id = 8;
constexpr base::Seconds k_keep_parts{30 * 24 * 3600};
constexpr auto k_left_over_after = std::chrono::minutes(5);

std::vector<base::fs::path> folders_in(const base::fs::path& path)
{
    std::vector<base::fs::path> found;
    std::error_code failed;
    base::fs::directory_iterator entry(path, failed);
    for (; !failed && entry != base::fs::directory_iterator(); entry.increment(failed)) {
        if (entry->is_directory(failed)) {
            found.push_back(entry->path());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// Removes a folder that a killed process left before everything was prepared.
void sweep(const base::fs::path& folder, const Clock& clock)
{
    std::error_code failed;
    const auto changed = base::fs::last_write_time(folder, failed);
    if (failed || base::fs::file_time_type::clock::now() - changed < k_left_over_after) {
        return;
    }
    try {
        if (!read_entry(folder)) {
            Journal::open(folder, clock);
        }
    } catch (const base::Error& error) {
        if (error.code() == "ANB-S301") {
            base::fs::remove_all(folder, failed);
        }
    }
}

bool is_named(const Entry& entry, std::string_view id)
{
    return entry.standing.submission.str().starts_with(id) ||
           entry.standing.case_id.str().starts_with(id) || entry.plan.local_id.starts_with(id);
}

} // namespace

std::vector<base::fs::path> Shelf::folders(std::string_view environment) const
{
    if (!environment.empty()) {
        return folders_in(m_root / environment);
    }
    std::vector<base::fs::path> all;
    for (const auto& folder : folders_in(m_root)) {
        for (auto& inner : folders_in(folder)) {
            all.push_back(std::move(inner));
        }
    }
    return all;
}

Journal Shelf::begin(std::string_view environment) const
{
    for (const auto& folder : folders(environment)) {
        sweep(folder, m_clock);
    }
    return Journal::begin(m_root / environment, m_clock);
}

std::vector<Entry> Shelf::list(std::string_view environment) const
{
    std::vector<Entry> entries;
    for (const auto& folder : folders(environment)) {
        if (auto entry = read_entry(folder)) {
            entries.push_back(std::move(*entry));
        }
    }
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& left, const Entry& right) {
        return left.standing.since > right.standing.since;
    });
    return entries;
}

Entry Shelf::find(std::string_view environment, std::string_view id) const
{
    const auto wanted = base::to_lower_ascii(base::trim(id));
    if (wanted.size() < k_min_id) {
        throw base::Error(base::ErrorKind::usage, "ANB-S302", {{"id", wanted}, {"count", "-"}});
    }
    auto entries = list(environment);
    std::erase_if(entries, [&](const Entry& entry) { return !is_named(entry, wanted); });
    if (entries.empty()) {
        throw base::Error(base::ErrorKind::missing, "ANB-S301", {{"id", wanted}});
    }
    if (entries.size() > 1) {
        throw base::Error(base::ErrorKind::usage, "ANB-S302",
                          {{"id", wanted}, {"count", std::to_string(entries.size())}});
    }
    return std::move(entries.front());
}

std::optional<Entry> Shelf::final_test(std::string_view environment,
                                       const fitconnect::DestinationId& destination,
                                       std::string_view service) const
{
    auto entries = list(environment);
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
        return entry.plan.final_test && entry.plan.destination == destination &&
               entry.plan.service.identifier == service && entry.standing.maybe_submitted();
    });
    return found == entries.end() ? std::nullopt : std::optional(std::move(*found));
}

int Shelf::purge_old() const
{
    int purged = 0;
    for (const auto& entry : list({})) {
        if (entry.standing.purged_at || m_clock() - entry.standing.since < k_keep_parts) {
            continue;
        }
        try {
            open(entry).purge();
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
