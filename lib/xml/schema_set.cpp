// SPDX-License-Identifier: EUPL-1.2

#include "xml/schema_set.hpp"

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "xml/detail/fault.hpp"
#include "xml/detail/schema_rewrite.hpp"
#include "xml/detail/short_names.hpp"

#include <libxml/uri.h>

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <set>
#include <utility>

namespace anb::xml {

namespace {

constexpr std::string_view k_part_begin = "anb:/namespace/", k_part_end = ".xsd";

struct FreeText {
    void operator()(xmlChar* text) const { xmlFree(text); }
};

bool is_schema(const Element& element, std::string_view name)
{
    return element.is(k_schema_namespace, name);
}

/// "type Betrag": of which a namespace has one.
std::string component_of(const Element& declaration)
{
    const bool type = declaration.name == "complexType" || declaration.name == "simpleType";
    return (type ? "type" : declaration.name) + " " + std::string(declaration.value("name"));
}

[[noreturn]] void refuse(const std::string& url, std::uint64_t line, std::string_view found)
{
    throw base::Error(
        base::ErrorKind::input, "ANB-V303",
        {{"file", url}, {"line", std::to_string(line)}, {"found", std::string(found)}});
}

/// The namespaces that attributes with names of components refer to.
void collect_references(const Element& element, std::set<std::string>& namespaces)
{
    constexpr std::array<std::string_view, 7> k_names = {
        "type", "base", "ref", "substitutionGroup", "itemType", "memberTypes", "refer"};
    for (const auto& attribute : element.attributes) {
        if (std::ranges::find(k_names, attribute.name) == k_names.end()) {
            continue;
        }
        for (std::size_t at = 0; at < attribute.value.size();) {
            const auto end = std::min(attribute.value.find(' ', at), attribute.value.size());
            const auto word = attribute.value.substr(at, end - at);
            const auto colon = word.find(':');
            const auto uri =
                element.uri_of(colon == std::string::npos ? "" : word.substr(0, colon));
            namespaces.insert(uri.value_or(""));
            at = end + 1;
        }
    }
    for (const auto& child : element.children) {
        collect_references(*child, namespaces);
    }
}

class Assembly {
public:
    using Find = std::function<const SchemaFile*(const WantedSchema&)>;

    explicit Assembly(const Find& find) : m_find(find) {}

    SchemaSet run(std::span<const SchemaFile* const> roots)
    {
        for (const auto* root : roots) {
            add(root);
            m_own.insert(root);
        }
        while (!m_waiting.empty()) {
            follow(*std::exchange(m_waiting.front(), nullptr));
            m_waiting.pop_front();
        }
        spread();
        write_parts();
        return std::move(m_set);
    }

private:
    /// The file of a namespace that declares a component first; null for none. Files without
    /// namespace belong to whoever includes them.
    const SchemaFile* first_with(const SchemaFile& file, const std::string& component) const
    {
        const auto found = m_first.find({file.target_namespace, component});
        return file.target_namespace.empty() || found == m_first.end() ? nullptr : found->second;
    }

    /// It declares nothing that others have not declared already.
    bool is_copy(const SchemaFile& file) const
    {
        return !file.components.empty() &&
               std::ranges::all_of(file.components, [&](const std::string& component) {
                   return first_with(file, component) != nullptr;
               });
    }

    void add(const SchemaFile* file)
    {
        if (std::ranges::find(m_set.files, file) != m_set.files.end() || is_copy(*file)) {
            return;
        }
        m_set.files.push_back(file);
        m_waiting.push_back(file);
        for (const auto& component : file->components) {
            m_first.try_emplace({file->target_namespace, component}, file);
        }
    }

    void follow(const SchemaFile& file)
    {
        std::set<std::string> references;
        collect_references(*file.root, references);
        for (const auto& link : file.links) {
            const WantedSchema wanted{file, link,
                                      link.location.empty() ? std::string()
                                                            : resolve_url(link.location, file.url)};
            if (const auto* found = m_find(wanted)) {
                add(found);
                if (link.import) {
                    m_own.insert(found);
                } else {
                    m_includes[&file].push_back({&link, found});
                }
            } else if (!(link.import && is_reached(link.namespace_uri))) {
                m_set.missing.push_back({file.url, link.line, wanted.url, link.namespace_uri,
                                         !link.import || references.contains(link.namespace_uri)});
            }
        }
    }

    /// Files stand in their own namespace or, having none, in that of those which include them
    /// (chameleons), and so do the files that these include.
    void spread()
    {
        for (std::size_t before = 0; before != m_own.size() + m_chameleons.size();) {
            before = m_own.size() + m_chameleons.size();
            for (const auto& [file, includes] : m_includes) {
                for (const auto& include : includes) {
                    const bool same = include.file->target_namespace == file->target_namespace;
                    if (!same || m_chameleons.contains(file)) {
                        m_chameleons.insert(include.file);
                    }
                    if (same && m_own.contains(file)) {
                        m_own.insert(include.file);
                    }
                }
            }
        }
    }

    bool is_reached(const std::string& namespace_uri) const
    {
        return std::ranges::any_of(m_set.files, [&](const SchemaFile* file) {
            return file->target_namespace == namespace_uri;
        });
    }

    std::string name_of(const SchemaFile* file) const
    {
        const auto at = std::ranges::find(m_set.files, file) - m_set.files.begin();
        return "anb:/file/" + std::to_string(at) + ".xsd";
    }

