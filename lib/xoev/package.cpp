// SPDX-License-Identifier: EUPL-1.2

#include "xoev/package.hpp"

#include "archive/archive.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "base/walk.hpp"
#include "xoev/code_list.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace anb::xoev {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t k_most_entries = 2000;
constexpr std::uint64_t k_most_bytes = std::uint64_t{64} * 1024 * 1024;
constexpr std::size_t k_longest_name = 200; ///< leaves room for a temporary name in 255 bytes
constexpr std::size_t k_longest_path = 1000;
constexpr std::size_t k_longest_shown = 120;

[[noreturn]] void refuse(const std::string& code, const std::string& source,
                         const std::string& entry = {}, const std::string& reason = {})
{
    throw base::Error(
        base::ErrorKind::input, code,
        {{"file", source}, {"entry", base::printable(entry, k_longest_shown)}, {"reason", reason}});
}

std::string ending(const std::string& path)
{
    return base::to_lower_ascii(fs::path(path).extension().string());
}

bool is_kept(const std::string& path, base::ByteView bytes)
{
    const auto kind = ending(path);
    return kind == ".xsd" || kind == ".sch" || (kind == ".xml" && is_code_list(bytes));
}

/// "./a//b" as "a//b".
std::string without_dots(std::string_view name)
{
    std::vector<std::string> parts;
    for (const auto part : base::split(name, '/')) {
        if (part != ".") {
            parts.emplace_back(part);
        }
    }
    return base::join(parts, "/");
}

bool is_safe(const std::string& name)
{
    const bool plain = std::ranges::none_of(name, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == '\\' || c == 0x7F;
    });
    const bool inside = std::ranges::none_of(
        base::split(name, '/'), [](std::string_view part) { return part == ".." || part.empty(); });
    const bool drive = name.size() > 1 && name[1] == ':';
    return plain && inside && !drive;
}

/// What an operating system puts beside the files.
bool is_hidden(const std::string& name)
{
    return std::ranges::any_of(base::split(name, '/'), [](std::string_view part) {
        return part.starts_with('.') || part == "__MACOSX";
    });
}

/// What is wrong with the name of a file that is to be kept, as a word of the tables.
std::string fault_of(const std::string& path)
{
    if (!base::is_utf8(path)) {
        return "not_utf8";
    }
    const bool long_part = std::ranges::any_of(
        base::split(path, '/'), [](std::string_view part) { return part.size() > k_longest_name; });
    return long_part || path.size() > k_longest_path ? "too_long" : "";
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

    bool is_full() const { return m_entries >= k_most_entries || m_bytes >= k_most_bytes; }

    void take(std::string path, base::Bytes bytes)
    {
        if (archive::is_archive(bytes)) {
            refuse("ANB-V312", m_package.source, path);
        }
        if (!m_paths.insert(path).second) {
            refuse("ANB-V316", m_package.source, path);
        }
        if (!is_kept(path, bytes)) {
            m_package.ignored.push_back(base::printable(path));
            return;
        }
        if (const auto fault = fault_of(path); !fault.empty()) {
            refuse("ANB-V317", m_package.source, path, fault);
        }
        m_package.files.push_back({std::move(path), std::move(bytes)});
    }

    Package finish()
    {
        if (m_package.files.empty()) {
            refuse("ANB-V314", m_package.source);
        }
        for (const auto& path : m_paths) {
            for (auto at = path.rfind('/'); at != std::string::npos && at > 0;
                 at = path.rfind('/', at - 1)) {
                if (m_paths.contains(path.substr(0, at))) {
                    refuse("ANB-V316", m_package.source, path.substr(0, at));
                }
            }
        }
        std::ranges::sort(m_package.files, {}, &PackageFile::path);
        return std::move(m_package);
    }

private:
    Package m_package;
    std::set<std::string> m_paths;
    std::size_t m_entries = 0;
    std::uint64_t m_bytes = 0;
};

Package read_folder(const std::string& folder)
{
    Collector collector(folder);
    for (const auto& [path, link] : base::files_below(folder)) {
        const auto relative = fs::path(path).lexically_relative(folder).generic_string();
        if (is_hidden(relative)) {
            continue;
        }
        if (link) {
            refuse("ANB-V310", folder, path);
        }
        const auto kind = ending(relative);
        const bool look = kind == ".xsd" || kind == ".sch" || kind == ".xml";
        auto bytes = look ? base::read_file(path, k_most_bytes) : base::Bytes();
        collector.count(bytes.size());
        collector.take(relative, std::move(bytes));
    }
    return collector.finish();
}

void take_entry(archive::Entry& entry, Collector& collector, const std::string& source)
{
    using archive::State;
    collector.count(entry.content.size());
    if (entry.name.empty()) {
        refuse("ANB-V317", source, "?", "not_utf8");
    }
    const bool folder = entry.state == State::not_regular && entry.name.ends_with('/');
    if (folder) {
        entry.name.pop_back();
    }
    const auto name = without_dots(entry.name);
    if (folder && name.empty()) {
        return;
    }
    if (!is_safe(name)) {
        refuse("ANB-V310", source, entry.name);
    }
    if (folder || is_hidden(name)) {
        return;
    }
    switch (entry.state) {
    case State::not_regular:
        refuse("ANB-V310", source, name);
    case State::too_large:
        refuse("ANB-V311", source, name);
    case State::encrypted:
        refuse("ANB-V315", source, name);
    case State::damaged:
        refuse("ANB-V313", source, name);
    case State::read:
        break;
    }
    const auto content = entry.content.reveal();
    collector.take(name, base::Bytes(content.begin(), content.end()));
}

} // namespace

Package read_package(base::ByteView zip, const std::string& source)
{
    Collector collector(source);
    const archive::Limits limits{k_most_bytes, k_most_bytes, k_most_entries};
    const bool whole = archive::walk_plain_zip(
        zip, limits, [&](archive::Entry&& entry) { take_entry(entry, collector, source); });
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
