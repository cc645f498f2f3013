// What became of each of several Zustellpunkte: `result` of its subject.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_destination/view.hpp"

#include <string_view>
#include <vector>

namespace anb::cli_destination {

/// A subject with this result, and further facts.
void add_result(cli::Io& io, const Member& member, std::string_view result,
                const std::vector<base::Fact>& more);

/// One that gave no answer: "needs_login" or "failed", known by the names it has otherwise.
void add_failure(cli::Io& io, const Member& member, const base::Error& error);

} // namespace anb::cli_destination
