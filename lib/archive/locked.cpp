// SPDX-License-Identifier: EUPL-1.2

#include "archive/archive.hpp"
#include "archive/detail/functions.hpp"

namespace anb::archive {

namespace {

constexpr std::size_t k_block = 64 * 1024;

} // namespace

Lock find_lock(const std::string& path, std::size_t max_entries)
{
    const auto& lib = detail::lib();
    const detail::Reader reader(lib.read_new());
    lib.support_zip_directory(reader.get());
    lib.support_7zip(reader.get());
    if (lib.open_filename(reader.get(), path.c_str(), k_block) != ARCHIVE_OK) {
        return Lock::unknown;
    }
    for (std::size_t count = 0; count < max_entries; ++count) {
        ::archive_entry* header = nullptr;
        const auto result = lib.next_header(reader.get(), &header);
        if (lib.has_encrypted_entries(reader.get()) > 0) {
            return Lock::locked;
        }
        if (result == ARCHIVE_EOF) {
            return Lock::open;
        }
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
            return Lock::unknown;
        }
        if (lib.is_encrypted(header) != 0) {
            return Lock::locked;
        }
    }
    return Lock::unknown;
}

} // namespace anb::archive
