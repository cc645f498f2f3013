// SPDX-License-Identifier: EUPL-1.2

#include "bench.hpp"
#include "crypto/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace anb;
using namespace anb::sandbox;
using namespace anb::sandbox::testing;

namespace {

constexpr const char* k_submissions = "/submission-api/v2/submissions";
constexpr const char* k_jose = "application/jose";

json::Value announcement(const std::string& destination,
                         const std::vector<std::string>& attachments = {})
{
    return {{"destinationId", destination},
            {"announcedAttachments", attachments},
            {"publicService",
             {{"name", "Testleistung"},
              {"identifier", std::string("urn:de:fim:leika:leistung:") + k_leika}}}};
}

std::string create(Bench& bench, const json::Value& document)
{
    const auto answer = bench.send("POST", k_submissions, As::sender, json::dump(document));
    REQUIRE_MESSAGE(answer.status == 201, answer.body);
    return answer.json().at("submissionId");
}

std::string parts(const std::string& metadata, const std::string& data)
{
    return json::dump({{"encryptedMetadata", metadata}, {"encryptedData", data}});
}

} // namespace

TEST_CASE("sandbox: a submission with an attachment travels through API v2")
{
    Bench bench;
    const auto destination = bench.active_destination();
    const auto attachment = crypto::random_uuid();
    const auto id = create(bench, announcement(destination, {attachment}));
    const auto path = k_submissions + ("/" + id);
    const auto [metadata, metadata_tag] = encrypted("{}", "application/json");
    const auto [data, data_tag] = encrypted("<antrag/>", "application/xml");
    const auto [file, file_tag] = encrypted(std::string(300000, 'x'), "application/pdf");

    CHECK(bench.get(path, As::subscriber).status == 404);
    CHECK(bench.send("PUT", path, As::sender, parts(metadata, data)).status == 422);
    const auto file_path = path + "/attachments/" + attachment;
    CHECK(bench.send("PUT", file_path, As::sender, file, "text/plain").status == 415);
    CHECK(bench.send("PUT", file_path, As::subscriber, file, k_jose).status == 403);
    CHECK(
        bench.send("PUT", path + "/attachments/" + crypto::random_uuid(), As::sender, file, k_jose)
            .status == 422);
    CHECK(bench.send("PUT", file_path, As::sender, file, k_jose).status == 204);
    CHECK(bench.send("PUT", file_path, As::sender, file, k_jose).status == 204);

    const auto sent = bench.send("PUT", path, As::sender, parts(metadata, data));
    CHECK(sent.status == 200);
    CHECK(sent.json().at("publicService").at("name") == "Testleistung");
    CHECK_FALSE(sent.json().contains("encryptedData"));
    CHECK(bench.send("PUT", path, As::sender, parts(metadata, data)).status == 422);
    CHECK(bench.send("PUT", file_path, As::sender, file, k_jose).status == 422);

    const auto list = bench.get(k_submissions, As::subscriber);
    CHECK(list.json().at("totalCount") == 1);
    CHECK(list.json().at("submissions")[0].at("submissionId") == id);
    CHECK(bench.get(k_submissions, As::other_subscriber).json().at("count") == 0);
    CHECK(bench.get(path, As::other_subscriber).status == 403);
    const auto fetched = bench.get(path, As::subscriber);
    CHECK(fetched.json().at("encryptedMetadata") == metadata);
    CHECK(fetched.json().at("encryptedData") == data);
    CHECK(fetched.json().at("attachments") == json::Value::array({attachment}));
    const auto downloaded = bench.get(file_path, As::subscriber);
    CHECK(downloaded.headers.at("content-type") == k_jose);
    CHECK(downloaded.body == file);
    CHECK(std::distance(std::filesystem::directory_iterator(bench.state() / "test/submissions"),
                        std::filesystem::directory_iterator()) == 1);
}

