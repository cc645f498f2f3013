// The transport for unit tests: answers from a list, and what was asked for inspection.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "http/transport.hpp"

#include <deque>

namespace anb::http {

class RecordedTransport : public Transport {
public:
    struct Exchange {
        std::string method;
        std::string url;
        Response response;
    };
    explicit RecordedTransport(std::deque<Exchange> expected) : m_expected(std::move(expected)) {}

    /// Takes the next exchange; method and URL must be the expected ones, otherwise
    /// Error{internal}. Sources are drained, sinks are fed, max_response is enforced (ANB-N307).
    Response send(const Request& request) override;

    /// Everything sent so far; bodies of sources and secret bodies are copied into `body`, a bearer
    /// token into a header "Authorization".
    const std::vector<Request>& sent() const { return m_sent; }
    bool finished() const { return m_expected.empty(); }

private:
    std::deque<Exchange> m_expected;
    std::vector<Request> m_sent;
};

} // namespace anb::http
