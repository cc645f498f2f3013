// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/key_profile.hpp"
#include "unit/fitconnect/keys.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace anb;
using fitconnect::KeyRole;
using test::Codes;
using test::codes;

namespace {

const pki::Identity& identity()
{
    static const auto opened = test::store("musterstadt-prod");
    return opened.identity;
}

jose::PublicJwk published(KeyRole role, bool with_root = true)
{
    return fitconnect::make_pair(identity(), role, {}, with_root).public_key;
}

Codes judged(const jose::PublicJwk& jwk, const fitconnect::KeyRules& rules = test::rules())
{
    return codes(fitconnect::check_key(jwk, std::nullopt, rules, "test"));
}

fitconnect::KeyRules production(const std::string& anchor)
{
    auto rules = test::rules();
    rules.production = true;
    if (!anchor.empty()) {
        rules.anchors = test::certificates(anchor);
    }
    return rules;
}

} // namespace

TEST_CASE("fitconnect::derive_kid: differs by role and key, is the same at every run")
{
    const auto key = identity().key.public_key();
    const auto encryption = fitconnect::derive_kid(key, KeyRole::encryption);
    CHECK(encryption == "a05076a1-7d77-5b8a-af62-53b29289208f");
    CHECK(encryption.size() == 36);
    CHECK(fitconnect::derive_kid(key, KeyRole::signature) != encryption);
    const auto other = test::store("musterstadt-encrypt").identity.key.public_key();
    CHECK(fitconnect::derive_kid(other, KeyRole::encryption) != encryption);
}

TEST_CASE("fitconnect::make_pair: writes the members that FIT-Connect demands")
{
    for (const auto role : {KeyRole::encryption, KeyRole::signature}) {
        const auto pair = fitconnect::make_pair(identity(), role, {}, true);
        CHECK(pair.public_key.alg == fitconnect::algorithm(role));
        CHECK(pair.public_key.key_ops == Codes{std::string(fitconnect::public_operation(role))});
        CHECK(pair.private_key.key_ops == Codes{std::string(fitconnect::private_operation(role))});
        CHECK(pair.private_key.kid == pair.public_key.kid);
        CHECK(pair.private_key.alg == pair.public_key.alg);
        CHECK(pair.public_key.x5c == identity().chain);
        CHECK(pair.private_key.key.public_key() == pair.public_key.key);
    }
    CHECK(published(KeyRole::signature, false).x5c.size() == 2);
    CHECK(
        fitconnect::make_pair(identity(), KeyRole::signature, "my own kid", true).private_key.kid ==
        "my own kid");
}

TEST_CASE("fitconnect::check_key: finds nothing in a good key")
{
    for (const auto role : {KeyRole::encryption, KeyRole::signature}) {
        CHECK(judged(published(role)) == Codes{});
        CHECK(judged(published(role), production("root")) == Codes{});
        CHECK(judged(published(role, false), production("root")) == Codes{});
    }
}

TEST_CASE("fitconnect::check_key: says what was not checked in production")
{
    const auto unchecked = [](const std::string& anchor) {
        std::set<std::string> elements;
        const auto report = fitconnect::check_key(published(KeyRole::signature), std::nullopt,
                                                  production(anchor), "test");
        for (const auto& point : report.unchecked) {
            elements.insert(point.element);
        }
        return elements;
    };
    CHECK(unchecked("") == std::set<std::string>{"chain", "revocation"});
    CHECK(unchecked("root") == std::set<std::string>{"revocation"});
}

TEST_CASE("fitconnect::check_key: names each broken rule on members by its own code")
{
    const auto good = published(KeyRole::signature);
    auto jwk = good;
    jwk.alg = "RS256";
    CHECK(judged(jwk) == Codes{"ANB-J506"});
    jwk.key_ops = {"sign"};
    CHECK(judged(jwk) == Codes{"ANB-J506"});
    jwk = good;
    jwk.key_ops = {"verify", "verify"};
    CHECK(judged(jwk) == Codes{"ANB-J505"});
    jwk.key_ops = {"wrapKey"};
    CHECK(judged(jwk) == Codes{"ANB-J505"});
    jwk.key_ops = {};
    CHECK(judged(jwk) == Codes{"ANB-J505"});
    jwk = good;
    jwk.kid = "1234567";
    CHECK(judged(jwk) == Codes{"ANB-J507"});
    jwk.kid = std::string(65, 'k');
    CHECK(judged(jwk) == Codes{"ANB-J507"});
    jwk.kid = std::string(64, 'k');
    CHECK(judged(jwk) == Codes{});
    jwk = good;
    jwk.use = "sig";
    CHECK(judged(jwk) == Codes{});
    jwk.use = "enc";
    CHECK(judged(jwk) == Codes{"ANB-J524"});
    CHECK(codes(fitconnect::check_key(good, KeyRole::encryption, test::rules(), "x")) ==
          Codes{"ANB-J505", "ANB-J506"});
}

