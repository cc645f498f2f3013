// SPDX-License-Identifier: EUPL-1.2

#include "xoev/store.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/folder.hpp"
#include "base/lock.hpp"
#include "base/text.hpp"
#include "base/walk.hpp"
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
constexpr std::size_t k_longest_id = 120;
constexpr std::uint64_t k_most_prepared = std::uint64_t{256} * 1024 * 1024;

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

/// Folders of packages, in the order of their names.
std::vector<fs::path> packages_in(const fs::path& folder)
{
    auto packages = base::folders_in(folder);
    std::erase_if(packages, [](const fs::path& path) {
        return path.filename().native().starts_with('.') ||
               !base::is_there(path / detail::k_description);
    });
    return packages;
}

[[noreturn]] void refuse_damaged(const Unreadable& package)
{
    throw base::Error(base::ErrorKind::input, "ANB-V309",
                      {{"package", package.id}, {"file", package.file.string()}});
}

/// What `read` gives; nothing when a file of ours is not what it should be.
template <typename Read>
auto unless_damaged(Read read) -> std::optional<decltype(read())>
{
    try {
        return read();
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::input && error.kind() != base::ErrorKind::missing) {
            throw;
        }
        return std::nullopt;
    }
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
    name.resize(std::min(name.size(), k_longest_id));
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
    return base::to_lower_ascii(file.path).ends_with(".xml");
}

bool is_rules(const PackageFile& file)
{
    return base::to_lower_ascii(file.path).ends_with(".sch");
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
        } else if (is_rules(file)) {
            installed.rules.push_back(file.path);
        }
    }
    installed.list_count = lists.size();
    write(folder / detail::k_lists, detail::describe(lists));
    write(folder / detail::k_manifest, manifest_of(package));
    return installed;
}

/// What the files of a package say of it.
struct Content {
    std::optional<Identity> identity; ///< that of most schemas
    std::set<std::string> namespaces;
    std::set<std::string> lists; ///< their URIs
};

Content content_of(const Package& package)
{
    Content content;
    std::map<std::string, std::pair<int, Identity>> votes;
    for (const auto& file : package.files) {
        if (is_list(file)) {
            if (const auto list = read_code_list(file.bytes, file.path)) {
                content.lists.insert(list->uri);
            }
        } else if (!is_rules(file)) {
            const auto schema = xml::read_schema_file(file.bytes, file.path);
            content.namespaces.insert(schema.target_namespace);
            if (const auto identity = read_identity(schema)) {
                auto& [count, kept] = votes[identity->version_urn()];
                ++count;
                kept = *identity;
            }
        }
    }
    const auto best =
        std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second.first; });
    if (best != votes.end()) {
        content.identity = best->second.second;
    }
    return content;
}

/// Something of a package that another one of its name does not have; empty when that one may take
/// its place. Packages of a standard are known by its URN, others by their namespaces, and those
/// without schemas by their lists, of which a publisher may drop some but not all.
std::string lost(const Installed& installed, const Content& content)
{
    if (installed.identity() && content.identity) {
        return {};
    }
    for (const auto& standard : installed.standards) {
        if (!content.namespaces.contains(standard.namespace_uri)) {
            return standard.namespace_uri.empty() ? "–" : standard.namespace_uri;
        }
    }
    const auto lists = unless_damaged([&] { return detail::read_lists(installed.path); });
    if (!installed.standards.empty() || !lists || lists->empty() ||
        std::ranges::any_of(*lists,
                            [&](const auto& list) { return content.lists.contains(list.uri); })) {
        return {};
    }
    return lists->front().uri;
}

/// Files that were installed, against those there are.
std::vector<Damage> compare_files(const Installed& package)
{
    const auto name = (package.path / detail::k_manifest).string();
    const auto manifest = unless_damaged([&] {
        const auto text = base::read_file(name, k_most_bytes);
        std::map<std::string, std::string> digests;
        const auto value = json::parse(base::as_text(text), name);
        for (const auto& entry : json::Reader(value, name).at("files").elements()) {
            digests[entry.string("path")] = entry.string("sha256");
        }
        return digests;
    });
    if (!manifest) {
        return {{detail::k_manifest, "damaged"}};
    }
    std::vector<Damage> damages;
    const auto root = package.path / detail::k_files;
    bool schemas = false;
    for (const auto& entry : *manifest) {
        const auto& path = entry.first;
        const auto bytes =
            unless_damaged([&] { return base::read_file((root / path).string(), k_most_bytes); });
        if (!bytes) {
            damages.push_back({path, "missing"});
        } else if (digest(*bytes) != entry.second) {
            damages.push_back({path, "changed"});
        }
        schemas = schemas || path.ends_with(".xsd");
    }
    if (schemas && package.standards.empty()) {
        damages.push_back({detail::k_description, "damaged"});
    }
    std::error_code absent;
    if (fs::is_directory(root, absent)) {
        for (const auto& found : base::files_below(root.string())) {
            const auto path = fs::path(found.path).lexically_relative(root).string();
            if (!manifest->contains(path)) {
                damages.push_back({path, "unknown"});
            }
        }
    }
    return damages;
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
    std::error_code ignored;
    if (!base::is_there(folder) || !fs::is_directory(folder, ignored)) {
        throw base::Error(base::ErrorKind::missing, "ANB-V308", {{"folder", folder.string()}});
    }
}

