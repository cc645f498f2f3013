// What programs read: the members of a JSON document (user-journeys §7.2).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "cli/io.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace anb::cli::detail {

json::Value to_json(const base::Finding& finding, std::string_view subject, Language language);
json::Value to_json(const base::Unchecked& point, std::string_view subject);
/// Id and facts of a report, one member each.
json::Value subject_to_json(const base::Report& report);

/// What the common members of a document say.
struct Heading {
    std::string_view tool;
    std::string environment, profile; ///< empty: null in the document
    base::UtcTime checked_at{}, judged_at{};
    Exit exit = Exit::ok;
};

/// The whole document: common members first, then those of the tool.
json::Value document(const Heading& heading, const std::vector<base::Report>& reports,
                     const json::Value& own_members, Language language);

} // namespace anb::cli::detail
