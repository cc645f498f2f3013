// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "xoev/detail/declarations.hpp"
#include "xoev/detail/type_text.hpp"
#include "xoev/types.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace anb::xoev {

namespace {

using detail::QName, detail::resolve;
using xml::Element;

bool is(const Element& element, std::string_view name)
{
    return element.is(xml::k_schema_namespace, name);
}

const Element& schema_of(const Element& element)
{
    const auto* at = &element;
    while (at->parent != nullptr) {
        at = at->parent;
    }
    return *at;
}

Meaning builtin(const QName& name)
{
    if (name.first != xml::k_schema_namespace) {
        return Meaning::plain;
    }
    return name.second == "ID"             ? Meaning::id
           : name.second == "IDREF"        ? Meaning::idref
           : name.second == "IDREFS"       ? Meaning::idrefs
           : name.second == "base64Binary" ? Meaning::base64
                                           : Meaning::plain;
}

struct Simple {
    Meaning meaning = Meaning::plain;
    bool enumerated = false;
};

class Builder {
public:
    explicit Builder(std::span<const xml::SchemaFile* const> files)
    {
        m_types.emplace_back();
        for (const auto* file : files) {
            m_declared.add(*file->root);
        }
    }

    std::string run()
    {
        std::set<std::string> elements, names;
        for (const auto& [name, element] : m_declared.all("element")) {
            const auto type = type_of(*element);
            elements.insert(row(detail::k_element_line, name, type));
        }
        for (const auto& [name, element] : m_declared.all("type")) {
            names.insert(row(detail::k_name_line, name, type_at(*element)));
        }
        std::string types;
        for (const auto& type : m_types) {
            types += write(type);
        }
        std::vector<std::string_view> uris(m_namespaces.size());
        for (const auto& [uri, number] : m_namespaces) {
            uris[number] = uri;
        }
        std::string text(detail::k_type_header);
        text += '\n';
        for (const auto& uri : uris) {
            text += fmt::format("{}{}\n", detail::k_namespace_line, uri);
        }
        for (const auto& line : elements) {
            text += line;
        }
        for (const auto& line : names) {
            text += line;
        }
        return text + types;
    }

private:
    struct Attribute {
        QName name;
        Meaning meaning = Meaning::plain;
        bool required = false;
        std::optional<std::string> fixed;
    };
    struct Type {
        Simple simple;
        bool wildcard = false, skips = false;
        std::string code_column{};
        std::map<QName, std::uint32_t> children{};
        std::vector<Attribute> attributes{};
        std::set<const Element*> groups{}; ///< that were read into it
    };

    std::size_t number_of(const std::string& uri)
    {
        return m_namespaces.try_emplace(uri, m_namespaces.size()).first->second;
    }

    std::string row(char letter, const QName& name, std::uint32_t type)
    {
        return fmt::format("{}{}\t{}\t{}\n", letter, name.second, number_of(name.first), type);
    }

    std::uint32_t type_of(const Element& declaration)
    {
        const auto type = declared_type(declaration, 0);
        const bool needed = declaration.find("fixed") != nullptr ||
                            m_declared.is_keyed(std::string(declaration.value("name")));
        return needed && m_types[type].simple.meaning == Meaning::base64 ? whole(type) : type;
    }

    /// By name, written inside, or that of the head it stands for.
    std::uint32_t declared_type(const Element& declaration, int depth)
    {
        if (const auto* name = declaration.find("type")) {
            return type_named(resolve(declaration, *name));
        }
        for (const auto& child : declaration.children) {
            if (is(*child, "complexType") || is(*child, "simpleType")) {
                return type_at(*child);
            }
        }
        if (const auto* head = declaration.find("substitutionGroup")) {
            const auto* found = m_declared.find("element", resolve(declaration, *head));
            return found == nullptr || depth > k_deepest ? TypeTable::k_unknown
                                                         : declared_type(*found, depth + 1);
        }
        return any_type();
    }

    /// The same, with its text kept.
    std::uint32_t whole(std::uint32_t type)
    {
        const auto number = static_cast<std::uint32_t>(m_types.size());
        const auto [at, fresh] = m_wholes.try_emplace(type, number);
        if (fresh) {
            m_types.push_back(m_types[type]);
            m_types.back().simple.meaning = Meaning::base64_whole;
        }
        return at->second;
    }

    std::uint32_t any_type()
    {
        if (m_any == TypeTable::k_unknown) {
            m_any = static_cast<std::uint32_t>(m_types.size());
            m_types.push_back({.simple = {}, .wildcard = true});
        }
        return m_any;
    }

    std::uint32_t type_named(const QName& name)
    {
        if (const auto* found = m_declared.find("type", name)) {
            return type_at(*found);
        }
        if (name == QName(xml::k_schema_namespace, "anyType")) {
            return any_type();
        }
        const auto meaning = builtin(name);
        if (meaning == Meaning::plain) {
            return TypeTable::k_unknown;
        }
        const auto [at, fresh] = m_builtins.try_emplace(meaning, m_types.size());
        if (fresh) {
            m_types.push_back({.simple = {meaning, false}});
        }
        return at->second;
    }

