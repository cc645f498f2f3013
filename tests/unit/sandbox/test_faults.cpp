// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "bench.hpp"
#include "sandbox/faults.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::sandbox;
using namespace anb::sandbox::testing;

TEST_CASE("sandbox::Faults: counts the requests that fit method and path")
{
    auto faults = Faults::parse("# comment\n\nPOST /a/* nth=2 status=503 retry_after=7\n", "test");
    CHECK(faults.size() == 1);
    CHECK_FALSE(faults.next("POST", "/a/b/c").status);
    CHECK_FALSE(faults.next("GET", "/a/b").status);
    const auto effect = faults.next("POST", "/a/b");
    REQUIRE(effect.status);
    CHECK(*effect.status == 503);
    REQUIRE(effect.headers.size() == 1);
    CHECK(effect.headers[0].second == "7");
    CHECK_FALSE(faults.next("POST", "/a/b").status);
}

TEST_CASE("sandbox::Faults: reads ranges, quotes and every action")
{
    auto faults =
        Faults::parse("* /x until=1 delay=2s \"replace=a b=>c \\\" d\" truncate=10 "
                      "stale_token=yes\n"
                      "* /x from=2 reset=before\n"
                      "* /x from=3 reset=after late_status=504 \"header=X-A: 1\" body=hallo "
                      "type=text/html\n",
                      "test");
    const auto first = faults.next("GET", "/x");
    CHECK(first.delay == std::chrono::milliseconds(2000));
    REQUIRE(first.replacements.size() == 1);
    CHECK(first.replacements[0] == std::pair<std::string, std::string>("a b", "c \" d"));
    CHECK(first.truncate == 10);
    CHECK(first.stale_token);
    CHECK_FALSE(first.reset_before);
    const auto second = faults.next("GET", "/x");
    CHECK(second.reset_before);
    CHECK_FALSE(second.reset_after);
    const auto third = faults.next("GET", "/x");
    CHECK(third.reset_after);
    CHECK(third.late_status == 504);
    CHECK(third.body == "hallo");
    CHECK(third.media_type == "text/html");
}

TEST_CASE("sandbox::Faults: percent draws the same sequence from the same seed")
{
    constexpr auto k_script = "* * percent=30 seed=42 status=500\n";
    auto left = Faults::parse(k_script, "test");
    auto right = Faults::parse(k_script, "test");
    int struck = 0;
    for (int i = 0; i < 1000; ++i) {
        const bool hit = left.next("GET", "/").status.has_value();
        CHECK(hit == right.next("GET", "/").status.has_value());
        struck += hit ? 1 : 0;
    }
    CHECK(struck > 220);
    CHECK(struck < 380);
}

TEST_CASE("sandbox::Faults: names the line of a fault in the script")
{
    for (const auto* line :
         {"GET", "GET /a", "GET a status=500", "GET /a status=999", "GET /a status=x",
          "GET /a nth=0 status=500", "GET /a reset=sometimes", "GET /a delay=5", "GET /a unknown=1",
          "GET /a percent=101 status=500", "GET /a \"body=x", "GET /a replace=x", "GET /a drip=5",
          "GET /a drip=0/1s", "GET /a drip=1/5", "GET /a delay=99999999999999999999s",
          "GET /a delay=18446744073709551615s"}) {
        CAPTURE(line);
        try {
            Faults::parse(std::string("# first\n") + line, "script");
            FAIL("accepted");
        } catch (const base::Error& error) {
            CHECK(error.code() == "ANB-G602");
            CHECK(error.values().at(1).second == "2");
        }
    }
}

TEST_CASE("sandbox: every fault strikes the servers of DVDV")
{
    Options options;
    options.faults = "* /test/dvdv/*/version nth=1 status=503 retry_after=1\n"
                     "* /test/dvdv/*/version nth=2 reset=before\n"
                     "* /test/dvdv/*/version nth=3 reset=after\n"
                     "* /test/dvdv/*/version nth=4 truncate=5\n"
                     "* /test/dvdv/*/version nth=5 body=<html> type=text/html\n"
                     "* /test/dvdv/*/version nth=6 status=204\n"
                     "* /test/dvdv/*/version nth=7 drip=20/30ms\n"
                     "* /test/dvdv/*/version nth=8 drip=20/30ms truncate=40\n"
                     "* /test/dvdv/*/version nth=9 delay=100ms\n";
    options.faults_origin = "test";
    Bench bench(options);
    const auto ask = [&](const char* server = "dvdv") {
        return bench.exchange("GET",
                              std::string("/test/") + server + "/intern/directory/v2/version", {});
    };
    const auto good = ask("dvdv-replica");
    CHECK(good.status == 200);
    const auto busy = ask();
    CHECK(busy.status == 503);
    CHECK(busy.headers.at("retry-after") == "1");
    for (int i = 2; i <= 4; ++i) {
        CHECK(ask().status == 0);
    }
    const auto page = ask();
    CHECK(page.body == "<html>");
    CHECK(page.headers.at("content-type") == "text/html");
    const auto nothing = ask();
    CHECK(nothing.status == 204);
    CHECK(nothing.body.empty());
    const auto before = std::chrono::steady_clock::now();
    CHECK(ask().body == good.body);
    CHECK(std::chrono::steady_clock::now() - before >= std::chrono::milliseconds(60));
    CHECK(ask().status == 0);
    CHECK(ask().body == good.body);
    CHECK(ask().body == good.body);
}

TEST_CASE("sandbox: faults strike real requests")
{
    Options options;
    options.faults = "GET /test/submission-api/v2/info nth=1 status=503 retry_after=1\n"
                     "GET /test/submission-api/v2/info nth=2 reset=before\n"
                     "GET /test/submission-api/v2/info nth=3 reset=after\n"
                     "GET /test/submission-api/v2/info nth=4 truncate=5\n"
                     "GET /test/submission-api/v2/info nth=5 \"replace=version=>other\"\n"
                     "GET /test/submission-api/v2/info nth=6 late_status=502\n"
                     "GET /test/destination-api/v1/destinations nth=2 stale_token=yes\n";
    options.faults_origin = "test";
    Bench bench(options);
    const auto path = "/submission-api/v2/info";
    const auto busy = bench.get(path);
    CHECK(busy.status == 503);
    CHECK(busy.headers.at("retry-after") == "1");
    CHECK(busy.headers.at("content-type") == "application/problem+json");
    CHECK(bench.get(path).status == 0);
    CHECK(bench.get(path).status == 0);
    CHECK(bench.get(path).status == 0);
    CHECK(bench.get(path).body.find("other") != std::string::npos);
    CHECK(bench.get(path).status == 502);
    CHECK(bench.get(path).status == 200);

    const auto list = "/destination-api/v1/destinations";
    CHECK(bench.get(list, As::subscriber).status == 200);
    CHECK(bench.get(list, As::subscriber).status == 401);
}
