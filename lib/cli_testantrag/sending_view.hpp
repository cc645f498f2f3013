// What people and programs see of a sending: the steps of the journey, its end, the list.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "testantrag/prepare.hpp"
#include "testantrag/send.hpp"

#include <vector>

namespace anb::cli_testantrag {

/// Shows each step on stderr and as an event; waits so that Ctrl-C is noticed at once. Uses `io` as
/// long as it lives.
testantrag::Watch watch(cli::Io& io);

/// What was checked before anything is created (user-journeys A6).
void show_checked(const testantrag::Order& order, const testantrag::Target& target, cli::Io& io);

/// The members "submission_id", "case_id" and "sending" of the document.
void describe(const testantrag::Entry& entry, cli::Io& io);

/// The outcome with its findings and with what was not checked.
void show_outcome(const testantrag::Journal& journal, const testantrag::Outcome& outcome,
                  cli::Io& io);
cli::Exit exit_of(const testantrag::Outcome& outcome);

/// How an interrupted sending goes on, or is given up.
void show_way_on(const testantrag::Journal& journal, cli::Io& io);

/// That a sending is not submitted yet.
cli::Exit show_unsent(const testantrag::Entry& entry, cli::Io& io);

/// A table, and the member "sendings".
void show_list(const std::vector<testantrag::Entry>& entries, cli::Io& io);

} // namespace anb::cli_testantrag
