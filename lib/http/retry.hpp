// When a request is worth another try, and how long to wait before it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "http/transport.hpp"

#include <chrono>
#include <optional>

namespace anb::http {

/// 408, 429, 500, 502, 503, 504.
bool worth_repeating(int status);

/// The wait that a service asks for, never negative: Retry-After in seconds or as a date (RFC 9110
/// §10.2.3), otherwise RateLimit-Reset in seconds. Dates count from the answer's own Date, so that
/// a wrong clock does no harm; without one from `now`. Unreadable values give nothing.
std::optional<base::Seconds> wanted_wait(const Response& response, base::UtcTime now);

/// How long nothing more is to be asked after an answer, whatever its status: RateLimit-Reset when
/// RateLimit-Remaining is 0. Nothing when there is no such limit.
std::optional<base::Seconds> wanted_rest(const Response& response);

/// The wait before repetition number `attempt` (from 0): `delay` doubled each time, at most 16
/// times `delay`, of which a random half is taken off.
std::chrono::milliseconds backoff(int attempt, std::chrono::milliseconds delay);

} // namespace anb::http
