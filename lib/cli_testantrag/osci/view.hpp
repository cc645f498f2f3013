// What people and programs see of a sending over OSCI: the steps of the journey, its end.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "cli_net/osci_route.hpp"
#include "testantrag/osci/send.hpp"

namespace anb::cli_testantrag {

/// Shows each step on stderr and as an event (user-journeys B5). Uses `io` as long as it lives.
testantrag::OsciWatch osci_watch(cli::Io& io);

/// What was checked before anything is sent.
void show_checked(const testantrag::Package& package, const cli_net::OsciRoute& route, cli::Io& io);

/// The outcome with its findings and with what was not checked.
void show_outcome(const testantrag::OsciJournal& journal, const testantrag::OsciOutcome& outcome,
                  cli::Io& io);
cli::Exit exit_of(const testantrag::OsciOutcome& outcome);

/// A sending as a member of the document, and its state in words for people.
json::Value to_json(const testantrag::OsciEntry& entry);
std::string state_of(const testantrag::OsciEntry& entry, const cli::Io& io);

} // namespace anb::cli_testantrag
