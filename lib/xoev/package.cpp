// SPDX-License-Identifier: EUPL-1.2

#include "xoev/package.hpp"

#include "archive/archive.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "xoev/code_list.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

namespace anb::xoev {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t k_most_entries = 2000;
constexpr std::uint64_t k_most_bytes = std::uint64_t{64} * 1024 * 1024;

[[noreturn]] void refuse(const std::string& code, const std::string& source,
                         const std::string& entry = {})
{
    throw base::Error(base::ErrorKind::input, code, {{"file", source}, {"entry", entry}});
}

std::string ending(const std::string& path)
{
    return base::to_lower_ascii(fs::path(path).extension().string());
}

bool is_safe(const std::string& name)
{
    const bool plain = std::ranges::none_of(name, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == '\\' || c == 0x7F;
    });
    const auto parts = base::split(name, '/');
    const bool inside = std::ranges::none_of(
        parts, [](std::string_view part) { return part == ".." || part == "." || part.empty(); });
    const bool drive = name.size() > 1 && name[1] == ':';
    return plain && inside && !drive && base::is_utf8(name);
}

/// Decides what becomes of one file of the package.
class Collector {
public:
    explicit Collector(std::string source) { m_package.source = std::move(source); }

    void count(std::uint64_t size)
    {
        m_bytes += size;
        if (++m_entries > k_most_entries || m_bytes > k_most_bytes) {
            refuse("ANB-V311", m_package.source);
        }
    }

    bool is_full() const { return m_entries >= k_most_entries; }

    void take(std::string path, base::Bytes bytes)
    {
        if (archive::is_archive(bytes)) {
            refuse("ANB-V312", m_package.source, path);
        }
        const auto kind = ending(path);
        const bool wanted =
            kind == ".xsd" || kind == ".sch" || (kind == ".xml" && is_code_list(bytes));
        if (wanted) {
            m_package.files.push_back({std::move(path), std::move(bytes)});
        } else {
            m_package.ignored.push_back(std::move(path));
        }
    }

    Package finish()
    {
        if (m_package.files.empty()) {
            refuse("ANB-V314", m_package.source);
        }
        std::ranges::sort(m_package.files, {}, &PackageFile::path);
        return std::move(m_package);
    }

private:
    Package m_package;
    std::size_t m_entries = 0;
    std::uint64_t m_bytes = 0;
};

Package read_folder(const std::string& folder)
{
    Collector collector(folder);
    for (fs::recursive_directory_iterator entry(folder), end; entry != end; ++entry) {
        const auto& path = entry->path();
        if (entry->is_symlink()) {
            refuse("ANB-V310", folder, path.string());
        }
        if (path.filename().native().starts_with('.')) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file()) {
            const auto relative = path.lexically_relative(folder).generic_string();
            collector.count(entry->file_size());
            const auto kind = ending(relative);
            const bool look = kind == ".xsd" || kind == ".sch" || kind == ".xml";
            collector.take(relative,
                           look ? base::read_file(path.string(), k_most_bytes) : base::Bytes());
        }
    }
    return collector.finish();
}

} // namespace

Package read_package(base::ByteView zip, const std::string& source)
{
    Collector collector(source);
    const archive::Limits limits{k_most_bytes, k_most_bytes, k_most_entries};
    const bool whole = archive::walk_plain_zip(zip, limits, [&](archive::Entry&& entry) {
        std::string name = entry.name;
        const bool folder = entry.state == archive::State::not_regular && name.ends_with('/');
        if (folder) {
            name.pop_back();
        }
        if (!is_safe(name) || (entry.state == archive::State::not_regular && !folder)) {
            refuse("ANB-V310", source, base::printable(name));
        }
        collector.count(entry.content.size());
        if (entry.state == archive::State::too_large) {
            refuse("ANB-V311", source, name);
        }
        if (entry.state == archive::State::encrypted || entry.state == archive::State::damaged) {
            refuse("ANB-V313", source, name);
        }
        if (!folder) {
            const auto content = entry.content.reveal();
            collector.take(name, base::Bytes(content.begin(), content.end()));
        }
    });
    if (!whole) {
        refuse(collector.is_full() ? "ANB-V311" : "ANB-V313", source);
    }
    return collector.finish();
}

Package read_package(const std::string& path)
{
    std::error_code ignored;
    return fs::is_directory(path, ignored)
               ? read_folder(path)
               : read_package(base::read_file(path, k_most_bytes), path);
}

} // namespace anb::xoev
