// A folder that is complete or absent.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"

namespace anb::base {

/// A folder that appears under its name only by commit(): it is filled under a temporary name
/// beside it, renamed, and the parent flushed. Only the owner may enter it. Destruction without
/// commit() leaves nothing behind; making one sweeps what a killed process left for the same name.
class AtomicFolder {
public:
    /// The parent folder is made when it is not there. @throws Error{io} ANB-G206
    explicit AtomicFolder(const fs::path& target);
    AtomicFolder(AtomicFolder&& other) noexcept;
    AtomicFolder& operator=(AtomicFolder&&) = delete;
    AtomicFolder(const AtomicFolder&) = delete;
    AtomicFolder& operator=(const AtomicFolder&) = delete;
    ~AtomicFolder();

    /// Where the files are put until commit(). They are flushed by whoever writes them.
    const fs::path& path() const { return m_temporary; }

    /// Publishes the folder. @throws Error{exists} ANB-G205 when the name is taken meanwhile
    void commit();

    /// Publishes the folder in place of the one that has its name, if any, which is removed. A
    /// process that is killed leaves one of them, whole, under the name; where the file system
    /// cannot exchange two folders, sweep_folder() puts back the one that had to make way.
    /// @throws Error{io} ANB-G206
    void replace();

private:
    fs::path m_target;
    fs::path m_temporary;
};

/// Removes a folder; one that cannot be removed as a whole is not there under its name, either.
/// @throws Error{io} ANB-G206
void remove_folder(const fs::path& folder);

/// Removes temporary files and folders, of whatever name, that killed processes left in a folder,
/// and puts back what AtomicFolder::replace() took away. A folder that does not exist is passed
/// over.
void sweep_folder(const fs::path& folder);

} // namespace anb::base
