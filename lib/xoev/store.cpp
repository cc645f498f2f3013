// SPDX-License-Identifier: EUPL-1.2

#include "xoev/store.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/folder.hpp"
#include "base/lock.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "xoev/detail/preparing.hpp"
#include "xoev/detail/store_files.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace anb::xoev {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t k_most_bytes = std::uint64_t{64} * 1024 * 1024;

/// Schemas are public, and a store may serve a whole machine.
constexpr auto k_readable = fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
                            fs::perms::others_read | fs::perms::others_exec;

using detail::write;

void make_store(const fs::path& folder)
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) {
        throw base::Error(base::ErrorKind::io, "ANB-G206",
                          {{"file", folder.string()}, {"reason", failed.message()}});
    }
}

[[noreturn]] void refuse_folder(const fs::path& folder, std::error_code error)
{
    const bool denied = error == std::errc::permission_denied;
    throw base::Error(denied ? base::ErrorKind::credentials : base::ErrorKind::io,
                      denied ? "ANB-G202" : "ANB-G204",
                      {{"file", folder.string()}, {"reason", error.message()}});
}

/// Folders of packages, in the order of their names.
std::vector<fs::path> packages_in(const fs::path& folder)
{
    std::vector<fs::path> packages;
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory) {
        return {};
    }
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const auto& path = entry->path();
        if (path.filename().native().starts_with('.')) {
            continue;
        }
        if (fs::exists(path / detail::k_description, error)) {
            packages.push_back(path);
        }
        if (error) {
            refuse_folder(path, error);
        }
    }
    if (error) {
        refuse_folder(folder, error);
    }
    std::ranges::sort(packages);
    return packages;
}

/// "xsozialbasis_2.5.0" from the URN, or the file's own name.
std::string id_of(const std::optional<Identity>& identity, const std::string& source)
{
    auto name = identity
                    ? identity->urn.substr(identity->urn.rfind(':') + 1) + "_" + identity->version
                    : fs::path(source).lexically_normal().stem().string();
    if (!identity && name.empty()) {
        name = fs::path(source).lexically_normal().parent_path().filename().string();
    }
    for (auto& c : name) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        c = plain ? c : '_';
    }
    return name.empty() || name.front() == '.' ? "package" + name : name;
}

std::string digest(base::ByteView bytes)
{
    return base::to_hex(crypto::digest(crypto::DigestAlgorithm::sha256, bytes));
}

std::string manifest_of(const Package& package)
{
    json::Value files = json::Value::array();
    for (const auto& [path, bytes] : package.files) {
        files.push_back({{"path", path}, {"size", bytes.size()}, {"sha256", digest(bytes)}});
    }
    return json::dump_pretty({{"files", files}});
}

bool is_list(const PackageFile& file)
{
    return file.path.ends_with(".xml");
}

/// Everything about a package but what preparing tells.
Installed write_files(const Package& package, const fs::path& folder)
{
    Installed installed;
    std::vector<InstalledList> lists;
    installed.source = fs::path(package.source).filename().string();
    for (const auto& file : package.files) {
        write(folder / detail::k_files / file.path, base::as_text(file.bytes));
        if (is_list(file)) {
            const auto list = read_code_list(file.bytes, file.path);
            if (!list) {
                const auto reason = read_unavailable(file.bytes, file.path);
                installed.unavailable.push_back(file.path + ": " +
                                                (reason ? reason->message : std::string()));
                continue;
            }
            const auto name = "lists/" + std::to_string(lists.size()) + ".json";
            write(folder / name, detail::write_list(*list));
            lists.push_back({list->uri, list->version, list->name, name});
        } else if (file.path.ends_with(".sch")) {
            installed.rules.push_back(file.path);
        }
    }
    installed.list_count = lists.size();
    write(folder / detail::k_lists, detail::describe(lists));
    write(folder / detail::k_manifest, manifest_of(package));
    return installed;
}

/// The identity of most schemas of a package.
std::optional<Identity> identity_of(const Package& package)
{
    std::map<std::string, std::pair<int, Identity>> votes;
    for (const auto& file : package.files) {
        if (!is_list(file) && !file.path.ends_with(".sch")) {
            const auto schema = xml::read_schema_file(file.bytes, file.path);
            if (const auto identity = read_identity(schema)) {
                auto& [count, kept] = votes[identity->version_urn()];
                ++count;
                kept = *identity;
            }
        }
    }
    const auto best =
        std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second.first; });
    return best == votes.end() ? std::nullopt : std::optional(best->second.second);
}

} // namespace

