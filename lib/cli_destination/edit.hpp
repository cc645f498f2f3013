// What every change of one Zustellpunkt has in common: difference first, --dry-run, typed
// confirmation in production, --undo-file, nothing written over somebody else's change.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"
#include "cli/io.hpp"
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

/// Does what changes a destination. A stopped call shows no error, so what it leaves open is shown
/// here (ANB-F407, ANB-F408). @throws what `work` throws
template <typename Work>
auto settled(cli::Io& io, std::string_view subject, const Work& work)
{
    try {
        return work();
    } catch (const base::Error& error) {
        if (io.cancelled() && (error.code() == "ANB-F407" || error.code() == "ANB-F408")) {
            io.add_failure(subject, error);
        }
        throw;
    }
}

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
