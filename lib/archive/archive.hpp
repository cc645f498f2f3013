// Looks into archives: ZIP, 7-Zip and TAR, also compressed. Nothing is ever written to the disk,
// and names of entries are never used as paths.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/secret.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace anb::archive {

enum class State {
    read,        ///< `content` is complete
    encrypted,   ///< needs a password
    not_regular, ///< folder, link or device; never followed
    too_large,   ///< above Limits::entry
    damaged,     ///< could not be unpacked
};

struct Entry {
    /// As it stands in the archive, in UTF-8 where the archive says which characters are meant; not
    /// safe to show. Empty when the archive contradicts itself about that.
    std::string name;
    State state = State::read;
    base::SecretBytes content; ///< wiped after the visit; empty unless read
};

struct Limits {
    std::uint64_t entry = 64ULL * 1024 * 1024;  ///< bytes of one entry when unpacked
    std::uint64_t total = 256ULL * 1024 * 1024; ///< bytes of all entries when unpacked
    std::size_t entries = 10'000;
};

/// The bytes begin as one of the archives above, or as RAR, which is never opened.
bool is_archive(base::ByteView bytes);

/// Calls `visit` for every entry in order.
/// @return true when the end was reached; false when the archive is damaged, of a kind that is not
///         read, or above a limit: what was not visited is unknown
bool walk(base::ByteView bytes, const Limits& limits, const std::function<void(Entry&&)>& visit);

/// The same for a ZIP as publishers make them: read by the directory at its end, with entries that
/// are all stored or deflated. Other methods may ask for gigabytes of memory before the first byte
/// comes.
/// @return false also for another ZIP, before anything is visited
bool walk_plain_zip(base::ByteView bytes, const Limits& limits,
                    const std::function<void(Entry&&)>& visit);

/// Whether somebody without a password reads the whole of an archive.
enum class Lock {
    open,
    locked,  ///< an entry, or the directory itself, needs a password
    unknown, ///< not a ZIP or 7-Zip, damaged, without entries, or with too many
};

/// Reads the directory of a ZIP or 7-Zip that lies on the disk and unpacks none of its entries, so
/// that any size will do. Archives within archives are entries like others.
Lock find_lock(const std::string& path, std::size_t max_entries = 100'000);

} // namespace anb::archive
