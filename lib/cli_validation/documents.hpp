// Checks any number of documents, several at a time, and shows them in their order.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_validation/options.hpp"

namespace anb::cli_validation {

/// Does what the options ask for: checks documents, passes one on, or manages packages.
///
/// @throws Error{usage} ANB-G107, ANB-G110, ANB-G113; a single document that gives no answer
///         throws as xoev::DocumentChecker::check()
cli::Exit run(const Options& options, cli::Io& io);

} // namespace anb::cli_validation
