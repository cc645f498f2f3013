// SPDX-License-Identifier: EUPL-1.2

#include "cli/points.hpp"

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

} // namespace anb::cli
