// Signals (user-journeys §7.12): the first one asks for a stop, the second one ends at once.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/exit.hpp"
#include "messages/message.hpp"

#include <optional>
#include <string_view>
#include <termios.h>

namespace anb::cli::detail {

/// Installs the handlers. SIGINT, SIGTERM and SIGHUP print one sentence and set a flag; the
/// process ends two seconds later if it has not stopped by itself. Signals that the caller ignores
/// stay ignored; SIGPIPE is ignored, so that a closed pipe shows as EPIPE.
void handle_signals(std::string_view tool, messages::Language language);

/// The exit code that a signal asks for, or nothing when none arrived.
std::optional<Exit> stopped_by();

/// While it lives, the terminal `descriptor` shows nothing that is typed; every way out, signals
/// included, restores it.
class HiddenTyping {
public:
    explicit HiddenTyping(int descriptor);
    HiddenTyping(const HiddenTyping&) = delete;
    HiddenTyping& operator=(const HiddenTyping&) = delete;
    ~HiddenTyping();
};

} // namespace anb::cli::detail
