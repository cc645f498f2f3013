// A folder of entries, read anew as its files change.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"
#include "sandbox/dvdv/categories.hpp"
#include "sandbox/dvdv/entry.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace anb::sandbox {

/// Told when a file cannot be used: the file, and why.
using DvdvComplaint = std::function<void(const std::filesystem::path&, const base::Error&)>;

/// What one file holds: an entry, or categories when its document is an array.
struct DvdvDocument {
    std::shared_ptr<const DvdvEntry> entry;
    std::shared_ptr<const DvdvCategories> categories;
};

using DvdvDocuments = std::map<std::string, DvdvDocument>; ///< by name of the file

class DvdvFolder {
public:
    /// @param folder  need not exist: then it holds nothing
    explicit DvdvFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// Reads every file *.json that is new or has changed, or that names a file that has. A file
    /// that cannot be used keeps its last good state and is told to `complain`, once per change;
    /// one that is gone takes its entry with it. For one thread at a time.
    const DvdvDocuments& refresh(const DvdvComplaint& complain);

private:
    /// What tells one state of a file from another; all zero when it does not exist.
    struct Stamp {
        std::uint64_t inode = 0, size = 0;
        std::int64_t seconds = 0, nanoseconds = 0;
        friend bool operator==(const Stamp&, const Stamp&) = default;
    };
    struct Known {
        std::map<std::filesystem::path, Stamp> stamps; ///< of the file and those it names
        bool settled = false; ///< the newest of them is older than the clock can be wrong
        std::string complaint;
    };

    static Stamp stamp_of(const std::filesystem::path& file);
    static bool is_recent(const Stamp& stamp);
    bool is_current(const Known& known, std::map<std::filesystem::path, Stamp>& seen) const;
    void load(const std::filesystem::path& file, const DvdvComplaint& complain);

    std::filesystem::path m_folder;
    std::map<std::string, Known> m_known;
    DvdvDocuments m_documents;
};

} // namespace anb::sandbox
