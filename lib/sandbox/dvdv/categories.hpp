// The tree of categories of organizations (Behördenkategorien), and what each of them may offer.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/json.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace anb::sandbox {

struct DvdvCategories {
    json::Value tree = json::Value::array(); ///< as answered, sorted by name on all levels
    /// Dienste-URIs that organizations of a category may offer, where the tree says so.
    std::map<std::string, std::vector<std::string>> uris;
    std::set<std::string> names;
};

/// Reads a tree: an array of {"name", "prefix", "children", "serviceSpecificationUris"} with up to
/// four levels; everything but the name may be absent, and the first level has no prefix.
/// @throws Error{input} ANB-G301, ANB-G302, ANB-G303; a name that occurs twice and a fifth level
/// are refused too
DvdvCategories parse_categories(std::string_view text, const std::string& origin);

/// The tree of a directory that brings none: a few categories of municipalities and Länder.
std::shared_ptr<const DvdvCategories> usual_categories();

} // namespace anb::sandbox
