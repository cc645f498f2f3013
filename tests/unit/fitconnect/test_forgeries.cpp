// No forgery is accepted, and each ends in the code that the tables here give for its kind.
// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/routing.hpp"
#include "unit/fitconnect/bench.hpp"
#include "unit/fitconnect/forgeries.hpp"
#include "unit/fitconnect/keys.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace anb;
using namespace anb::test;

namespace {

using Table = std::map<std::string, std::string>;

const auto k_destination = fitconnect::DestinationId::parse(bench::k_id);
const auto k_case_id = fitconnect::CaseId::parse(k_case);
const auto k_submission_id = fitconnect::SubmissionId::parse(k_submission);

// ANB-F350: no SET at all. ANB-S401: a SET that must not be believed.
const Table k_event_codes = {
    {"alg: another, signed so", "ANB-F350"},
    {"alg: another, signed PS512", "ANB-F350"},
    {"alg: another, signed so by a stranger", "ANB-F350"},
    {"alg: PS512 announced, another made", "ANB-S401"},
    {"alg: none", "ANB-F350"},
    {"alg: no text", "ANB-F350"},
    {"alg: missing", "ANB-F350"},
    {"crit", "ANB-F350"},
    {"b64", "ANB-F350"},
    {"kid: no text", "ANB-F350"},
    {"kid: unknown", "ANB-S401"},
    {"typ: no text", "ANB-F350"},
    {"typ: another", "ANB-F350"},
    {"header: missing", "ANB-F350"},
    {"embedded key", "ANB-S401"},
    {"embedded key without kid", "ANB-F350"},
    {"header: no object", "ANB-F350"},
    {"payload: no object", "ANB-F350"},
    {"header: name twice", "ANB-F350"},
    {"payload: name twice", "ANB-F350"},
    {"segments", "ANB-F350"},
    {"base64url", "ANB-F350"},
    {"signature: spoiled", "ANB-S401"},
    {"signature: of another token", "ANB-S401"},
    {"signature: by a stranger", "ANB-S401"},
    {"signature: members in another order", "ANB-S401"},
    {"claim: another kind", "ANB-F350"},
    {"claim: missing", "ANB-F350"},
    {"sub: malformed", "ANB-F350"},
    {"sub: of another submission", "ANB-S401"},
    {"txn: malformed", "ANB-F350"},
    {"txn: of another case", "ANB-S401"},
    {"jti: malformed", "ANB-F350"},
    {"iat: before 2020", "ANB-F350"},
    {"iat: no time", "ANB-F350"},
    {"iat: in the future", "ANB-S401"},
    {"iss: unknown", "ANB-S401"},
    {"iss: of the other issuer", "ANB-S401"},
    {"events: unknown", "ANB-S401"},
    {"events: no URI", "ANB-F350"},
    {"events: not one", "ANB-F350"},
    {"events: issuer not entitled", "ANB-S401"},
    {"payload of the event", "ANB-F350"},
    {"changed behind the signature", "ANB-S401"},
    {"tags swapped behind the signature", "ANB-S401"},
    {"tags missing behind the signature", "ANB-S401"},
};

struct KeyCodes {
    std::string event_of_service, event_of_destination, addressing;
    std::string destination; ///< thrown by fetch_destination_key() or found by check_key()
};

const KeyCodes k_unreadable = {"ANB-S401", "ANB-S401", "ANB-F301", "ANB-J210"};
const KeyCodes k_no_key = {"ANB-S401", "ANB-S401", "ANB-F301", "ANB-J201"};

const std::map<std::string, KeyCodes> k_key_codes = {
    {"key of another", {"ANB-S401", "ANB-S401", "ANB-F301", "accepted"}},
    {"n: of another key", {"ANB-S401", "ANB-S401", "ANB-F301", "ANB-J509"}},
    {"n: too short", {"ANB-S401", "ANB-S401", "ANB-F301", "ANB-J502"}},
    {"n: altered", {"ANB-S401", "ANB-S401", "ANB-F301", "ANB-J509"}},
    {"n: no number", k_unreadable},
    {"n: no key", k_no_key},
    {"e: another", {"ANB-S401", "ANB-S401", "ANB-F301", "ANB-J504"}},
    {"e: no number", k_unreadable},
    {"e: no key", k_no_key},
    {"kty: another", k_unreadable},
    {"alg: another", {"ANB-S401", "ANB-S401", "ANB-F301", "ANB-J506"}},
    {"use: another", {"ANB-S401", "ANB-S401", "ANB-F301", "ANB-J524"}},
    {"key_ops: another", {"ANB-S401", "ANB-S401", "ANB-F301", "ANB-J505"}},
    {"kid: another", {"ANB-S401", "ANB-F340", "ANB-F301", "ANB-F340"}},
    {"x5c: does not match", {"ANB-S401", "ANB-S401", "ANB-F301", "ANB-J509"}},
    {"x5c: no certificates", k_unreadable},
    {"member of another kind", k_unreadable},
    {"private member", k_unreadable},
};

/// Made once, for making them takes longest.
const std::vector<Forgery>& forged_events()
{
    static const auto k_all = [] {
        std::vector<Forgery> all;
        for (const auto& genuine :
             {event_of_service("submit-submission"), event_of_destination("accept-submission")}) {
            for (auto* forge : {forge_jws, forge_event}) {
                for (auto& forgery : forge(genuine)) {
                    all.push_back(std::move(forgery));
                }
            }
        }
        return all;
    }();
    return k_all;
}

std::string code_of_event(fitconnect::EventVerifier& verifier, const std::string& token)
{
    return code_of(
        [&] { verifier.verify(fitconnect::parse_event(token), k_case_id, k_submission_id); });
}

std::string code_of_event(Place& place, const std::string& token)
{
    fitconnect::EventVerifier verifier(place.api, k_destination);
    return code_of_event(verifier, token);
}

std::string code_of_addressing(Place& place, const std::string& token)
{
    return code_of([&] { fitconnect::verify_addressing(place.api, token); });
}

std::string code_of_key(Place& place)
{
    try {
        const auto jwk =
            fitconnect::fetch_destination_key(place.api, k_destination, k_destination_kid);
        const auto report = fitconnect::check_key(jwk, fitconnect::KeyRole::signature, rules(), "");
        for (const auto& finding : report.findings) {
            if (finding.severity != base::Severity::note) {
                return finding.code;
            }
        }
        return "accepted";
    } catch (const base::Error& error) {
        return error.code();
    }
}

std::string expected_code(const Table& table, const std::string& kind)
{
    const auto row = table.find(kind);
    return row == table.end() ? "no row for " + kind : row->second;
}

/// Flips one bit in each of `count` places that are spread evenly over the token.
std::vector<std::string> flip_bits(const std::string& token, std::size_t count)
{
    std::vector<std::string> flipped;
    const auto bits = token.size() * 8;
    for (std::size_t i = 0; i < count; ++i) {
        const auto bit = i * bits / count;
        flipped.push_back(token);
        flipped.back()[bit / 8] = static_cast<char>(token[bit / 8] ^ (1 << bit % 8));
    }
    return flipped;
}

} // namespace

