// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "bench.hpp"
#include "crypto/random.hpp"
#include "fitconnect/key_profile.hpp"
#include "jose/jwk.hpp"
#include "pki/pkcs12.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::sandbox;
using namespace anb::sandbox::testing;

namespace {

constexpr const char* k_destinations = "/destination-api/v1/destinations";
constexpr const char* k_merge_patch = "application/merge-patch+json";

int create(Bench& bench, const json::Value& document)
{
    return bench.send("POST", k_destinations, As::subscriber, json::dump(document)).status;
}

} // namespace

TEST_CASE("sandbox: a destination is created, activated and seen by either API")
{
    Bench bench;
    const auto created =
        bench.send("POST", k_destinations, As::subscriber, json::dump(bench.destination()));
    REQUIRE(created.status == 201);
    const auto id = created.json().at("destinationId").get<std::string>();
    CHECK(created.json().at("status") == "created");
    CHECK(created.headers.at("location") == "/destinations/" + id);
    CHECK(created.headers.at("cache-control") == "no-cache");
    CHECK(bench
              .send("PATCH", k_destinations + ("/" + id), As::subscriber, R"({"status":"active"})",
                    k_merge_patch)
              .json()
              .at("status") == "active");

    const auto v2 = bench.get("/submission-api/v2/destinations/" + id);
    CHECK(v2.status == 200);
    CHECK(v2.json().contains("publicServices"));
    CHECK(v2.json().at("name") == "Testzustellpunkt");
    CHECK_FALSE(v2.json().contains("contactInformation"));
    CHECK(bench.get("/submission-api-v1/v1/destinations/" + id).status == 401);
    const auto v1 = bench.get("/submission-api-v1/v1/destinations/" + id, As::sender);
    CHECK(v1.json().contains("services"));
    CHECK_FALSE(v1.json().contains("name"));
    const auto own = bench.get("/destination-api/v2/destinations/" + id, As::subscriber);
    CHECK(own.json().contains("contactInformation"));

    const auto key =
        bench.get("/submission-api/v2/destinations/" + id + "/keys/" + k_encryption_kid);
    CHECK(key.json().at("kid") == k_encryption_kid);
    CHECK(bench.get("/submission-api/v2/destinations/" + id + "/keys").status == 404);
    CHECK(bench.get("/destination-api/v2/destinations/" + id + "/keys").json().at("keys").size() ==
          2);
    CHECK(bench.get("/submission-api/v2/destinations/" + id + "/keys/unknown-key").status == 404);
    CHECK(bench.get("/submission-api/v2/destinations/" + crypto::random_uuid()).json().at("type") ==
          "https://schema.fitko.de/fit-connect/submission-api/problems/destination-not-found");
    CHECK(bench.get("/submission-api/v2/destinations/none").status == 400);
}

TEST_CASE("sandbox: a destination with one fault is refused")
{
    Bench bench;
    const auto good = bench.destination();
    const auto faulty = [&](const char* pointer, const json::Value& value) {
        auto document = good;
        document[json::Value::json_pointer(pointer)] = value;
        CAPTURE(pointer);
        CHECK(create(bench, document) == 400);
    };
    for (const auto* name : {"contactInformation", "services", "encryptionKid",
                             "encryptionPublicKey", "signingPublicKey", "metadataVersions"}) {
        auto document = good;
        document.erase(name);
        CAPTURE(name);
        CHECK(create(bench, document) == 400);
    }
    faulty("/services", json::Value::array());
    faulty("/services/0/identifier", "urn:DE:gross");
    faulty("/services/0/regions/0", "DE0599900000001");
    faulty("/services/0/regions/0", "059990000000");
    faulty("/services/0/submissionSchemas/0/mimeType", "text/xml");
    faulty("/services/0/submissionSchemas/0/schemaUri", "kein Schema");
    faulty("/metadataVersions/0", "1.5");
    faulty("/metadataVersions", json::Value::array({"1.5.0", "1.5.0"}));
    faulty("/contactInformation/email", "keine Adresse");
    faulty("/encryptionKid", "another-key");
    faulty("/encryptionPublicKey/kid", "kurz");
    faulty("/encryptionPublicKey/alg", "PS512");
    faulty("/encryptionPublicKey/e", "Aw");
    faulty("/encryptionPublicKey/key_ops", json::Value::array({"wrapKey", "encrypt"}));
    faulty("/encryptionPublicKey/x5c", json::Value::array());
    faulty("/encryptionPublicKey/x5c", good.at("signingPublicKey").at("x5c"));
    faulty("/encryptionPublicKey/d", "AQAB");
    faulty("/signingPublicKey", good.at("encryptionPublicKey"));
    faulty("/callback", {{"url", "http://unsicher.example"}, {"secret", std::string(40, 'x')}});
    faulty("/callback", {{"url", "https://sicher.example"}, {"secret", "kurz"}});
    faulty("/replyChannels", json::Value::object());
    CHECK(bench.send("POST", k_destinations, As::subscriber, "{").status == 400);
    CHECK(
        bench.send("POST", k_destinations, As::subscriber, json::dump(good), "text/plain").status ==
        415);
    CHECK(bench.send("POST", k_destinations, As::sender, json::dump(good)).status == 403);
    CHECK(bench.send("POST", "/submission-api-v1/v1/destinations", As::subscriber, json::dump(good))
              .status == 400);
}

