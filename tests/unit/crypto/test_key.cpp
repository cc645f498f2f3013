// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "crypto/key.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

using namespace anb;
using test::refusal;

namespace {

base::Bytes vector(const std::string& name)
{
    return base::read_file(ANB_TESTDATA "/vectors/rsa/" + name, 1 << 16);
}

crypto::PrivateKey demo_key()
{
    return crypto::PrivateKey::from_pkcs8(vector("INSECURE-key.pkcs8"));
}

crypto::RsaPrivateNumbers altered(base::SecretBytes crypto::RsaPrivateNumbers::*member)
{
    auto numbers = demo_key().numbers();
    (numbers.*member).reveal_writable().back() ^= std::byte{2};
    return numbers;
}

} // namespace

TEST_CASE("crypto::PrivateKey: numbers and PKCS#8 lead back to the same key")
{
    const auto key = demo_key();
    CHECK(key.is_rsa());
    CHECK(key.bits() == 2048);
    const auto numbers = key.numbers();
    CHECK(base::to_hex(numbers.e) == "010001");
    CHECK(numbers.n.size() == 256);
    const auto again = crypto::PrivateKey::from_numbers(numbers);
    CHECK(again.public_key() == key.public_key());
    CHECK(base::to_hex(again.to_pkcs8().reveal()) == base::to_hex(key.to_pkcs8().reveal()));
    CHECK(base::to_hex(key.to_pkcs8().reveal()) == base::to_hex(vector("INSECURE-key.pkcs8")));
}

TEST_CASE("crypto::PrivateKey: numbers that do not fit together are refused by name")
{
    using Numbers = crypto::RsaPrivateNumbers;
    const auto reason = [](base::SecretBytes Numbers::*member) {
        const auto numbers = altered(member);
        const auto refused = refusal([&] { crypto::PrivateKey::from_numbers(numbers); });
        CHECK(refused.code == "ANB-J202");
        CHECK(refused.kind == base::ErrorKind::input);
        return refused.value("reason");
    };
    CHECK(reason(&Numbers::p) == "p*q != n");
    CHECK(reason(&Numbers::q) == "p*q != n");
    CHECK(reason(&Numbers::dp) == "dp");
    CHECK(reason(&Numbers::dq) == "dq");
    CHECK(reason(&Numbers::qi) == "qi");
    CHECK(reason(&Numbers::d) == "dp");
}

TEST_CASE("crypto::PrivateKey: missing CRT values and empty numbers are refused")
{
    auto numbers = demo_key().numbers();
    numbers.p = {};
    CHECK(refusal([&] { crypto::PrivateKey::from_numbers(numbers); }).code == "ANB-J202");
    CHECK(refusal([&] { crypto::PrivateKey::from_numbers({}); }).code == "ANB-J202");
}

TEST_CASE("crypto::PrivateKey::from_pkcs8: refuses damage, trailing bytes and other things")
{
    auto der = vector("INSECURE-key.pkcs8");
    CHECK(refusal([&] { crypto::PrivateKey::from_pkcs8({}); }).code == "ANB-J202");
    for (const std::size_t size : {1UL, 20UL, 200UL, der.size() - 1}) {
        const auto part = base::ByteView(der).first(size);
        CHECK(refusal([&] { crypto::PrivateKey::from_pkcs8(part); }).code == "ANB-J202");
    }
    der.push_back(std::byte{0});
    CHECK(refusal([&] { crypto::PrivateKey::from_pkcs8(der); }).code == "ANB-J202");
}

TEST_CASE("crypto::PublicKey::from_numbers: refuses what is no key")
{
    const auto good = demo_key().public_key().numbers();
    CHECK(crypto::PublicKey::from_numbers(good) == demo_key().public_key());
    const auto refused = [](crypto::RsaPublicNumbers numbers) {
        return refusal([&] { crypto::PublicKey::from_numbers(numbers); }).code;
    };
    auto even = good;
    even.n.back() &= std::byte{0xfe};
    CHECK(refused(even) == "ANB-J201");
    CHECK(refused({good.n, {}}) == "ANB-J201");
    CHECK(refused({good.n, {std::byte{1}}}) == "ANB-J201");
    CHECK(refused({good.n, {std::byte{4}}}) == "ANB-J201");
    CHECK(refused({good.n, good.n}) == "ANB-J201");
    CHECK(refused({{}, good.e}) == "ANB-J201");
    CHECK(refused({base::Bytes(8, std::byte{0xff}), good.e}) == "ANB-J201");
    CHECK(refused({base::Bytes(16385 / 8 + 1, std::byte{0xff}), good.e}) == "ANB-J201");
    CHECK(refused({base::Bytes(1 << 20, std::byte{0xff}), good.e}) == "ANB-J201");
}

