// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/key_files.hpp"
#include "unit/fitconnect/keys.hpp"

#include <doctest/doctest.h>

using namespace anb;
using fitconnect::KeyRole;
using test::Codes;

namespace {

const fitconnect::KeyPair& pair(KeyRole role)
{
    static const auto opened = test::store("musterstadt-prod");
    static const auto encryption =
        fitconnect::make_pair(opened.identity, KeyRole::encryption, {}, true);
    static const auto signature =
        fitconnect::make_pair(opened.identity, KeyRole::signature, {}, true);
    return role == KeyRole::encryption ? encryption : signature;
}

json::Value document(KeyRole role = KeyRole::signature)
{
    return jose::to_json(pair(role).public_key);
}

json::Value private_document()
{
    const auto text = jose::to_text(pair(KeyRole::signature).private_key);
    return json::parse(text.reveal(), "private");
}

Codes linted(const json::Value& value)
{
    return test::codes(fitconnect::lint(json::dump(value), "test.json", test::rules()));
}

Codes linted_with(const char* name, const json::Value& member)
{
    auto value = document();
    value[name] = member;
    return linted(value);
}

} // namespace

TEST_CASE("fitconnect::lint: finds nothing in what we write ourselves")
{
    CHECK(linted(document(KeyRole::encryption)) == Codes{});
    CHECK(linted(document(KeyRole::signature)) == Codes{});
    CHECK(linted(private_document()) == Codes{});
    CHECK(linted({{"keys", {document(KeyRole::encryption), document()}}}) == Codes{});
}

TEST_CASE("fitconnect::lint: turns what cannot be read into findings")
{
    CHECK(linted_with("kty", "EC") == Codes{"ANB-J501"});
    CHECK(linted_with("kty", json::Value()) == Codes{"ANB-J501"});
    CHECK(linted_with("n", "a+/b") == Codes{"ANB-J517"});
    CHECK(linted_with("n", 7) == Codes{"ANB-J517"});
    CHECK(linted_with("e", "AAEAAQ") == Codes{"ANB-J517"});
    CHECK(linted_with("e", "AA") == Codes{"ANB-J517", "ANB-J526"});
    CHECK(linted_with("kid", 7) == Codes{"ANB-J525"});
    CHECK(linted_with("key_ops", "verify") == Codes{"ANB-J525"});
    CHECK(linted_with("x5c", {"MIIB"}) == Codes{"ANB-J525"});
    CHECK(linted_with("x5c", {"a_-b"}) == Codes{"ANB-J525"});
    CHECK(linted(json::Value::array()) == Codes{"ANB-J525"});
    CHECK(linted("text") == Codes{"ANB-J525"});
    CHECK(linted(json::Value::object()) == Codes{"ANB-J501"});
}

TEST_CASE("fitconnect::lint: goes on behind a damaged certificate")
{
    auto value = document();
    value["x5c"] = {"MIIB"};
    value["alg"] = "RS256";
    const auto report = fitconnect::lint(json::dump(value), "test.json", test::rules());
    CHECK(test::codes(report) == Codes{"ANB-J506", "ANB-J525"});
    CHECK(report.findings.front().where == "/x5c/0");
    CHECK(report.findings.front().element == "x5c/0");
}

TEST_CASE("fitconnect::lint: names private members in a key set, never their values")
{
    const auto secret = private_document();
    const json::Value set = {{"keys", {document(KeyRole::encryption), secret}}};
    const auto report = fitconnect::lint(json::dump(set), "set.json", test::rules());
    const auto found = std::ranges::find(report.findings, "ANB-J516", &base::Finding::code);
    REQUIRE(found != report.findings.end());
    CHECK(found->where == "/keys/1");
    CHECK(found->found == "d, p, q, dp, dq, qi");
    for (const auto& finding : report.findings) {
        for (const auto& [name, value] : finding.values) {
            CHECK(value.find(secret["d"].get<std::string>().substr(0, 16)) == std::string::npos);
        }
    }
}

TEST_CASE("fitconnect::lint: a public key with a stray private member is no private key")
{
    CHECK(linted_with("dp", "AQAB") == Codes{"ANB-J516"});
}

TEST_CASE("fitconnect::lint: judges private keys by their own operations")
{
    auto value = private_document();
    value["key_ops"] = {"verify"};
    CHECK(linted(value) == Codes{"ANB-J505"});
    value = private_document();
    value["p"] = value["q"];
    CHECK(linted(value) == Codes{"ANB-J526"});
    value.erase("p");
    CHECK(linted(value) == Codes{"ANB-J525"});
}

TEST_CASE("fitconnect::lint: wants different kids and at least one key in a set")
{
    CHECK(linted({{"keys", {document(), document()}}}) == Codes{"ANB-J518"});
    CHECK(linted({{"keys", json::Value::array()}}) == Codes{"ANB-J527"});
    CHECK(linted({{"keys", 1}}) == Codes{"ANB-J527"});
    CHECK(linted({{"keys", {1, document()}}}) == Codes{"ANB-J525"});
}

TEST_CASE("fitconnect::lint: fails on what is no JSON")
{
    const auto code = [](const char* text) {
        return test::code_of([&] { fitconnect::lint(text, "test.json", test::rules()); });
    };
    CHECK(code("") == "ANB-G301");
    CHECK(code("{\"n\":1,\"n\":2}") == "ANB-G303");
}
