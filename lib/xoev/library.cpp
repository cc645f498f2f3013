// SPDX-License-Identifier: EUPL-1.2

#include "xoev/library.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/walk.hpp"
#include "xoev/detail/store_files.hpp"
#include "xoev/package.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

namespace anb::xoev {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t k_most_bytes = std::uint64_t{256} * 1024 * 1024;

/// Where an edition comes from: prepared in a store, or to be prepared from its folder.
struct Origin {
    fs::path prepared;      ///< empty when it never was
    fs::path schema_folder; ///< absolute
};

/// Where a list comes from: as stored, or as published.
struct ListFile {
    fs::path path;
    bool published = false;
};

base::Error incomplete(const Standard& standard)
{
    const auto first = std::ranges::find_if(standard.missing, &xml::MissingSchema::needed);
    return {base::ErrorKind::missing,
            "ANB-V302",
            {{"standard", standard.title()},
             {"file", first->url.empty() ? first->namespace_uri : first->url},
             {"namespace", first->namespace_uri},
             {"by", fs::path(first->by).filename().string()},
             {"line", std::to_string(first->line)}}};
}

} // namespace

std::string Edition::title() const
{
    return identity ? identity->name + " " + identity->version : namespace_uri;
}

bool Edition::declares(std::string_view element) const
{
    return std::ranges::binary_search(elements, element);
}

CodeTable::CodeTable(CodeList list) : m_list(std::move(list))
{
    for (const auto& column : m_list.columns) {
        auto& rows = m_columns.emplace_back();
        rows.reserve(column.codes.size());
        for (std::size_t i = 0; i < column.codes.size(); ++i) {
            rows.try_emplace(column.codes[i], i);
        }
    }
}

bool CodeTable::contains(std::string_view code, std::string_view column) const
{
    const auto found = std::ranges::find(m_list.columns, column, &CodeColumn::id);
    const bool named = !column.empty() && found != m_list.columns.end();
    const auto at = named ? found - m_list.columns.begin() : 0;
    return !m_columns.empty() && !code.empty() &&
           m_columns[static_cast<std::size_t>(at)].contains(code);
}

std::string_view CodeTable::name_of(std::string_view code) const
{
    if (m_columns.empty() || m_list.names.empty()) {
        return {};
    }
    const auto found = m_columns.front().find(code);
    return found == m_columns.front().end() ? std::string_view() : m_list.names[found->second];
}

struct Library::State {
    std::vector<Edition> editions;
    std::vector<Origin> origins; ///< of each edition
    std::map<std::string, std::map<std::string, ListFile>, std::less<>> lists;
    std::vector<Installed> with_lists; ///< not looked into yet
    std::vector<fs::path> stored;      ///< roots of schemas, not read yet
    std::mutex mutex;
    std::unique_ptr<SchemaPool> pool;
    std::map<const Edition*, std::unique_ptr<Ready>> ready;
    std::map<const Edition*, base::Error> incomplete;
    std::map<const Edition*, std::unique_ptr<BusinessRules>> rules;
    std::map<const ListFile*, std::unique_ptr<CodeTable>> tables;

    void add_store(const fs::path& folder)
    {
        for (const auto& package : Store(folder).list()) {
            stored.push_back(package.path / detail::k_files);
            for (const auto& standard : package.standards) {
                if (standard.elements.empty()) {
                    continue;
                }
                editions.push_back({standard.identity, standard.namespace_uri, standard.elements,
                                    standard.complete, package.id, rule_files(package)});
                origins.push_back({package.path / standard.file, package.path / standard.folder});
            }
            if (package.list_count > 0) {
                with_lists.push_back(package);
            }
        }
    }

    static std::vector<fs::path> rule_files(const Installed& package)
    {
        std::vector<fs::path> files;
        for (const auto& rule : package.rules) {
            files.push_back(package.path / detail::k_files / rule);
        }
        return files;
    }

