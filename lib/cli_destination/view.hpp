// How a Zustellpunkt, its judgement and changes of it look, for people and for programs.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "fitconnect/destination_change.hpp"
#include "fitconnect/destination_check.hpp"
#include "fitconnect/routing.hpp"

#include <string_view>
#include <vector>

namespace anb::cli_destination {

/// Title and the nine points of check_destination(), each with its state when `judged`; the report
/// itself goes to Io::add(), unless `judged` is false without findings and unchecked points.
void show_destination(cli::Io& io, const fitconnect::Destination& destination,
                      const fitconnect::Environment& environment, base::Report report, bool judged);

/// The route, what was verified of it, and who is behind it.
void show_route(cli::Io& io, const fitconnect::VerifiedRoute& route,
                const fitconnect::Environment& environment);

/// Shows what will be different, and adds it to the document as `changes` and `changed`.
/// @return false with --dry-run: nothing may be written
bool announce(cli::Io& io, const json::Value& before, const json::Value& after);

/// The last line of a change, such as "Zustellpunkt 3fa8… ist aktiv.", and the members `changed`
/// and `destination` of the document.
void conclude(cli::Io& io, const fitconnect::Destination& destination, std::string_view text,
              bool changed);

} // namespace anb::cli_destination
