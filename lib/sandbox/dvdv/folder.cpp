// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/dvdv/folder.hpp"

#include "base/file.hpp"
#include "base/text.hpp"

#include <chrono>
#include <sys/stat.h>

namespace anb::sandbox {

namespace {

constexpr std::uint64_t k_largest_entry = 16 * 1024 * 1024;

bool is_entry(const std::filesystem::path& file)
{
    const auto name = file.filename().string();
    return name.ends_with(".json") && !name.starts_with('.');
}

} // namespace

DvdvFolder::Stamp DvdvFolder::stamp_of(const std::filesystem::path& file)
{
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) {
        return {};
    }
    return {status.st_ino, static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec,
            status.st_mtim.tv_nsec};
}

/// Times of files have the resolution of the system's tick: a second change within one tick would
/// not be noticed.
bool DvdvFolder::is_recent(const Stamp& stamp)
{
    constexpr std::chrono::milliseconds k_tick{50};
    const auto changed =
        std::chrono::seconds(stamp.seconds) + std::chrono::nanoseconds(stamp.nanoseconds);
    return std::chrono::system_clock::now().time_since_epoch() - changed < k_tick;
}

bool DvdvFolder::is_current(const Known& known, std::map<std::filesystem::path, Stamp>& seen) const
{
    if (!known.settled) {
        return false;
    }
    for (const auto& [file, stamp] : known.stamps) {
        const auto [place, fresh] = seen.try_emplace(file);
        if (fresh) {
            place->second = stamp_of(file);
        }
        if (place->second != stamp) {
            return false;
        }
    }
    return true;
}

void DvdvFolder::load(const std::filesystem::path& file, const DvdvComplaint& complain)
{
    const auto name = file.filename().string();
    auto& known = m_known[name];
    std::map<std::filesystem::path, Stamp> stamps{{file, stamp_of(file)}};
    const auto before = std::exchange(known.complaint, {});
    try {
        const auto text = base::to_text(base::read_file(file.string(), k_largest_entry));
        DvdvDocument document;
        if (base::trim(text).starts_with('[')) {
            document.categories =
                std::make_shared<const DvdvCategories>(parse_categories(text, file.string()));
        } else {
            document.entry = std::make_shared<const DvdvEntry>(
                parse_entry(text, file.string(), file.parent_path()));
            for (const auto& each : document.entry->files) {
                stamps.try_emplace(each, stamp_of(each));
            }
        }
        m_documents[name] = std::move(document);
        known.settled = true;
    } catch (const base::Error& error) {
        known.complaint = error.what();
        if (known.complaint != before) {
            complain(file, error);
        }
        known.settled = false;
    }
    for (const auto& [path, stamp] : stamps) {
        known.settled = known.settled && !is_recent(stamp);
    }
    known.stamps = std::move(stamps);
}

const DvdvDocuments& DvdvFolder::refresh(const DvdvComplaint& complain)
{
    std::map<std::filesystem::path, Stamp> seen;
    std::map<std::string, Known> gone;
    gone.swap(m_known);
    std::error_code ended;
    for (auto each = std::filesystem::directory_iterator(m_folder, ended);
         !ended && each != std::filesystem::directory_iterator(); each.increment(ended)) {
        const auto& file = each->path();
        if (!is_entry(file)) {
            continue;
        }
        const auto name = file.filename().string();
        if (auto known = gone.extract(name)) {
            m_known.insert(std::move(known));
        }
        if (const auto known = m_known.find(name);
            known == m_known.end() || !is_current(known->second, seen)) {
            load(file, complain);
        }
    }
    for (const auto& [name, known] : gone) {
        m_documents.erase(name);
    }
    return m_documents;
}

} // namespace anb::sandbox
