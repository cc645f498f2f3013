// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "fitconnect/routing.hpp"
#include "jose/jws.hpp"
#include "unit/fitconnect/bench.hpp"
#include "unit/fitconnect/demo_case.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace anb;
using bench::get;
using demo::code_of;
using fitconnect::Ars;
using fitconnect::DestinationId;
using fitconnect::LeikaKey;

namespace {

const std::string k_portal = "https://portal_url.example";
const std::string k_keys_url = k_portal + "/.well-known/jwks.json";
const std::string k_routes_url =
    "https://routing_url.example/v2/"
    "routes?leikaKey=99123456760610&ars=059990000000&limit=500&offset=0";

json::Value payload()
{
    return {{"submissionHost", "submission_url.example"},
            {"iss", k_portal},
            {"services",
             {{{"gebietIDs", {"urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:05999"}},
               {"leistungIDs", {"urn:de:fim:leika:leistung:99123456760610"}}}}},
            {"destinationId", bench::k_id},
            {"iat", 1768470007},
            {"jti", "b75b3804-bfc1-4661-b040-d22fdf235fb3"}};
}

std::string sign(const json::Value& claims, const json::Value& more = json::Value::object())
{
    json::Value header = {{"typ", "JWT"}, {"alg", "PS512"}, {"kid", "portal-1"}};
    header.update(more);
    return jose::sign_compact(header, json::dump(claims), bench::key());
}

std::string key_set(std::string alg = "PS512", std::string operation = "verify")
{
    auto jwk = bench::jwk(fitconnect::KeyRole::signature, "portal-1");
    jwk.alg = std::move(alg);
    jwk.key_ops = {std::move(operation)};
    jwk.x5c.clear();
    return json::dump({{"keys", {jose::to_json(jwk)}}});
}

std::string refusal(const std::string& compact, const std::string& keys = key_set())
{
    bench::Recorded recorded({get(k_keys_url, keys)});
    return code_of([&] { fitconnect::verify_addressing(recorded.api, compact); });
}

std::vector<std::string> codes(const base::Report& report)
{
    std::vector<std::string> all;
    for (const auto& finding : report.findings) {
        all.push_back(finding.code);
    }
    return all;
}

std::vector<std::string> judge(const json::Value& claims)
{
    bench::Recorded recorded({get(k_keys_url, key_set())});
    return codes(
        fitconnect::check_addressing(fitconnect::verify_addressing(recorded.api, sign(claims)),
                                     DestinationId::parse(bench::k_id), Ars::parse("059990000000"),
                                     LeikaKey::parse("99123456760610"), bench::environment()));
}

std::string routes(const std::vector<std::string>& ids)
{
    auto array = json::Value::array();
    for (const auto& id : ids) {
        auto claims = payload();
        claims["destinationId"] = id;
        array.push_back({{"destinationId", id},
                         {"destinationSignature", sign(claims)},
                         {"destinationName", "Stadt Musterstadt"}});
    }
    return json::dump(
        {{"count", ids.size()}, {"offset", 0}, {"totalCount", ids.size()}, {"routes", array}});
}

struct Asked {
    base::Report report;
    std::vector<fitconnect::VerifiedRoute> routes;
};

Asked ask(const std::vector<std::string>& ids, const std::optional<DestinationId>& own = {})
{
    std::deque<http::RecordedTransport::Exchange> exchanges = {get(k_routes_url, routes(ids))};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        exchanges.push_back(get(k_keys_url, key_set()));
    }
    bench::Recorded recorded(std::move(exchanges));
    Asked asked;
    asked.routes = fitconnect::resolve_route(recorded.api, {"059990000000", {}, {}},
                                             LeikaKey::parse("99123456760610"), own, asked.report);
    return asked;
}

} // namespace

TEST_CASE("fitconnect::parse_addressing: reads the sample of the portal")
{
    const auto folder = demo::reference();
    if (!folder) {
        MESSAGE("the reference is not here");
        return;
    }
    const auto sample = demo::text(*folder / "sample-destination-signature.jws.txt");
    const auto information = fitconnect::parse_addressing(sample);
    CHECK(information.issuer == "https://portal.auth-dev.fit-connect.fitko.dev");
    CHECK(information.submission_host == "submission-api-dev.fit-connect.fitko.dev");
    CHECK(information.destination.str() == "ac715f34-333e-41f4-9bb5-186b309ea233");
    CHECK(base::format_time(information.issued_at) == "2021-11-25T18:04:41Z");
    REQUIRE(information.services.size() == 1);
    const auto report = fitconnect::check_addressing(
        information, information.destination, Ars::parse("120645410410"),
        LeikaKey::parse("99134005017000"), bench::environment());
    CHECK(codes(report) == std::vector<std::string>{"ANB-F304"});
    CHECK(refusal(sample) == "ANB-F301");
}

