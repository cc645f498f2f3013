// Do address, certificates and our own key fit together? Nothing is stored.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_testantrag/sending.hpp"

namespace anb::cli_testantrag {

/// Opens a dialog with the Intermediär and ends it. Each point of the way is one of the report, and
/// so is the dialog; what was not looked at is unchecked. Exit by the report.
/// @throws Error{usage} ANB-O640 for another way than osci; otherwise as osci::Client
cli::Exit probe(const SendingOptions& options, cli::Io& io);

} // namespace anb::cli_testantrag