std::optional<Identity> Installed::identity() const
{
    std::map<std::string, std::size_t> votes;
    const InstalledStandard* best = nullptr;
    for (const auto& standard : standards) {
        if (standard.identity) {
            auto& count = votes[standard.identity->version_urn()];
            count += standard.elements.size() + 1;
            if (best == nullptr || count > votes[best->identity->version_urn()]) {
                best = &standard;
            }
        }
    }
    return best == nullptr ? std::nullopt : best->identity;
}

void require_folder(const fs::path& folder)
{
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        if (error && error != std::errc::no_such_file_or_directory &&
            error != std::errc::not_a_directory) {
            refuse_folder(folder, error);
        }
        throw base::Error(base::ErrorKind::missing, "ANB-V308", {{"folder", folder.string()}});
    }
}

Store::Store(fs::path folder) : m_folder(fs::absolute(std::move(folder)).lexically_normal()) {}

bool Store::is_store(const fs::path& folder)
{
    return !packages_in(folder).empty();
}

std::vector<Installed> Store::list() const
{
    std::vector<Installed> packages;
    for (const auto& folder : packages_in(m_folder)) {
        packages.push_back(detail::read_description(folder));
    }
    return packages;
}

std::vector<InstalledList> Store::lists_of(const Installed& package)
{
    return detail::read_lists(package.path);
}

Installed Store::find(std::string_view id) const
{
    auto packages = list();
    const auto found = std::ranges::find_if(packages, [&](const Installed& package) {
        const auto identity = package.identity();
        return package.id == id || (identity && identity->version_urn() == id);
    });
    if (found == packages.end()) {
        std::vector<std::string> names;
        for (const auto& package : packages) {
            names.push_back(package.id);
        }
        throw base::Error(base::ErrorKind::missing, "ANB-V306",
                          {{"package", std::string(id)},
                           {"folder", m_folder.string()},
                           {"installed", names.empty() ? "–" : base::join(names, ", ")}});
    }
    return *found;
}

Store::Added Store::add(const Package& package, base::UtcTime now)
{
    make_store(m_folder);
    const base::FolderLock lock(m_folder);
    base::sweep_folder(m_folder);
    Added added;
    const auto target = m_folder / id_of(identity_of(package), package.source);
    std::error_code ignored;
    added.replaced = fs::exists(target, ignored);
    if (added.replaced) {
        const auto manifest = target / detail::k_manifest;
        added.already_there = fs::exists(manifest, ignored) &&
                              base::to_text(base::read_file(manifest.string(), k_most_bytes)) ==
                                  manifest_of(package) &&
                              verify(target.filename().string()).empty();
    }
    if (added.already_there) {
        detail::prepare_all(list());
    } else {
        base::AtomicFolder folder(target);
        auto installed = write_files(package, folder.path());
        installed.id = target.filename().string();
        installed.path = target;
        installed.added = now;
        fs::permissions(folder.path(), k_readable, ignored);
        detail::prepare_all(list(), {std::move(installed), folder.path()},
                            [&] { folder.replace(); });
    }
    added.package = find(target.filename().string());
    return added;
}

void Store::remove(std::string_view id)
{
    const auto path = find(id).path;
    const base::FolderLock lock(m_folder);
    base::sweep_folder(m_folder);
    base::remove_folder(path);
    detail::prepare_all(list());
}

std::vector<Damage> Store::verify(std::string_view id) const
{
    const auto package = find(id);
    const auto file = package.path / detail::k_manifest;
    const auto text = base::read_file(file.string(), k_most_bytes);
    const auto value = json::parse(base::as_text(text), file.string());
    std::vector<Damage> damages;
    std::set<std::string> known;
    for (const auto& entry : json::Reader(value, file.string()).at("files").elements()) {
        const auto name = entry.string("path");
        const auto path = package.path / detail::k_files / name;
        known.insert(name);
        if (!fs::exists(path)) {
            damages.push_back({name, "missing"});
        } else if (digest(base::read_file(path.string(), k_most_bytes)) != entry.string("sha256")) {
            damages.push_back({name, "changed"});
        }
    }
    for (const auto& entry : fs::recursive_directory_iterator(package.path / detail::k_files)) {
        const auto name = entry.path().lexically_relative(package.path / detail::k_files).string();
        if (entry.is_regular_file() && !known.contains(name)) {
            damages.push_back({name, "unknown"});
        }
    }
    std::ranges::sort(damages, {}, &Damage::file);
    return damages;
}

} // namespace anb::xoev
