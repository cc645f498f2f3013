// The transport over libcurl: TLS 1.2 or newer with host name and chain always checked, proxy,
// time limits, and repetition of what is safe to repeat.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "http/transport.hpp"

namespace anb::http {

struct Options {
    std::string user_agent;            ///< "anbindung/0.1.0 (send-testantrag)"
    std::vector<std::string> ca_files; ///< trusted besides the system's store
    std::string proxy;                 ///< empty: https_proxy and no_proxy
    std::string proxy_secret_file;     ///< "user:password" in a file
    std::chrono::seconds connect_timeout{10};
    std::chrono::seconds stall_timeout{30}; ///< no progress for this long ends the request
    std::chrono::seconds total_timeout{600}; ///< one command, all requests together
    int retries = 5;
    std::chrono::seconds retry_max_time{60};
    /// Lines for -vv: method, address, status, duration; never secrets.
    std::function<void(const std::string& line)> trace;
    /// Asked several times a second; true stops with Error{try_later} ANB-N308.
    std::function<bool()> cancelled;
};

/// Repeats only requests marked repeatable, plus those that certainly never left (name not found,
/// connection refused). Waits grow and are randomised; Retry-After and RateLimit-Reset are obeyed
/// up to retry_max_time, beyond it Error{try_later} ANB-N309 names the time from which a call
/// makes sense.
class CurlTransport : public Transport {
public:
    explicit CurlTransport(Options options);
    ~CurlTransport() override;
    Response send(const Request& request) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace anb::http
