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

TEST_CASE("inventory::find_private: text in base64 is text")
{
    const auto encoded = [](std::string_view text) {
        return base::to_base64(base::as_bytes(text));
    };
    const auto mail = [](const std::string& part) {
        return "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: "
               "base64\r\n\r\n" +
               part + "\r\n--boundary--\r\n";
    };
    const auto key = read("pki/keys/INSECURE-ca.key.pem");
    CHECK(kinds(encoded(key)) == "private_key");
    CHECK(kinds(mail(encoded(key))) == "private_key");
    CHECK(kinds(mail(encoded(R"({"kty": "RSA", "d": "AQ"})"))) == "private_key");
    CHECK(kinds(mail(encoded("-----BEGIN OPENSSH PRIVATE KEY-----\n"))) == "private_key");
    CHECK(kinds(mail(encoded("PuTTY-User-Key-File-3: ssh-rsa"))) == "private_key");
    CHECK(kinds(mail(encoded(mail(encoded(key))))) == "private_key");
    CHECK(kinds("tls.crt: " + encoded(read("pki/ca.pem")) + "\ntls.key: " + encoded(key) +
                "\nkind: Secret\n") == "private_key");
    CHECK(kinds(mail(encoded(read("pki/ca.pem")))).empty());
    CHECK(kinds(mail(encoded("Guten Tag"))).empty());
    CHECK(kinds("tls.crt: " + encoded(read("pki/ca.pem")) + "\n").empty());
}

TEST_CASE("inventory::find_private: base64 within base64 ends somewhere")
{
    auto text = read("pki/keys/INSECURE-ca.key.pem");
    for (int layer = 0; layer < 8; ++layer) {
        text = base::to_base64(base::as_bytes(text));
    }
    CHECK(kinds(text) == "private_key");
    for (int layer = 0; layer < 30; ++layer) {
        text = base::to_base64(base::as_bytes(text));
    }
    CHECK(kinds(text) == "nested_archives");
}
