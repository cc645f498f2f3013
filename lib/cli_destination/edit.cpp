// SPDX-License-Identifier: EUPL-1.2
#include "cli_destination/edit.hpp"

#include "cli_destination/view.hpp"

#include <fmt/format.h>

namespace anb::cli_destination {

void confirm(cli::Io& io, const fitconnect::Environment& environment,
             const std::vector<fitconnect::DestinationId>& ids)
{
    if (!environment.is_production()) {
        return;
    }
    const auto code = fitconnect::confirmation(ids);
    io.confirm(
        code,
        ids.size() == 1
            ? io.say("einen Zustellpunkt der Produktion ändern",
                     "change a destination of production")
            : fmt::format(fmt::runtime(io.say("{} Zustellpunkte der Produktion ändern, Ziel: {}",
                                              "change {} destinations of production, target: {}")),
                          ids.size(), code));
}

void save_undo(const Call& call, cli::Io& io, const fitconnect::Environment& environment,
               const fitconnect::Destination& before)
{
    if (!call.undo_file.empty()) {
        fitconnect::save_state(call.undo_file, before, environment, io.now());
    }
}

std::optional<fitconnect::Destination> carry_out(const Call& call, cli::Io& io,
                                                 cli_net::Connection& connection,
                                                 const fitconnect::Destination& before,
                                                 const fitconnect::Edit& edit,
                                                 std::string_view already, std::string_view done)
{
    if (edit.patch.is_null()) {
        conclude(io, before, already, false);
        return std::nullopt;
    }
    if (!announce(io, edit.changes)) {
        return std::nullopt;
    }
    confirm(io, connection.environment(), {before.id});
    save_undo(call, io, connection.environment(), before);
    auto after = settled(io, "destination:" + before.id.str(), [&] {
        return fitconnect::patch_destination(connection.api(), before, edit.patch);
    });
    conclude(io, after, done, true);
    return after;
}

} // namespace anb::cli_destination
