// What people and programs see of a sending over FIT-Connect: the steps of the journey, its end.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "testantrag/fitconnect/prepare.hpp"
#include "testantrag/fitconnect/send.hpp"

namespace anb::cli_testantrag {

/// Shows each step on stderr and as an event; waits so that Ctrl-C is noticed at once. Uses `io` as
/// long as it lives.
testantrag::Watch watch(cli::Io& io);

/// What was checked before anything is created (user-journeys A6).
void show_checked(const testantrag::Order& order, const testantrag::Target& target, cli::Io& io);

/// The outcome with its findings and with what was not checked.
void show_outcome(const testantrag::Journal& journal, const testantrag::Outcome& outcome,
                  cli::Io& io);
cli::Exit exit_of(const testantrag::Outcome& outcome);

/// A sending as a member of the document, and its state in words for people.
json::Value to_json(const testantrag::Entry& entry);
std::string state_of(const testantrag::Entry& entry, const cli::Io& io);

} // namespace anb::cli_testantrag
