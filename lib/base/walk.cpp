// SPDX-License-Identifier: EUPL-1.2

#include "base/walk.hpp"

#include "base/error.hpp"
#include "base/file.hpp"

#include <algorithm>
#include <filesystem>

namespace anb::base {

namespace {

[[noreturn]] void refuse(const fs::path& folder, std::error_code error)
{
    const bool denied = error == std::errc::permission_denied;
    throw Error(denied ? ErrorKind::credentials : ErrorKind::io, denied ? "ANB-G202" : "ANB-G204",
                {{"file", folder.string()}}, error.message());
}

bool is_hidden(const std::string& path)
{
    return path[path.rfind('/') + 1] == '.';
}

void collect(const fs::path& folder, bool recursive, std::vector<std::string>& files)
{
    std::vector<fs::path> folders{folder};
    while (!folders.empty()) {
        const auto current = std::move(folders.back());
        folders.pop_back();
        std::error_code error;
        for (fs::directory_iterator entry(current, error), end; !error && entry != end;
             entry.increment(error)) {
            if (is_hidden(entry->path().native())) {
                continue;
            }
            if (entry->is_symlink(error)) {
                continue;
            }
            if (entry->is_regular_file(error)) {
                files.push_back(entry->path().native());
            } else if (recursive && entry->is_directory(error)) {
                folders.push_back(entry->path());
            }
        }
        if (error) {
            refuse(current, error);
        }
    }
}

} // namespace

std::vector<Place> expand(std::span<const std::string> arguments, bool recursive)
{
    std::vector<Place> places;
    for (const auto& argument : arguments) {
        std::error_code ignored;
        if (argument == "-" || !fs::is_directory(argument, ignored)) {
            places.push_back({argument, false});
            continue;
        }
        std::vector<std::string> files;
        collect(argument, recursive, files);
        std::ranges::sort(files);
        for (auto& file : files) {
            places.push_back({std::move(file), true});
        }
    }
    return places;
}

} // namespace anb::base
