// What the plans of every way share.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "json/json.hpp"

#include <string>
#include <vector>

namespace anb::testantrag {

struct PlanHead {
    std::string local_id; ///< names the sending until the service has given it a number
    std::string environment;
    bool final_test = false;
    std::string reason;                     ///< why a final test is repeated; mostly empty
    std::vector<base::Unchecked> unchecked; ///< what nobody looked at before sending
};

json::Value to_json(const std::vector<base::Unchecked>& unchecked);
/// Adds its members.
void add_head(json::Value& value, const PlanHead& head);
/// @throws Error{input} ANB-G302
void parse_head(const json::Reader& reader, PlanHead& head);

} // namespace anb::testantrag