    void write_parts()
    {
        std::map<std::string, std::vector<const SchemaFile*>> by_namespace;
        for (const auto* file : m_set.files) {
            if (m_own.contains(file)) {
                by_namespace[file->target_namespace].push_back(file);
            }
        }
        std::vector<std::string> namespaces;
        for (const auto& [uri, files] : by_namespace) {
            namespaces.push_back(uri);
        }
        const detail::ShortNames names(std::move(namespaces));
        for (const auto* file : m_set.files) {
            m_set.parts.push_back({name_of(file), write_short(rewritten(*file), names)});
        }
        for (const auto& [uri, files] : by_namespace) {
            m_set.parts.push_back(
                {part_of_namespace(uri), write_short(gathered(uri, files), names)});
        }
    }

    static std::string write_short(std::unique_ptr<Element> schema, const detail::ShortNames& names)
    {
        names.shorten_schema(*schema);
        return write_tree(*schema);
    }

    std::unique_ptr<Element> gathered(const std::string& uri,
                                      const std::vector<const SchemaFile*>& files) const
    {
        auto schema = std::make_unique<Element>();
        schema->prefix = "xs";
        schema->name = "schema";
        schema->bindings = {{"xs", std::string(k_schema_namespace)}};
        if (!uri.empty()) {
            schema->attributes.push_back({.name = "targetNamespace", .value = uri});
        }
        for (const auto* file : files) {
            auto include = std::make_unique<Element>();
            include->prefix = "xs";
            include->name = "include";
            include->attributes.push_back({.name = "schemaLocation", .value = name_of(file)});
            schema->children.push_back(std::move(include));
        }
        return schema;
    }

    std::unique_ptr<Element> rewritten(const SchemaFile& file) const
    {
        auto copy = detail::rewrite_schema(*file.root);
        auto link = file.links.begin();
        std::erase_if(copy->children, [&](std::unique_ptr<Element>& child) {
            const bool import = child->name == "import";
            if (!import && child->name != "include") {
                const auto* first = first_with(file, component_of(*child));
                return first != nullptr && first != &file;
            }
            const auto& each = *link++;
            std::erase_if(child->attributes,
                          [](const Attribute& at) { return at.name == "schemaLocation"; });
            std::string target;
            if (import) {
                target =
                    is_reached(each.namespace_uri) ? part_of_namespace(each.namespace_uri) : "";
            } else if (const auto* included = included_by(file, each);
                       included != nullptr && m_chameleons.contains(included)) {
                target = name_of(included);
            }
            if (target.empty()) {
                return true;
            }
            child->attributes.push_back({.name = "schemaLocation", .value = target});
            return false;
        });
        return copy;
    }

    struct Include {
        const SchemaLink* link = nullptr;
        const SchemaFile* file = nullptr;
    };

    const SchemaFile* included_by(const SchemaFile& file, const SchemaLink& link) const
    {
        const auto includes = m_includes.find(&file);
        if (includes == m_includes.end()) {
            return nullptr;
        }
        const auto found = std::ranges::find(includes->second, &link, &Include::link);
        return found == includes->second.end() ? nullptr : found->file;
    }

    const Find& m_find;
    SchemaSet m_set;
    std::deque<const SchemaFile*> m_waiting;
    std::map<std::pair<std::string, std::string>, const SchemaFile*> m_first;
    std::map<const SchemaFile*, std::vector<Include>> m_includes;
    std::set<const SchemaFile*> m_own, m_chameleons;
};

} // namespace

SchemaFile read_schema_file(base::ByteView bytes, std::string url)
{
    SchemaFile file;
    file.root = read_tree(bytes, url);
    file.url = std::move(url);
    if (!is_schema(*file.root, "schema")) {
        refuse(file.url, file.root->line, file.root->name);
    }
    file.target_namespace = file.root->value("targetNamespace");
    file.version = file.root->value("version");
    for (const auto& child : file.root->children) {
        if (is_schema(*child, "redefine") || is_schema(*child, "override")) {
            refuse(file.url, child->line, "xs:" + child->name);
        }
        const bool import = is_schema(*child, "import");
        if (import || is_schema(*child, "include")) {
            file.links.push_back({import, std::string(child->value("namespace")),
                                  std::string(child->value("schemaLocation")), child->line});
        } else if (child->find("name") != nullptr) {
            file.components.push_back(component_of(*child));
        }
    }
    std::ranges::sort(file.components);
    return file;
}

std::string resolve_url(const std::string& location, const std::string& base)
{
    const std::unique_ptr<xmlChar, FreeText> url(
        xmlBuildURI(reinterpret_cast<const xmlChar*>(location.c_str()),
                    reinterpret_cast<const xmlChar*>(base.c_str())));
    return url ? detail::to_string(url.get()) : location;
}

std::string part_of_namespace(std::string_view namespace_uri)
{
    return std::string(k_part_begin) + base::to_hex(base::as_bytes(namespace_uri)) +
           std::string(k_part_end);
}

std::vector<std::string> namespaces_of(std::span<const SchemaPart> parts)
{
    std::vector<std::string> namespaces;
    for (const auto& part : parts) {
        if (part.name.starts_with(k_part_begin)) {
            const auto digits = std::string_view(part.name).substr(
                k_part_begin.size(), part.name.size() - k_part_begin.size() - k_part_end.size());
            namespaces.push_back(base::to_text(base::from_hex(digits).value_or(base::Bytes())));
        }
    }
    return namespaces;
}

SchemaSet assemble(std::span<const SchemaFile* const> roots,
                   const std::function<const SchemaFile*(const WantedSchema&)>& find)
{
    return Assembly(find).run(roots);
}

} // namespace anb::xml
