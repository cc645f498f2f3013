// SPDX-License-Identifier: EUPL-1.2

#include "xoev/code_list.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "xml/tree.hpp"

#include <algorithm>
#include <map>

namespace anb::xoev {

namespace {

using xml::Element;

constexpr std::string_view k_genericode = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/";
constexpr std::string_view k_basic =
    "http://www.xoev.de/de/xrepository/framework/1/basisdatentypen";
constexpr std::size_t k_most_start = 4096;

std::string text_of(const Element* parent, std::string_view name)
{
    const auto* found = parent == nullptr ? nullptr : parent->child(name);
    return found == nullptr ? std::string() : base::collapse(found->text);
}

bool holds(const Element& element, std::string_view name)
{
    return element.name == name || std::ranges::any_of(element.children, [&](const auto& child) {
               return holds(*child, name);
           });
}

/// Ids of the columns that are keys, the recommended one first; in dialects before xoev-cl-3 the
/// column itself carries the mark.
std::vector<std::string> key_columns(const Element& columns)
{
    std::vector<std::string> keys;
    const auto add = [&](const std::string& id, bool first) {
        std::erase(keys, id);
        keys.insert(first ? keys.begin() : keys.end(), id);
    };
    for (const auto& child : columns.children) {
        const auto* reference = child->name == "Key" ? child->child("ColumnRef") : nullptr;
        if (reference != nullptr) {
            const auto* annotation = child->child("Annotation");
            add(std::string(reference->value("Ref")),
                annotation != nullptr && (holds(*annotation, "recommendedKeyColumn") ||
                                          holds(*annotation, "xoev-code")));
        }
    }
    for (const auto& child : columns.children) {
        const auto* annotation = child->name == "Column" ? child->child("Annotation") : nullptr;
        if (annotation != nullptr && holds(*annotation, "xoev-code")) {
            add(std::string(child->value("Id")), true);
        }
    }
    return keys;
}

[[noreturn]] void refuse(const std::string& origin, std::string_view found)
{
    throw base::Error(base::ErrorKind::input, "ANB-V320",
                      {{"file", origin}, {"found", std::string(found)}});
}

/// The first column that is no key and required; what people read.
std::string name_column(const Element& columns, const std::vector<std::string>& keys)
{
    for (const auto& child : columns.children) {
        const std::string id(child->value("Id"));
        if (child->name == "Column" && child->value("Use") == "required" &&
            std::ranges::find(keys, id) == keys.end()) {
            return id;
        }
    }
    return {};
}

/// A Value without ColumnRef belongs to the column behind that of the Value before.
std::map<std::string, std::string> read_row(const Element& row, const std::vector<std::string>& ids)
{
    std::map<std::string, std::string> cells;
    std::size_t next = 0;
    for (const auto& value : row.children) {
        if (value->name != "Value") {
            continue;
        }
        if (const auto* reference = value->find("ColumnRef")) {
            next = static_cast<std::size_t>(std::ranges::find(ids, *reference) - ids.begin());
        }
        if (next < ids.size()) {
            cells[ids[next]] = text_of(value.get(), "SimpleValue");
        }
        ++next;
    }
    return cells;
}

} // namespace

bool is_code_list(base::ByteView document)
{
    const auto start = base::as_text(document.first(std::min(document.size(), k_most_start)));
    return start.find(k_genericode) != std::string_view::npos ||
           start.find(k_basic) != std::string_view::npos;
}

std::optional<CodeList> read_code_list(base::ByteView document, const std::string& origin)
{
    const auto root = xml::read_tree(document, origin);
    if (root->is(k_basic, "Fehler")) {
        return std::nullopt;
    }
    if (!root->is(k_genericode, "CodeList")) {
        refuse(origin, root->name);
    }
    const auto* identification = root->child("Identification");
    const auto* columns = root->child("ColumnSet");
    CodeList list{text_of(identification, "CanonicalUri"),
                  text_of(identification, "Version"),
                  text_of(identification, "ShortName"),
                  {},
                  {}};
    if (list.uri.empty() || list.version.empty()) {
        refuse(origin, "Identification");
    }
    const auto keys = columns == nullptr ? std::vector<std::string>() : key_columns(*columns);
    if (keys.empty()) {
        refuse(origin, "ColumnSet");
    }
    std::vector<std::string> ids;
    for (const auto& child : columns->children) {
        if (child->name == "Column" || child->name == "ColumnRef") {
            ids.emplace_back(child->value("Id"));
        }
    }
    for (const auto& key : keys) {
        list.columns.push_back({key, {}});
    }
    const auto names = name_column(*columns, keys);
    if (const auto* rows = root->child("SimpleCodeList")) {
        for (const auto& row : rows->children) {
            auto cells = read_row(*row, ids);
            for (auto& column : list.columns) {
                column.codes.push_back(cells[column.id]);
            }
            if (!names.empty()) {
                list.names.push_back(cells[names]);
            }
        }
    }
    return list;
}

std::optional<UnavailableList> read_unavailable(base::ByteView document, const std::string& origin)
{
    const auto root = xml::read_tree(document, origin);
    if (!root->is(k_basic, "Fehler")) {
        return std::nullopt;
    }
    return UnavailableList{text_of(root.get(), "status"), text_of(root.get(), "meldung")};
}

} // namespace anb::xoev
