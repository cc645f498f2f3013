// SPDX-License-Identifier: EUPL-1.2

#include "archive/detail/functions.hpp"

#include "base/library.hpp"

namespace anb::archive::detail {

namespace {

Functions load()
{
    static_assert(ARCHIVE_VERSION_NUMBER / 1'000'000 == 3);
    const base::Library library("libarchive.so.13");
    Functions all{};
    library.bind(all.read_new, "archive_read_new");
    library.bind(all.read_free, "archive_read_free");
    library.bind(all.support_zip, "archive_read_support_format_zip");
    library.bind(all.support_7zip, "archive_read_support_format_7zip");
    library.bind(all.support_tar, "archive_read_support_format_tar");
    library.bind(all.support_gzip, "archive_read_support_filter_gzip");
    library.bind(all.support_bzip2, "archive_read_support_filter_bzip2");
    library.bind(all.support_xz, "archive_read_support_filter_xz");
    library.bind(all.support_zip_directory, "archive_read_support_format_zip_seekable");
    library.bind(all.has_encrypted_entries, "archive_read_has_encrypted_entries");
    library.bind(all.open_memory, "archive_read_open_memory");
    library.bind(all.open_filename, "archive_read_open_filename");
    library.bind(all.next_header, "archive_read_next_header");
    library.bind(all.read_data, "archive_read_data");
    library.bind(all.pathname, "archive_entry_pathname");
    library.bind(all.pathname_utf8, "archive_entry_pathname_utf8");
    library.bind(all.is_encrypted, "archive_entry_is_encrypted");
    library.bind(all.filetype, "archive_entry_filetype");
    library.bind(all.hardlink, "archive_entry_hardlink");
    return all;
}

} // namespace

const Functions& lib()
{
    static const Functions functions = load();
    return functions;
}

} // namespace anb::archive::detail