    /// Those beside the schemas, or in a folder beside theirs.
    static std::vector<fs::path> rule_files(const fs::path& schema_folder, const fs::path& root)
    {
        std::vector<fs::path> files;
        const auto around = schema_folder == root ? root : schema_folder.parent_path();
        for (const auto& found : base::files_below(around.string())) {
            const fs::path path(found.path);
            const auto folder = path.parent_path();
            if (path.extension() == ".sch" && base::leads_to_file(found) &&
                (folder == schema_folder || folder.parent_path() == around)) {
                files.push_back(path);
            }
        }
        std::ranges::sort(files);
        return files;
    }

    void add_loose(const fs::path& folder)
    {
        const auto package = schemas().add_package(folder);
        for (const auto& each : pool->folders()) {
            if (each.package != package) {
                continue;
            }
            std::set<std::string> namespaces;
            for (const auto& file : each.files) {
                namespaces.insert(file.target_namespace);
            }
            for (const auto& uri : namespaces) {
                add_loose(each, uri, folder);
            }
        }
        for (const auto& found : base::files_below(folder.string())) {
            if (fs::path(found.path).extension() == ".xml" && base::leads_to_file(found)) {
                add_list(found.path);
            }
        }
    }

    void add_loose(const SchemaFolder& folder, const std::string& uri, const fs::path& root)
    {
        const auto standard = prepare(*pool, folder, uri);
        if (!standard.elements.empty()) {
            editions.push_back({standard.identity, uri, standard.elements, standard.complete(),
                                root.string(), rule_files(folder.path, root)});
            origins.push_back({{}, folder.path});
        }
    }

    void add_list(const fs::path& path)
    {
        const auto bytes = base::read_file(path.string(), k_most_bytes);
        if (!is_code_list(bytes)) {
            return;
        }
        if (const auto list = read_code_list(bytes, path.string())) {
            lists[list->uri].try_emplace(list->version, ListFile{path, true});
        }
    }

    /// Lists of a folder given as it is come before those of a store.
    const auto& all_lists()
    {
        const std::scoped_lock lock(mutex);
        for (const auto& package : std::exchange(with_lists, {})) {
            for (const auto& list : Store::lists_of(package)) {
                lists[list.uri].try_emplace(list.version,
                                            ListFile{package.path / list.file, false});
            }
        }
        return lists;
    }

    SchemaPool& schemas()
    {
        if (!pool) {
            pool = std::make_unique<SchemaPool>();
        }
        return *pool;
    }

    /// What an incomplete one lacks may have come since it was prepared.
    Standard load(const Edition& edition)
    {
        const auto& origin = origins[static_cast<std::size_t>(&edition - editions.data())];
        if (!origin.prepared.empty()) {
            const auto text = base::read_file(origin.prepared.string(), k_most_bytes);
            auto standard = unpack(base::as_text(text), origin.prepared.string());
            if (standard.is_fresh() && standard.complete()) {
                return standard;
            }
        }
        for (const auto& root : std::exchange(stored, {})) {
            schemas().add_package(root);
        }
        const auto folder =
            std::ranges::find(schemas().folders(), origin.schema_folder, &SchemaFolder::path);
        if (folder == schemas().folders().end()) {
            throw base::Error(base::ErrorKind::input, "ANB-V305",
                              {{"file", origin.schema_folder.string()}});
        }
        return prepare(schemas(), *folder, edition.namespace_uri);
    }
};

Library::Library(const std::vector<fs::path>& folders, const fs::path& own)
    : m_state(std::make_unique<State>())
{
    std::vector<fs::path> stores, loose;
    const auto sort_in = [&](const fs::path& folder) {
        const auto path = fs::absolute(folder).lexically_normal();
        (Store::is_store(path) ? stores : loose).push_back(path);
    };
    for (const auto& folder : folders) {
        require_folder(folder);
        sort_in(folder);
    }
    std::error_code absent;
    if (Store::is_store(own) || fs::is_directory(own, absent)) {
        sort_in(own);
    }
    for (const auto& store : stores) {
        m_state->add_store(store);
    }
    for (const auto& folder : loose) {
        for (const auto& root : std::exchange(m_state->stored, {})) {
            m_state->schemas().add_package(root);
        }
        m_state->add_loose(folder);
    }
}