TEST_CASE("forgeries of events: genuine ones are accepted")
{
    Place place;
    for (const auto& genuine : genuine_events()) {
        CHECK(code_of_event(place, genuine.token()) == "accepted");
    }
}

TEST_CASE("forgeries of events: each ends in the code of its kind")
{
    Place place;
    std::set<std::string> seen;
    fitconnect::EventVerifier verifier(place.api, k_destination);
    for (const auto& forgery : forged_events()) {
        CAPTURE(forgery.kind);
        CAPTURE(forgery.token.substr(0, 3000));
        CHECK(code_of_event(verifier, forgery.token) == expected_code(k_event_codes, forgery.kind));
        seen.insert(forgery.kind);
    }
    CHECK(seen.size() == k_event_codes.size());
    CHECK(forged_events().size() >= 900);
}

TEST_CASE("forgeries of events: a log with one is not believed, or passes it over")
{
    Place place;
    const auto create = event_of_service("create-submission").token();
    const std::set<std::string> passed_over = {"sub: of another submission", "events: unknown"};
    fitconnect::EventVerifier verifier(place.api, k_destination);
    for (const auto& forgery : forged_events()) {
        CAPTURE(forgery.kind);
        try {
            const auto log = fitconnect::verify_log({create, forgery.token}, verifier, k_case_id,
                                                    k_submission_id);
            CHECK(passed_over.contains(forgery.kind));
            CHECK(log.events.size() == 1);
            CHECK(log.state == fitconnect::State::incomplete);
        } catch (const base::Error& error) {
            CHECK(error.code() == "ANB-S401");
            CHECK(error.kind() == base::ErrorKind::trust);
        }
    }
}

