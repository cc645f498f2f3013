// Finds the files that arguments mean: files, standard input, and what lies in folders; and never
// takes what may not be read for what is not there.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"

#include <span>
#include <string>
#include <vector>

namespace anb::base {

struct Place {
    std::string path;         ///< "-" for standard input
    bool from_folder = false; ///< found in a folder, not named by the caller
};

/// Arguments in their order; a folder is replaced by its regular files in the order of their
/// bytes, with its folders' files when `recursive`. Links in folders are not followed, hidden
/// files are passed over. What does not exist is kept: whoever opens it says so.
/// @throws Error{credentials} ANB-G202 when a folder may not be read, Error{io} ANB-G204
std::vector<Place> expand(std::span<const std::string> arguments, bool recursive);

/// A file in a folder, or a link to anything.
struct Found {
    std::string path;
    bool link = false;
};

/// What lies in a folder and its folders, in the order of their bytes. Links are named and not
/// followed, hidden files and folders are passed over. @throws as expand()
std::vector<Found> files_below(const std::string& folder);

/// False for a link to anything but a file.
bool leads_to_file(const Found& found);

/// What lies in folders, all of it.
struct Everything {
    std::vector<Place> files;      ///< as expand() gives them, hidden ones and those below included
    std::vector<std::string> rest; ///< links, pipes and whatever else has no content of its own
};

/// Arguments as expand() takes them. @throws as expand()
Everything expand_fully(std::span<const std::string> arguments);

/// The folders in a folder, and links to folders, in the order of their bytes; none where there is
/// no such folder.
/// @throws Error{credentials} ANB-G202 when it may not be read, Error{io} ANB-G204
std::vector<fs::path> folders_in(const fs::path& folder);

/// True when something has this name; a link counts as what it leads to.
/// @throws Error{credentials} ANB-G202 when nobody may tell, Error{io} ANB-G204
bool is_there(const fs::path& path);

} // namespace anb::base
