// The commands of send-testantrag: what they read, in which order they check, what they show.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "cli_net/network.hpp"
#include "cli_testantrag/content.hpp"

#include <string>
#include <vector>

namespace anb::cli_testantrag {

/// As typed; empty members were not given.
struct SendingOptions {
    cli_net::NetworkOptions network;
    cli::SecretSource password; ///< of our own store; OSCI only
    std::string via = "fitconnect";
    std::string to, data, service, leika, schema_uri, wait, reason, evidence, id;
    std::string to_cert, intermediary; ///< OSCI only
    std::vector<std::string> attachments;
    bool final_test = false;
    ContentOptions content;
};

/// Checks everything, encrypts into a new journal, sends and follows (user-journeys §8.6). Exit:
/// 0 accepted or fetched, 1 waiting, 2 rejected or something is not as it should be, 76 not
/// trustworthy.
/// @throws Error{usage} ANB-G107 an option is missing, ANB-G110, ANB-S130 to ANB-S132 the rules of
///         production; otherwise as the parts it calls
cli::Exit send(const SendingOptions& options, cli::Io& io);

/// Goes on with a sending where its journal stands; exit as send().
cli::Exit resume(const SendingOptions& options, cli::Io& io);

/// Asks how a sending stands and sends nothing; exit as send(), 1 when it is not submitted yet.
cli::Exit status(const SendingOptions& options, cli::Io& io);

cli::Exit list(const SendingOptions& options, cli::Io& io);

/// Gives a sending up, on this machine only. @throws Error{usage} ANB-S305 when the receiver may
/// have it
cli::Exit discard(const SendingOptions& options, cli::Io& io);

/// Removes the encrypted parts. @throws Error{usage} ANB-S306 when they are still needed
cli::Exit purge(const SendingOptions& options, cli::Io& io);

} // namespace anb::cli_testantrag
