// Tests of http/retry.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "http/retry.hpp"

#include <doctest/doctest.h>

using namespace anb;

namespace {

const auto k_now = *base::parse_time("2026-11-23T08:00:00Z");

std::optional<base::Seconds> wait(std::vector<std::pair<std::string, std::string>> headers)
{
    return http::wanted_wait({503, std::move(headers), ""}, k_now);
}

} // namespace

TEST_CASE("http::wanted_wait: reads seconds and dates")
{
    CHECK(wait({{"retry-after", "120"}}) == base::Seconds(120));
    CHECK(wait({{"retry-after", " 0 "}}) == base::Seconds(0));
    CHECK(wait({{"retry-after", "Mon, 23 Nov 2026 08:00:30 GMT"}}) == base::Seconds(30));
    CHECK(wait({{"retry-after", "Mon, 23 Nov 2026 07:00:00 GMT"}}) == base::Seconds(0));
    CHECK(wait({{"retry-after", "Wed, 01 Jan 2020 00:00:05 GMT"},
                {"date", "Wed, 01 Jan 2020 00:00:00 GMT"}}) == base::Seconds(5));
    CHECK(wait({{"ratelimit-reset", "17"}}) == base::Seconds(17));
    CHECK(wait({{"retry-after", "3"}, {"ratelimit-reset", "17"}}) == base::Seconds(3));
}

TEST_CASE("http::wanted_wait: passes over what it cannot read, and bounds what is absurd")
{
    CHECK(!wait({}));
    CHECK(!wait({{"retry-after", "soon"}}));
    CHECK(!wait({{"retry-after", "-1"}}));
    CHECK(!wait({{"ratelimit-reset", "1.5"}}));
    CHECK(wait({{"retry-after", "soon"}, {"ratelimit-reset", "4"}}) == base::Seconds(4));
    CHECK(wait({{"retry-after", "99999999999999999999999"}}) == base::Seconds(366 * 86400));
}

TEST_CASE("http::wanted_rest: only when no request is left")
{
    const auto rest = [](std::vector<std::pair<std::string, std::string>> headers) {
        return http::wanted_rest({200, std::move(headers), ""});
    };
    CHECK(rest({{"ratelimit-remaining", "0"}, {"ratelimit-reset", "17"}}) == base::Seconds(17));
    CHECK(!rest({{"ratelimit-remaining", "1"}, {"ratelimit-reset", "17"}}));
    CHECK(!rest({{"ratelimit-remaining", "none"}, {"ratelimit-reset", "17"}}));
    CHECK(!rest({{"ratelimit-remaining", "0"}}));
    CHECK(!rest({{"ratelimit-reset", "17"}}));
    CHECK(!rest({}));
}

TEST_CASE("http::backoff: doubles up to sixteen times and takes off at most half")
{
    using std::chrono::milliseconds;
    const milliseconds delay(1000);
    for (int round = 0; round < 50; ++round) {
        for (int attempt = 0; attempt < 70; ++attempt) {
            const auto full = delay * (1 << std::min(attempt, 4));
            const auto time = http::backoff(attempt, delay);
            CHECK(time >= full / 2);
            CHECK(time <= full);
        }
    }
}

TEST_CASE("http::worth_repeating: knows the temporary statuses")
{
    for (const int status : {408, 429, 500, 502, 503, 504}) {
        CHECK(http::worth_repeating(status));
    }
    for (const int status : {200, 301, 400, 401, 404, 409, 422, 501, 505}) {
        CHECK(!http::worth_repeating(status));
    }
}
