// The commands of receive-testantrag: what they fetch, in which order they answer, what they show.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/tool.hpp"
#include "cli_net/network.hpp"
#include "cli_testantrag/data_rules.hpp"

#include <string>

namespace anb::cli_testantrag {

/// As typed; empty members were not given.
struct ReceivingOptions {
    cli_net::NetworkOptions network;
    DataRuleOptions rules;
    std::string via = "fitconnect";
    std::string destination, keys, id, reject, file;
    bool all = false, accept = false;
    bool watch = false;
    std::string interval; ///< between two looks of --watch
    std::string callback_address, callback_secret;
};

/// Shows what waits; changes nothing.
cli::Exit list_waiting(const ReceivingOptions& options, cli::Io& io);

/// Fetches into the folder of --output, verifies, stores, then answers when asked to: nothing that
/// has a finding is accepted, and production asks for a confirmation. Exit as exit_of(), of the
/// worst case; with --all a failure of one case does not keep the others. With --watch as Watcher.
/// @throws Error{usage} ANB-G107 no folder, ANB-S642 neither or both of ID and --all; otherwise as
///         testantrag::Receiver, testantrag::DataChecker and Watcher
cli::Exit fetch(const ReceivingOptions& options, cli::Io& io);

/// What a token tells without a key; at most 512 MiB.
cli::Exit inspect(const ReceivingOptions& options, cli::Io& io);

} // namespace anb::cli_testantrag
