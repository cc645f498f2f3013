// SPDX-License-Identifier: EUPL-1.2

#include "archive/archive.hpp"

#include <doctest/doctest.h>

#include <archive.h>
#include <archive_entry.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

using anb::archive::find_lock;
using anb::archive::Lock;

namespace {

/// An archive of `count` entries as libarchive writes it, the last one with a password if it is
/// given; removed at the end.
class Written {
public:
    Written(const char* format, const char* encryption, int count = 3)
        : m_path((std::filesystem::temp_directory_path() /
                  ("anb-lock-" + std::to_string(::getpid()) + "." + format))
                     .string())
    {
        auto* writer = ::archive_write_new();
        REQUIRE(::archive_write_set_format_by_name(writer, format) == ARCHIVE_OK);
        if (encryption != nullptr) {
            REQUIRE(::archive_write_set_options(writer, encryption) == ARCHIVE_OK);
            REQUIRE(::archive_write_set_passphrase(writer, "insecure-demo") == ARCHIVE_OK);
        }
        REQUIRE(::archive_write_open_filename(writer, m_path.c_str()) == ARCHIVE_OK);
        auto* entry = ::archive_entry_new();
        for (int i = 0; i < count; ++i) {
            const auto name = "anlage" + std::to_string(i) + ".txt";
            ::archive_entry_clear(entry);
            ::archive_entry_set_pathname(entry, name.c_str());
            ::archive_entry_set_filetype(entry, AE_IFREG);
            ::archive_entry_set_perm(entry, 0644);
            ::archive_entry_set_size(entry, static_cast<la_int64_t>(name.size()));
            REQUIRE(::archive_write_header(writer, entry) == ARCHIVE_OK);
            ::archive_write_data(writer, name.data(), name.size());
        }
        ::archive_entry_free(entry);
        ::archive_write_free(writer);
    }
    ~Written() { std::filesystem::remove(m_path); }

    const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

} // namespace

TEST_CASE("archive::find_lock: archives that are open")
{
    CHECK(find_lock(Written("zip", nullptr).path()) == Lock::open);
    CHECK(find_lock(Written("7zip", nullptr).path()) == Lock::open);
}

TEST_CASE("archive::find_lock: archives that need a password")
{
    CHECK(find_lock(Written("zip", "zip:encryption=zipcrypt").path()) == Lock::locked);
    CHECK(find_lock(Written("zip", "zip:encryption=aes256").path()) == Lock::locked);
}

TEST_CASE("archive::find_lock: what cannot be told")
{
    CHECK(find_lock(Written("zip", nullptr, 0).path()) == Lock::unknown);
    CHECK(find_lock(Written("zip", nullptr, 5).path(), 4) == Lock::unknown);
    CHECK(find_lock("/nonexistent") == Lock::unknown);
    const Written whole("zip", nullptr);
    std::filesystem::resize_file(whole.path(), std::filesystem::file_size(whole.path()) - 5);
    CHECK(find_lock(whole.path()) == Lock::unknown);
    std::ofstream(whole.path()) << "kein Archiv";
    CHECK(find_lock(whole.path()) == Lock::unknown);
}
