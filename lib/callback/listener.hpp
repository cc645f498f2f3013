// Takes callbacks on a loopback address, behind the user's own TLS proxy. A genuine one says no
// more than "go and look": nothing in it is used. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "callback/address.hpp"
#include "callback/signature.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>

namespace anb::callback {

class Listener {
public:
    /// Largest body in bytes; more is answered with 413 and not read.
    static constexpr std::size_t k_largest_body = 1024 * 1024;

    /// Binds and listens at once. POST on any path is answered with 204 when it is genuine, 400
    /// when it is incomplete, otherwise 401. The very same callback again is answered with 204 and
    /// counts once.
    /// @throws Error{usage} ANB-S650 when the address is not loopback, Error{unavailable} ANB-S651
    ///         when it cannot be had, Error{configuration} ANB-S652 for a secret of another length
    ///         than FIT-Connect allows
    Listener(const Address& address, base::SecretString secret,
             std::function<base::UtcTime()> clock);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    int port() const;
    /// "http://127.0.0.1:8081"
    std::string url() const;

    /// Waits for a genuine callback, at most this long. @return true when one came since the last
    /// call
    bool wait(std::chrono::milliseconds time);
    /// How many were refused since the last call, by the reason.
    std::map<Verdict, std::uint64_t> take_refused();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace anb::callback
