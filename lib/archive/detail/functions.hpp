// The functions of libarchive, which is loaded by the first call that needs it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <memory>

namespace anb::archive::detail {

/// What is used of libarchive, which brings libxml2 and others with it.
struct Functions {
    decltype(&::archive_read_new) read_new;
    decltype(&::archive_read_free) read_free;
    decltype(&::archive_read_support_format_zip) support_zip;
    decltype(&::archive_read_support_format_7zip) support_7zip;
    decltype(&::archive_read_support_format_tar) support_tar;
    decltype(&::archive_read_support_filter_gzip) support_gzip;
    decltype(&::archive_read_support_filter_bzip2) support_bzip2;
    decltype(&::archive_read_support_filter_xz) support_xz;
    decltype(&::archive_read_support_format_zip_seekable) support_zip_directory;
    decltype(&::archive_read_has_encrypted_entries) has_encrypted_entries;
    decltype(&::archive_read_open_memory) open_memory;
    decltype(&::archive_read_open_filename) open_filename;
    decltype(&::archive_read_next_header) next_header;
    decltype(&::archive_read_data) read_data;
    decltype(&::archive_entry_pathname) pathname;
    decltype(&::archive_entry_pathname_utf8) pathname_utf8;
    decltype(&::archive_entry_is_encrypted) is_encrypted;
    decltype(&::archive_entry_filetype) filetype;
    decltype(&::archive_entry_hardlink) hardlink;
};

/// @throws Error{configuration} ANB-G902 when it is not there
const Functions& lib();

struct Free {
    void operator()(::archive* reader) const { lib().read_free(reader); }
};
using Reader = std::unique_ptr<::archive, Free>;

} // namespace anb::archive::detail