    std::uint32_t type_at(const Element& element)
    {
        const auto number = static_cast<std::uint32_t>(m_types.size());
        const auto [at, fresh] = m_numbers.try_emplace(&element, number);
        if (fresh) {
            m_types.emplace_back();
            Type type;
            if (is(element, "simpleType")) {
                type.simple = simple(element);
            } else {
                read_complex(element, type, 0);
                type.code_column = code_column(element);
            }
            m_types[number] = std::move(type);
        }
        return at->second;
    }

    static std::string code_column(const Element& element)
    {
        const auto* annotation = element.child("annotation");
        const auto* info = annotation == nullptr ? nullptr : annotation->child("appinfo");
        const auto* column = info == nullptr ? nullptr : info->child("genutzteCodeSpalte");
        auto text = column == nullptr ? std::string() : std::string(base::trim(column->text));
        return text.find_first_of(" \t\n") == std::string::npos ? text : std::string();
    }

    Simple simple_named(const QName& name, int depth)
    {
        const auto* found = depth > k_deepest ? nullptr : m_declared.find("type", name);
        return found == nullptr ? Simple{builtin(name), false} : simple(*found, depth + 1);
    }

    Simple simple(const Element& type, int depth = 0)
    {
        if (type.name == "complexType") {
            Type read;
            read_complex(type, read, depth);
            return read.simple;
        }
        for (const auto& child : type.children) {
            if (is(*child, "restriction")) {
                const auto* base = child->find("base");
                return restricted(*child,
                                  base == nullptr ? Simple()
                                                  : simple_named(resolve(*child, *base), depth),
                                  depth);
            }
            if (is(*child, "list")) {
                const auto* item = child->find("itemType");
                const bool reference =
                    item != nullptr &&
                    simple_named(resolve(*child, *item), depth).meaning == Meaning::idref;
                return {reference ? Meaning::idrefs : Meaning::plain, false};
            }
        }
        return {};
    }

    /// Restrictions keep the meaning, but Base64 with facets has to be seen whole.
    Simple restricted(const Element& restriction, Simple result, int depth)
    {
        for (const auto& child : restriction.children) {
            if (is(*child, "simpleType")) {
                result = simple(*child, depth + 1);
            } else if (is(*child, "enumeration")) {
                result.enumerated = true;
            }
            const bool facet = !is(*child, "simpleType") && !is(*child, "annotation") &&
                               !is(*child, "whiteSpace") && !is(*child, "attribute") &&
                               !is(*child, "attributeGroup");
            if (facet && result.meaning == Meaning::base64) {
                result.meaning = Meaning::base64_whole;
            }
        }
        return result;
    }

    void read_complex(const Element& element, Type& type, int depth)
    {
        if (depth > k_deepest) {
            return;
        }
        for (const auto& child : element.children) {
            const bool simple_content = is(*child, "simpleContent");
            if (!simple_content && !is(*child, "complexContent")) {
                read_part(*child, type, depth);
                continue;
            }
            for (const auto& derivation : child->children) {
                if (is(*derivation, "extension") || is(*derivation, "restriction")) {
                    derive(*derivation, simple_content, type, depth);
                }
            }
        }
    }

    void derive(const Element& derivation, bool simple_content, Type& type, int depth)
    {
        const auto* base = derivation.find("base");
        const auto name = base == nullptr ? QName() : resolve(derivation, *base);
        const auto* found = m_declared.find("type", name);
        if (found != nullptr && found->name == "complexType") {
            read_complex(*found, type, depth + 1);
        } else if (simple_content) {
            type.simple = simple_named(name, depth);
        }
        type.groups.clear();
        if (derivation.name == "restriction") {
            type.children.clear();
            type.wildcard = false;
            type.skips = false;
            if (simple_content) {
                type.simple = restricted(derivation, type.simple, depth);
            }
        }
        for (const auto& child : derivation.children) {
            read_part(*child, type, depth);
        }
    }

    /// Particles and attributes.
    void read_part(const Element& part, Type& type, int depth)
    {
        if (depth > k_deepest || part.namespace_uri != xml::k_schema_namespace) {
            return;
        }
        if (part.name == "element") {
            add_child(part, type);
        } else if (part.name == "any") {
            (part.value("processContents") == "skip" ? type.skips : type.wildcard) = true;
        } else if (part.name == "attribute") {
            add_attribute(part, type);
        } else if (part.name == "group" || part.name == "attributeGroup") {
            const auto* name = part.find("ref");
            const auto* found =
                name == nullptr ? nullptr : m_declared.find(part.name, resolve(part, *name));
            if (found != nullptr && type.groups.insert(found).second) {
                read_parts(*found, type, depth + 1);
            }
        } else if (part.name == "sequence" || part.name == "choice" || part.name == "all") {
            read_parts(part, type, depth);
        }
    }

