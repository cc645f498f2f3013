// The watch of receive-testantrag fetch: looks again and again, and at once when a callback comes.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "callback/listener.hpp"
#include "cli_testantrag/fitconnect/taking.hpp"
#include "cli_testantrag/pace.hpp"

#include <map>
#include <memory>
#include <set>

namespace anb::cli_testantrag {

class Watcher {
public:
    /// Begins to listen when the options say so.
    /// @throws Error{usage} ANB-G107 one of the two options of callbacks is missing, ANB-G110 for a
    ///         time or an address that is none, ANB-G113 with a form of output that is one
    ///         document, ANB-S654 in production without --destination; otherwise as
    ///         callback::Listener
    Watcher(const ReceivingOptions& options, cli_net::Connection& connection,
            testantrag::Receiver& receiver, cli::Io& io);

    /// Until the user stops it. Every case that is new is fetched, and answered as asked, exactly
    /// once; of what an earlier run stored only an answer is told. What fails for a reason that may
    /// pass is tried again with the next look, and said once.
    /// @throws what no later look can cure: credentials, configuration, trust
    cli::Exit run();

private:
    using Id = fitconnect::SubmissionId;

    void listen();
    void confirm_production();
    void look();
    void take_one(const fitconnect::Pickup& pickup);
    void tell(json::Value sheet);
    void settle(const Id& submission);
    void fail(const fitconnect::Pickup& pickup, const base::Error& error);
    void say_refused();
    void rest();

    const ReceivingOptions& m_options;
    cli_net::Connection& m_connection;
    testantrag::Receiver& m_receiver;
    cli::Io& m_io;
    Pace m_pace;
    std::unique_ptr<callback::Listener> m_listener;
    std::set<Id> m_settled;                   ///< nothing is left to do
    std::map<Id, fitconnect::Pickup> m_begun; ///< not settled; may not be listed any more
    std::map<Id, std::string> m_failures;     ///< code that was said of it last
};

} // namespace anb::cli_testantrag
