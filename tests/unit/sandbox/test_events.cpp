// SPDX-License-Identifier: EUPL-1.2

#include "base/bytes.hpp"
#include "bench.hpp"
#include "crypto/random.hpp"
#include "jose/jwk.hpp"
#include "jose/jws.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <thread>

using namespace anb;
using namespace anb::sandbox;
using namespace anb::sandbox::testing;

namespace {

constexpr const char* k_jose = "application/jose";
constexpr const char* k_prefix = "https://schema.fitko.de/fit-connect/events/";

json::Value claims_of(const std::string& token)
{
    return json::parse(base::as_text(jose::parse_jws(token, "token").payload), "payload");
}

std::string event_name(const std::string& token)
{
    return claims_of(token).at("events").begin().key().substr(std::string(k_prefix).size());
}

json::Value problems(const char* type)
{
    return {{"problems", json::Value::array({{{"type", std::string(k_prefix) + "problems/" + type},
                                              {"title", "Schema-Fehler"},
                                              {"detail", "Element fehlt."},
                                              {"instance", "data"}}})}};
}

/// A submitted submission and what is needed to answer it.
struct Fixture {
    explicit Fixture(int api = 2) : version(api)
    {
        destination = bench.active_destination();
        const auto created = submitted(bench, destination, version);
        submission = created.at("submissionId");
        case_id = created.at("caseId");
        path = (version == 1 ? "/submission-api-v1/v1/cases/" : "/submission-api/v2/cases/") +
               case_id + "/events";
    }

    Answer post(const std::string& token, As who = As::subscriber)
    {
        return bench.send("POST", path, who, token, k_jose);
    }
    std::string make(const std::string& name, const json::Value& payload = json::Value::object(),
                     const json::Value& change = json::Value::object()) const
    {
        return event(name, destination, case_id, submission, payload, change);
    }

    Bench bench;
    int version;
    std::string destination, submission, case_id, path;
};

} // namespace

TEST_CASE("sandbox: the log of a case verifies with the published keys")
{
    for (const int version : {1, 2}) {
        Fixture it(version);
        const auto log = it.bench.get(it.path, As::sender).json();
        CHECK(log.at("totalCount") == 3);
        const auto base = version == 1 ? std::string("/submission-api-v1") : "/submission-api";
        const auto set = it.bench.get(base + "/.well-known/jwks.json");
        CHECK(set.json().at("keys")[0].contains("x5c") == (version == 1));
        const auto keys = jose::parse_jwk_set(set.body, "jwks");
        const char* const names[] = {"create-submission", "submit-submission", "notify-submission"};
        for (std::size_t i = 0; i < 3; ++i) {
            const auto token = log.at("eventLog")[i].get<std::string>();
            const auto jws = jose::parse_jws(token, "token");
            CHECK(jws.typ == "secevent+jwt");
            CHECK(jws.kid == keys.at(0).kid);
            CHECK(jose::verify(jws, keys.at(0).key));
            CHECK(event_name(token) == names[i]);
            CHECK(claims_of(token).at("iss") == it.bench.sandbox().address() + "/test" + base);
            CHECK(claims_of(token).at("sub") == "submission:" + it.submission);
            CHECK(claims_of(token).at("txn") == "case:" + it.case_id);
        }
        CHECK(base::as_text(jose::parse_jws(log.at("eventLog")[0].get<std::string>(), "t").payload)
                  .find("\\/") != std::string::npos);
        const auto submit = claims_of(log.at("eventLog")[1]);
        CHECK(submit.at("events").begin()->at("authenticationTags").contains("metadata"));
        CHECK(it.bench.get(it.path + "?limit=2&offset=1", As::subscriber).json().at("count") == 2);
        CHECK(it.bench.get(it.path, As::other_subscriber).status == 403);
    }
}

