// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/dvdv/categories.hpp"

#include <algorithm>

namespace anb::sandbox {

namespace {

constexpr int k_levels = 4;

/// Prefixes and categories: code list DVDV-Präfixe 51. The upper levels are invented.
constexpr std::string_view k_usual = R"([
 {"name": "Kommunale Behörden", "children": [
  {"name": "Soziales", "children": [
   {"name": "Sozialamt", "prefix": "soa"},
   {"name": "Sozialportal", "prefix": "sop"},
   {"name": "Empfangende Stelle Grundsicherung", "prefix": "gru"},
   {"name": "Empfangende Stelle Asylbewerberleistungen", "prefix": "asy"},
   {"name": "Wohngeldbehörde", "prefix": "wgb"}]},
  {"name": "Jugend und Familie", "children": [
   {"name": "Jugendamt", "prefix": "jga"},
   {"name": "Elterngeldstelle", "prefix": "egs"}]},
  {"name": "Meldebehörde", "prefix": "ags"},
  {"name": "Passbehörde", "prefix": "psb"}]},
 {"name": "Landesbehörden", "children": [
  {"name": "Landesportal", "prefix": "lap"},
  {"name": "Landesversorgungsbehörde", "prefix": "lvb"}]}
])";

json::Value level(const json::Reader& list, int depth, DvdvCategories& categories)
{
    std::vector<json::Value> found;
    for (const auto& object : list.elements()) {
        if (depth > k_levels) {
            object.fail("at most 4 levels");
        }
        const auto name = object.string("name");
        if (!categories.names.insert(name).second) {
            object.at("name").fail("a name that occurs once");
        }
        json::Value node = {{"name", name}};
        if (const auto prefix = object.find_string("prefix")) {
            if (depth == 1) {
                object.at("prefix").fail("no prefix on the first level");
            }
            node["prefix"] = *prefix;
        }
        if (object.has("serviceSpecificationUris")) {
            categories.uris[name] = object.strings("serviceSpecificationUris");
        }
        const auto children = object.find("children");
        if (children) {
            node["children"] = level(*children, depth + 1, categories);
        } else if (depth < k_levels) {
            node["children"] = json::Value::array();
        }
        found.push_back(std::move(node));
    }
    std::ranges::sort(found, {},
                      [](const json::Value& node) { return node.at("name").get<std::string>(); });
    return found;
}

} // namespace

DvdvCategories parse_categories(std::string_view text, const std::string& origin)
{
    const auto value = json::parse(text, origin);
    DvdvCategories categories;
    categories.tree = level(json::Reader(value, origin), 1, categories);
    return categories;
}

std::shared_ptr<const DvdvCategories> usual_categories()
{
    static const auto k_categories =
        std::make_shared<const DvdvCategories>(parse_categories(k_usual, "categories"));
    return k_categories;
}

} // namespace anb::sandbox
