// SPDX-License-Identifier: EUPL-1.2

#include "xoev/detail/keyed.hpp"

#include "base/text.hpp"
#include "xml/schema_set.hpp"

#include <string_view>

namespace anb::xoev::detail {

namespace {

/// The last step of each alternative, without prefix; none of attributes.
void add_last_steps(const xml::Element& constraint, std::string_view part,
                    std::set<std::string>& names)
{
    for (const auto& each : constraint.children) {
        if (!each->is(xml::k_schema_namespace, part)) {
            continue;
        }
        for (const auto path : base::split(each->value("xpath"), '|')) {
            auto step = base::trim(path.substr(path.rfind('/') + 1));
            step = step.substr(step.rfind(':') + 1);
            if (step == "." && part == "field") {
                add_last_steps(constraint, "selector", names);
            } else if (!step.empty() && !step.starts_with('@')) {
                names.insert(step == "." ? "*" : std::string(step));
            }
        }
    }
}

} // namespace

void collect_keyed(const xml::Element& schema, std::set<std::string>& names)
{
    for (const auto& child : schema.children) {
        const bool constraint = child->is(xml::k_schema_namespace, "key") ||
                                child->is(xml::k_schema_namespace, "unique") ||
                                child->is(xml::k_schema_namespace, "keyref");
        if (constraint) {
            add_last_steps(*child, "field", names);
        } else {
            collect_keyed(*child, names);
        }
    }
}

} // namespace anb::xoev::detail
