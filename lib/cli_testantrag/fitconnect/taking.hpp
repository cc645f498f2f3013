// One submission on its way from the service into a folder, and the answer to it: what fetch and
// its watch have in common.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_net/connection.hpp"
#include "cli_testantrag/receiving.hpp"
#include "testantrag/fitconnect/receive.hpp"

namespace anb::cli_testantrag {

/// True when the options ask for an answer and this is no dry run.
bool is_answering(const ReceivingOptions& options, const cli::Io& io);

/// All that this login may fetch, or that of one destination. @throws as cli_net::demand_own()
std::vector<fitconnect::Pickup> waiting(const ReceivingOptions& options,
                                        cli_net::Connection& connection);

/// Why a submission is to be rejected; null when it is not.
/// @throws as fitconnect::named_problem()
std::optional<fitconnect::NamedProblem> rejection(const ReceivingOptions& options);

/// Shows the answers that ended runs gave and did not keep, and keeps them.
/// @return what is to be said of each in JSON @throws as testantrag::Receiver
std::vector<json::Value> complete_answers(testantrag::Receiver& receiver, cli::Io& io);

/// Fetches, shows and answers as the options say: nothing that has a finding is accepted. A watch
/// does not show what was stored before and is not to be answered.
/// @param confirm  asked before each answer
/// @param sheet    what is to be said of it in JSON, complete as far as it came; null when nothing
///                 is
/// @return as exit_of(); ok when it was rejected as asked
cli::Exit take(const ReceivingOptions& options, testantrag::Receiver& receiver,
               const fitconnect::Pickup& pickup,
               const std::function<void(const testantrag::Fetched&)>& confirm, cli::Io& io,
               json::Value& sheet);

} // namespace anb::cli_testantrag
