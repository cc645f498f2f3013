// Sending over FIT-Connect, step by step as people see it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_testantrag/sending.hpp"
#include "testantrag/fitconnect/journal.hpp"

namespace anb::cli_testantrag {

/// As send(). @throws Error{usage} ANB-G107 without --to
cli::Exit send_fitconnect(const SendingOptions& options, cli::Io& io);

/// Goes on with a sending of which the journal says that it should.
/// @param may_send  false: only asks how it stands
cli::Exit go_on_fitconnect(const SendingOptions& options, const testantrag::Entry& entry,
                           cli::Io& io, bool may_send);

} // namespace anb::cli_testantrag