    void read_parts(const Element& parent, Type& type, int depth)
    {
        for (const auto& child : parent.children) {
            read_part(*child, type, depth);
        }
    }

    void add_child(const Element& declaration, Type& type)
    {
        const auto* reference = declaration.find("ref");
        if (reference == nullptr) {
            type.children[{namespace_of(declaration, "elementFormDefault"),
                           std::string(declaration.value("name"))}] = type_of(declaration);
            return;
        }
        add_global_child(resolve(declaration, *reference), type, 0);
    }

    void add_global_child(const QName& name, Type& type, int depth)
    {
        if (const auto* found = m_declared.find("element", name)) {
            type.children[name] = type_of(*found);
        }
        if (depth < k_deepest) {
            for (const auto& member : m_declared.members(name)) {
                add_global_child(member, type, depth + 1);
            }
        }
    }

    static std::string namespace_of(const Element& declaration, std::string_view form_default)
    {
        const auto& schema = schema_of(declaration);
        const auto form = declaration.value("form");
        const bool qualified =
            form.empty() ? schema.value(form_default) == "qualified" : form == "qualified";
        return qualified ? std::string(schema.value("targetNamespace")) : std::string();
    }

    void add_attribute(const Element& declaration, Type& type)
    {
        Attribute attribute;
        const auto* described = &declaration;
        if (const auto* reference = declaration.find("ref")) {
            attribute.name = resolve(declaration, *reference);
            const auto* found = m_declared.find("attribute", attribute.name);
            described = found == nullptr ? described : found;
        } else {
            attribute.name = {namespace_of(declaration, "attributeFormDefault"),
                              std::string(declaration.value("name"))};
        }
        std::erase_if(type.attributes,
                      [&](const Attribute& other) { return other.name == attribute.name; });
        if (declaration.value("use") == "prohibited") {
            return;
        }
        attribute.required = declaration.value("use") == "required";
        const auto* fixed = declaration.find("fixed");
        fixed = fixed == nullptr ? described->find("fixed") : fixed;
        if (fixed != nullptr && fixed->find_first_of("\t\n") == std::string::npos) {
            attribute.fixed = *fixed;
        }
        if (const auto* name = described->find("type")) {
            attribute.meaning = simple_named(resolve(*described, *name), 0).meaning;
        } else if (const auto* inner = described->child("simpleType")) {
            attribute.meaning = simple(*inner).meaning;
        }
        if (attribute.name == QName("http://www.w3.org/XML/1998/namespace", "id")) {
            attribute.meaning = Meaning::id;
        }
        type.attributes.push_back(std::move(attribute));
    }

    static std::string letters(Meaning meaning)
    {
        switch (meaning) {
        case Meaning::id:
            return "i";
        case Meaning::idref:
            return "r";
        case Meaning::idrefs:
            return "R";
        case Meaning::base64:
            return "b";
        case Meaning::base64_whole:
            return "B";
        case Meaning::plain:
            break;
        }
        return "-";
    }

    std::string write(const Type& type)
    {
        auto line = fmt::format("{}{}{}{}", detail::k_type_line, letters(type.simple.meaning),
                                type.wildcard ? "w"
                                : type.skips  ? "s"
                                              : "",
                                type.simple.enumerated ? "e" : "");
        if (!type.code_column.empty()) {
            line += "\tK " + type.code_column;
        }
        std::vector<std::pair<QName, std::uint32_t>> children(type.children.begin(),
                                                              type.children.end());
        std::ranges::sort(children, {}, [](const auto& child) {
            return std::pair(child.first.second, child.first.first);
        });
        for (const auto& [name, number] : children) {
            line += fmt::format("\tC {} {} {}", number_of(name.first), name.second, number);
        }
        for (const auto& attribute : type.attributes) {
            line += fmt::format("\tA {} {} {}{}{}", number_of(attribute.name.first),
                                attribute.name.second, letters(attribute.meaning),
                                attribute.required ? "!" : "", attribute.fixed ? "= " : "");
            line += attribute.fixed.value_or("");
        }
        return line + "\n";
    }

    static constexpr int k_deepest = 64; ///< of derivations; deeper ones go in circles

    detail::Declarations m_declared;
    std::map<const Element*, std::uint32_t> m_numbers;
    std::map<Meaning, std::uint32_t> m_builtins;
    std::map<std::uint32_t, std::uint32_t> m_wholes;
    std::uint32_t m_any = TypeTable::k_unknown;
    std::map<std::string, std::size_t> m_namespaces;
    std::vector<Type> m_types;
};

} // namespace

std::string TypeTable::build(std::span<const xml::SchemaFile* const> files)
{
    return Builder(files).run();
}

} // namespace anb::xoev
