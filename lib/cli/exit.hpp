// Exit codes (user-journeys §7.3). Known here and nowhere else; man/common/exit-status.scd prints
// the same table.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"
#include "messages/message.hpp"

#include <span>
#include <string_view>

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

/// One line of the table: the code, its name in §7.3 and what it means in a few words.
struct ExitRow {
    Exit exit;
    std::string_view name;
    messages::Text meaning;
};

/// Every exit code, ascending.
std::span<const ExitRow> exit_table();

/// The word for "result" in JSON documents: "ok", "warning", "failed", "error", "stopped".
std::string_view result_word(Exit exit);

} // namespace anb::cli
