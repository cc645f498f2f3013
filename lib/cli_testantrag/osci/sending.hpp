// Sending over OSCI, step by step as people see it (user-journeys B5).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_testantrag/sending.hpp"
#include "testantrag/osci/journal.hpp"

namespace anb::cli_testantrag {

/// Checks limits, content and our own certificates before the first request, then the way by the
/// DVDV; sends and follows. Exit: 0 fetched, 1 delivered and not fetched yet, 2 something is not as
/// it should be. @throws as the parts it calls
cli::Exit send_osci(const SendingOptions& options, cli::Io& io);

/// Goes on with a sending of which the journal says that it should. What is not delivered yet is
/// judged again first: ANB-O613 when the way changed.
/// @param may_send  false: only asks how it stands
cli::Exit go_on_osci(const SendingOptions& options, const testantrag::OsciEntry& entry, cli::Io& io,
                     bool may_send);

} // namespace anb::cli_testantrag
