// SPDX-License-Identifier: EUPL-1.2

#include "base/time.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>

namespace anb::base {

namespace {

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size()) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

std::chrono::year_month_day civil(UtcTime time)
{
    return std::chrono::floor<std::chrono::days>(time);
}

/// Seconds east of UTC of "Z", "+02:00" and the like.
std::optional<int> zone(std::string_view text)
{
    if (text == "Z" || text == "z") {
        return 0;
    }
    const auto hours = digits(text, 1, 2);
    const auto minutes = digits(text, 4, 2);
    if (text.size() != 6 || text[3] != ':' || (text[0] != '+' && text[0] != '-') || !hours ||
        !minutes || *hours > 23 || *minutes > 59) {
        return std::nullopt;
    }
    return (text[0] == '-' ? -1 : 1) * (*hours * 3600 + *minutes * 60);
}

} // namespace

UtcTime now()
{
    return std::chrono::floor<Seconds>(std::chrono::system_clock::now());
}

std::optional<UtcTime> parse_time(std::string_view text)
{
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) {
        return std::nullopt;
    }
    const auto midnight = UtcTime(std::chrono::sys_days(date));
    if (text.size() == 10) {
        return midnight;
    }
    const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2),
               second = digits(text, 17, 2);
    if (!hour || !minute || !second || (text[10] != 'T' && text[10] != 't' && text[10] != ' ') ||
        text[13] != ':' || text[16] != ':' || *hour > 23 || *minute > 59 || *second > 60) {
        return std::nullopt;
    }
    auto rest = text.substr(19);
    if (rest.starts_with('.')) {
        const auto end = rest.find_first_not_of("0123456789", 1);
        if (end == 1 || end == std::string_view::npos) {
            return std::nullopt;
        }
        rest.remove_prefix(end);
    }
    const auto offset = zone(rest);
    if (!offset) {
        return std::nullopt;
    }
    return midnight + Seconds(*hour * 3600 + *minute * 60 + *second - *offset);
}

std::optional<Seconds> parse_duration(std::string_view text)
{
    std::int64_t count = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (fault != std::errc() || count < 0) {
        return std::nullopt;
    }
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    std::int64_t factor = 0;
    if (unit.empty() || unit == "s") {
        factor = 1;
    } else if (unit == "m") {
        factor = 60;
    } else if (unit == "h") {
        factor = 3600;
    } else if (unit == "d") {
        factor = 86400;
    } else {
        return std::nullopt;
    }
    if (count > std::numeric_limits<std::int32_t>::max()) {
        return std::nullopt;
    }
    return Seconds(count * factor);
}

std::string format_time(UtcTime time)
{
    const auto midnight = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock{time - midnight};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", format_date(time), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

std::string format_date(UtcTime time)
{
    const auto date = civil(time);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::int64_t days_between(UtcTime from, UtcTime until)
{
    return std::chrono::floor<std::chrono::duration<std::int64_t, std::ratio<86400>>>(until - from)
        .count();
}

} // namespace anb::base
