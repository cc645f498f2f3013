// What people and programs see of the receiver's side.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "testantrag/fitconnect/receive.hpp"

#include <vector>

namespace anb::cli_testantrag {

/// A table, and the member "submissions".
void show_waiting(const std::vector<fitconnect::Pickup>& waiting, cli::Io& io);

/// An element of the member "cases".
json::Value to_json(const testantrag::Fetched& fetched);

/// One line per fetched submission, its findings, and which reason a rejection would name.
void show_fetched(const testantrag::Fetched& fetched, cli::Io& io);

/// What the receiver's own event came to.
void show_answer(const testantrag::Fetched& fetched, const testantrag::Answer& answer, cli::Io& io);

/// 0 when nothing was found, 76 for signatures and authentication tags, 2 for everything else.
cli::Exit exit_of(const testantrag::Fetched& fetched);

/// Facts of a token as a table, and as a subject of the document.
void show_facts(base::Report report, cli::Io& io);

} // namespace anb::cli_testantrag
