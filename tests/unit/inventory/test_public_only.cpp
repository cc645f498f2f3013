// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "base/text.hpp"
#include "inventory/public_only.hpp"

#include <doctest/doctest.h>

using namespace anb;
using inventory::find_private;

namespace {

std::string kinds(std::string_view text)
{
    std::string joined;
    for (const auto& exposure : find_private(base::as_bytes(text))) {
        joined += (joined.empty() ? "" : " ") + exposure.kind;
    }
    return joined;
}

std::string read(const std::string& name)
{
    return base::to_text(base::read_file(std::string(ANB_TESTDATA "/") + name, 1 << 20));
}

} // namespace

TEST_CASE("inventory::find_private: private keys in every dress")
{
    const auto key = read("pki/keys/INSECURE-ca.key.pem");
    CHECK(kinds(key) == "private_key");
    CHECK(kinds("Guten Tag,\n" + key + "Gruß") == "private_key");
    std::string wide = "\xff\xfe";
    for (const char c : key) {
        wide += std::string(1, c) + '\0';
    }
    CHECK(kinds(wide) == "private_key");
    CHECK(kinds(read("pkcs12/INSECURE-musterstadt-prod.p12")) == "pkcs12");
    CHECK(kinds("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA") == "encrypted_private_key");
    CHECK(kinds("-----BEGIN OPENSSH PRIVATE KEY-----") == "private_key");
    CHECK(kinds("-----BEGIN PGP PRIVATE KEY BLOCK-----") == "private_key");
    CHECK(kinds("PuTTY-User-Key-File-3: ssh-rsa") == "private_key");
    CHECK(kinds("\xfe\xed\xfe\xed\x00") == "java_key_store");
    CHECK(kinds(R"({"keys": [{"kty": "RSA", "n": "AQ"}, {"kty": "RSA", "d": "AQ"}]})") ==
          "private_key");
    CHECK(kinds(R"({"kty": "oct", "k": "AQ"})") == "private_key");
    CHECK(kinds(R"({"kty": "RSA", "d": "AQ", )") == "private_key");
    const auto store =
        base::read_file(ANB_TESTDATA "/pkcs12/INSECURE-musterstadt-prod.p12", 1 << 20);
    CHECK(kinds("Content-Transfer-Encoding: base64\r\n\r\n" + base::to_base64(store) +
                "\r\n--boundary--\r\n") == "pkcs12");
    CHECK(kinds("Rar!\x1a\x07") == "damaged_archive");
}

TEST_CASE("inventory::find_private: what is public stays so")
{
    CHECK(kinds("").empty());
    CHECK(kinds(read("pki/musterstadt-prod.pem")).empty());
    CHECK(kinds(read("pki/musterstadt-prod.cer")).empty());
    CHECK(kinds(read("pki/musterstadt-prod.p7b")).empty());
    CHECK(kinds(R"({"kty": "RSA", "n": "AQ", "e": "AQAB"})").empty());
    CHECK(kinds("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----").empty());
    CHECK(kinds("ein Brief über BEGIN PRIVATE KEY").empty());
}
