// SPDX-License-Identifier: EUPL-1.2

#include "cli/points.hpp"

#include <algorithm>

namespace anb::cli {

std::string state_word(const Io& io, base::PointState state)
{
    switch (state) {
    case base::PointState::error:
        return io.say("FEHLER", "ERROR");
    case base::PointState::warning:
        return io.say("WARNUNG", "WARNING");
    case base::PointState::unchecked:
        return io.say("nicht geprüft", "not checked");
    case base::PointState::ok:
    case base::PointState::note:
        break;
    }
    return "ok";
}

std::string verdict_word(const Io& io, const base::Report& report)
{
    using base::PointState;
    return state_word(io, report.worst() == base::Severity::note ? PointState::ok
                          : report.accepted()                    ? PointState::warning
                                                                 : PointState::error);
}

std::vector<base::Fact> names(std::string label, std::string location, std::string_view metric,
                              std::string_view env)
{
    std::string name(metric);
    std::ranges::replace_if(
        name,
        [](char c) {
            return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
        },
        '_');
    return {{"label", std::move(label)},
            {"location", std::move(location)},
            {"metric", std::move(name)},
            {"environment", std::string(env)}};
}

} // namespace anb::cli