TEST_CASE("forgeries of events: a signature whose leading zero was left out")
{
    Place place;
    const auto genuine = event_of_service("submit-submission");
    const auto input =
        encode(json::dump(genuine.header)) + "." + encode(json::dump(genuine.claims));
    std::string made = "x";
    while (made.front() != '\0') {
        made = signature("PS512", genuine.key, input);
    }
    CHECK(code_of_event(place, input + "." + encode(made)) == "accepted");
    CHECK(code_of_event(place, input + "." + encode(made.substr(1))) == "ANB-S401");
}

TEST_CASE("forgeries of addressing information: each is refused, the genuine one accepted")
{
    Place place;
    const auto genuine = genuine_addressing();
    CHECK(code_of_addressing(place, genuine.token()) == "accepted");
    auto forgeries = forge_jws(genuine);
    for (auto& forgery : forge_addressing(genuine)) {
        forgeries.push_back(std::move(forgery));
    }
    for (const auto& forgery : forgeries) {
        CAPTURE(forgery.kind);
        CAPTURE(forgery.token.substr(0, 3000));
        CHECK(code_of_addressing(place, forgery.token) == "ANB-F301");
    }
    CHECK(forgeries.size() >= 400);
}

TEST_CASE("forgeries of addressing information: genuine ones for something else")
{
    Place place;
    const auto judge = [&](const char* member, const json::Value& value) {
        const auto token =
            genuine_addressing().with_claims([&](auto& claims) { claims[member] = value; });
        const auto report = fitconnect::check_addressing(
            fitconnect::verify_addressing(place.api, token), k_destination,
            fitconnect::Ars::parse("059990000000"), fitconnect::LeikaKey::parse("99123456760610"),
            bench::environment());
        return codes(report);
    };
    const auto services = [](const std::string& region, const std::string& service) {
        return json::Value::array({{{"gebietIDs", json::Value::array({region})},
                                    {"leistungIDs", json::Value::array({service})}}});
    };
    const std::string region = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:";
    const std::string service = "urn:de:fim:leika:leistung:";
    CHECK(judge("jti", "x") == Codes{});
    CHECK(judge("destinationId", k_other) == Codes{"ANB-F302"});
    for (const std::string ars : {"", "05", "05999", "059990000000"}) {
        CHECK(judge("services", services(region + ars, service + "99123456760610")) == Codes{});
    }
    for (const std::string ars : {"06", "059990000001", "05998", "05999x", "5999", " 05999", "*",
                                  "DE05999", "0599900000000"}) {
        CAPTURE(ars);
        CHECK(judge("services", services(region + ars, service + "99123456760610")) ==
              Codes{"ANB-F303"});
    }
    for (const std::string leika :
         {"99123456760611", "9912345676061", "991234567606100", "", "*", "99123456760610 "}) {
        CAPTURE(leika);
        CHECK(judge("services", services(region + "05999", service + leika)) == Codes{"ANB-F303"});
    }
    CHECK(judge("services", services("rs:05999", service + "99123456760610")) == Codes{"ANB-F303"});
    CHECK(judge("services", services(region + "05999", "99123456760610")) == Codes{"ANB-F303"});
    CHECK(judge("services", json::Value::array()) == Codes{"ANB-F303"});
    auto divided = services(region + "05999", service + "99000000000000");
    divided.push_back(services(region + "06", service + "99123456760610").front());
    CHECK(judge("services", divided) == Codes{"ANB-F303"});
    for (const std::string host :
         {"prod.fit-connect.fitko.net", "angreifer.example",
          "submission_url.example.angreifer.example", "angreifer.example/submission_url.example",
          "submission_url.example@angreifer.example", "x.submission_url.example", ""}) {
        CAPTURE(host);
        CHECK(judge("submissionHost", host) == Codes{"ANB-F304"});
    }
}

