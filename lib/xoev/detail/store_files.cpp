// SPDX-License-Identifier: EUPL-1.2

#include "xoev/detail/store_files.hpp"

#include "base/error.hpp"
#include "base/file.hpp"

namespace anb::xoev::detail {

namespace {

constexpr std::uint64_t k_most_bytes = std::uint64_t{64} * 1024 * 1024;
constexpr int k_form = 1;

json::Value read_json(const std::filesystem::path& file)
{
    const auto bytes = base::read_file(file.string(), k_most_bytes);
    json::Limits limits;
    limits.bytes = k_most_bytes;
    return json::parse(base::as_text(bytes), file.string(), limits);
}

json::Value to_json(const InstalledStandard& standard)
{
    json::Value value;
    if (standard.identity) {
        value["urn"] = standard.identity->urn;
        value["version"] = standard.identity->version;
        value["name"] = standard.identity->name;
    }
    value["namespace"] = standard.namespace_uri;
    value["folder"] = standard.folder;
    value["file"] = standard.file;
    value["complete"] = standard.complete;
    value["elements"] = standard.elements;
    return value;
}

InstalledStandard to_standard(const json::Reader& value)
{
    InstalledStandard standard;
    if (value.has("urn")) {
        standard.identity =
            Identity{value.string("urn"), value.string("version"), value.string("name")};
    }
    standard.namespace_uri = value.string("namespace");
    standard.folder = value.string("folder");
    standard.file = value.string("file");
    standard.complete = value.at("complete").boolean();
    standard.elements = value.strings("elements");
    return standard;
}

} // namespace

std::string describe(const Installed& package)
{
    json::Value value;
    value["form"] = k_form;
    value["id"] = package.id;
    value["source"] = package.source;
    value["added"] = base::format_time(package.added);
    value["standards"] = json::Value::array();
    for (const auto& standard : package.standards) {
        value["standards"].push_back(to_json(standard));
    }
    value["list_count"] = package.list_count;
    value["unavailable"] = package.unavailable;
    value["rules"] = package.rules;
    return json::dump_pretty(value);
}

Installed read_description(const std::filesystem::path& folder)
{
    const auto file = folder / k_description;
    const auto value = read_json(file);
    const json::Reader reader(value, file.string());
    if (reader.integer("form") != k_form) {
        throw base::Error(base::ErrorKind::input, "ANB-V305", {{"file", file.string()}});
    }
    Installed package;
    package.id = folder.filename().string();
    package.path = folder;
    package.source = reader.string("source");
    package.added = base::parse_time(reader.string("added")).value_or(base::UtcTime());
    for (const auto& standard : reader.at("standards").elements()) {
        package.standards.push_back(to_standard(standard));
    }
    package.list_count = static_cast<std::size_t>(reader.integer("list_count"));
    package.unavailable = reader.strings("unavailable");
    package.rules = reader.strings("rules");
    return package;
}

std::string describe(const std::vector<InstalledList>& lists)
{
    auto value = json::Value::array();
    for (const auto& [uri, version, name, file] : lists) {
        value.push_back({{"uri", uri}, {"version", version}, {"name", name}, {"file", file}});
    }
    return json::dump_pretty({{"lists", value}});
}

std::vector<InstalledList> read_lists(const std::filesystem::path& folder)
{
    const auto file = folder / k_lists;
    const auto value = read_json(file);
    std::vector<InstalledList> lists;
    for (const auto& list : json::Reader(value, file.string()).at("lists").elements()) {
        lists.push_back(
            {list.string("uri"), list.string("version"), list.string("name"), list.string("file")});
    }
    return lists;
}

std::string write_list(const CodeList& list)
{
    json::Value value;
    value["uri"] = list.uri;
    value["version"] = list.version;
    value["name"] = list.name;
    value["columns"] = json::Value::array();
    for (const auto& [id, codes] : list.columns) {
        value["columns"].push_back({{"id", id}, {"codes", codes}});
    }
    value["names"] = list.names;
    return json::dump(value) + "\n";
}

CodeList read_stored_list(const std::filesystem::path& file)
{
    const auto value = read_json(file);
    const json::Reader reader(value, file.string());
    CodeList list{reader.string("uri"), reader.string("version"), reader.string("name"), {}, {}};
    for (const auto& column : reader.at("columns").elements()) {
        list.columns.push_back({column.string("id"), column.strings("codes")});
    }
    list.names = reader.strings("names");
    return list;
}

} // namespace anb::xoev::detail
