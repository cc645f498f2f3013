// SPDX-License-Identifier: EUPL-1.2

#include "xoev/standard.hpp"

#include "base/error.hpp"
#include "json/json.hpp"
#include "xoev/types.hpp"

#include <algorithm>
#include <map>

namespace anb::xoev {

namespace {

constexpr std::string_view k_form = "anbindung standard 2";

/// Files of one namespace may name different building blocks; most of them name the standard.
std::optional<Identity> identity_of(const std::vector<const xml::SchemaFile*>& files)
{
    std::optional<Identity> best;
    std::map<std::string, int> votes;
    for (const auto* file : files) {
        const auto identity = read_identity(*file);
        if (identity && (!best || ++votes[identity->version_urn()] > votes[best->version_urn()])) {
            best = identity;
        }
    }
    return best;
}

json::Value to_json(const xml::MissingSchema& missing)
{
    return {{"by", missing.by},
            {"line", missing.line},
            {"url", missing.url},
            {"namespace", missing.namespace_uri},
            {"needed", missing.needed}};
}

std::string_view take(std::string_view& rest, std::size_t size, const std::string& origin)
{
    if (size > rest.size()) {
        throw base::Error(base::ErrorKind::input, "ANB-V305", {{"file", origin}});
    }
    const auto piece = rest.substr(0, size);
    rest.remove_prefix(size);
    return piece;
}

} // namespace

bool Standard::complete() const
{
    return std::ranges::none_of(missing, &xml::MissingSchema::needed);
}

std::string Standard::title() const
{
    return identity ? identity->name + " " + identity->version : namespace_uri;
}

bool Standard::is_fresh() const
{
    return std::ranges::all_of(
        sources, [](const SourceFile& source) { return stamp(source.path) == source; });
}

Standard prepare(const SchemaPool& pool, const SchemaFolder& folder,
                 const std::string& namespace_uri)
{
    const auto roots = folder.of_namespace(namespace_uri);
    auto set = xml::assemble(roots, [&](const auto& wanted) { return pool.find(wanted); });
    Standard standard;
    standard.identity = identity_of(roots);
    standard.namespace_uri = namespace_uri;
    for (const auto* file : roots) {
        for (const auto& component : file->components) {
            if (component.starts_with("element ")) {
                standard.elements.push_back(component.substr(component.find(' ') + 1));
            }
        }
    }
    std::ranges::sort(standard.elements);
    for (const auto* file : set.files) {
        standard.sources.push_back(pool.source_of(*file));
    }
    standard.missing = std::move(set.missing);
    for (auto& missing : standard.missing) {
        missing.by = to_path(missing.by);
    }
    standard.parts = std::move(set.parts);
    standard.types = TypeTable::build(set.files);
    return standard;
}

std::string pack(const Standard& standard)
{
    json::Value header;
    header["form"] = k_form;
    if (standard.identity) {
        header["identity"] = {{"urn", standard.identity->urn},
                              {"version", standard.identity->version},
                              {"name", standard.identity->name}};
    }
    header["namespace"] = standard.namespace_uri;
    header["elements"] = standard.elements;
    header["sources"] = json::Value::array();
    for (const auto& [path, size, modified] : standard.sources) {
        header["sources"].push_back({{"path", path}, {"size", size}, {"modified", modified}});
    }
    header["missing"] = json::Value::array();
    for (const auto& missing : standard.missing) {
        header["missing"].push_back(to_json(missing));
    }
    header["parts"] = json::Value::array();
    for (const auto& part : standard.parts) {
        header["parts"].push_back({{"name", part.name}, {"size", part.text.size()}});
    }
    header["types"] = standard.types.size();
    auto text = json::dump(header) + "\n";
    for (const auto& part : standard.parts) {
        text += part.text;
    }
    return text + standard.types;
}

Standard unpack(std::string_view text, const std::string& origin)
{
    const auto end = text.find('\n');
    const auto value = json::parse(text.substr(0, end), origin);
    const json::Reader header(value, origin);
    if (header.string("form") != k_form) {
        throw base::Error(base::ErrorKind::input, "ANB-V305", {{"file", origin}});
    }
    Standard standard;
    if (const auto identity = header.find("identity")) {
        standard.identity = Identity{identity->string("urn"), identity->string("version"),
                                     identity->string("name")};
    }
    standard.namespace_uri = header.string("namespace");
    standard.elements = header.strings("elements");
    for (const auto& source : header.at("sources").elements()) {
        standard.sources.push_back({source.string("path"),
                                    static_cast<std::uint64_t>(source.integer("size")),
                                    source.integer("modified")});
    }
    for (const auto& missing : header.at("missing").elements()) {
        standard.missing.push_back(
            {missing.string("by"), static_cast<std::uint64_t>(missing.integer("line")),
             missing.string("url"), missing.string("namespace"), missing.at("needed").boolean()});
    }
    auto rest = text.substr(std::min(end + 1, text.size()));
    for (const auto& part : header.at("parts").elements()) {
        const auto size = static_cast<std::size_t>(part.integer("size"));
        standard.parts.push_back({part.string("name"), std::string(take(rest, size, origin))});
    }
    standard.types = take(rest, static_cast<std::size_t>(header.integer("types")), origin);
    return standard;
}

} // namespace anb::xoev