TEST_CASE("forgeries of published keys: each ends in the code of its kind")
{
    std::set<std::string> seen;
    const auto row_of = [&](const KeyForgery& forgery) {
        seen.insert(forgery.kind);
        const auto row = k_key_codes.find(forgery.kind);
        REQUIRE_MESSAGE(row != k_key_codes.end(), forgery.kind);
        CAPTURE(forgery.kind);
        return row->second;
    };
    const auto event = event_of_service("submit-submission").token();
    for (const auto& forgery : forge_key(public_jwk(k_service_key, k_service_kid))) {
        Place place;
        place.shelf.bodies[Place::k_service_keys] = {{"keys", {forgery.jwk}}};
        CAPTURE(json::dump(forgery.jwk));
        CHECK(code_of_event(place, event) == row_of(forgery).event_of_service);
    }
    const auto decision = event_of_destination("accept-submission").token();
    for (const auto& forgery : forge_key(public_jwk(k_destination_key, k_destination_kid))) {
        Place place;
        place.shelf.bodies[Place::k_destination_key_address] = forgery.jwk;
        CAPTURE(json::dump(forgery.jwk));
        CHECK(code_of_event(place, decision) == row_of(forgery).event_of_destination);
        CHECK(code_of_key(place) == row_of(forgery).destination);
    }
    const auto addressing = genuine_addressing().token();
    for (const auto& forgery : forge_key(public_jwk(k_service_key, k_portal_kid))) {
        Place place;
        place.shelf.bodies[Place::k_portal_keys] = {{"keys", {forgery.jwk}}};
        CAPTURE(json::dump(forgery.jwk));
        CHECK(code_of_addressing(place, addressing) == row_of(forgery).addressing);
    }
    CHECK(seen.size() == k_key_codes.size());
}

TEST_CASE("forgeries of key sets: a kid twice, other keys only, no set")
{
    const auto event = event_of_service("submit-submission").token();
    const auto addressing = genuine_addressing().token();
    const auto try_keys = [&](const std::function<json::Value(const std::string&)>& make) {
        Place place;
        place.shelf.bodies[Place::k_service_keys] = make(k_service_kid);
        place.shelf.bodies[Place::k_portal_keys] = make(k_portal_kid);
        return code_of_event(place, event) + " " + code_of_addressing(place, addressing);
    };
    const auto good = [](const std::string& kid) { return public_jwk(k_service_key, kid); };
    const auto foreign = [](const std::string& kid) { return public_jwk(k_foreign_key, kid); };
    const auto set = [](const std::vector<json::Value>& keys) {
        return json::Value{{"keys", json::Value(keys)}};
    };
    CHECK(try_keys([&](auto& kid) {
              return set({good(kid), foreign("x")});
          }) == "accepted accepted");
    const std::string refused = "ANB-S401 ANB-F301";
    CHECK(try_keys([&](auto& kid) { return set({good(kid), good(kid)}); }) == refused);
    CHECK(try_keys([&](auto& kid) { return set({good(kid), foreign(kid)}); }) == refused);
    CHECK(try_keys([&](auto& kid) { return set({foreign(kid), good(kid)}); }) == refused);
    CHECK(try_keys([&](auto& kid) { return set({foreign(kid), good("x")}); }) == refused);
    CHECK(try_keys([&](auto&) { return set({good("x")}); }) == refused);
    CHECK(try_keys([&](auto&) { return set({}); }) == refused);
    CHECK(try_keys([&](auto& kid) { return json::Value::array({good(kid)}); }) == refused);
    CHECK(try_keys([&](auto& kid) { return good(kid); }) == refused);
    CHECK(try_keys([&](auto& kid) { return json::Value{{"keys", good(kid)}}; }) == refused);
    CHECK(try_keys([&](auto&) { return set({"x"}); }) == refused);
}

TEST_CASE("forgeries by one bit: no flipped event or addressing information is accepted")
{
    Place place;
    fitconnect::EventVerifier verifier(place.api, k_destination);
    std::size_t count = 0;
    for (const auto& genuine :
         {event_of_service("submit-submission"), event_of_destination("accept-submission")}) {
        for (const auto& token : flip_bits(genuine.token(), 1000)) {
            CAPTURE(token);
            const auto parsed = code_of([&] { fitconnect::parse_event(token); });
            CHECK((parsed == "accepted" || parsed == "ANB-F350"));
            CHECK(code_of_event(verifier, token) ==
                  (parsed == "accepted" ? std::string("ANB-S401") : parsed));
            ++count;
        }
    }
    for (const auto& token : flip_bits(genuine_addressing().token(), 1000)) {
        CAPTURE(token);
        CHECK(code_of_addressing(place, token) == "ANB-F301");
        ++count;
    }
    CHECK(count == 3000);
}
