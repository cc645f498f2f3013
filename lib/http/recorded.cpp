// SPDX-License-Identifier: EUPL-1.2

#include "http/recorded.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <array>

namespace anb::http {

namespace {

std::string drain(const Request& request)
{
    std::string body;
    std::array<std::byte, 16384> buffer;
    const auto source = request.source();
    while (const std::size_t count = source(buffer)) {
        body += base::as_text(std::span(buffer).first(count));
    }
    if (request.source_size && *request.source_size != body.size()) {
        base::fail_internal(fmt::format("body source gave {} bytes, announced were {}", body.size(),
                                        *request.source_size));
    }
    return body;
}

} // namespace

Response RecordedTransport::send(const Request& request)
{
    if (m_expected.empty()) {
        base::fail_internal(
            fmt::format("request not expected: {} {}", request.method, request.url));
    }
    auto exchange = std::move(m_expected.front());
    m_expected.pop_front();
    if (exchange.method != request.method || exchange.url != request.url) {
        base::fail_internal(fmt::format("expected {} {}, got {} {}", exchange.method, exchange.url,
                                        request.method, request.url));
    }

    Request copy = request;
    if (request.source) {
        copy.body = drain(request);
    } else if (request.secret_body != nullptr) {
        copy.body = request.secret_body->reveal();
    }
    if (request.bearer != nullptr) {
        copy.headers.emplace_back("Authorization", request.bearer_scheme + " " +
                                                       std::string(request.bearer->reveal()));
    }
    copy.bearer = nullptr;
    copy.secret_body = nullptr;
    m_sent.push_back(std::move(copy));

    auto response = std::move(exchange.response);
    if (response.body.size() > request.max_response) {
        throw base::Error(base::ErrorKind::input, "ANB-N307",
                          {{"host", request.url}, {"sent", "yes"}});
    }
    if (request.sink && response.ok()) {
        request.sink(base::as_bytes(response.body));
        response.body.clear();
    }
    return response;
}

} // namespace anb::http
