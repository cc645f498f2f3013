// SPDX-License-Identifier: EUPL-1.2

#include "base/walk.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace anb::base {

namespace {

[[noreturn]] void refuse(const fs::path& path, std::error_code error)
{
    const bool denied = error == std::errc::permission_denied;
    throw Error(denied ? ErrorKind::credentials : ErrorKind::io, denied ? "ANB-G202" : "ANB-G204",
                {{"file", path.string()}, {"reason", error.message()}});
}

bool is_hidden(const std::string& path)
{
    return path[path.rfind('/') + 1] == '.';
}

enum class Kind { file, link, other };
struct Entry {
    std::string path;
    Kind kind = Kind::file;
};

/// What lies in a folder but the folders, in the order of their bytes.
std::vector<Entry> collect(const fs::path& folder, bool recursive, bool hidden)
{
    std::vector<Entry> entries;
    std::vector<fs::path> folders{folder};
    while (!folders.empty()) {
        const auto current = std::move(folders.back());
        folders.pop_back();
        std::error_code error;
        for (fs::directory_iterator entry(current, error), end; !error && entry != end;
             entry.increment(error)) {
            if (!hidden && is_hidden(entry->path().native())) {
                continue;
            }
            if (entry->is_symlink(error)) {
                entries.push_back({entry->path().native(), Kind::link});
            } else if (!entry->is_directory(error)) {
                const bool file = entry->is_regular_file(error);
                entries.push_back({entry->path().native(), file ? Kind::file : Kind::other});
            } else if (recursive) {
                folders.push_back(entry->path());
            }
        }
        if (error) {
            refuse(current, error);
        }
    }
    std::ranges::sort(entries, {}, &Entry::path);
    return entries;
}

Everything expand(std::span<const std::string> arguments, bool recursive, bool hidden)
{
    Everything all;
    for (const auto& argument : arguments) {
        std::error_code ignored;
        if (argument == "-" || !fs::is_directory(argument, ignored)) {
            all.files.push_back({argument, false});
            continue;
        }
        for (auto& entry : collect(argument, recursive, hidden)) {
            if (entry.kind == Kind::file) {
                all.files.push_back({std::move(entry.path), true});
            } else {
                all.rest.push_back(std::move(entry.path));
            }
        }
    }
    return all;
}

} // namespace

std::vector<Place> expand(std::span<const std::string> arguments, bool recursive)
{
    return expand(arguments, recursive, false).files;
}

Everything expand_fully(std::span<const std::string> arguments)
{
    return expand(arguments, true, true);
}

std::vector<fs::path> folders_in(const fs::path& folder)
{
    std::vector<fs::path> folders;
    if (!is_there(folder)) {
        return folders;
    }
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_directory(ignored)) {
            folders.push_back(entry->path());
        }
    }
    if (error) {
        refuse(folder, error);
    }
    std::ranges::sort(folders);
    return folders;
}

bool is_there(const fs::path& path)
{
    std::error_code error;
    const auto status = fs::status(path, error);
    if (status.type() == fs::file_type::none) {
        refuse(path, error);
    }
    return status.type() != fs::file_type::not_found;
}

std::vector<Found> files_below(const std::string& folder)
{
    std::vector<Found> files;
    for (auto& entry : collect(folder, true, false)) {
        if (entry.kind != Kind::other) {
            files.push_back({std::move(entry.path), entry.kind == Kind::link});
        }
    }
    return files;
}

bool leads_to_file(const Found& found)
{
    std::error_code ignored;
    return !found.link || fs::is_regular_file(found.path, ignored);
}

} // namespace anb::base
