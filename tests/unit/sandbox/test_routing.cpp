// SPDX-License-Identifier: EUPL-1.2

#include "base/bytes.hpp"
#include "bench.hpp"
#include "jose/jwk.hpp"
#include "jose/jws.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::sandbox;
using namespace anb::sandbox::testing;

namespace {

std::string routes(const std::string& query)
{
    return std::string("/routing-api/v2/routes?leikaKey=") + k_leika + "&" + query;
}

} // namespace

TEST_CASE("sandbox: an active destination is routed to, with signed addressing information")
{
    Bench bench;
    CHECK(bench.get(routes("ars=059990000000")).json().at("totalCount") == 0);
    const auto id = bench.active_destination();
    const auto found = bench.get(routes("ars=059990000000"));
    CHECK(found.status == 200);
    CHECK(found.headers.contains("ratelimit-limit"));
    CHECK(found.headers.contains("ratelimit-remaining"));
    CHECK(found.headers.contains("ratelimit-reset"));
    REQUIRE(found.json().at("count") == 1);
    const auto route = found.json().at("routes")[0];
    CHECK(route.at("destinationId") == id);

    const auto token = route.at("destinationSignature").get<std::string>();
    const auto keys = jose::parse_jwk_set(bench.get("/portal/.well-known/jwks.json").body, "jwks");
    const auto jws = jose::parse_jws(token, "token");
    CHECK(jws.typ == "jwt");
    CHECK(jws.kid == jose::thumbprint(keys.at(0).key));
    CHECK(jose::verify(jws, keys.at(0).key));
    CHECK(base::as_text(jws.payload).find("\\/") != std::string::npos);
    const auto payload = json::parse(base::as_text(jws.payload), "payload");
    CHECK(payload.at("iss") == bench.sandbox().address() + "/test/portal");
    CHECK(payload.at("submissionHost") == "127.0.0.1");
    CHECK(payload.at("destinationId") == id);
    CHECK(payload.at("services")[0].at("gebietIDs")[0] ==
          "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:059990000000");

    CHECK(bench.get(routes("ags=05999000")).json().at("count") == 1);
    CHECK(bench.get(routes("areaId=1002")).json().at("count") == 1);
    CHECK(bench.get(routes("areaId=77")).json().at("count") == 0);
    CHECK(bench.get(routes("ars=059980000000")).json().at("count") == 0);
    bench.send("PATCH", "/destination-api/v1/destinations/" + id, As::subscriber,
               R"({"status":"inactive"})", "application/merge-patch+json");
    CHECK(bench.get(routes("ars=059990000000")).json().at("count") == 0);
}

TEST_CASE("sandbox: a route keeps its text until a person enters a new one")
{
    Bench bench;
    const auto id = bench.active_destination();
    const auto path = "/portal/destinations/" + id + "/addressing";
    const auto exported = bench.get(path);
    CHECK(exported.status == 200);
    CHECK(exported.headers.at("content-type") == "text/plain");
    const auto before = bench.get(routes("ars=059990000000")).json().at("routes")[0];
    CHECK(before.at("destinationSignature") != exported.body.substr(0, exported.body.size() - 1));
    CHECK(bench.send("PUT", path, As::nobody, exported.body, "text/plain").status == 204);
    const auto after = bench.get(routes("ars=059990000000")).json().at("routes")[0];
    CHECK(after.at("destinationSignature").get<std::string>() + "\n" == exported.body);
}

TEST_CASE("sandbox: the Routing API demands exactly one place and a whole key")
{
    Bench bench;
    for (const auto* query :
         {"leikaKey=99123456760610", "ars=05", "leikaKey=99123&ars=05",
          "leikaKey=99123456760610&ars=0599", "leikaKey=99123456760610&ags=0599900",
          "leikaKey=99123456760610&areaId=x", "leikaKey=99123456760610&ars=05&ags=05",
          "leikaKey=99123456760610&ars=05&limit=0", "leikaKey=99123456760610&ars=05&ars=06"}) {
        CAPTURE(query);
        CHECK(bench.get(std::string("/routing-api/v2/routes?") + query).status == 400);
    }
    CHECK(bench.get("/routing-api/v1/info").json().at("version").at("major") == 2);
}

TEST_CASE("sandbox: areas are found by name, wildcard and postal code")
{
    Bench bench;
    const auto count = [&](const std::string& query) {
        const auto answer = bench.get("/routing-api/v2/areas?" + query);
        return answer.status == 200 ? answer.json().at("totalCount").get<int>() : -1;
    };
    CHECK(count("areaSearchexpression=Musterstadt") == 1);
    CHECK(count("areaSearchexpression=muster*") == 1);
    CHECK(count("areaSearchexpression=Beispiel*") == 3);
    CHECK(count("areaSearchexpression=Beispiel*&areaSearchexpression=59980") == 1);
    CHECK(count("areaSearchexpression=x") == -1);
    CHECK(count("areaSearchexpression=*") == -1);
    CHECK(count("") == -1);
}