TEST_CASE("sandbox: a subscriber accepts once")
{
    Fixture it;
    CHECK(it.post(it.make("accept-submission"), As::other_subscriber).status == 403);
    CHECK(it.bench.send("POST", it.path, As::subscriber, it.make("accept-submission"), "text/plain")
              .status == 415);
    CHECK(it.post(it.make("accept-submission")).status == 204);
    const auto again = it.post(it.make("reject-submission", problems("schema-violation")));
    CHECK(again.status == 409);
    const auto submission = "/submission-api/v2/submissions/" + it.submission;
    CHECK(it.bench.get(submission, As::subscriber).status == 404);
    CHECK(it.bench.get("/submission-api/v2/submissions", As::subscriber).json().at("count") == 0);
    const auto log = it.bench.get(submission + "/events", As::sender).json();
    CHECK(log.at("totalCount") == 4);
    CHECK(event_name(log.at("eventLog")[3]) == "accept-submission");
}

TEST_CASE("sandbox: a subscriber rejects with problems")
{
    Fixture it;
    CHECK(it.post(it.make("reject-submission")).status == 422);
    auto wrong = problems("schema-violation");
    wrong["problems"][0]["instance"] = "irgendwo";
    CHECK(it.post(it.make("reject-submission", wrong)).status == 422);
    CHECK(it.post(it.make("reject-submission", problems("schema-violation"))).status == 204);
}

TEST_CASE("sandbox: an event with one fault is refused and says which")
{
    Fixture it;
    const auto refused = [&](const std::string& token, const std::string& issue) {
        const auto answer = it.post(token);
        CAPTURE(issue);
        REQUIRE(answer.status == 422);
        CHECK(answer.json().at("issue").get<std::string>().find(issue) != std::string::npos);
    };
    const auto changed = [&](const json::Value& change) {
        return it.make("accept-submission", json::Value::object(), change);
    };
    const std::string schema = "https://schema.fitko.de/fit-connect/set-payload/";
    refused(changed({{"$schema", schema + "1.0.0/set-payload.schema.json"}}),
            "Payload Schema not supported");
    refused(changed({{"$schema", nullptr}}), "Payload Schema not supported");
    refused(changed({{"iss", crypto::random_uuid()}}), "iss");
    refused(changed({{"sub", "submission:" + crypto::random_uuid()}}), "sub");
    refused(changed({{"txn", "case:" + crypto::random_uuid()}}), "txn");
    refused(changed({{"iat", 5}}), "iat");
    refused(changed({{"iat", base::to_unix(base::now()) + 4000}}), "iat");
    refused(changed({{"iat", "heute"}}), "iat");
    refused(changed({{"jti", "keine"}}), "jti");
    refused(changed({{"events", {{"https://andere.example", json::Value::object()}}}}), "events");
    refused(it.make("notify-submission"), "accept-submission");
    refused(it.make("accept-submission", {{"authenticationTags", {{"metadata", "falsch"}}}}),
            "authenticationTags");
    auto forged = it.make("accept-submission");
    const auto at = forged.rfind('.') + 5;
    forged[at] = forged[at] == 'A' ? 'B' : 'A';
    refused(forged, "signature");
    const auto by_stranger =
        jose::sign_compact({{"typ", "secevent+jwt"}, {"alg", "PS512"}, {"kid", k_encryption_kid}},
                           "{}", encryption_key());
    refused(by_stranger, "kid");
    CHECK(it.post("kein Token").status == 400);
    CHECK(it.post(it.make("accept-submission")).status == 204);
}

TEST_CASE("sandbox: API v1 takes events without a schema")
{
    Fixture it(1);
    CHECK(it.post(it.make("accept-submission", json::Value::object(), {{"$schema", nullptr}}))
              .status == 204);
}

