// SPDX-License-Identifier: EUPL-1.2

#include "xoev/schema_pool.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "base/walk.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <sys/stat.h>

namespace anb::xoev {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t k_most_bytes = std::uint64_t{64} * 1024 * 1024;

std::string_view last_part(std::string_view url)
{
    return url.substr(url.rfind('/') + 1);
}

bool is_schema_name(const fs::path& path)
{
    return base::to_lower_ascii(path.extension().string()) == ".xsd";
}

} // namespace

std::vector<const xml::SchemaFile*> SchemaFolder::of_namespace(std::string_view uri) const
{
    std::vector<const xml::SchemaFile*> found;
    for (const auto& file : files) {
        if (file.target_namespace == uri) {
            found.push_back(&file);
        }
    }
    return found;
}

SourceFile stamp(const std::string& path)
{
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        return {path, 0, -1};
    }
    constexpr std::int64_t k_second = 1'000'000'000;
    return {path, static_cast<std::uint64_t>(status.st_size),
            status.st_mtim.tv_sec * k_second + status.st_mtim.tv_nsec};
}

std::size_t SchemaPool::add_package(const fs::path& root, const fs::path& known_as)
{
    std::vector<fs::path> paths;
    for (const auto& found : base::files_below(root.string())) {
        if (is_schema_name(found.path) && base::leads_to_file(found)) {
            paths.emplace_back(found.path);
        }
    }
    std::ranges::sort(paths);
    const auto number = m_packages++;
    for (const auto& place : paths) {
        auto source = stamp(place.string());
        const auto bytes = base::read_file(place.string(), k_most_bytes);
        const auto path = known_as.empty() ? place : known_as / place.lexically_relative(root);
        source.path = path.string();
        const auto folder = std::ranges::find_if(m_folders, [&](const SchemaFolder& each) {
            return each.package == number && each.path == path.parent_path();
        });
        auto& into = folder == m_folders.end()
                         ? m_folders.emplace_back(SchemaFolder{number, path.parent_path(), {}})
                         : *folder;
        const auto& file = into.files.emplace_back(xml::read_schema_file(bytes, to_url(path)));
        m_sources.emplace(&file, std::move(source));
    }
    return number;
}

const SchemaFolder* SchemaPool::folder_of(const xml::SchemaFile& file) const
{
    const auto path = fs::path(to_path(file.url)).parent_path();
    const auto found = std::ranges::find(m_folders, path, &SchemaFolder::path);
    return found == m_folders.end() ? nullptr : &*found;
}

const xml::SchemaFile* SchemaPool::find(const xml::WantedSchema& wanted) const
{
    const auto* home = folder_of(wanted.by);
    std::array<std::vector<const SchemaFolder*>, 3> rings;
    for (const auto& folder : m_folders) {
        const auto ring = &folder == home                                      ? 0U
                          : home != nullptr && folder.package == home->package ? 1U
                                                                               : 2U;
        rings[ring].push_back(&folder);
        for (const auto& file : folder.files) {
            if (!wanted.url.empty() && file.url == wanted.url) {
                return &file;
            }
        }
    }
    const auto& uri = wanted.link.import ? wanted.link.namespace_uri : wanted.by.target_namespace;
    const auto name = to_path(last_part(wanted.url));
    for (const auto& ring : rings) {
        for (const auto* folder : ring) {
            for (const auto* file : folder->of_namespace(uri)) {
                if (!name.empty() && to_path(last_part(file->url)) == name) {
                    return file;
                }
            }
        }
    }
    for (const auto& ring : rings) {
        for (const auto* folder : ring) {
            if (const auto files = folder->of_namespace(uri);
                wanted.link.import && files.size() == 1) {
                return files.front();
            }
        }
    }
    return nullptr;
}

std::string to_url(const fs::path& path)
{
    std::string url;
    for (const auto part : base::split(path.native(), '/')) {
        url += (url.empty() && part.empty() ? "" : base::percent_encode(part)) + "/";
    }
    url.pop_back();
    return url;
}

std::string to_path(std::string_view url)
{
    std::string path;
    for (std::size_t i = 0; i < url.size(); ++i) {
        const auto byte = url[i] == '%' ? base::from_hex(url.substr(i + 1, 2)) : std::nullopt;
        if (byte && byte->size() == 1) {
            path += static_cast<char>(byte->front());
            i += 2;
        } else {
            path += url[i];
        }
    }
    return path;
}

} // namespace anb::xoev