TEST_CASE("crypto::PublicKey::from_numbers: leading zero bytes do not change the key")
{
    auto numbers = demo_key().public_key().numbers();
    numbers.n.insert(numbers.n.begin(), std::byte{0});
    const auto key = crypto::PublicKey::from_numbers(numbers);
    CHECK(key == demo_key().public_key());
    CHECK(key.numbers().n.size() == 256);
}

TEST_CASE("crypto::PublicKey::verify_ps512: accepts openssl's signature and no other variant")
{
    const auto key = demo_key().public_key();
    const auto message = vector("message");
    CHECK(key.verify_ps512(message, vector("ps512")));
    CHECK_FALSE(key.verify_ps512(message, vector("ps512-salt-32")));
    CHECK_FALSE(key.verify_ps512(message, vector("ps512-mgf1-sha256")));
    CHECK_FALSE(key.verify_ps512(message, vector("rs512")));
    CHECK_FALSE(key.verify_ps512(base::as_bytes("other"), vector("ps512")));
    CHECK_FALSE(key.verify_ps512(message, {}));
    auto longer = vector("ps512");
    longer.push_back(std::byte{0});
    CHECK_FALSE(key.verify_ps512(message, longer));
}

TEST_CASE("crypto::PublicKey::verify_ps512: a signature is as long as the modulus")
{
    const auto key = demo_key();
    const auto message = vector("message");
    auto signature = key.sign_ps512(message);
    while (signature.front() != std::byte{0}) {
        signature = key.sign_ps512(message);
    }
    CHECK(key.public_key().verify_ps512(message, signature));
    signature.erase(signature.begin());
    CHECK_FALSE(key.public_key().verify_ps512(message, signature));
}

TEST_CASE("crypto::PrivateKey::sign_ps512: verifies, and differs each time")
{
    const auto key = demo_key();
    const auto message = vector("message");
    const auto first = key.sign_ps512(message), second = key.sign_ps512(message);
    CHECK(first.size() == 256);
    CHECK(first != second);
    CHECK(key.public_key().verify_ps512(message, first));
    CHECK(key.public_key().verify_ps512({}, key.sign_ps512({})));
}

TEST_CASE("crypto::PrivateKey::unwrap_oaep256: reads openssl's RSA-OAEP-256 and no other variant")
{
    const auto key = demo_key();
    CHECK(base::to_text(key.unwrap_oaep256(vector("oaep256")).reveal()) ==
          base::to_text(vector("message")));
    for (const auto* name : {"oaep256-mgf1-sha1", "oaep-sha1", "pkcs1", "message", "ps512"}) {
        const auto wrapped = vector(name);
        const auto refused = refusal([&] { key.unwrap_oaep256(wrapped); });
        CHECK(refused.code == "ANB-J301");
        CHECK(refused.values.empty());
    }
    CHECK(refusal([&] { key.unwrap_oaep256({}); }).code == "ANB-J301");
}

TEST_CASE("crypto::PublicKey::wrap_oaep256: only the private key gets the content back")
{
    const auto key = crypto::PrivateKey::generate_rsa(2048);
    CHECK(base::to_hex(key.public_key().numbers().e) == "010001");
    const base::Bytes content(32, std::byte{0x5a});
    const auto wrapped = key.public_key().wrap_oaep256(content);
    CHECK(base::to_hex(key.unwrap_oaep256(wrapped).reveal()) == base::to_hex(content));
    CHECK(key.unwrap_oaep256(key.public_key().wrap_oaep256({})).empty());
    CHECK(refusal([&] { demo_key().unwrap_oaep256(wrapped); }).code == "ANB-J301");
    CHECK(refusal([&] { key.public_key().wrap_oaep256(base::Bytes(200)); }).code == "ANB-J201");
}
