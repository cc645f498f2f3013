// How a Zustellpunkt, its judgement and changes of it look, for people and for programs.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "cli_destination/targets.hpp"
#include "fitconnect/destination_change.hpp"
#include "fitconnect/destination_check.hpp"
#include "fitconnect/routing.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace anb::cli_destination {

/// "TEST", "STAGE", "PRODUKTION"
std::string in_capitals(const std::string& environment);

/// A table row's first word, in the user's language.
std::string label(const cli::Io& io, std::string_view name);

/// The names by which monitoring and test reports know a Zustellpunkt that is judged.
std::vector<base::Fact> names_of(const Member& member);

/// Title and the nine points of check_destination(), each with its state when `judged`, then reply
/// channels and addressing information as far as known. Several are one line each when judged. The
/// report itself goes to Io::add(), unless `judged` is false without findings and unchecked points.
void show_destination(cli::Io& io, const Member& member, const fitconnect::Destination& destination,
                      base::Report report, bool judged, bool several);

/// The route, what was verified of it, and who is behind it.
void show_route(cli::Io& io, const fitconnect::VerifiedRoute& route,
                const fitconnect::Environment& environment);

/// Shows what will be different, one line for each value; all of them as JSON.
json::Value show_changes(cli::Io& io, const std::vector<fitconnect::Change>& changes);

/// Shows what will be different, and adds it to the document as `changes` and `changed`.
/// @return false with --dry-run: nothing may be written
bool announce(cli::Io& io, const std::vector<fitconnect::Change>& changes);

/// The last line of a change, such as "Zustellpunkt 3fa8… ist aktiv.", and the members `changed`
/// and `destination` of the document.
void conclude(cli::Io& io, const fitconnect::Destination& destination, std::string_view text,
              bool changed);

} // namespace anb::cli_destination
