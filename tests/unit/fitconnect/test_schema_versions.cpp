// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/schema_versions.hpp"
#include "unit/fitconnect/bench.hpp"

#include <doctest/doctest.h>

using namespace anb;
using bench::code_of;

namespace {

const std::string k_standard = "urn:xoev-de:d-nrw:standard:xsozialbasis";

base::UtcTime day(const char* text)
{
    return base::parse_time(text).value();
}

fitconnect::SchemaVersions versions()
{
    return fitconnect::SchemaVersions::parse(R"({"standards": [{"standard":
        "urn:xoev-de:d-nrw:standard:xsozialbasis", "versions": [{"version": "2.9.0"},
        {"version": "2.10.0", "since": "2026-11-01"}, {"version": "2.11.0", "since": "2027-05-01"}]}]})",
                                             "list");
}

} // namespace

TEST_CASE("fitconnect::parse_schema_uri: takes standard, version and message apart")
{
    const auto plain = fitconnect::parse_schema_uri(k_standard + "_2.3.1");
    REQUIRE(plain);
    CHECK(plain->standard == k_standard);
    CHECK(plain->version == "2.3.1");
    CHECK(plain->brief() == "xsozialbasis_2.3.1");
    const auto message = fitconnect::parse_schema_uri(k_standard + "_2.3.1#antrag.0200");
    REQUIRE(message);
    CHECK(message->message == "antrag.0200");
    CHECK(message->uri() == k_standard + "_2.3.1#antrag.0200");
    for (const auto* wrong : {"", "urn:x:y", "xsozialbasis_2.3.1", "urn:x:_1", "urn:x:y_",
                              "urn:x:y_a", "https://example.org/schema_1.0"}) {
        CAPTURE(wrong);
        CHECK(!fitconnect::parse_schema_uri(wrong));
    }
}

TEST_CASE("fitconnect::SchemaName: versions are numbers, standards are not mixed")
{
    const fitconnect::SchemaName nine{k_standard, "2.9.0", {}};
    CHECK(nine.older_than({k_standard, "2.10.0", {}}));
    CHECK(!nine.older_than({k_standard, "2.9.0", {}}));
    CHECK(!nine.older_than({"urn:xoev-de:bmk:standard:xbau", "3.0", {}}));
}

TEST_CASE("fitconnect::resolve_schema: completes a short name by what is at hand, then by the list")
{
    const auto short_name = [](const char* text, std::vector<std::string> at_hand) {
        return fitconnect::resolve_schema(text, at_hand, versions()).uri();
    };
    CHECK(short_name("xsozialbasis_2.4.0", {}) == k_standard + "_2.4.0");
    CHECK(short_name("xbau_2.2", {"urn:xoev-de:bmk:standard:xbau_2.1#a"}) ==
          "urn:xoev-de:bmk:standard:xbau_2.2");
    CHECK(short_name("urn:any:thing_1", {}) == "urn:any:thing_1");
    for (const auto* wrong : {"xbau_2.2", "xsozialbasis", "2.3.1", "_2.3.1", "xsozialbasis_neu"}) {
        CAPTURE(wrong);
        CHECK(code_of([&] { short_name(wrong, {}); }) == "ANB-F225");
    }
}

TEST_CASE("fitconnect::require_known: a typing error does not pass, nor a version to come")
{
    const auto known = versions();
    const auto demand = [&](const char* version, const char* at) {
        return code_of([&] {
            fitconnect::require_known({k_standard, version, {}}, known, day(at));
        });
    };
    CHECK(demand("2.9.0", "2026-01-01") == "nothing");
    CHECK(demand("2.10.0", "2026-11-01") == "nothing");
    CHECK(demand("2.10.0", "2026-10-31") == "ANB-F227");
    CHECK(demand("2.12.0", "2030-01-01") == "ANB-F226");
    CHECK(known.current(k_standard, day("2026-12-01"))->schema.version == "2.10.0");
    CHECK(known.current(k_standard, day("2026-10-31")) == nullptr);
    CHECK(known.current("urn:other", day("2026-12-01")) == nullptr);
    CHECK(!fitconnect::SchemaVersions::shipped().all().empty());
}

TEST_CASE("fitconnect::SchemaVersions: damaged lists are refused")
{
    for (
        const auto* wrong :
        {"{}", "[]", R"({"standards": [{"standard": "u", "versions": [{"version": "x"}]}]})",
         R"({"standards": [{"standard": "u", "versions": [{"version": "1", "since": "soon"}]}]})"}) {
        CAPTURE(wrong);
        CHECK(code_of([&] { fitconnect::SchemaVersions::parse(wrong, "list"); }) == "ANB-G302");
    }
}

TEST_CASE("fitconnect::next_xoev_date: 1 May and 1 November")
{
    const auto next = [](const char* at) {
        return base::format_date(fitconnect::next_xoev_date(day(at)));
    };
    CHECK(next("2026-11-26") == "2027-05-01");
    CHECK(next("2027-04-30T23:59:59Z") == "2027-05-01");
    CHECK(next("2027-05-01") == "2027-11-01");
    CHECK(next("2027-12-31") == "2028-05-01");
}
