// SPDX-License-Identifier: EUPL-1.2

#include "unit/fitconnect/bench.hpp"

#include <doctest/doctest.h>

using namespace anb;
using bench::code_of;
using fitconnect::Ars;
using fitconnect::DestinationId;
using fitconnect::LeikaKey;
using fitconnect::region_covers;

TEST_CASE("fitconnect::Id: takes a UUID in any spelling and keeps the canonical one")
{
    const auto id = DestinationId::parse("3FA85F6457174562B3FC2C963F66AFA6");
    CHECK(id.str() == bench::k_id);
    CHECK(id.brief() == "3fa85f64");
    CHECK(id == DestinationId::parse(bench::k_id));
    CHECK(DestinationId().empty());
    for (const auto* text : {"", "3fa85f64", "3fa85f64-5717-4562-b3fc-2c963f66afaX",
                             "3fa85f64-5717-4562-b3fc-2c963f66afa6 "}) {
        CHECK(code_of([&] { DestinationId::parse(text); }) == "ANB-F330");
    }
}

TEST_CASE("fitconnect::Ars: tells an AGS from a wrong number")
{
    for (const auto* text : {"05", "059", "05999", "059990000", "059990000000"}) {
        CHECK(Ars::parse(text).str() == text);
    }
    CHECK(Ars::parse("DE05999").str() == "05999");
    CHECK(code_of([] { Ars::parse("05999000"); }) == "ANB-F320");
    for (const auto* text :
         {"", "DE", "5", "0599", "059990000x00", "05 999", "0599900000000", "٠٥"}) {
        CHECK(code_of([&] { Ars::parse(text); }) == "ANB-F321");
    }
}

TEST_CASE("fitconnect::LeikaKey: takes digits and URN")
{
    const auto key = LeikaKey::parse("99123456760610");
    CHECK(key.urn() == "urn:de:fim:leika:leistung:99123456760610");
    CHECK(LeikaKey::parse(key.urn()).str() == "99123456760610");
    for (const auto* text :
         {"", "9912345676061", "991234567606100", "98123456760610", "9912345676061x",
          "urn:de:fim:leika:leistung:", "urn:x:99123456760610"}) {
        CHECK(code_of([&] { LeikaKey::parse(text); }) == "ANB-F322");
    }
}

TEST_CASE("fitconnect::region_covers: a region covers what begins with it")
{
    const auto place = Ars::parse("059990000000");
    for (const auto* region : {"DE", "DE05", "DE05999", "DE059990000000", "DE000000000000"}) {
        CHECK(region_covers(region, place));
    }
    for (const auto* region : {"", "05", "DE09", "DE0599900000001", "DE5", "de05", "DE05x"}) {
        CHECK_FALSE(region_covers(region, place));
    }
    CHECK_FALSE(region_covers("DE05999", Ars::parse("05")));
}

TEST_CASE("fitconnect::environment: configured addresses take the place of the built-in ones")
{
    const auto test = fitconnect::environment("test", nullptr);
    CHECK(test.submission_url == "https://test.fit-connect.fitko.dev/submission-api");
    CHECK(test.submission(1) == "https://submission-api-testing.fit-connect.fitko.dev");
    CHECK(test.allows_self_signed());
    CHECK_FALSE(test.is_production());
    CHECK_FALSE(fitconnect::environment("stage", nullptr).allows_self_signed());

    const auto prod = fitconnect::environment("prod", [](std::string_view name) {
        return name == "portal_url" ? std::optional<std::string>("https://portal.example/a//")
                                    : std::nullopt;
    });
    CHECK(prod.is_production());
    CHECK(prod.portal_url == "https://portal.example/a");
    CHECK(prod.token_url == "https://auth-prod.fit-connect.fitko.net/token");
    CHECK(code_of([] { fitconnect::environment("tset", nullptr); }) == "ANB-G123");
}

TEST_CASE("fitconnect::host_of: finds the host of an address")
{
    CHECK(fitconnect::host_of("https://A.Example:8443/x?y#z") == "a.example");
    CHECK(fitconnect::host_of("a.example") == "a.example");
    CHECK(fitconnect::host_of("https://a.example@b.example/") == "b.example");
    CHECK(fitconnect::host_of("https://[::1]:1/") == "[::1]");
    CHECK(fitconnect::host_of("https://A.example.:8443/x") == "a.example");
    CHECK(fitconnect::host_of("").empty());
}
