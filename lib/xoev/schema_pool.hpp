// Every schema file at hand, and the rules by which one of them is found for a link
// (xsozial.md §6.2).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/schema_set.hpp"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace anb::xoev {

/// A source, to notice that it changed.
struct SourceFile {
    std::string path;
    std::uint64_t size = 0;
    std::int64_t modified = 0; ///< nanoseconds since 1970; -1: it is not there
    bool operator==(const SourceFile&) const = default;
};

/// A file as it is now.
SourceFile stamp(const std::string& path);

/// Files that belong together: one folder of one package. Packages may hold the same schemas twice,
/// for instance in xsd/ and xsd_dev/.
struct SchemaFolder {
    std::size_t package = 0;    ///< its number in the pool
    std::filesystem::path path; ///< absolute
    std::deque<xml::SchemaFile> files;

    std::vector<const xml::SchemaFile*> of_namespace(std::string_view uri) const;
};

class SchemaPool {
public:
    /// Reads all schemas in a package's folder and below; hidden folders are passed over.
    /// @param known_as  where they will lie when they are used; empty: where they lie
    /// @return number of the package
    /// @throws as base::files_below(), base::read_file() and xml::read_schema_file()
    std::size_t add_package(const std::filesystem::path& root,
                            const std::filesystem::path& known_as = {});

    const std::deque<SchemaFolder>& folders() const { return m_folders; }

    /// As it was before it was read, under the path it is known as.
    const SourceFile& source_of(const xml::SchemaFile& file) const { return m_sources.at(&file); }

    /// First the very file that the link names, if it lies beside; then one of the right namespace
    /// and file name; then the only one of that namespace – each first in the same folder, then in
    /// the same package, then elsewhere. Hosts and schemes of addresses do not matter.
    const xml::SchemaFile* find(const xml::WantedSchema& wanted) const;

private:
    const SchemaFolder* folder_of(const xml::SchemaFile& file) const;

    std::deque<SchemaFolder> m_folders;
    std::map<const xml::SchemaFile*, SourceFile> m_sources;
    std::size_t m_packages = 0;
};

/// Path of a file as SchemaFile::url, and back.
std::string to_url(const std::filesystem::path& path);
std::string to_path(std::string_view url);

} // namespace anb::xoev
