// SPDX-License-Identifier: EUPL-1.2

#include "pki/pkcs12.hpp"
#include "testdata.hpp"

#include <doctest/doctest.h>

using namespace anb;
using pki::test::read;

TEST_CASE("pki::detect_format: names a file by its content")
{
    const auto of = [](const std::string& name) { return pki::detect_format(read(name)); };
    CHECK(of("pki/root.pem") == "certificate (PEM)");
    CHECK(of("pki/musterstadt-prod.cer") == "certificate (DER)");
    CHECK(of("pki/musterstadt-prod.p7b") == "PKCS#7");
    CHECK(of("pki/keys/INSECURE-impostor.key.pem") == "private key (PEM)");
    CHECK(of("vectors/rsa/INSECURE-key.pkcs8") == "private key");
    CHECK(of("pkcs12/INSECURE-aes.p12") == "PKCS#12");
    CHECK(of("pkcs12/INSECURE-truncated.p12") == "PKCS#12");
    CHECK(of("pkcs12/INSECURE-base64.p12") == "PKCS#12 (base64)");
    CHECK(of("pkcs12/INSECURE-pem.p12") == "PKCS#12 (PEM)");
    CHECK(of("pkcs12/INSECURE-really-jks.p12") == "JKS");
}

TEST_CASE("pki::detect_format: names what people send by mistake")
{
    const auto of = [](std::string_view text) { return pki::detect_format(base::as_bytes(text)); };
    using namespace std::string_view_literals;
    CHECK(of("") == "empty file");
    CHECK(of("%PDF-1.7") == "PDF");
    CHECK(of("PK\x03\x04") == "ZIP");
    CHECK(of("\xce\xce\xce\xce\x00\x00"sv) == "JCEKS");
    CHECK(of("<!DOCTYPE html><html>") == "HTML");
    CHECK(of("\n <html lang=de>") == "HTML");
    CHECK(of("<?xml version='1.0'?><a/>") == "XML");
    CHECK(of("{\"kty\":\"RSA\"}") == "JWK (JSON)");
    CHECK(of("[1]") == "JSON");
    CHECK(of("Sehr geehrte Damen und Herren") == "text");
    CHECK(of("\x00\x01\x02"sv) == "unknown");
    CHECK(of("\xff\xfe{\0}\0"sv) == "JSON");
    CHECK(of("-----BEGIN CERTIFICATE REQUEST-----\n") == "certificate request (PEM)");
    CHECK(of("-----BEGIN X509 CRL-----\n") == "CRL (PEM)");
    CHECK(of("-----BEGIN ENCRYPTED PRIVATE KEY-----\n") == "encrypted private key (PEM)");
    CHECK(of("-----BEGIN CERTIFICATE-----\n-----BEGIN RSA PRIVATE KEY-----\n") ==
          "private key (PEM)");
    CHECK(of("-----BEGIN SOMETHING\x1b-----\n") == "PEM SOMETHING\\u{1b}");
}

TEST_CASE("pki::detect_format: tells DER structures apart by their children")
{
    const auto of = [](std::string_view hex) {
        return pki::detect_format(base::from_hex(hex).value());
    };
    CHECK(of("300c 300a 0201 00 3000 3000 a000") == "certificate request (DER)");
    CHECK(of("3017 3015 3000 3000 170d 3236303130313030303030305a") == "CRL (DER)");
    CHECK(of("300b 3009 0201 01 3000 3000 1700") == "CRL (DER)");
    CHECK(of("3009 3003 0601 2a 0402 0000") == "encrypted private key");
    CHECK(of("3009 3003 0601 2a 0302 0000") == "public key");
    CHECK(of("3006 0201 01 0401 00") == "private key");
    CHECK(of("3006 0201 00 0201 05") == "private key");
    CHECK(of("3080 0201 03 3080") == "PKCS#12");
    CHECK(of("30") == "text");
    CHECK(of("30ff") == "unknown");
    CHECK(of("3084ffffffff") == "unknown");
}
