// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "jose/jwk.hpp"
#include "unit/jose/support.hpp"

#include <doctest/doctest.h>

using namespace anb;
using test::code_of;

namespace {

json::Value example()
{
    const auto path = std::string(ANB_TESTDATA "/vectors/rfc7638_3.1.jwk.json");
    return json::parse(base::as_text(base::read_file(path, 4096)), path);
}

jose::PublicJwk read(const json::Value& value)
{
    return jose::parse_public_jwk(json::Reader(value, "test.jwk.json"));
}

std::string pointer_of(const json::Value& value)
{
    try {
        read(value);
    } catch (const base::Error& error) {
        CHECK(error.code() == "ANB-J210");
        for (const auto& [name, text] : error.values()) {
            if (name == "pointer") {
                return text;
            }
        }
    }
    return "accepted";
}

} // namespace

TEST_CASE("jose::thumbprint: gives the value of RFC 7638 §3.1")
{
    CHECK(jose::thumbprint(read(example()).key) == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
}

TEST_CASE("jose::thumbprint: ignores members other than e, kty and n")
{
    auto value = example();
    value.erase("kid");
    value["use"] = "sig";
    CHECK(jose::thumbprint(read(value).key) == jose::thumbprint(read(example()).key));
}

TEST_CASE("jose::parse_public_jwk: takes keys with nothing but kty, n and e")
{
    auto value = example();
    value.erase("kid");
    value.erase("alg");
    const auto jwk = read(value);
    CHECK(jwk.key.bits() == 2048);
    CHECK(jwk.kid.empty());
    CHECK(jwk.key_ops.empty());
    CHECK(jwk.x5c.empty());
}

TEST_CASE("jose::parse_public_jwk: names the member that does not fit")
{
    const auto with = [](const char* name, const json::Value& member) {
        auto value = example();
        value[name] = member;
        return pointer_of(value);
    };
    CHECK(with("kty", "EC") == "/kty");
    CHECK(with("kty", 1) == "/kty");
    CHECK(with("n", "a+b/") == "/n");
    CHECK(with("n", "AQAB=") == "/n");
    CHECK(with("n", "") == "/n");
    CHECK(with("e", json::Value()) == "/e");
    CHECK(with("kid", 7) == "/kid");
    CHECK(with("key_ops", "verify") == "/key_ops");
    CHECK(with("key_ops", {1}) == "/key_ops");
    CHECK(with("x5c", {"AAAA", "!"}) == "/x5c/0");
    CHECK(with("x5c", {"n_-"}) == "/x5c/0");
    CHECK(with("d", "AQAB") == "/d");
    CHECK(with("qi", "AQAB") == "/qi");
    CHECK(pointer_of(json::Value::array()) == "/");
}

TEST_CASE("jose::to_json: writes members in one order and leaves absent ones out")
{
    auto jwk = read(example());
    jwk.key_ops = {"verify"};
    std::string names;
    const auto value = jose::to_json(jwk);
    for (const auto& [name, member] : value.items()) {
        names += name + " ";
    }
    CHECK(names == "kty alg key_ops kid n e ");
    CHECK(value["n"] == example()["n"]);
}

TEST_CASE("jose::to_text: is read back as the same key")
{
    const jose::PrivateJwk jwk{
        crypto::PrivateKey::from_numbers(test::key().numbers()), "kid \"ü\\", "PS512", {"sign"}};
    const auto text = jose::to_text(jwk);
    CHECK(text.reveal().ends_with("\"\n}\n"));
    const auto again = jose::parse_private_jwk(text.reveal(), "p.json");
    CHECK(again.kid == jwk.kid);
    CHECK(again.alg == "PS512");
    CHECK(again.key_ops == jwk.key_ops);
    CHECK(again.key.public_key() == jwk.key.public_key());
    CHECK(jose::to_text(again).reveal() == text.reveal());
    const auto value = json::parse(text.reveal(), "p.json");
    CHECK(text.reveal() == json::dump_pretty(value));
    CHECK(pointer_of(value) == "/d");
}

TEST_CASE("jose::parse_private_jwk: refuses damaged keys without quoting them")
{
    const jose::PrivateJwk jwk{
        crypto::PrivateKey::from_numbers(test::key().numbers()), "k", "", {}};
    const auto text = jose::to_text(jwk);
    auto value = json::parse(text.reveal(), "p.json");
    const auto refused = [](const json::Value& changed) {
        return code_of([&] { jose::parse_private_jwk(json::dump(changed), "p.json"); });
    };
    auto without = value;
    without.erase("qi");
    CHECK(refused(without) == "ANB-J210");
    auto mixed = value;
    mixed["p"] = value["q"];
    CHECK(refused(mixed) == "ANB-J202");
    try {
        jose::parse_private_jwk(std::string(text.reveal().substr(0, text.size() - 4)), "p.json");
        FAIL("accepted a cut document");
    } catch (const base::Error& error) {
        CHECK(error.code() == "ANB-G301");
        const auto secret = value["qi"].get<std::string>().substr(0, 20);
        CHECK(std::string(error.what()).find(secret) == std::string::npos);
    }
}

TEST_CASE("jose::parse_jwk_set: passes over other key types, refuses a kid twice")
{
    json::Value set = {{"keys", {example(), {{"kty", "EC"}, {"crv", "P-256"}}}}};
    const auto read_set = [&] { return jose::parse_jwk_set(json::dump(set), "set.json"); };
    CHECK(read_set().size() == 1);
    set["keys"].push_back(example());
    CHECK(code_of(read_set) == "ANB-J210");
    set["keys"][2]["kid"] = "another";
    CHECK(read_set().size() == 2);
    set["keys"][2]["d"] = "AQAB";
    CHECK(code_of(read_set) == "ANB-J210");
    CHECK(code_of([] { jose::parse_jwk_set("[]", "x"); }) == "ANB-J210");
    CHECK(code_of([] { jose::parse_jwk_set(R"({"keys":{}})", "x"); }) == "ANB-J210");
}
