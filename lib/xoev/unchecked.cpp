// SPDX-License-Identifier: EUPL-1.2

#include "xoev/unchecked.hpp"

namespace anb::xoev {

namespace {

/// Why the codes of a list were not looked up; empty when they were.
std::string reason(const ListUses::value_type& list)
{
    const auto& [name, use] = list;
    if (use.state == ListState::installed || use.in_schema) {
        return {};
    }
    return name.first.empty()               ? "list_not_named"
           : use.state == ListState::absent ? "list_not_installed"
           : name.second.empty()            ? "list_version_not_named"
                                            : "list_version_not_installed";
}

} // namespace

std::map<std::string, std::vector<std::string>> unasked_lists(const ListUses& uses)
{
    std::map<std::string, std::vector<std::string>> names;
    for (const auto& list : uses) {
        if (const auto why = reason(list); !why.empty()) {
            const auto& [uri, version] = list.first;
            names[why].push_back(uri + (version.empty() ? "" : " " + version));
        }
    }
    return names;
}

void add_unchecked(Verdict& verdict)
{
    if (!verdict.well_formed || verdict.edition == nullptr) {
        return;
    }
    if (!verdict.references_followed) {
        verdict.report.unchecked.push_back({"references", "structure_not_followed"});
    }
    for (const auto& [why, names] : unasked_lists(verdict.lists)) {
        verdict.report.unchecked.push_back({"code_lists", why});
    }
    if (verdict.rules != "checked") {
        verdict.report.unchecked.push_back({"business_rules", verdict.rules});
    }
}

} // namespace anb::xoev
