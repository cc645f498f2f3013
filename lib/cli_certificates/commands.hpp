// The work of cert-check.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_certificates/options.hpp"

namespace anb::cli_certificates {

/// Does what the options ask for: judges files, compares a pair, looks for private keys, or lists
/// the rules.
///
/// @throws Error{usage} ANB-G107; a single file that gives no answer throws as inventory::open()
cli::Exit run(const Options& options, cli::Io& io);

} // namespace anb::cli_certificates
