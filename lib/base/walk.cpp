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
                {{"file", folder.string()}, {"reason", error.message()}});
}

bool is_hidden(const std::string& path)
{
    return path[path.rfind('/') + 1] == '.';
}

std::vector<Found> collect(const std::string& folder, bool recursive)
{
    std::vector<Found> files;
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
                files.push_back({entry->path().native(), true});
            } else if (entry->is_regular_file(error)) {
                files.push_back({entry->path().native()});
            } else if (recursive && entry->is_directory(error)) {
                folders.push_back(entry->path());
            }
        }
        if (error) {
            refuse(current, error);
        }
    }
    std::ranges::sort(files, {}, &Found::path);
    return files;
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
        for (auto& file : collect(argument, recursive)) {
            if (!file.link) {
                places.push_back({std::move(file.path), true});
            }
        }
    }
    return places;
}

std::vector<Found> files_below(const std::string& folder)
{
    return collect(folder, true);
}

bool leads_to_file(const Found& found)
{
    std::error_code ignored;
    return !found.link || fs::is_regular_file(found.path, ignored);
}

} // namespace anb::base
