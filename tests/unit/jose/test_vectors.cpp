// Vectors of others: what their programs made must come out as their index says.
// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "base/text.hpp"
#include "jose/jwe.hpp"
#include "jose/jwk.hpp"
#include "jose/jws.hpp"
#include "unit/jose/support.hpp"

#include <doctest/doctest.h>

using namespace anb;

namespace {

const std::string k_folder = ANB_REFERENCE "/fit-connect/";
constexpr std::uint64_t k_limit = 1024 * 1024;

bool absent()
{
    if (base::fs::exists(k_folder)) {
        return false;
    }
    MESSAGE("skipped: no folder " << k_folder);
    return true;
}

std::string text_of(const std::string& name)
{
    const auto bytes = base::read_file(k_folder + name, k_limit);
    return base::to_text(bytes);
}

std::string line_of(const std::string& name)
{
    return std::string(base::trim(text_of(name)));
}

jose::PrivateJwk private_key(const std::string& name)
{
    return jose::parse_private_jwk(text_of(name), name);
}

std::vector<jose::PublicJwk> key_set(const std::string& name)
{
    return jose::parse_jwk_set(text_of(name), name);
}

const jose::PublicJwk* find(const std::vector<jose::PublicJwk>& set, const std::string& kid)
{
    const auto found = std::ranges::find(set, kid, &jose::PublicJwk::kid);
    return found == set.end() ? nullptr : &*found;
}

bool verifies(const jose::Jws& jws, const std::vector<jose::PublicJwk>& set)
{
    const auto* key = find(set, jws.kid);
    return key != nullptr && jose::verify(jws, key->key);
}

jose::Decrypted decrypt(const std::string& compact, const jose::PrivateJwk& jwk)
{
    const auto lookup = [&](const std::string& kid) { return kid == jwk.kid ? &jwk.key : nullptr; };
    return jose::decrypt(compact, lookup, "vector", k_limit);
}

} // namespace

TEST_CASE("vectors: the zip JWE decrypts to the given bytes")
{
    if (absent()) {
        return;
    }
    const auto key = private_key("testvector-jwe-INSECURE-demo-private-decryption.jwk.json");
    CHECK(jose::thumbprint(key.key.public_key()) == key.kid);
    const auto decrypted = decrypt(line_of("testvector-jwe-metadata-zip-def.jwe.txt"), key);
    CHECK(decrypted.header.zip == "DEF");
    CHECK(base::as_text(decrypted.plaintext) ==
          text_of("testvector-jwe-metadata-zip-def.plaintext.json"));
}

TEST_CASE("vectors: the real SET verifies, the one with an unknown kid finds no key")
{
    if (absent()) {
        return;
    }
    const auto set = key_set("testvector-set-zustelldienst-jwks.json");
    const auto jws = jose::parse_jws(line_of("testvector-set-create-submission.jws.txt"), "set");
    CHECK(jws.typ == "secevent+jwt");
    CHECK(verifies(jws, set));
    const auto unknown = jose::parse_jws(line_of("testvector-set-unknown-kid.jws.txt"), "set");
    CHECK(find(set, unknown.kid) == nullptr);
}

TEST_CASE("vectors: keys of the demo case are read, with their chains and thumbprints")
{
    if (absent()) {
        return;
    }
    for (const auto& jwk : key_set("demo-case/keys/set-public-keys.json")) {
        CHECK(jose::thumbprint(jwk.key) == jwk.kid);
        REQUIRE(jwk.x5c.size() == 1);
        CHECK(jwk.x5c.front().public_key() == jwk.key);
    }
    const auto name = std::string("demo-case/keys/publicKey_encryption.json");
    const auto document = json::parse(text_of(name), name);
    const auto jwk = jose::parse_public_jwk(json::Reader(document, name));
    CHECK(jose::to_json(jwk) == document);
    const auto plain = json::parse(text_of("sample-public-encryption.jwk.json"), "sample");
    CHECK(jose::parse_public_jwk(json::Reader(plain, "sample")).key.bits() == 4096);
}

TEST_CASE("vectors: everything in the demo case decrypts")
{
    if (absent()) {
        return;
    }
    const auto key = private_key("demo-case/keys/privateKey_decryption.json");
    const auto submission = json::parse(text_of("demo-case/submission.json"), "submission.json");
    const auto metadata = decrypt(submission["encryptedMetadata"], key);
    CHECK(base::as_text(metadata.plaintext) == text_of("demo-case/plaintext-metadata.json"));
    CHECK(base::as_text(decrypt(submission["encryptedData"], key).plaintext) ==
          text_of("demo-case/plaintext-data.json"));
    const auto attachment = decrypt(line_of("demo-case/attachment.jwe.txt"), key);
    CHECK(attachment.header.cty == "application/pdf");
    CHECK(base::as_text(attachment.plaintext) == text_of("demo-case/plaintext-attachment.pdf"));
}

TEST_CASE("vectors: every signature of the demo case verifies, the forged one does not")
{
    if (absent()) {
        return;
    }
    auto keys = key_set("demo-case/zustelldienst-jwks.json");
    for (const auto& jwk : key_set("demo-case/keys/set-public-keys.json")) {
        keys.push_back(jwk);
    }
    const auto log = json::parse(text_of("demo-case/event-log.json"), "event-log.json");
    REQUIRE(log["eventLog"].size() == 4);
    for (const auto& entry : log["eventLog"]) {
        CHECK(verifies(jose::parse_jws(entry.get<std::string>(), "event"), keys));
    }
    const auto good = [&](const std::string& name) {
        return verifies(jose::parse_jws(line_of("demo-case/" + name), name), keys);
    };
    CHECK(good("reject-set.jws.txt"));
    CHECK(good("negative-submit-set-wrong-data-tag.jws.txt"));
    CHECK_FALSE(good("negative-set-signed-by-wrong-key.jws.txt"));
}
