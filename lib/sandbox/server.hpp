// The listeners: take requests on loopback, let faults strike, run the router. Everything is served
// over HTTPS; the Intermediär, whose messages protect themselves, over HTTP as well.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "crypto/key.hpp"
#include "pki/certificate.hpp"
#include "sandbox/faults.hpp"
#include "sandbox/recorder.hpp"
#include "sandbox/router.hpp"

#include <functional>
#include <memory>
#include <string>

namespace anb::sandbox {

/// What the listener needs. Everything referred to outlives it.
struct ServerParts {
    const Router& router;
    Faults& faults;
    Recorder& recorder;
    std::function<base::UtcTime()> clock;
    std::function<void()> forget_tokens; ///< the fault stale_token
};

class Server {
public:
    /// @param certificate  of the listener, for `key`
    Server(ServerParts parts, const pki::Certificate& certificate, const crypto::PrivateKey& key);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Binds the address. @param port  0: any free one
    /// @return the port
    /// @throws Error{usage} ANB-G600 when `host` is not a loopback address
    /// @throws Error{unavailable} ANB-G601 when the address cannot be had
    int bind(const std::string& host, int port);
    /// The same for the listener without TLS.
    int bind_plain(const std::string& host, int port);
    /// Serves until stop(), in threads of its own. Called once, after both are bound.
    void start();
    /// Ends all connections and waits for the threads.
    void stop();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace anb::sandbox
