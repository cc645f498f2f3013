// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/destination.hpp"
#include "unit/fitconnect/bench.hpp"

#include <doctest/doctest.h>

using namespace anb;
using bench::code_of;
using bench::get;

namespace {

fitconnect::Destination parse(const std::string& text)
{
    const auto value = json::parse(text, "answer");
    return fitconnect::parse_destination(json::Reader(value, "answer"));
}

std::string destination_json(const std::string& name_of_services)
{
    return R"({"destinationId":"3FA85F64-5717-4562-B3FC-2C963F66AFA6","status":"active",
        "encryptionKid":"k1","metadataVersions":["1.5.0"],")" +
           name_of_services + R"(":[{"identifier":"URN:de:fim:leika:leistung:99123456760610",
        "regions":["DE05"],"submissionSchemas":[{"schemaUri":"urn:a","mimeType":"application/xml"}]}],
        "later":true})";
}

std::string read_id(const std::string& text)
{
    return fitconnect::read_destination_id(json::parse(text, "-"), "-").str();
}

} // namespace

TEST_CASE("fitconnect::parse_destination: reads v1 and v2 alike")
{
    for (const auto* name : {"services", "publicServices"}) {
        const auto destination = parse(destination_json(name));
        CHECK(destination.id.str() == bench::k_id);
        REQUIRE(destination.services.size() == 1);
        CHECK(destination.services[0].identifier == "urn:de:fim:leika:leistung:99123456760610");
        CHECK(destination.services[0].submission_schemas ==
              std::vector<fitconnect::SubmissionSchema>{{"urn:a", "application/xml"}});
        CHECK_FALSE(destination.contact);
    }
}

TEST_CASE("fitconnect::parse_destination: refuses what is none")
{
    for (
        const auto* text :
        {"{}", "[]", R"({"destinationId":"x","status":"active","encryptionKid":"k"})",
         R"({"destinationId":"3fa85f64-5717-4562-b3fc-2c963f66afa6","status":1,"encryptionKid":"k"})",
         R"({"destinationId":"3fa85f64-5717-4562-b3fc-2c963f66afa6","status":"active"})",
         R"({"destinationId":"3fa85f64-5717-4562-b3fc-2c963f66afa6","status":"active",
              "encryptionKid":"k","services":[{"regions":["DE"]}]})"}) {
        CHECK(code_of([&] { parse(text); }) == "ANB-G302");
    }
}

TEST_CASE("fitconnect::to_json: is read back as the same destination")
{
    const auto value = fitconnect::to_json(bench::destination());
    const auto again = fitconnect::parse_destination(json::Reader(value, "own"));
    CHECK(fitconnect::to_json(again) == value);
    CHECK(value.contains("publicServices"));
    CHECK_FALSE(value.at("contactInformation").contains("phone"));
}

TEST_CASE("fitconnect::fetch_destination: believes only an answer about the one asked for")
{
    const auto url = "https://submission_url.example/v2/destinations/" + bench::k_id;
    const auto id = fitconnect::DestinationId::parse(bench::k_id);
    bench::Recorded good({get(url, destination_json("publicServices"))});
    CHECK(fitconnect::fetch_destination(good.api, id).encryption_kid == "k1");

    auto other = destination_json("publicServices");
    other.replace(other.find("3FA8"), 4, "4FA8");
    bench::Recorded wrong({get(url, other)});
    CHECK(code_of([&] { fitconnect::fetch_destination(wrong.api, id); }) == "ANB-F341");
}

TEST_CASE("fitconnect::fetch_destination_key: demands the kid asked for")
{
    using fitconnect::KeyRole;
    const auto id = fitconnect::DestinationId::parse(bench::k_id);
    const auto url =
        "https://submission_v1_url.example/v1/destinations/" + bench::k_id + "/keys/a%2Fb%3Fc";
    const auto body = json::dump(jose::to_json(bench::jwk(KeyRole::encryption, "a/b?c")));
    bench::Recorded good({get(url, body)}, 1);
    CHECK(fitconnect::fetch_destination_key(good.api, id, "a/b?c").alg == "RSA-OAEP-256");

    const auto other = json::dump(jose::to_json(bench::jwk(KeyRole::encryption, "other")));
    bench::Recorded wrong({get(url, other)}, 1);
    CHECK(code_of([&] { fitconnect::fetch_destination_key(wrong.api, id, "a/b?c"); }) ==
          "ANB-F340");
}

TEST_CASE("fitconnect::read_destination_id: reads what show and route print")
{
    CHECK(read_id(R"({"destination":{"destinationId":"3fa85f64-5717-4562-b3fc-2c963f66afa6"}})") ==
          bench::k_id);
    CHECK(read_id(R"({"route":{"destination_id":"3fa85f64-5717-4562-b3fc-2c963f66afa6",
        "verified":true},"destination":{}})") == bench::k_id);
    for (const auto* text :
         {R"({"route":{"destination_id":"3fa85f64-5717-4562-b3fc-2c963f66afa6","verified":false}})",
          R"({"route":{"destination_id":"3fa85f64-5717-4562-b3fc-2c963f66afa6"}})",
          R"({"routes":[]})", R"({"destinations":[]})", R"({"destination":{"destinationId":""}})",
          "[]", "null"}) {
        CHECK(code_of([&] { read_id(text); }) == "ANB-G302");
    }
}
