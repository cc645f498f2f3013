// How the points of a report look in tables. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"

#include <string>

namespace anb::cli {

/// "ok", "FEHLER", "WARNUNG", "nicht geprüft": meaning is never carried by a sign alone.
std::string state_word(const Io& io, base::PointState state);

} // namespace anb::cli
