// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "bench.hpp"
#include "sandbox/body_faults.hpp"
#include "sandbox/faults.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <algorithm>

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

TEST_CASE("sandbox::Faults: reads what forges and exchanges bodies")
{
    auto faults = Faults::parse("* /a status=404\n"
                                "* /x nth=1 swap=yes forge=signatures oversize=7\n"
                                "* /x forge=keys swap=yes oversize=3\n",
                                "test");
    const auto effect = faults.next("GET", "/x");
    CHECK(effect.swaps == std::vector<std::size_t>{1, 2});
    CHECK(effect.forge_signatures);
    CHECK(effect.forge_keys);
    CHECK(effect.oversize == 7);
    for (const std::string action : {"swap=no", "swap=", "forge=all", "forge=", "oversize=0",
                                     "oversize=268435457", "oversize=x"}) {
        CAPTURE(action);
        CHECK(test::code_of([&] { Faults::parse("* /x " + action, "test"); }) == "ANB-G602");
    }
}

TEST_CASE("sandbox::SwappedAnswers: keeps the first answer for other addresses")
{
    SwappedAnswers swapped;
    CHECK(swapped.exchange(0, "/a?limit=1", "A") == "A");
    CHECK(swapped.exchange(0, "/a?limit=1", "A2") == "A2");
    CHECK(swapped.exchange(0, "/b?limit=1", "B") == "A");
    CHECK(swapped.exchange(1, "/b?limit=1", "B") == "B");
}

TEST_CASE("sandbox::forge_signatures: spoils each token's signature and nothing else")
{
    CHECK(forge_signatures(R"({"eventLog":["eyJhIjox.eyJiIjox.xxxxx","eyJh.eyJi.AAAAA"]})") ==
          R"({"eventLog":["eyJhIjox.eyJiIjox.xxAxx","eyJh.eyJi.AABAA"]})");
    CHECK(forge_signatures("eyJh.eyJi.x") == "eyJh.eyJi.A");
    for (const std::string text : {"", "eyJ", "eyJh.eyJi", "eyJh.eyJi.", "eyJh.eyJi.c.d",
                                   "eyJh.eyJi.c.d.e", "abc.def.ghi"}) {
        CHECK(forge_signatures(text) == text);
    }
}

TEST_CASE("sandbox::forge_keys: another modulus of the same size")
{
    const std::string modulus(683, 'q');
    const auto forged =
        forge_keys(R"({"keys":[{"e":"AQAB","n":")" + modulus + R"("},{"n":"AQAB"}]})");
    CHECK(forged.find(modulus) == std::string::npos);
    CHECK(std::count(forged.begin(), forged.end(), 'q') == 682);
    CHECK(forged.find(R"("n":"AQAB")") != std::string::npos);
    CHECK(forge_keys("\"n\":\"") == "\"n\":\"");
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
