// SPDX-License-Identifier: EUPL-1.2

#include "http/curl.hpp"

#include "http/detail/call.hpp"

namespace anb::http {

struct CurlTransport::State {
    detail::Shared shared;
};

CurlTransport::CurlTransport(Options options)
    : m_state(new State{detail::Shared(std::move(options))})
{
}

CurlTransport::~CurlTransport() = default;

Response CurlTransport::send(const Request& request)
{
    return detail::Call(m_state->shared).send(request);
}

} // namespace anb::http
