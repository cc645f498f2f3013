// SPDX-License-Identifier: EUPL-1.2

#include "xoev/version_rules.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "xoev/sentences.hpp"

#include <algorithm>
#include <set>

namespace anb::xoev {

namespace {

bool is_wanted(const Edition& edition, const CheckOptions& options)
{
    if (!edition.identity) {
        return false;
    }
    const bool listed = std::ranges::any_of(options.wanted, [&](const Identity& wanted) {
        return edition.identity->urn == wanted.urn &&
               compare_versions(edition.identity->version, wanted.version) == 0;
    });
    return listed || (!options.wanted_version.empty() &&
                      compare_versions(edition.identity->version, options.wanted_version) == 0);
}

std::string wanted_text(const CheckOptions& options)
{
    std::vector<std::string> names;
    for (const auto& wanted : options.wanted) {
        names.push_back(wanted.version_urn());
    }
    return names.empty() ? options.wanted_version : base::join(names, ", ");
}

std::string attribute(const xml::StartTag& root, std::string_view name)
{
    const auto found = std::ranges::find_if(root.attributes, [&](const xml::AttributeText& each) {
        return each.local == name && each.namespace_uri.empty();
    });
    return found == root.attributes.end() ? std::string() : std::string(base::trim(found->value));
}

std::string qualified(const xml::StartTag& root)
{
    return (root.prefix.empty() ? "" : std::string(root.prefix) + ":") +
           std::string(root.name.local);
}

base::Finding mismatch(const xml::StartTag& root, const std::string& found,
                       const std::string& wanted)
{
    return make_finding(base::Severity::error, "ANB-V111", root.place, "/" + qualified(root),
                        qualified(root), {{"document", cut(found)}, {"wanted", wanted}},
                        "xoev:version");
}

[[noreturn]] void not_installed(const Library& library, const xml::StartTag& root,
                                const CheckOptions& options)
{
    std::set<std::string> titles;
    for (const auto& edition : library.editions()) {
        if (edition.declares(root.name.local)) {
            titles.insert(edition.title());
        }
    }
    if (titles.empty()) {
        for (const auto& edition : library.editions()) {
            if (edition.identity) {
                titles.insert(edition.title());
            }
        }
    }
    const std::vector<std::string> names(titles.begin(), titles.end());
    const auto wanted = wanted_text(options);
    throw base::Error(base::ErrorKind::missing, "ANB-V301",
                      {{"standard", wanted.empty() ? "{" + cut(root.name.namespace_uri) + "}" +
                                                         cut(root.name.local)
                                                   : wanted},
                       {"installed", names.empty() ? "–" : base::join(names, ", ")}});
}

} // namespace

EditionChoice choose_edition(const Library& library, const CheckOptions& options,
                             const xml::StartTag& root)
{
    const auto candidates = library.of_namespace(root.name.namespace_uri);
    const bool demanded = !options.wanted.empty() || !options.wanted_version.empty();
    if (demanded) {
        for (const auto* candidate : candidates) {
            if (is_wanted(*candidate, options)) {
                return {candidate, std::nullopt};
            }
        }
        const bool installed = std::ranges::any_of(library.editions(), [&](const Edition& edition) {
            return is_wanted(edition, options);
        });
        const auto known = std::ranges::find_if(
            candidates, [](const Edition* edition) { return edition->identity.has_value(); });
        if (known != candidates.end()) {
            return {nullptr, mismatch(root, (*known)->title(), wanted_text(options))};
        }
        if (installed) {
            return {nullptr, mismatch(root, "{" + std::string(root.name.namespace_uri) + "}",
                                      wanted_text(options))};
        }
        not_installed(library, root, options);
    }
    if (candidates.empty()) {
        not_installed(library, root, options);
    }
    const auto version = attribute(root, "version");
    const auto stated = std::ranges::find_if(candidates, [&](const Edition* edition) {
        return edition->identity && compare_versions(edition->identity->version, version) == 0;
    });
    const auto* chosen = stated == candidates.end() ? candidates.front() : *stated;
    const auto standard = base::to_lower_ascii(attribute(root, "standard"));
    const bool says_so = !version.empty() && !standard.empty() && chosen->identity &&
                         base::to_lower_ascii(chosen->identity->name) == standard;
    if (says_so && stated == candidates.end()) {
        return {nullptr, mismatch(root, chosen->identity->name + " " + version, chosen->title())};
    }
    return {chosen, std::nullopt};
}

const Edition* newer_than(const Library& library, const Edition& edition)
{
    const Edition* newest = nullptr;
    for (const auto& other : library.editions()) {
        const bool newer =
            edition.identity && other.identity && other.identity->urn == edition.identity->urn &&
            compare_versions(other.identity->version,
                             (newest == nullptr ? edition : *newest).identity->version) > 0;
        newest = newer ? &other : newest;
    }
    return newest;
}

} // namespace anb::xoev