Store::Store(fs::path folder) : m_folder(fs::absolute(std::move(folder)).lexically_normal()) {}

bool Store::is_store(const fs::path& folder)
{
    return !packages_in(folder).empty();
}

Contents Store::contents() const
{
    Contents contents;
    for (const auto& folder : packages_in(m_folder)) {
        if (auto package = unless_damaged([&] { return detail::read_description(folder); })) {
            contents.packages.push_back(std::move(*package));
        } else {
            contents.unreadable.push_back(
                {folder.filename().string(), folder / detail::k_description});
        }
    }
    return contents;
}

std::vector<Installed> Store::list() const
{
    auto found = contents();
    if (!found.unreadable.empty()) {
        refuse_damaged(found.unreadable.front());
    }
    return std::move(found.packages);
}

std::vector<InstalledList> Store::lists_of(const Installed& package)
{
    return detail::read_lists(package.path);
}

Installed Store::find(std::string_view id) const
{
    const auto found = contents();
    std::vector<std::string> names;
    for (const auto& package : found.packages) {
        const auto identity = package.identity();
        if (package.id == id || (identity && identity->version_urn() == id)) {
            return package;
        }
        names.push_back(package.id);
    }
    for (const auto& package : found.unreadable) {
        if (package.id == id) {
            refuse_damaged(package);
        }
        names.push_back(package.id);
    }
    throw base::Error(base::ErrorKind::missing, "ANB-V306",
                      {{"package", std::string(id)},
                       {"folder", m_folder.string()},
                       {"installed", names.empty() ? "–" : base::join(names, ", ")}});
}

Store::Added Store::add(const Package& package, base::UtcTime now)
{
    make_store(m_folder);
    const base::FolderLock lock(m_folder);
    base::sweep_folder(m_folder);
    Added added;
    const auto content = content_of(package);
    const auto target = m_folder / id_of(content.identity, package.source);
    std::error_code ignored;
    added.replaced = fs::exists(target, ignored);
    const auto others = contents().packages;
    const auto here = std::ranges::find(others, target.filename().string(), &Installed::id);
    if (here != others.end()) {
        if (const auto missing = lost(*here, content); !missing.empty()) {
            throw base::Error(base::ErrorKind::exists, "ANB-V318",
                              {{"file", package.source},
                               {"package", here->id},
                               {"source", here->source},
                               {"content", missing}});
        }
        const auto manifest = unless_damaged(
            [&] { return base::read_file((target / detail::k_manifest).string(), k_most_bytes); });
        added.already_there = manifest && base::as_text(*manifest) == manifest_of(package) &&
                              verify(here->id).empty();
    }
    if (added.already_there) {
        detail::prepare_all(others);
    } else {
        base::AtomicFolder folder(target);
        auto installed = write_files(package, folder.path());
        installed.id = target.filename().string();
        installed.path = target;
        installed.added = now;
        fs::permissions(folder.path(), k_readable, ignored);
        detail::prepare_all(others, {std::move(installed), folder.path()},
                            [&] { folder.replace(); });
    }
    added.package = find(target.filename().string());
    return added;
}

void Store::remove(std::string_view id)
{
    const auto unreadable = contents().unreadable;
    const auto damaged = std::ranges::find(unreadable, id, &Unreadable::id);
    const auto path = damaged == unreadable.end() ? find(id).path : damaged->file.parent_path();
    const base::FolderLock lock(m_folder);
    base::sweep_folder(m_folder);
    base::remove_folder(path);
    detail::prepare_all(contents().packages);
}

std::vector<Damage> Store::verify(std::string_view id) const
{
    const auto package = find(id);
    auto damages = compare_files(package);
    const auto check = [&](const std::string& name, auto use) {
        if (!name.empty() && !unless_damaged([&] { return use(package.path / name), true; })) {
            damages.push_back({name, "damaged"});
        }
    };
    for (const auto& standard : package.standards) {
        check(standard.file, [](const fs::path& file) {
            const auto bytes = base::read_file(file.string(), k_most_prepared);
            unpack(base::as_text(bytes), file.string());
        });
    }
    std::vector<InstalledList> lists;
    check(detail::k_lists, [&](const fs::path&) { lists = lists_of(package); });
    for (const auto& list : lists) {
        check(list.file, [](const fs::path& file) { detail::read_stored_list(file); });
    }
    std::ranges::sort(damages, {}, &Damage::file);
    return damages;
}

} // namespace anb::xoev
