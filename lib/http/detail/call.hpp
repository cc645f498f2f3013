// One call of the curl transport, and what the calls of several threads share.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "http/curl.hpp"
#include "http/detail/exchange.hpp"
#include "http/detail/trust.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace anb::http::detail {

using Clock = std::chrono::steady_clock;

/// What libcurl needs for one transfer at a time; connections are kept in it.
struct Wire {
    Multi multi;
    Easy easy;
};

/// Until when a host wants to be left in peace, and the status of the answer that said so.
struct Rest {
    Clock::time_point until;
    int status = 0;
};

/// What all calls of a transport share; every function may be called from several threads.
class Shared {
public:
    /// @throws as CurlTransport()
    explicit Shared(Options options);

    /// Begins a call; end() gives the wire back for the next one.
    Wire begin();
    void end(Wire wire) noexcept;

    /// What is left of Options::total_timeout; the time in which several calls go on counts once.
    std::chrono::milliseconds left();
    /// The rest that a host asked for and that is not over.
    std::optional<Rest> rest_of(const Target& target);
    void note_rest(const Response& response, const Target& target);
    /// Hands a line to Options::trace.
    void trace(const std::string& line);

    Options options;
    std::string certificates;
    ProxyLogin proxy_login;

private:
    std::mutex m_mutex;
    std::vector<Wire> m_idle;
    int m_busy = 0;
    Clock::time_point m_busy_since;
    std::chrono::milliseconds m_used{0}; ///< until m_busy_since
    std::map<std::string, Rest> m_rests; ///< by the host's name
    std::mutex m_trace_mutex;
};

/// One try: an answer or an error, and what it means for another try.
struct Outcome {
    std::optional<Response> response;
    std::optional<base::Error> error;
    std::string redirect;
    bool sent = false;
    bool consumed = false;
};

class Call {
public:
    explicit Call(Shared& shared) : m_shared(shared), m_wire(shared.begin()) {}
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;
    ~Call() { m_shared.end(std::move(m_wire)); }

    /// @throws as Transport::send()
    Response send(const Request& request);

private:
    bool is_cancelled() const { return m_shared.options.cancelled && m_shared.options.cancelled(); }
    base::Error stopped(const Target& target, bool sent) const;
    void trace(const Request& request, const std::string& result, Clock::time_point begin) const;
    void configure(const Request& request) const;
    CURLcode transfer(const Target& target, const Exchange& exchange) const;
    Outcome attempt(const Request& request, const Target& target) const;
    Outcome follow(Request request, const Target& target) const;
    bool may_repeat(const Request& request, const Outcome& outcome, int attempts) const;
    std::optional<std::chrono::milliseconds> pause(const Request& request, const Outcome& outcome,
                                                   int attempts, const Target& target) const;
    void rest(const Request& request, const Target& target) const;
    void wait(std::chrono::milliseconds time, const Target& target, bool sent) const;

    Shared& m_shared;
    Wire m_wire;
    std::chrono::milliseconds m_waited{0}; ///< between tries
};

} // namespace anb::http::detail