TEST_CASE("fitconnect::verify_addressing: accepts what the portal signed")
{
    bench::Recorded recorded({get(k_keys_url, key_set())});
    const auto information = fitconnect::verify_addressing(recorded.api, sign(payload()));
    CHECK(information.destination.str() == bench::k_id);
    CHECK(information.kid == "portal-1");
    CHECK(recorded.transport.sent().at(0).headers.size() == 1);
}

TEST_CASE("fitconnect::verify_addressing: everything else is not trusted")
{
    const auto good = sign(payload());
    auto broken = good;
    broken.back() = broken.back() == 'A' ? 'Q' : 'A';
    auto claims = payload();
    claims["destinationId"] = "4fa85f64-5717-4562-b3fc-2c963f66afa6";
    const auto other = sign(claims);
    const auto exchanged = good.substr(0, good.find('.')) +
                           other.substr(other.find('.'), other.rfind('.') - other.find('.')) +
                           good.substr(good.rfind('.'));
    for (const auto& compact :
         {std::string(), std::string("a.b.c"), good + ".x", good + "\n", broken, exchanged,
          sign(payload(), {{"kid", "portal-2"}}), sign(payload(), {{"kid", ""}}),
          sign(payload(), {{"typ", "secevent+jwt"}}), sign(json::Value::object()), sign("text")}) {
        CHECK(refusal(compact) == "ANB-F301");
    }
    for (const auto* issuer : {"https://portal_url.example.evil", "https://evil.example", "",
                               "http://portal_url.example"}) {
        claims = payload();
        claims["iss"] = issuer;
        CHECK(refusal(sign(claims)) == "ANB-F301");
    }
    claims = payload();
    claims["iat"] = -1;
    CHECK(refusal(sign(claims)) == "ANB-F301");
    claims["iat"] = 9'000'000'000'000'000'000;
    CHECK(refusal(sign(claims)) == "ANB-F301");
    CHECK(refusal(good, key_set("RS256")) == "ANB-F301");
    CHECK(refusal(good, key_set("PS512", "wrapKey")) == "ANB-F301");
    CHECK(refusal(good, R"({"keys":[]})") == "ANB-F301");
}

TEST_CASE("fitconnect::verify_addressing: a short key of the portal is not trusted")
{
    static const auto k_short = crypto::PrivateKey::generate_rsa(2048);
    const jose::PublicJwk jwk{.key = k_short.public_key(),
                              .kid = "portal-1",
                              .alg = "PS512",
                              .use = {},
                              .key_ops = {"verify"},
                              .x5c = {}};
    const auto compact = jose::sign_compact({{"typ", "jwt"}, {"alg", "PS512"}, {"kid", "portal-1"}},
                                            json::dump(payload()), k_short);
    CHECK(refusal(compact, json::dump({{"keys", {jose::to_json(jwk)}}})) == "ANB-F301");
}

TEST_CASE("fitconnect::check_addressing: compares with the question")
{
    CHECK(judge(payload()).empty());
    auto claims = payload();
    claims["destinationId"] = "4fa85f64-5717-4562-b3fc-2c963f66afa6";
    CHECK(judge(claims) == std::vector<std::string>{"ANB-F302"});
    claims = payload();
    claims["services"][0]["leistungIDs"] = {"urn:de:fim:leika:leistung:99000000000000"};
    CHECK(judge(claims) == std::vector<std::string>{"ANB-F303"});
    claims = payload();
    claims["services"][0]["gebietIDs"] = {
        "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:09"};
    CHECK(judge(claims) == std::vector<std::string>{"ANB-F303"});
    claims["services"] = json::Value::array();
    CHECK(judge(claims) == std::vector<std::string>{"ANB-F303"});
    claims = payload();
    claims["submissionHost"] = "submission_v1_url.example";
    CHECK(judge(claims) == std::vector<std::string>{"ANB-F306"});
    claims["submissionHost"] = "prod.fit-connect.fitko.net";
    CHECK(judge(claims) == std::vector<std::string>{"ANB-F304"});
}

TEST_CASE("fitconnect::check_addressing: service and region must stand in the same entry")
{
    auto claims = payload();
    auto second = claims["services"][0];
    claims["services"][0]["leistungIDs"] = {"urn:de:fim:leika:leistung:99000000000000"};
    second["gebietIDs"] = {"urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:09"};
    claims["services"].push_back(second);
    CHECK(judge(claims) == std::vector<std::string>{"ANB-F303"});
}

