// One question to clamd, on one connection.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "scan/scanner.hpp"

#include <optional>
#include <string>

namespace anb::scan::detail {

/// Why there is no answer: "no_connection", "timeout", "bad_answer".
struct Failure {
    const char* reason;
};

/// Sends and receives within the limits. Everything throws Failure.
class Connection {
public:
    Connection(const Address& address, const Limits& limits);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// @return false when the other side takes no more: it has answered or gone
    bool send(base::ByteView bytes);
    bool send(std::string_view text) { return send(base::as_bytes(text)); }
    /// True when the other side has said something before it was asked to.
    bool has_spoken() const;
    /// Says that nothing more is sent, so that the other side ends as well.
    void stop_sending();
    /// The one answer: text without control characters that ends with a zero byte and the end of
    /// the connection.
    std::string receive();

private:
    void wait_for(short events);

    using Clock = std::chrono::steady_clock;
    int m_socket = -1;
    std::chrono::milliseconds m_silence;
    Clock::time_point m_end;
};

} // namespace anb::scan::detail
