// What a publisher hands out – the ZIP of a release or a folder with its files – read into memory
// with distrust (xsozial.md §8).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

#include <string>
#include <vector>

namespace anb::xoev {

struct PackageFile {
    std::string path; ///< relative, with '/', inside the package
    base::Bytes bytes;
};

struct Package {
    std::string source; ///< as the user named it
    std::vector<PackageFile> files;
    std::vector<std::string> ignored; ///< names of what is neither schema, code list nor rules
};

/// Keeps schemas (.xsd), code lists (Genericode) and rules (.sch); a list that the publisher could
/// not give is kept too and said later. Hidden files and __MACOSX are passed over.
///
/// @param path  ZIP file or folder
/// @throws Error{input} ANB-V310 for an entry that is a link or leaves the folder, ANB-V311 for
///         more than 2,000 entries or 64 MiB unpacked, ANB-V312 for an archive inside, ANB-V313
///         when it is no ZIP of stored or deflated files, or damaged, ANB-V314 when nothing is in
///         it, ANB-V315 when it has a password, ANB-V316 when a name occurs twice or is a folder,
///         too, ANB-V317 when the name of a file to keep is not UTF-8 or too long; otherwise as
///         base::files_below() and base::read_file()
Package read_package(const std::string& path);

/// The same for a ZIP in memory.
Package read_package(base::ByteView zip, const std::string& source);

} // namespace anb::xoev
