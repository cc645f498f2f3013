// How key files and verdicts on keys are shown.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "fitconnect/key_files.hpp"

#include <string>
#include <vector>

namespace anb::cli_keys {

/// A line for each file (user-journeys A2, A3), and `files` in the document.
void show_files(const std::vector<fitconnect::KeyFile>& files, cli::Io& io);

/// The verdict of lint_file(): a line, the facts, and the report itself.
void show_verdict(const std::string& file, base::Report report, cli::Io& io);

/// Adds a report while standard output belongs to a key: what was not checked goes to stderr.
void add_beside_data(base::Report report, cli::Io& io);

} // namespace anb::cli_keys
