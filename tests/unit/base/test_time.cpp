// Points in time, always UTC.
// SPDX-License-Identifier: EUPL-1.2

#include "base/time.hpp"

#include <doctest/doctest.h>

using namespace anb;

TEST_CASE("base::parse_time: reads dates and RFC 3339 with zone and fraction")
{
    const std::pair<const char*, const char*> cases[] = {
        {"2026-11-23", "2026-11-23T00:00:00Z"},
        {"2026-11-23T08:14:05Z", "2026-11-23T08:14:05Z"},
        {"2026-11-23T08:14:05.999z", "2026-11-23T08:14:05Z"},
        {"2026-11-23t08:14:05+02:00", "2026-11-23T06:14:05Z"},
        {"2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00Z"},
        {"2024-02-29", "2024-02-29T00:00:00Z"},
        {"2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"},
        {"0001-01-01", "0001-01-01T00:00:00Z"},
        {"9999-12-31T23:59:59-23:59", "10000-01-01T23:58:59Z"}};
    for (const auto& one : cases) {
        const auto time = base::parse_time(one.first);
        REQUIRE_MESSAGE(time, one.first);
        CHECK(base::format_time(*time) == one.second);
    }
}

TEST_CASE("base::parse_time: gives nothing for what cannot be")
{
    for (const auto* text : {"",
                             "2026",
                             "2026-02-29",
                             "2026-13-01",
                             "2026-00-01",
                             "2026-01-00",
                             "2026-04-31",
                             "2026-11-23T",
                             "2026-11-23T08:14",
                             "2026-11-23T08:14:05",
                             "2026-11-23T24:00:00Z",
                             "2026-11-23T08:60:00Z",
                             "2026-11-23T08:14:05.Z",
                             "2026-11-23T08:14:05+24:00",
                             "2026-11-23T08:14:05+0200",
                             "2026-11-23T08:14:05Zx",
                             "2026/11/23",
                             "2026-11-23 ",
                             "26-11-23",
                             "+026-11-23",
                             "2026-11-2x"}) {
        CHECK_MESSAGE(!base::parse_time(text), text);
    }
}

TEST_CASE("base::parse_duration: a whole number and a unit")
{
    CHECK(base::parse_duration("90")->count() == 90);
    CHECK(base::parse_duration("90s")->count() == 90);
    CHECK(base::parse_duration("30m")->count() == 1800);
    CHECK(base::parse_duration("8h")->count() == 28800);
    CHECK(base::parse_duration("14d")->count() == 1209600);
    for (const auto* text :
         {"", "m", "-1", "1.5h", "1 h", "1w", "1hh", "99999999999d", "99999999999999999999"}) {
        CHECK_MESSAGE(!base::parse_duration(text), text);
    }
}

TEST_CASE("base::days_between: rounds down, also below zero")
{
    const auto noon = *base::parse_time("2026-11-23T12:00:00Z");
    const auto at = [](const char* text) { return *base::parse_time(text); };
    CHECK(base::days_between(noon, at("2026-11-24T11:59:59Z")) == 0);
    CHECK(base::days_between(noon, at("2026-11-24T12:00:00Z")) == 1);
    CHECK(base::days_between(noon, at("2026-11-23T11:59:59Z")) == -1);
    CHECK(base::days_between(noon, noon) == 0);
}

TEST_CASE("base: Unix time goes both ways, before 1970 and after 2038 too")
{
    for (const std::int64_t seconds : {-2208988800LL, 0LL, 4294967296LL}) {
        CHECK(base::to_unix(base::from_unix(seconds)) == seconds);
    }
    CHECK(base::format_time(base::from_unix(-1)) == "1969-12-31T23:59:59Z");
    CHECK(base::format_date(base::from_unix(4294967296)) == "2106-02-07");
}
