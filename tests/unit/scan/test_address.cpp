// SPDX-License-Identifier: EUPL-1.2

#include "scan/address.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

using namespace anb;

TEST_CASE("scan::parse_address: sockets and the loopback")
{
    CHECK(scan::parse_address("/run/clamav/clamd.ctl").path == "/run/clamav/clamd.ctl");
    for (const std::string text : {"127.0.0.1:3310", "localhost:3310"}) {
        const auto address = scan::parse_address(text);
        CHECK(address.host == "127.0.0.1");
        CHECK(address.port == 3310);
        CHECK(address.path.empty());
    }
    CHECK(scan::parse_address("127.8.0.1:1").host == "127.8.0.1");
    CHECK(scan::parse_address("[::1]:65535").host == "::1");
}

TEST_CASE("scan::parse_address: no other machine, and nothing malformed")
{
    for (const std::string text : {"",
                                   "clamd.ctl",
                                   "./clamd.ctl",
                                   "unix:/run/clamd.ctl",
                                   "localhost",
                                   "localhost:",
                                   "localhost:0",
                                   "localhost:65536",
                                   "localhost:-1",
                                   "localhost:+1",
                                   "localhost:3310 ",
                                   "localhost:33a",
                                   "192.168.1.5:3310",
                                   "10.0.0.1:3310",
                                   "0.0.0.0:3310",
                                   "[::]:3310",
                                   "::1:3310",
                                   "[::2]:3310",
                                   "[127.0.0.1:3310",
                                   "clamd.example:3310",
                                   "localhost.example:3310",
                                   ":3310",
                                   "2130706433:3310",
                                   "127.1:3310"}) {
        CAPTURE(text);
        CHECK(test::code_of([&] { scan::parse_address(text); }) == "ANB-S204");
    }
    CHECK(test::code_of([&] { scan::parse_address("/" + std::string(200, 'x')); }) == "ANB-S204");
}
