// Tests of xoev/identity.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "xoev/identity.hpp"

#include <doctest/doctest.h>

using namespace anb;

TEST_CASE("xoev::compare_versions: number by number")
{
    CHECK(xoev::compare_versions("2.5.0", "2.5.0") == 0);
    CHECK(xoev::compare_versions("2.5", "2.5.0") == 0);
    CHECK(xoev::compare_versions("2.10", "2.9") > 0);
    CHECK(xoev::compare_versions("2.4.0.1", "2.4.0") > 0);
    CHECK(xoev::compare_versions("1.2", "1.10") < 0);
    CHECK(xoev::compare_versions("2.5.a", "2.5.b") < 0);
}

TEST_CASE("xoev::parse_version_urn: standard and version, with or without message")
{
    const auto plain = xoev::parse_version_urn("urn:xoev-de:d-nrw:standard:xsozialbasis_2.5.0");
    REQUIRE(plain);
    CHECK(plain->urn == "urn:xoev-de:d-nrw:standard:xsozialbasis");
    CHECK(plain->version == "2.5.0");
    CHECK(plain->version_urn() == "urn:xoev-de:d-nrw:standard:xsozialbasis_2.5.0");
    const auto message = xoev::parse_version_urn("urn:xoev-de:bmk:standard:xbau_2.2#antrag.0200");
    REQUIRE(message);
    CHECK(message->version == "2.2");
    for (const auto* wrong : {"", "urn:x:y", "xsozialbasis_2.5.0", "urn:x:y_", "urn:a_b:c"}) {
        CAPTURE(wrong);
        CHECK_FALSE(xoev::parse_version_urn(wrong));
    }
}

TEST_CASE("xoev::last_change_day: 1 May and 1 November")
{
    const auto day = [](const char* text) {
        return base::format_date(xoev::last_change_day(*base::parse_time(text)));
    };
    CHECK(day("2026-11-24") == "2026-11-01");
    CHECK(day("2026-11-01") == "2026-11-01");
    CHECK(day("2026-10-31") == "2026-05-01");
    CHECK(day("2026-05-01") == "2026-05-01");
    CHECK(day("2026-04-30") == "2025-11-01");
}

TEST_CASE("xoev::read_identity: from xs:appinfo, or nothing")
{
    const auto read = [](std::string_view inside) {
        const auto text = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>" +
                          std::string(inside) + "</xs:schema>";
        return xoev::read_identity(xml::read_schema_file(base::as_bytes(text), "a.xsd"));
    };
    const auto full =
        read("<xs:annotation><xs:appinfo><standard><nameKurz> XWasser </nameKurz>"
             "<kennung>urn:xoev-de:lgl:standard:xwasser</kennung></standard><versionStandard>"
             "<version>1.0.0</version></versionStandard></xs:appinfo></xs:annotation>");
    REQUIRE(full);
    CHECK(full->name == "XWasser");
    CHECK(full->version_urn() == "urn:xoev-de:lgl:standard:xwasser_1.0.0");
    CHECK_FALSE(read(""));
    CHECK_FALSE(read("<xs:annotation><xs:appinfo><standard/></xs:appinfo></xs:annotation>"));
}
