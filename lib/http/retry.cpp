// SPDX-License-Identifier: EUPL-1.2

#include "http/retry.hpp"

#include "base/text.hpp"
#include "http/detail/handle.hpp"

#include <algorithm>
#include <charconv>
#include <random>

namespace anb::http {

namespace {

constexpr base::Seconds k_longest{std::int64_t{366} * 24 * 60 * 60};

std::optional<base::Seconds> parse_seconds(std::string_view text)
{
    text = base::trim(text);
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (text.empty() || end != text.data() + text.size() || seconds < 0) {
        return std::nullopt;
    }
    return error == std::errc::result_out_of_range ? k_longest
                                                   : std::min(base::Seconds(seconds), k_longest);
}

std::optional<base::UtcTime> parse_date(const std::string& text)
{
    const auto seconds = detail::curl().getdate(text.c_str(), nullptr);
    if (text.empty() || seconds < 0) {
        return std::nullopt;
    }
    return base::from_unix(seconds);
}

} // namespace

bool worth_repeating(int status)
{
    return status == 408 || status == 429 || status == 500 || (status >= 502 && status <= 504);
}

std::optional<base::Seconds> wanted_wait(const Response& response, base::UtcTime now)
{
    const auto retry_after = response.header("retry-after");
    if (const auto seconds = parse_seconds(retry_after)) {
        return seconds;
    }
    if (const auto date = parse_date(retry_after)) {
        const auto start = parse_date(response.header("date")).value_or(now);
        return std::clamp(*date - start, base::Seconds(0), k_longest);
    }
    return parse_seconds(response.header("ratelimit-reset"));
}

std::optional<base::Seconds> wanted_rest(const Response& response)
{
    return parse_seconds(response.header("ratelimit-remaining")) == base::Seconds(0)
               ? parse_seconds(response.header("ratelimit-reset"))
               : std::nullopt;
}

std::chrono::milliseconds backoff(int attempt, std::chrono::milliseconds delay)
{
    const auto full = delay.count() << std::clamp(attempt, 0, 4);
    std::random_device device;
    std::uniform_int_distribution<std::int64_t> random(full - full / 2, full);
    return std::chrono::milliseconds(random(device));
}

} // namespace anb::http
