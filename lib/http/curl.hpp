// The transport over libcurl: TLS 1.2 or newer with host name and chain always checked, proxy,
// time limits, and repetition of what is safe to repeat.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "http/transport.hpp"

namespace anb::http {

struct Options {
    std::string user_agent;            ///< "anbindung/0.1.0 (send-testantrag)"
    std::vector<std::string> ca_files; ///< PEM; trusted besides the system's store
    std::string proxy;                 ///< empty: https_proxy and no_proxy
    std::string proxy_secret_file;     ///< "user:password" in a file
    std::chrono::seconds connect_timeout{10};
    std::chrono::seconds stall_timeout{30}; ///< no progress for this long ends the request
    /// One command: the time spent inside send(), all requests together. What a caller waits
    /// between two requests does not count.
    std::chrono::seconds total_timeout{600};
    int retries = 5;
    std::chrono::seconds retry_max_time{60};     ///< one request: its waits between tries together
    std::chrono::milliseconds retry_delay{1000}; ///< before the first repetition; then doubling
    /// Lines for -vv: method, address, status, duration; never secrets. Called by one thread at a
    /// time.
    std::function<void(const std::string& line)> trace;
    /// Asked at least ten times a second by each thread; true stops with Error{try_later} ANB-N308.
    std::function<bool()> cancelled;
    /// Turns a wait that the service asks for into a point in time.
    std::function<base::UtcTime()> clock = base::now;
};

/// Repeats only requests marked repeatable – after a lost connection, a time limit, or an answer
/// 408, 429, 500, 502, 503 or 504 – plus, at most twice, those that certainly never left (name not
/// found, connection refused or lost before anything was sent), and any request that was refused
/// with 429. Waits grow and are randomised;
/// Retry-After and RateLimit-Reset are obeyed up to retry_max_time, beyond it Error{try_later}
/// ANB-N309 names the time from which a call makes sense. When the repetitions are used up, the
/// last answer is returned or the last failure thrown. After an answer with RateLimit-Remaining 0
/// the next request to this host waits until RateLimit-Reset, under the same bound.
///
/// Connections are kept and used again, except for requests that are not repeatable: they get a
/// new one, because a connection that the server has closed meanwhile leaves open what happened.
///
/// May be used from several threads at once; each call in progress has a connection of its own.
class CurlTransport : public Transport {
public:
    /// @throws Error ANB-N312, ANB-N313, or as base::read_file()
    explicit CurlTransport(Options options);
    ~CurlTransport() override;
    Response send(const Request& request) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace anb::http