TEST_CASE("fitconnect::resolve_route: nobody, one, somebody else, several")
{
    const auto own = DestinationId::parse(bench::k_id);
    const std::string other = "4fa85f64-5717-4562-b3fc-2c963f66afa6";
    CHECK(codes(ask({}).report) == std::vector<std::string>{"ANB-F310", "ANB-F312"});
    const auto one = ask({bench::k_id}, own);
    CHECK(codes(one.report).empty());
    REQUIRE(one.routes.size() == 1);
    const auto document = fitconnect::to_json(one.routes[0]);
    CHECK(document.at("verified") == true);
    CHECK(fitconnect::read_destination_id({{"route", document}}, "-") == own);
    CHECK(codes(ask({other}, own).report) == std::vector<std::string>{"ANB-F311"});
    CHECK(codes(ask({bench::k_id, other}).report) == std::vector<std::string>{"ANB-F313"});
}

TEST_CASE("fitconnect::find_routes: asks with exactly one place")
{
    const auto leika = LeikaKey::parse("99123456760610");
    for (const fitconnect::Place& place : {fitconnect::Place{}, fitconnect::Place{"05", "05", {}},
                                           fitconnect::Place{{}, "05", "1"}}) {
        bench::Recorded recorded({});
        CHECK(code_of([&] { fitconnect::find_routes(recorded.api, place, leika); }) == "ANB-F326");
    }
    CHECK(fitconnect::parse_ags("05999000") == "05999000");
    for (const auto* text : {"", "059990000000", "0599900", "0599900x"}) {
        CHECK(code_of([&] { fitconnect::parse_ags(text); }) == "ANB-F325");
    }
}

TEST_CASE("fitconnect::find_routes: bears with answers that are none")
{
    const auto leika = LeikaKey::parse("99123456760610");
    for (const auto* body : {"[]", "{}", R"({"routes":[{}]})", R"({"routes":[1]})",
                             R"({"routes":[{"destinationId":"x","destinationSignature":"y"}]})"}) {
        bench::Recorded recorded({get(k_routes_url, body)});
        CHECK(code_of([&] {
                  fitconnect::find_routes(recorded.api, {"059990000000", {}, {}}, leika);
              }) == "ANB-G302");
    }
}

TEST_CASE("fitconnect::find_area: words apart, one area or none")
{
    const std::string url = "https://routing_url.example/v2/areas?areaSearchexpression=Bad&"
                            "areaSearchexpression=M%C3%BCster%2A&limit=500&offset=0";
    const auto find = [&](const char* areas) {
        bench::Recorded recorded({get(url, areas)});
        return fitconnect::find_area(recorded.api, " Bad  Müster*").id;
    };
    CHECK(find(R"({"areas":[{"id":"7","name":"Bad Münster","type":"Stadt"}]})") == "7");
    CHECK(find(R"({"areas":[{"id":7,"name":"Bad Münster"}]})") == "7");
    CHECK(code_of([&] { find(R"({"areas":[]})"); }) == "ANB-F323");
    CHECK(code_of([&] { find(R"({"areas":[{"id":"7","name":"a"},{"id":"8","name":"b"}]})"); }) ==
          "ANB-F324");
    bench::Recorded recorded({});
    CHECK(code_of([&] { fitconnect::find_area(recorded.api, "  "); }) == "ANB-F323");
}

TEST_CASE(
    "fitconnect::find_own_route: picks one's own among several, and asks nothing unanswerable")
{
    const auto url = "https://routing_url.example/v2/routes?leikaKey=99123456760610&ars=05999"
                     "&limit=500&offset=0";
    const std::string other = "7b0e9a52-0f0c-4f6c-8d6c-3e8d1c5c2f10";
    bench::Recorded both({get(url, routes({other, bench::k_id})), get(k_keys_url, key_set())});
    const auto route = fitconnect::find_own_route(both.api, bench::destination());
    REQUIRE(route);
    CHECK(route->addressing.destination.str() == bench::k_id);
    bench::Recorded none({get(url, routes({other}))});
    CHECK(!fitconnect::find_own_route(none.api, bench::destination()));
    auto odd = bench::destination();
    odd.services.front().regions = {"Musterstadt"};
    odd.services.push_back({"urn:de:govos:parent:s16", {"DE"}, {}});
    bench::Recorded silent({});
    CHECK(!fitconnect::find_own_route(silent.api, odd));
}
