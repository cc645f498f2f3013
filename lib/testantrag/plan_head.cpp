// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/plan_head.hpp"

namespace anb::testantrag {

json::Value to_json(const std::vector<base::Unchecked>& unchecked)
{
    auto points = json::Value::array();
    for (const auto& point : unchecked) {
        points.push_back({{"element", point.element}, {"reason", point.reason}});
    }
    return points;
}

void add_head(json::Value& value, const PlanHead& head)
{
    value["local_id"] = head.local_id;
    value["environment"] = head.environment;
    value["final_test"] = head.final_test;
    value["reason"] = head.reason;
    value["unchecked"] = to_json(head.unchecked);
}

void parse_head(const json::Reader& reader, PlanHead& head)
{
    head.local_id = reader.string("local_id");
    head.environment = reader.string("environment");
    head.final_test = reader.at("final_test").boolean();
    head.reason = reader.string("reason");
    if (const auto unchecked = reader.find("unchecked")) {
        for (const auto& point : unchecked->elements()) {
            head.unchecked.push_back(
                {.element = point.string("element"), .reason = point.string("reason")});
        }
    }
}

} // namespace anb::testantrag
