// Points in time, always UTC, and the spellings of them that occur in our files and options.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anb::base {

/// Whole seconds, UTC, 64 bits.
using UtcTime =
    std::chrono::time_point<std::chrono::system_clock, std::chrono::duration<std::int64_t>>;
using Seconds = std::chrono::duration<std::int64_t>;

/// The clock. Only tools read it, once per run; everything below takes time as a parameter.
UtcTime now();

/// Reads RFC 3339 ("2026-11-23T08:14:05Z", with zone or fraction) or a date ("2026-11-23", start
/// of that day in UTC). Impossible dates give nothing.
std::optional<UtcTime> parse_time(std::string_view text);

/// Reads a length of time: whole number and unit s, m, h or d ("30m"); no unit means seconds.
std::optional<Seconds> parse_duration(std::string_view text);

/// "2026-11-23T08:14:05Z"
std::string format_time(UtcTime time);

/// "2026-11-23"
std::string format_date(UtcTime time);

/// Whole days from `from` to `until`, rounded down; negative when it has passed.
std::int64_t days_between(UtcTime from, UtcTime until);

inline std::int64_t to_unix(UtcTime time)
{
    return time.time_since_epoch().count();
}
inline UtcTime from_unix(std::int64_t seconds)
{
    return UtcTime(Seconds(seconds));
}

} // namespace anb::base
