// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "fitconnect/event.hpp"
#include "unit/fitconnect/demo_case.hpp"

#include <doctest/doctest.h>

#include <functional>

using namespace anb;
using demo::code_of;
using fitconnect::EventVerifier;
using fitconnect::State;

namespace {

/// A destination of our own with one key, so that any event can be signed.
struct Signed {
    crypto::PrivateKey key = crypto::PrivateKey::generate_rsa(4096);
    fitconnect::DestinationId destination =
        fitconnect::DestinationId::parse("d6094b2a-6eb9-4193-b501-34fe78fdf22a");
    fitconnect::CaseId case_id = fitconnect::CaseId::parse("520a2835-9d46-4fc2-9524-9140edcc66e4");
    fitconnect::SubmissionId submission =
        fitconnect::SubmissionId::parse("2153770b-84d1-4be8-bd12-0e91ea63653c");
    const std::string service = "https://zustelldienst.example/submission-api";

    jose::PublicJwk jwk() const
    {
        return {.key = key.public_key(),
                .kid = "schluessel-1",
                .alg = "PS512",
                .use = {},
                .key_ops = {"verify"},
                .x5c = {}};
    }
    EventVerifier verifier(jose::PublicJwk with) const
    {
        return EventVerifier(service, {with}, destination, {with});
    }
    std::string token(const json::Value& claims) const
    {
        return jose::sign_compact(
            {{"typ", "secevent+jwt"}, {"alg", "PS512"}, {"kid", "schluessel-1"}},
            json::dump(claims), key);
    }
    json::Value claims(const std::string& event, const std::string& issuer) const
    {
        return {{"jti", "b75b3804-bfc1-4661-b040-d22fdf235fb3"},
                {"iss", issuer},
                {"iat", 1768470007},
                {"sub", "submission:" + submission.str()},
                {"txn", "case:" + case_id.str()},
                {"events",
                 {{"https://schema.fitko.de/fit-connect/events/" + event, json::Value::object()}}}};
    }
    std::string by_service(const std::string& event) const { return token(claims(event, service)); }
    std::string by_destination(const std::string& event) const
    {
        return token(claims(event, destination.str()));
    }
    fitconnect::Log log(const std::vector<std::string>& tokens) const
    {
        auto all = verifier(jwk());
        return fitconnect::verify_log(tokens, all, case_id, submission);
    }
};

const Signed& own()
{
    static const Signed k_own;
    return k_own;
}

} // namespace

TEST_CASE("fitconnect::EventVerifier: accepts the real event of the test environment")
{
    const auto folder = demo::reference();
    if (!folder) {
        MESSAGE("reference folder absent: skipped");
        return;
    }
    const auto event =
        fitconnect::parse_event(demo::text(*folder / "testvector-set-create-submission.jws.txt"));
    CHECK(event.name == "create-submission");
    EventVerifier verifier("https://submission-api-testing.fit-connect.fitko.dev",
                           demo::keys(*folder / "testvector-set-zustelldienst-jwks.json"),
                           fitconnect::DestinationId(), {});
    CHECK(verifier.verify(event, event.case_id, event.submission) ==
          fitconnect::EventIssuer::delivery_service);
}

TEST_CASE("fitconnect::EventVerifier: refuses an event whose key nobody knows")
{
    const auto folder = demo::reference();
    if (!folder) {
        MESSAGE("reference folder absent: skipped");
        return;
    }
    const auto event =
        fitconnect::parse_event(demo::text(*folder / "testvector-set-unknown-kid.jws.txt"));
    CHECK(event.submission.str() == "f65feab2-4883-4dff-85fb-169448545d9f");
    EventVerifier verifier("https://api.fitko.de/fit-connect",
                           demo::keys(*folder / "testvector-set-zustelldienst-jwks.json"),
                           fitconnect::DestinationId(), {});
    try {
        verifier.verify(event, event.case_id, event.submission);
        FAIL("was accepted");
    } catch (const base::Error& error) {
        CHECK(error.code() == "ANB-S401");
        CHECK(error.kind() == base::ErrorKind::trust);
        CHECK(std::string(error.what()).find("dd0409e5-410e-4d98-85b6-f81a40b8d980") !=
              std::string::npos);
    }
}

