// What every change of one Zustellpunkt has in common: difference first, --dry-run, typed
// confirmation in production, --undo-file, nothing written over somebody else's change.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_destination/targets.hpp"
#include "fitconnect/destination_edit.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace anb::cli_destination {

/// Demands what has to be typed in production; nothing elsewhere.
void confirm(cli::Io& io, const fitconnect::Environment& environment,
             const std::vector<fitconnect::DestinationId>& ids);

/// Writes the state before a change where --undo-file says. @throws as fitconnect::save_state()
void save_undo(const Call& call, cli::Io& io, const fitconnect::Environment& environment,
               const fitconnect::Destination& before);

/// Carries one change out.
/// @param already  last line when there is nothing to do: "ist bereits aktiv."
/// @param done     last line after the change: "ist aktiv."
/// @return the state afterwards; nothing when nothing was to be done, or with --dry-run
std::optional<fitconnect::Destination> carry_out(const Call& call, cli::Io& io,
                                                 cli_net::Connection& connection,
                                                 const fitconnect::Destination& before,
                                                 const fitconnect::Edit& edit,
                                                 std::string_view already, std::string_view done);

} // namespace anb::cli_destination
