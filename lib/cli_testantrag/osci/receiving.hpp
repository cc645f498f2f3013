// The commands of receive-testantrag over OSCI.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_testantrag/receiving.hpp"

namespace anb::cli_testantrag {

/// Shows the process cards of what waits; changes nothing.
cli::Exit list_postbox(const ReceivingOptions& options, cli::Io& io);

/// Fetches one message or all into the folder of --output, once or with --watch again and again,
/// and says before that fetching acknowledges. Production asks for a confirmation: of the message,
/// or of the postbox when everything is fetched. With --dry-run only shows what waits.
/// @throws Error{usage} ANB-O701 --accept or --reject, ANB-O711 an option of the other way;
///         otherwise as PostboxSession, Pace and testantrag::OsciReceiver
cli::Exit fetch_postbox(const ReceivingOptions& options, cli::Io& io);

} // namespace anb::cli_testantrag