TEST_CASE("sandbox: an announcement with one fault is refused")
{
    Bench bench;
    const auto destination = bench.active_destination();
    const auto status = [&](const json::Value& document) {
        return bench.send("POST", k_submissions, As::sender, json::dump(document)).status;
    };
    const auto with = [&](const char* pointer, const json::Value& value) {
        auto document = announcement(destination);
        document[json::Value::json_pointer(pointer)] = value;
        return status(document);
    };
    CHECK(with("/destinationId", crypto::random_uuid()) == 404);
    CHECK(with("/destinationId", "keine") == 400);
    CHECK(with("/announcedAttachments", "keine") == 400);
    CHECK(with("/announcedAttachments", json::Value::array({"keine"})) == 400);
    CHECK(with("/publicService/identifier", "99123456760610") == 400);
    CHECK(with("/publicService/identifier", "urn:de:fim:leika:leistung:99000000000000") == 422);
    CHECK(with("/region", "09189") == 400);
    CHECK(with("/region", "DE09189") == 422);
    CHECK(with("/region", "DE059990000000") == 201);
    CHECK(with("/caseId", crypto::random_uuid()) == 404);
    auto v1_form = announcement(destination);
    v1_form["serviceType"] = v1_form["publicService"];
    v1_form.erase("publicService");
    CHECK(status(v1_form) == 400);
    std::vector<std::string> many(101);
    std::generate(many.begin(), many.end(), crypto::random_uuid);
    CHECK(status(announcement(destination, many)) == 413);
    many.resize(2);
    many[1] = many[0];
    CHECK(status(announcement(destination, many)) == 422);

    bench.send("PATCH", "/destination-api/v1/destinations/" + destination, As::subscriber,
               R"({"status":"inactive"})", "application/merge-patch+json");
    const auto inactive =
        bench.send("POST", k_submissions, As::sender, json::dump(announcement(destination)));
    CHECK(inactive.status == 422);
    CHECK(inactive.json().at("type") ==
          "https://schema.fitko.de/fit-connect/submission-api/problems/destination-state-invalid");
}

TEST_CASE("sandbox: API v2 looks at the headers of what is submitted")
{
    Bench bench;
    const auto destination = bench.active_destination();
    const auto path = k_submissions + ("/" + create(bench, announcement(destination)));
    const auto [metadata, metadata_tag] = encrypted("{}", "application/json");
    const auto untyped = encrypted("<a/>", "").first;
    const auto refused = bench.send("PUT", path, As::sender, parts(metadata, untyped));
    CHECK(refused.status == 422);
    CHECK(refused.json().at("detail").get<std::string>().find("cty") != std::string::npos);
    CHECK(
        bench.send("PUT", path, As::sender, json::dump({{"encryptedMetadata", metadata}})).status ==
        400);
    CHECK(bench.send("PUT", path, As::sender, parts(metadata, "kein JWE")).status == 400);
    CHECK(bench.send("PUT", path, As::sender, parts(metadata, "a.b.c")).status == 422);
}

TEST_CASE("sandbox: API v1 answers 202 and needs no data")
{
    Bench bench;
    const auto destination = bench.active_destination();
    const auto created = submitted(bench, destination, 1);
    const auto path =
        "/submission-api-v1/v1/submissions/" + created.at("submissionId").get<std::string>();
    const auto fetched = bench.get(path, As::subscriber);
    CHECK(fetched.status == 200);
    CHECK(fetched.json().at("serviceType").at("name") == "Testleistung");
    CHECK(
        bench
            .get("/submission-api/v2/submissions/" + created.at("submissionId").get<std::string>(),
                 As::subscriber)
            .json()
            .contains("publicService"));
}

TEST_CASE("sandbox: attachments over the limits are refused with 413")
{
    Options options;
    options.limits.attachment_size = 3000;
    options.limits.submission_size = 5000;
    Bench bench(options);
    const auto destination = bench.active_destination();
    const std::vector<std::string> attachments = {crypto::random_uuid(), crypto::random_uuid()};
    const auto path = k_submissions + ("/" + create(bench, announcement(destination, attachments)));
    const auto large = encrypted(std::string(2500, 'x'), "").first;
    const auto small = encrypted(std::string(1200, 'x'), "").first;
    REQUIRE(small.size() < 3000);
    REQUIRE(2 * small.size() > 4500);
    CHECK(bench.send("PUT", path + "/attachments/" + attachments[0], As::sender, large, k_jose)
              .status == 413);
    CHECK(bench.send("PUT", path + "/attachments/" + attachments[0], As::sender, small, k_jose)
              .status == 204);
    CHECK(bench.send("PUT", path + "/attachments/" + attachments[1], As::sender, small, k_jose)
              .status == (2 * small.size() > 5000 ? 413 : 204));
    CHECK(bench
              .send("PUT", path, As::sender,
                    parts(encrypted("{}", "application/json").first,
                          encrypted("<a/>", "application/xml").first))
              .status == (2 * small.size() > 5000 ? 422 : 413));
}