TEST_CASE("fitconnect::check_key: measures the modulus in bits and wants 65537")
{
    const auto with = [](crypto::PublicKey key) {
        auto jwk = published(KeyRole::signature);
        jwk.key = std::move(key);
        jwk.x5c.clear();
        return judged(jwk);
    };
    auto numbers = identity().key.public_key().numbers();
    numbers.e = {std::byte(3)};
    CHECK(with(crypto::PublicKey::from_numbers(numbers)) == Codes{"ANB-J504", "ANB-J508"});
    numbers = identity().key.public_key().numbers();
    numbers.n.front() = std::byte(0x7f);
    CHECK(base::to_base64url(numbers.n).size() == 683);
    CHECK(with(crypto::PublicKey::from_numbers(numbers)) == Codes{"ANB-J502", "ANB-J508"});
    numbers.n.insert(numbers.n.begin(), std::byte(1));
    CHECK(with(crypto::PublicKey::from_numbers(numbers)) == Codes{"ANB-J503", "ANB-J508"});
    const auto elliptic = test::certificates("elliptic").front().public_key();
    CHECK(with(elliptic) == Codes{"ANB-J501", "ANB-J508"});
}

TEST_CASE("fitconnect::check_key: judges the certificates in x5c")
{
    const auto good = published(KeyRole::signature);
    auto jwk = good;
    jwk.x5c.clear();
    CHECK(judged(jwk) == Codes{"ANB-J508"});
    jwk = good;
    std::swap(jwk.x5c[1], jwk.x5c[2]);
    CHECK(judged(jwk) == Codes{"ANB-J510"});
    jwk = good;
    jwk.x5c.front() = test::certificates("musterstadt-sign").front();
    CHECK(judged(jwk) == Codes{"ANB-J509"});
    jwk = good;
    jwk.x5c.resize(1);
    CHECK(judged(jwk) == Codes{});
    CHECK(judged(jwk, production("")) == Codes{"ANB-J514"});
    CHECK(judged(jwk, production("ca")) == Codes{});
    CHECK(judged(good, production("impostor-root")) == Codes{"ANB-J515"});
}

TEST_CASE("fitconnect::check_key: judges validity at the given time")
{
    const auto jwk = published(KeyRole::signature);
    auto rules = test::rules();
    rules.at = test::day("2036-01-01");
    CHECK(judged(jwk, rules).front() == "ANB-J511");
    rules.allow_expired = true;
    const auto report = fitconnect::check_key(jwk, std::nullopt, rules, "x");
    CHECK(report.accepted());
    CHECK(report.worst() == base::Severity::warning);
    rules.at = test::day("2025-12-31");
    CHECK(judged(jwk, rules).front() == "ANB-J519");
    CHECK_FALSE(fitconnect::check_key(jwk, std::nullopt, rules, "x").accepted());
}

TEST_CASE("fitconnect::check_key: wants the usage of the role")
{
    const auto encrypt = test::store("musterstadt-encrypt");
    const auto sign = test::store("musterstadt-sign");
    const auto with = [](const pki::Identity& identity, KeyRole role) {
        return judged(fitconnect::make_pair(identity, role, {}, true).public_key);
    };
    CHECK(with(encrypt.identity, KeyRole::encryption) == Codes{});
    CHECK(with(encrypt.identity, KeyRole::signature) == Codes{"ANB-J512"});
    CHECK(with(sign.identity, KeyRole::signature) == Codes{});
    CHECK(with(sign.identity, KeyRole::encryption) == Codes{"ANB-J512"});
}