TEST_CASE("fitconnect::verify_log: reads the demo case to its acceptance")
{
    const auto folder = demo::reference();
    if (!folder) {
        MESSAGE("reference folder absent: skipped");
        return;
    }
    const demo::Case demo(*folder / "demo-case");
    auto verifier = demo.verifier();
    const auto log =
        fitconnect::verify_log(demo.events, verifier, demo.submission.case_id, demo.submission.id);
    CHECK(log.state == State::accepted);
    REQUIRE(log.events.size() == 4);
    REQUIRE(log.find("submit-submission") != nullptr);
    CHECK(log.find("submit-submission")->tags->metadata == "2U4a6hwIvvL59X9eozXQlQ");
    CHECK(log.find("accept-submission")->tags == log.find("submit-submission")->tags);
}

TEST_CASE("fitconnect::verify_log: refuses the demo case's event signed by a wrong key")
{
    const auto folder = demo::reference();
    if (!folder) {
        MESSAGE("reference folder absent: skipped");
        return;
    }
    const demo::Case demo(*folder / "demo-case");
    auto tokens = demo.events;
    tokens[2] = demo::text(*folder / "demo-case/negative-set-signed-by-wrong-key.jws.txt");
    auto verifier = demo.verifier();
    CHECK(code_of([&] {
              fitconnect::verify_log(tokens, verifier, demo.submission.case_id, demo.submission.id);
          }) == "ANB-S401");
}

TEST_CASE("fitconnect::verify_log: reads the reasons of a rejection")
{
    const auto folder = demo::reference();
    if (!folder) {
        MESSAGE("reference folder absent: skipped");
        return;
    }
    const demo::Case demo(*folder / "demo-case");
    auto tokens = demo.events;
    tokens.back() = demo::text(*folder / "demo-case/reject-set.jws.txt");
    auto verifier = demo.verifier();
    const auto log =
        fitconnect::verify_log(tokens, verifier, demo.submission.case_id, demo.submission.id);
    CHECK(log.state == State::rejected);
    REQUIRE(log.find("reject-submission")->problems.size() == 1);
    CHECK(log.find("reject-submission")->problems.front().instance == "data");
}

TEST_CASE("fitconnect::verify_log: knows who may issue which event")
{
    const auto& our = own();
    const auto create = our.by_service("create-submission");
    const auto submit = our.by_service("submit-submission");
    CHECK(our.log({create, submit}).state == State::submitted);
    CHECK(our.log({create, submit, our.by_service("reject-submission")}).state == State::rejected);
    CHECK(our.log({create, submit, our.by_destination("reject-submission")}).state ==
          State::rejected);
    CHECK(code_of([&] {
              our.log({create, submit, our.by_service("accept-submission")});
          }) == "ANB-S401");
    CHECK(code_of([&] { our.log({our.by_destination("create-submission")}); }) == "ANB-S401");
    CHECK(code_of([&] {
              our.log({our.token(our.claims("create-submission", "https://fremd.example"))});
          }) == "ANB-S401");
}

TEST_CASE("fitconnect::verify_log: refuses an impossible order of states")
{
    const auto& our = own();
    const auto create = our.by_service("create-submission");
    const auto submit = our.by_service("submit-submission");
    const auto accept = our.by_destination("accept-submission");
    const auto reject = our.by_destination("reject-submission");
    for (const auto& tokens :
         std::vector<std::vector<std::string>>{{submit},
                                               {create, accept},
                                               {create, create},
                                               {create, submit, submit},
                                               {create, submit, accept, accept},
                                               {create, submit, accept, reject},
                                               {create, submit, reject, accept}}) {
        CHECK(code_of([&] { our.log(tokens); }) == "ANB-S404");
    }
}

TEST_CASE("fitconnect::verify_log: a deletion after the decision keeps the decision")
{
    const auto& our = own();
    const auto create = our.by_service("create-submission");
    const auto submit = our.by_service("submit-submission");
    const auto remove = our.by_service("delete-submission");
    CHECK(our.log({create, remove}).state == State::deleted);
    CHECK(our.log({create, submit, our.by_destination("accept-submission"), remove}).state ==
          State::accepted);
}

TEST_CASE("fitconnect::verify_log: passes over other submissions and reports unknown events")
{
    const auto& our = own();
    auto other = our.claims("create-submission", our.service);
    other["sub"] = "submission:90d9b29d-c05f-4f03-81c0-e233116c56d9";
    const auto log = our.log({our.token(other), our.by_service("create-submission"),
                              our.by_service("polish-submission")});
    CHECK(log.state == State::incomplete);
    CHECK(log.events.size() == 1);
    REQUIRE(log.unknown.size() == 1);
    CHECK(log.unknown.front() == "https://schema.fitko.de/fit-connect/events/polish-submission");
}

