// What people and programs see of a postbox.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "testantrag/osci/receive.hpp"

#include <vector>

namespace anb::cli_testantrag {

/// A table, and the member "messages". @param own  our certificates: none of them is the sender's
void show_postbox(const std::vector<osci::ProcessCard>& cards,
                  const std::vector<pki::Certificate>& own, cli::Io& io);

/// An element of the member "cases".
json::Value to_json(const testantrag::OsciFetched& fetched);

/// One line per delivery, its files and its findings.
void show_fetched(const testantrag::OsciFetched& fetched, cli::Io& io);

/// 0 when nothing was found, 1 when only the acknowledgement is open, 76 for signatures and
/// decryption, 2 for everything else.
cli::Exit exit_of(const testantrag::OsciFetched& fetched);

} // namespace anb::cli_testantrag
