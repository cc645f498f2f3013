// One process at a time in a folder.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"

#include <chrono>

namespace anb::base {

/// Held until it is destroyed or its process ends, however that ends. Where the file system has no
/// locks, nobody waits.
class FolderLock {
public:
    /// Waits until nobody else holds the folder's lock.
    /// @throws Error{try_later} ANB-G208 when that lasts too long, Error{io} ANB-G206 when the
    ///         folder cannot be opened
    explicit FolderLock(const fs::path& folder,
                        std::chrono::milliseconds patience = std::chrono::minutes(1));
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock();

private:
    int m_descriptor = -1;
};

} // namespace anb::base
