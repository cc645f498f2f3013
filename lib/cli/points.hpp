// How the points of a report look in tables. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace anb::cli {

/// "ok", "FEHLER", "WARNUNG", "nicht geprüft": meaning is never carried by a sign alone.
std::string state_word(const Io& io, base::PointState state);

/// "ok", "WARNUNG" or "FEHLER" for a whole report.
std::string verdict_word(const Io& io, const base::Report& report);

/// The facts by which monitoring and test reports know a subject.
///
/// @param metric  becomes a name that Nagios and Prometheus allow: "dvdv_test_hzl"
std::vector<base::Fact> names(std::string label, std::string location, std::string_view metric,
                              std::string_view env);

} // namespace anb::cli