Library::~Library() = default;

const std::vector<Edition>& Library::editions() const
{
    return m_state->editions;
}

std::vector<const Edition*> Library::of_namespace(std::string_view uri) const
{
    std::vector<const Edition*> found;
    for (const auto& edition : m_state->editions) {
        if (edition.namespace_uri == uri) {
            found.push_back(&edition);
        }
    }
    std::ranges::stable_sort(found, [](const Edition* left, const Edition* right) {
        if (left->complete != right->complete) {
            return left->complete;
        }
        const auto version = [](const Edition* edition) {
            return edition->identity ? std::string_view(edition->identity->version)
                                     : std::string_view("0");
        };
        return compare_versions(version(left), version(right)) > 0;
    });
    return found;
}

const Ready& Library::ready(const Edition& edition) const
{
    const std::scoped_lock lock(m_state->mutex);
    auto& ready = m_state->ready[&edition];
    if (!ready) {
        if (const auto known = m_state->incomplete.find(&edition);
            known != m_state->incomplete.end()) {
            throw base::Error(known->second);
        }
        auto standard = m_state->load(edition);
        if (!standard.complete()) {
            throw base::Error(
                m_state->incomplete.emplace(&edition, incomplete(standard)).first->second);
        }
        xml::Schema schema(standard.parts, standard.namespace_uri);
        standard.parts.clear();
        ready = std::make_unique<Ready>(Ready{std::move(standard), std::move(schema)});
    }
    return *ready;
}

const Library::BusinessRules& Library::business_rules(const Edition& edition) const
{
    const std::scoped_lock lock(m_state->mutex);
    auto& rules = m_state->rules[&edition];
    if (!rules) {
        rules = std::make_unique<BusinessRules>();
        for (const auto& file : edition.rule_files) {
            const auto name = file.filename().string();
            try {
                rules->rules.push_back(
                    schematron::Rules::read(base::read_file(file.string(), k_most_bytes), name));
            } catch (const base::Error& error) {
                base::Finding finding;
                finding.severity = base::Severity::note;
                finding.code = error.code();
                finding.values = error.values();
                finding.element = "business_rules";
                rules->refused.push_back(std::move(finding));
            }
        }
    }
    return *rules;
}

ListState Library::state_of(std::string_view uri, std::string_view version) const
{
    const auto& lists = m_state->all_lists();
    const auto versions = lists.find(uri);
    if (versions == lists.end()) {
        return ListState::absent;
    }
    return versions->second.contains(std::string(version)) ? ListState::installed
                                                           : ListState::other_versions;
}

const CodeTable* Library::list(std::string_view uri, std::string_view version) const
{
    const auto& lists = m_state->all_lists();
    const auto versions = lists.find(uri);
    if (versions == lists.end()) {
        return nullptr;
    }
    const auto file = versions->second.find(std::string(version));
    if (file == versions->second.end()) {
        return nullptr;
    }
    const std::scoped_lock lock(m_state->mutex);
    auto& table = m_state->tables[&file->second];
    if (!table) {
        const auto& [path, published] = file->second;
        auto list =
            published ? read_code_list(base::read_file(path.string(), k_most_bytes), path.string())
                            .value_or(CodeList{})
                      : detail::read_stored_list(path);
        table = std::make_unique<CodeTable>(std::move(list));
    }
    return table.get();
}

std::vector<std::string> Library::versions_of(std::string_view uri) const
{
    std::vector<std::string> names;
    const auto& lists = m_state->all_lists();
    if (const auto versions = lists.find(uri); versions != lists.end()) {
        for (const auto& [version, file] : versions->second) {
            names.push_back(version);
        }
    }
    return names;
}

} // namespace anb::xoev