TEST_CASE("fitconnect::verify_log: an event of another case is not believed")
{
    const auto& our = own();
    auto claims = our.claims("create-submission", our.service);
    claims["txn"] = "case:90d9b29d-c05f-4f03-81c0-e233116c56d9";
    CHECK(code_of([&] { our.log({our.token(claims)}); }) == "ANB-S401");
}

TEST_CASE("fitconnect::EventVerifier: refuses keys that are not for events")
{
    const auto& our = own();
    const auto event = fitconnect::parse_event(our.by_service("create-submission"));
    const auto try_key = [&](jose::PublicJwk jwk) {
        auto verifier = our.verifier(std::move(jwk));
        return code_of([&] { verifier.verify(event, our.case_id, our.submission); });
    };
    CHECK(try_key(our.jwk()) == "nothing");
    auto wrong_use = our.jwk();
    wrong_use.key_ops = {"wrapKey"};
    CHECK(try_key(wrong_use) == "ANB-S401");
    auto wrong_algorithm = our.jwk();
    wrong_algorithm.alg = "RSA-OAEP-256";
    CHECK(try_key(wrong_algorithm) == "ANB-S401");
    auto short_key = our.jwk();
    short_key.key = crypto::PrivateKey::generate_rsa(2048).public_key();
    CHECK(try_key(short_key) == "ANB-S401");
}

TEST_CASE("fitconnect::parse_event: refuses whatever is no event")
{
    const auto& our = own();
    const auto changed = [&](const std::function<void(json::Value&)>& change) {
        auto claims = our.claims("create-submission", our.service);
        change(claims);
        return code_of([&] { fitconnect::parse_event(our.token(claims)); });
    };
    CHECK(changed([](auto&) {}) == "nothing");
    for (const auto* name : {"jti", "iss", "iat", "sub", "txn", "events"}) {
        CHECK(changed([&](auto& claims) { claims.erase(name); }) == "ANB-F350");
    }
    CHECK(changed([](auto& claims) { claims["events"]["urn:second"] = json::Value::object(); }) ==
          "ANB-F350");
    CHECK(changed([](auto& claims) { claims["events"] = json::Value::object(); }) == "ANB-F350");
    CHECK(changed([](auto& claims) { claims["iat"] = 5; }) == "ANB-F350");
    CHECK(changed([](auto& claims) { claims["iat"] = "gestern"; }) == "ANB-F350");
    CHECK(changed([](auto& claims) { claims["sub"] = "submission:1"; }) == "ANB-F350");
    CHECK(changed([](auto& claims) { claims["txn"] = "vorgang"; }) == "ANB-F350");
    CHECK(code_of([] { fitconnect::parse_event("a.b.c"); }) == "ANB-F350");
    CHECK(code_of([] { fitconnect::parse_event(""); }) == "ANB-F350");
    const auto other_type =
        jose::sign_compact({{"typ", "JWT"}, {"alg", "PS512"}, {"kid", "schluessel-1"}},
                           json::dump(our.claims("create-submission", our.service)), our.key);
    CHECK(code_of([&] { fitconnect::parse_event(other_type); }) == "ANB-F350");
}

TEST_CASE("fitconnect::sign_event: what it makes verifies and mirrors the schema")
{
    const auto& our = own();
    const fitconnect::AuthenticationTags tags{
        .metadata = "m",
        .data = "d",
        .attachments = {
            {fitconnect::AttachmentId::parse("46cecbaa-4e08-42e5-a104-6da5fead6491"), "a"}}};
    const auto token = fitconnect::sign_event("accept-submission", our.destination, our.case_id,
                                              our.submission, "https://schema/1.2.2",
                                              {{"authenticationTags", fitconnect::to_json(tags)}},
                                              our.key, "schluessel-1", base::from_unix(1768470028));
    const auto event = fitconnect::parse_event(token);
    CHECK(event.schema == "https://schema/1.2.2");
    CHECK(event.tags == tags);
    auto verifier = our.verifier(our.jwk());
    CHECK(verifier.verify(event, our.case_id, our.submission) ==
          fitconnect::EventIssuer::destination);
}
