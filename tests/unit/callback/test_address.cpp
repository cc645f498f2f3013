// Tests of callback/address.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "callback/address.hpp"

#include <doctest/doctest.h>

using namespace anb::callback;

TEST_CASE("callback::is_loopback: this machine only")
{
    for (const auto* host : {"127.0.0.1", "127.8.9.1", "::1", "localhost"}) {
        CAPTURE(host);
        CHECK(is_loopback(host));
    }
    for (const auto* host :
         {"0.0.0.0", "::", "192.0.2.1", "example.org", "", "127.0.0.1.example"}) {
        CAPTURE(host);
        CHECK_FALSE(is_loopback(host));
    }
}

TEST_CASE("callback::parse_address: host and port")
{
    const auto address = parse_address("127.0.0.1:8081");
    REQUIRE(address.has_value());
    CHECK(address->host == "127.0.0.1");
    CHECK(address->port == 8081);
    CHECK(parse_address("[::1]:0")->host == "::1");
    for (const auto* text : {"127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", ":80",
                             "::1:80", "127.0.0.1:80x", ""}) {
        CAPTURE(text);
        CHECK_FALSE(parse_address(text).has_value());
    }
}