TEST_CASE("sandbox: time deletes what is incomplete and rejects what nobody answers")
{
    Fixture it;
    const auto incomplete = it.bench.send(
        "POST", "/submission-api/v2/submissions", As::sender,
        json::dump({{"destinationId", it.destination},
                    {"announcedAttachments", json::Value::array()},
                    {"publicService",
                     {{"name", "Testleistung"},
                      {"identifier", std::string("urn:de:fim:leika:leistung:") + k_leika}}}}));
    REQUIRE(incomplete.status == 201);
    Options later;
    later.clock = base::now() + base::Seconds(15 * 24 * 3600);
    it.bench.restart(later);
    CHECK(it.bench.get("/submission-api/v2/submissions", As::subscriber).json().at("count") == 0);
    const auto rejected = it.bench.get(it.path, As::sender).json();
    REQUIRE(rejected.at("totalCount") == 4);
    CHECK(event_name(rejected.at("eventLog")[3]) == "reject-submission");
    const auto deleted = it.bench.get(
        "/submission-api/v2/cases/" + incomplete.json().at("caseId").get<std::string>() + "/events",
        As::sender);
    CHECK(event_name(deleted.json().at("eventLog")[1]) == "delete-submission");
    CHECK(it.post(it.make("accept-submission")).status == 409);
}

TEST_CASE("sandbox: after three days the contact gets one mail")
{
    Fixture it;
    const auto mails = it.bench.state() / "test" / "mails.jsonl";
    const auto count_after = [&](int days) {
        Options later;
        later.clock = base::now() + base::Seconds(days * 24 * 3600 + 60);
        it.bench.restart(later);
        it.bench.get("/submission-api/v2/submissions", As::subscriber);
        it.bench.get("/submission-api/v2/submissions", As::subscriber);
        std::ifstream file(mails);
        std::string line;
        std::vector<json::Value> lines;
        while (std::getline(file, line)) {
            lines.push_back(json::parse(line, "mails.jsonl"));
        }
        return lines;
    };
    CHECK(count_after(2).empty());
    const auto written = count_after(3);
    REQUIRE(written.size() == 1);
    CHECK(written[0].at("submissionId") == it.submission);
    CHECK(written[0].at("to") == it.bench.destination().at("contactInformation").at("email"));
    CHECK(count_after(5).size() == 1);
    CHECK(it.bench.get("/submission-api/v2/submissions", As::subscriber).json().at("count") == 1);
    CHECK(count_after(15).size() == 1);
    CHECK(it.bench.get("/submission-api/v2/submissions", As::subscriber).json().at("count") == 0);
}

TEST_CASE("sandbox: a sender's callback is repeated, and its secret is shown to nobody")
{
    Options impatient;
    impatient.callback_pauses = {std::chrono::milliseconds(1), std::chrono::milliseconds(1)};
    Bench bench(impatient);
    const auto destination = bench.active_destination();
    const auto announced = bench.send(
        "POST", "/submission-api/v2/submissions", As::sender,
        json::dump(
            {{"destinationId", destination},
             {"announcedAttachments", json::Value::array()},
             {"callback", {{"url", "https://127.0.0.1:1/"}, {"secret", std::string(32, 's')}}},
             {"publicService",
              {{"name", "Testleistung"},
               {"identifier", std::string("urn:de:fim:leika:leistung:") + k_leika}}}}));
    REQUIRE(announced.status == 201);
    const auto submission = announced.json().at("submissionId").get<std::string>();
    const auto path = "/submission-api/v2/submissions/" + submission;
    const auto answer =
        bench.send("PUT", path, As::sender,
                   json::dump({{"encryptedMetadata", encrypted("{}", "application/json").first},
                               {"encryptedData", encrypted("<a/>", "application/xml").first}}));
    REQUIRE(answer.status == 200);
    CHECK(answer.json().at("callback") == json::Value{{"url", "https://127.0.0.1:1/"}});
    CHECK(bench.get(path, As::subscriber).body.find("sss") == std::string::npos);

    std::vector<json::Value> tries;
    for (int i = 0; i < 600 && tries.size() < 3; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        tries.clear();
        std::ifstream file(bench.state() / "callbacks.jsonl");
        for (std::string line; std::getline(file, line) && !file.eof();) {
            tries.push_back(json::parse(line, "callbacks.jsonl"));
        }
    }
    REQUIRE(tries.size() == 3);
    CHECK(tries[2].at("attempt") == 3);
    CHECK(tries[2].at("type") == "new-events");
    CHECK(tries[2].at("status") == "ANB-N302");
}
