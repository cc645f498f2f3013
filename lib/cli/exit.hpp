// Exit codes (user-journeys §7.3). Known here and nowhere else; man/common/exit-status.scd prints
// the same table.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"

namespace anb::cli {

enum class Exit : int {
    ok = 0,
    attention = 1,
    failed = 2,
    usage = 64,
    data = 65,
    no_input = 66,
    unavailable = 69,
    internal = 70,
    cannot_create = 73,
    io = 74,
    try_later = 75,
    not_trusted = 76,
    denied = 77,
    configuration = 78,
    interrupted = 130,
    terminated = 143,
};

Exit to_exit(base::ErrorKind kind);

} // namespace anb::cli
