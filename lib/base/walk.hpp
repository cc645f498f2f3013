// Finds the files that arguments mean: files, standard input, and what lies in folders.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

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

} // namespace anb::base
