// Which events there are, who may issue them, and what they do to a submission (fit-connect.md
// §11.2).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/event.hpp"

#include <string_view>
#include <vector>

namespace anb::fitconnect::detail {

struct EventRule {
    std::string_view name;
    bool by_delivery_service;
    bool by_destination;
    std::vector<State> from; ///< states in which the event may happen
    State after;

    bool entitled(EventIssuer issuer) const
    {
        return issuer == EventIssuer::destination ? by_destination : by_delivery_service;
    }
};

/// The rule of an event, or null for a name that is none of ours.
const EventRule* find_rule(std::string_view name);

} // namespace anb::fitconnect::detail
