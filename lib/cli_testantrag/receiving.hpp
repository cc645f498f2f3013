// The commands of receive-testantrag: what they fetch, in which order they answer, what they show.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/tool.hpp"
#include "cli_net/network.hpp"
#include "cli_testantrag/data_rules.hpp"
#include "cli_testantrag/stores.hpp"

#include <string>
#include <vector>

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
    /// Over OSCI, and of inspect the stores.
    StoreOptions stores;
    std::string service, intermediary;
    std::vector<std::string> trust;
};

/// Shows what waits; changes nothing. Over OSCI as list_postbox().
cli::Exit list_waiting(const ReceivingOptions& options, cli::Io& io);

/// Fetches into the folder of --output, verifies, stores, then answers when asked to: nothing that
/// has a finding is accepted, and production asks for a confirmation. Exit as exit_of(), of the
/// worst case; with --all a failure of one case does not keep the others. With --watch as Watcher.
/// Over OSCI as fetch_postbox().
/// @throws Error{usage} ANB-G107 no folder, ANB-S642 neither or both of ID and --all, ANB-O711 an
///         option of the other way; otherwise as testantrag::Receiver, testantrag::DataChecker and
///         Watcher
cli::Exit fetch(const ReceivingOptions& options, cli::Io& io);

} // namespace anb::cli_testantrag