TEST_CASE("sandbox: changes follow media type, ownership and life cycle")
{
    Bench bench;
    const auto id = bench.active_destination();
    const auto path = k_destinations + ("/" + id);
    const auto patch = [&](const std::string& body, As who = As::subscriber,
                           const char* type = k_merge_patch) {
        return bench.send("PATCH", path, who, body, type).status;
    };
    CHECK(patch(R"({"status":"active"})") == 200);
    CHECK(patch(R"({"status":"inactive"})", As::subscriber, "application/json") == 415);
    CHECK(patch(R"({"status":"inactive"})", As::other_subscriber) == 403);
    CHECK(patch(R"({"status":"created"})") == 400);
    CHECK(patch(R"({"status":"decommissioned"})") == 400);
    CHECK(patch(R"({"encryptionKid":"musterstadt-signing"})") == 400);
    CHECK(patch(R"({"metadataVersions":["2.1.0"]})") == 200);
    CHECK(bench.get(path, As::subscriber).json().at("metadataVersions").size() == 1);
    CHECK(patch(R"({"status":"inactive"})") == 200);
    CHECK(patch(R"({"status":"decommissioned"})") == 400);
    CHECK(bench
              .send("PATCH", "/submission-api-v1/v1/destinations/" + id, As::subscriber,
                    R"({"status":"active"})")
              .status == 200);
    CHECK(bench.get(k_destinations, As::other_subscriber).json().at("totalCount") == 0);
    CHECK(bench.get(k_destinations, As::subscriber).json().at("totalCount") == 1);
    CHECK(bench.get("/destination-api/v1/destinations?limit=501", As::subscriber).status == 400);
    CHECK(bench.send("DELETE", path, As::other_subscriber).status == 403);
    CHECK(bench.send("DELETE", path, As::subscriber).status == 204);
    CHECK(bench.get(path, As::subscriber).status == 404);
}

TEST_CASE("sandbox: keys are added and the encryption key is exchanged")
{
    Bench bench;
    const auto id = bench.active_destination();
    const auto path = k_destinations + ("/" + id);
    const auto jwk = public_jwk(signing_key(), "musterstadt-encryption-2", true);
    const auto added = bench.send("POST", path + "/keys", As::subscriber, json::dump(jwk));
    CHECK(added.status == 201);
    CHECK(added.headers.at("location") == "/destinations/" + id + "/keys/musterstadt-encryption-2");
    CHECK(bench.send("POST", path + "/keys", As::subscriber, json::dump(jwk)).status == 201);
    const auto other = public_jwk(encryption_key(), "musterstadt-encryption-2", true);
    CHECK(bench.send("POST", path + "/keys", As::subscriber, json::dump(other)).status == 400);
    CHECK(bench
              .send("PATCH", path, As::subscriber,
                    R"({"encryptionKid":"musterstadt-encryption-2"})", k_merge_patch)
              .status == 200);
}

TEST_CASE("sandbox: production refuses self-signed keys")
{
    Bench bench;
    const auto answer = bench.send("POST", k_destinations, As::subscriber,
                                   json::dump(bench.destination()), "application/json", "prod");
    CHECK(answer.status == 400);
    CHECK(answer.json().at("detail").get<std::string>().find("ANB-J513") != std::string::npos);
}

TEST_CASE("sandbox: production takes the keys of the store that the sandbox offers")
{
    Bench bench;
    const auto folder = bench.sandbox().ca_file().parent_path();
    const auto store = base::read_file((folder / "musterstadt-prod.p12").string(), 1024 * 1024);
    const base::SecretString password(
        base::to_text(base::read_file((folder / "musterstadt-prod.password").string(), 100)));
    const auto identity = pki::load_pkcs12(store, password, "store", {}).identity;
    const auto public_half = [&](fitconnect::KeyRole role) {
        return jose::to_json(fitconnect::make_pair(identity, role, "", true).public_key);
    };
    auto document = bench.destination();
    document["encryptionPublicKey"] = public_half(fitconnect::KeyRole::encryption);
    document["signingPublicKey"] = public_half(fitconnect::KeyRole::signature);
    document["encryptionKid"] = document["encryptionPublicKey"]["kid"];
    const auto created = bench.send("POST", k_destinations, As::subscriber, json::dump(document),
                                    "application/json", "prod");
    CHECK_MESSAGE(created.status == 201, created.body);
    CHECK(bench.sandbox().environment("test").store.destinations.empty());
}
