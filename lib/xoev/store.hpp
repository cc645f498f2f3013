// The packages a user has installed: a folder with one folder for each.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "json/json.hpp"
#include "xoev/package.hpp"
#include "xoev/standard.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::xoev {

/// A namespace of a package, with the elements that it declares, if any.
struct InstalledStandard {
    std::optional<Identity> identity;
    std::string namespace_uri;
    std::string folder; ///< inside the package
    std::string file;   ///< of the prepared form, inside the package; empty for complete blocks
    bool complete = true;
    std::vector<std::string> elements;
};

struct InstalledList {
    std::string uri, version, name;
    std::string file; ///< inside the package
};

/// What is known of a package without reading its files.
struct Installed {
    std::string id; ///< name of its folder: "xsozialbasis_2.5.0"
    std::filesystem::path path;
    std::string source;
    base::UtcTime added{};
    std::vector<InstalledStandard> standards;
    std::size_t list_count = 0;
    std::vector<std::string> unavailable; ///< lists that the publisher could not give: file, reason
    std::vector<std::string> rules;       ///< Schematron files, inside the package

    /// The standard that most of its schemas belong to; nothing for building blocks and lists.
    std::optional<Identity> identity() const;
};

/// One thing that verify() found.
struct Damage {
    std::string file;
    std::string reason; ///< "missing", "changed", "unknown", "damaged"
};

/// A package of which nothing is known, since its description is damaged.
struct Unreadable {
    std::string id;
    std::filesystem::path file; ///< that is damaged
};

struct Contents {
    std::vector<Installed> packages; ///< in the order of their names, without their code lists
    std::vector<Unreadable> unreadable;
};

/// @throws Error{missing} ANB-V308 when there is no such folder, Error{credentials} ANB-G202 when
///         that may not be seen
void require_folder(const std::filesystem::path& folder);

class Store {
public:
    /// The folder need not exist.
    explicit Store(std::filesystem::path folder);

    /// True when the folder holds installed packages, and not just schemas.
    /// @throws Error{credentials} ANB-G202, Error{io} ANB-G204 when it cannot be read
    static bool is_store(const std::filesystem::path& folder);

    /// Everything there is. @throws as is_store()
    Contents contents() const;

    /// The packages, all of them in order.
    /// @throws Error{input} ANB-V309 for one that is not; otherwise as is_store()
    std::vector<Installed> list() const;

    /// The code lists of a package. @throws Error{input} ANB-G30x when their list is damaged
    static std::vector<InstalledList> lists_of(const Installed& package);

    /// @throws Error{missing} ANB-V306 with the names that exist; Error{input} ANB-V309
    Installed find(std::string_view id) const;

    /// What add() did.
    struct Added {
        Installed package;
        bool already_there = false; ///< the very same files were installed before
        bool replaced = false;
    };

    /// Installs all files or nothing, and prepares every package anew, since one may hold what
    /// another one lacked. A package of the same name is replaced. Whenever the process is killed,
    /// there is the old package or the new one, ready to be used. The folder is made for all users
    /// to read, less the umask.
    /// @throws Error{exists} ANB-V318 when the one of the same name is another package: without the
    ///         URN of a standard it has the name of its file, and lacks something of that one;
    ///         as xml::read_schema_file(), read_code_list() and base::FolderLock; Error{io}
    ///         ANB-G206
    Added add(const Package& package, base::UtcTime now);

    /// Removes a package, also one that is unreadable.
    /// @throws Error{missing} ANB-V306; otherwise as base::FolderLock; Error{io} ANB-G206
    void remove(std::string_view id);

    /// Compares the files with what was installed, and looks whether what was prepared can be used.
    /// @throws as find(); base::read_file() for a file that may not be read
    std::vector<Damage> verify(std::string_view id) const;

private:
    std::filesystem::path m_folder;
};

} // namespace anb::xoev
