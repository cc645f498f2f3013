// SPDX-License-Identifier: EUPL-1.2

#include "pki/certificate.hpp"
#include "support/refusal.hpp"
#include "testdata.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::pki;
using anb::test::refusal;
using pki::test::certificate;
using pki::test::read;
using pki::test::time;

TEST_CASE("pki::Certificate: tells the facts of a certificate")
{
    const auto leaf = certificate("musterstadt-prod");
    CHECK(leaf.subject() == "serialNumber=1,CN=GRP: Stadt Musterstadt Sozialamt,"
                            "emailAddress=sozialamt@musterstadt.example,L=Musterstadt,OU=DOI-OSCI,"
                            "O=Oeffentliche Verwaltung,C=DE");
    CHECK(leaf.issuer() == certificate("ca").subject());
    CHECK(leaf.common_name() == "GRP: Stadt Musterstadt Sozialamt");
    CHECK(leaf.serial() == "b1c2d3e4f5061728");
    CHECK(leaf.not_before() == time("2026-01-01T00:00:00Z"));
    CHECK(leaf.not_after() == time("2035-12-31T23:59:59Z"));
    CHECK(leaf.public_key().is_rsa());
    CHECK(leaf.public_key().bits() == 4096);
    CHECK(leaf.key_usage() == (digital_signature | non_repudiation | key_encipherment));
    CHECK_FALSE(leaf.is_ca());
    CHECK_FALSE(leaf.is_self_signed());
    CHECK(leaf.signature_algorithm() == "sha256WithRSAEncryption");
    CHECK(certificate("ca").key_usage() == (key_cert_sign | crl_sign));
    CHECK(certificate("ca").is_ca());
    CHECK(certificate("root").is_self_signed());
    CHECK(certificate("musterstadt-encrypt").common_name() ==
          "GRP: Stadt Musterstadt Verschlüsselung");
}

TEST_CASE("pki::Certificate: absent, present and unreadable keyUsage are three things")
{
    CHECK_FALSE(certificate("elliptic").key_usage().has_value());
    CHECK(certificate("musterstadt-encrypt").key_usage() == key_encipherment);
    CHECK(certificate("broken-key-usage").key_usage() == 0);
}

TEST_CASE("pki::Certificate: keys that are not plain RSA are named and give no numbers")
{
    const auto elliptic = certificate("elliptic").public_key();
    CHECK(elliptic.type_name() == "EC");
    CHECK(elliptic.bits() == 256);
    const auto pss = certificate("pss-key").public_key();
    CHECK(pss.type_name() == "RSASSA-PSS");
    CHECK_FALSE(pss.is_rsa());
    for (const auto& key : {elliptic, pss}) {
        CHECK(refusal([&] { key.numbers(); }).value("reason") == key.type_name());
        CHECK(refusal([&] { key.wrap_oaep256({}); }).code == "ANB-J201");
        CHECK_FALSE(key.verify_ps512({}, {}));
        CHECK(key == key);
    }
    CHECK_FALSE(elliptic == pss);
}

TEST_CASE("pki::Certificate: years from 1950 to 9999 are read in 64 bits")
{
    const auto century = certificate("century");
    CHECK(base::format_time(century.not_before()) == "1950-01-01T00:00:00Z");
    CHECK(base::format_time(century.not_after()) == "9999-12-31T23:59:59Z");
    CHECK(base::days_between(time("2026-11-23"), century.not_after()) == 2912116);
    CHECK(century.serial() == "7f");
}

TEST_CASE("pki::Certificate::common_name: the last CN counts, without one the whole subject")
{
    CHECK(certificate("broken-key-usage").common_name() == "letzter");
    CHECK(certificate("broken-key-usage").subject() == "CN=letzter,CN=erster");
}

TEST_CASE("pki::Certificate: a notAfter that is no date is refused by name")
{
    auto der = certificate("century").to_der();
    const auto text = base::as_text(der);
    const auto at = text.find("99991231235959Z");
    REQUIRE(at != std::string_view::npos);
    der[at + 5] = std::byte{'3'};
    const auto refused = refusal([&] { Certificate::from_der(der, "x"); });
    CHECK(refused.code == "ANB-C401");
    CHECK(refused.value("reason") == "notAfter");
}

TEST_CASE("pki::Certificate::valid_at: both ends belong to the validity")
{
    const auto leaf = certificate("musterstadt-prod");
    CHECK_FALSE(leaf.valid_at(time("2025-12-31T23:59:59Z")));
    CHECK(leaf.valid_at(time("2026-01-01T00:00:00Z")));
    CHECK(leaf.valid_at(time("2035-12-31T23:59:59Z")));
    CHECK_FALSE(leaf.valid_at(time("2036-01-01T00:00:00Z")));
}

TEST_CASE("pki::Certificate: DER and PEM lead back to the same certificate")
{
    const auto leaf = certificate("musterstadt-prod");
    CHECK(leaf.to_der() == read("pki/musterstadt-prod.cer"));
    CHECK(Certificate::from_der(leaf.to_der()) == leaf);
    CHECK(leaf.to_pem() == base::to_text(read("pki/musterstadt-prod.pem")));
    CHECK(leaf.fingerprint(crypto::DigestAlgorithm::sha256) ==
          crypto::digest(crypto::DigestAlgorithm::sha256, read("pki/musterstadt-prod.cer")));
    CHECK_FALSE(leaf == certificate("ca"));
}

TEST_CASE("pki::Certificate::from_der: wants exactly one certificate")
{
    auto der = read("pki/musterstadt-prod.cer");
    const auto code = [](base::ByteView bytes) {
        return refusal([&] { Certificate::from_der(bytes, "x"); }).code;
    };
    CHECK(code({}) == "ANB-C401");
    CHECK(code(base::ByteView(der).first(der.size() - 1)) == "ANB-C401");
    der.push_back(std::byte{0});
    CHECK(code(der) == "ANB-C401");
}

TEST_CASE("pki::Certificate::issued_by: needs name and signature")
{
    const auto root = certificate("root"), impostor = certificate("impostor-root");
    const auto ca = certificate("ca");
    CHECK(impostor.subject() == root.subject());
    CHECK(impostor.serial() == root.serial());
    CHECK(ca.issued_by(root));
    CHECK_FALSE(ca.issued_by(impostor));
    CHECK_FALSE(ca.issued_by(ca));
    CHECK_FALSE(root.issued_by(impostor));
}

TEST_CASE("pki::load_certificates: reads PEM as it occurs in the wild")
{
    const auto pem = base::to_text(read("pki/musterstadt-prod.pem"));
    const auto replaced = [&](std::string_view from, std::string_view to) {
        auto text = pem;
        for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
            text.replace(at, from.size(), to);
        }
        return text;
    };
    std::string utf16 = "\xff\xfe";
    for (const char c : pem) {
        utf16 += {c, '\0'};
    }
    const std::string texts[] = {
        replaced("\n", "\r\n"),
        replaced("\n", "\r"),
        replaced("\n", "\n\n"),
        replaced("\n", " \n  "),
        replaced("CERTIFICATE", "X509 CERTIFICATE"),
        "\xef\xbb\xbfsubject=CN = x\nBag Attributes\n" + pem + "junk",
        utf16,
        base::to_base64(read("pki/musterstadt-prod.cer")) + "\n",
        base::to_text(read("pki/musterstadt-prod.cer")),
    };
    for (const auto& text : texts) {
        CAPTURE(text);
        const auto found = load_certificates(base::as_bytes(text), "x");
        CHECK(found == std::vector{certificate("musterstadt-prod")});
    }
}

TEST_CASE("pki::load_certificates: keeps the order and passes over keys")
{
    const auto chain = load_certificates(read("pki/musterstadt-prod-chain.pem"), "x");
    const std::vector expected{certificate("musterstadt-prod"), certificate("ca"),
                               certificate("root")};
    CHECK(chain == expected);
    const auto mixed =
        base::to_text(read("pki/keys/INSECURE-musterdorf-short.key.pem")) + expected[1].to_pem();
    CHECK(load_certificates(base::as_bytes(mixed), "x") == std::vector{expected[1]});
    auto der = expected[0].to_der();
    const auto second = expected[1].to_der();
    der.insert(der.end(), second.begin(), second.end());
    CHECK(load_certificates(der, "x") == std::vector{expected[0], expected[1]});
}

TEST_CASE("pki::load_certificates: reads PKCS#7 in DER and PEM")
{
    const auto der = read("pki/musterstadt-prod.p7b");
    CHECK(load_certificates(der, "x").size() == 3);
    const auto pem = "-----BEGIN PKCS7-----\n" + base::to_base64(der) + "\n-----END PKCS7-----\n";
    CHECK(load_certificates(base::as_bytes(pem), "x").size() == 3);
}

TEST_CASE("pki::load_certificates: says why there is none")
{
    const auto pem = base::to_text(read("pki/musterstadt-prod.pem"));
    const auto reason = [](std::string_view text) {
        const auto refused = refusal([&] { load_certificates(base::as_bytes(text), "stadt.pem"); });
        CHECK(refused.code == "ANB-C401");
        CHECK(refused.value("file") == "stadt.pem");
        return refused.value("reason");
    };
    CHECK(reason("") == "empty file");
    CHECK(reason("%PDF-1.4") == "PDF");
    CHECK(reason(base::to_text(read("pkcs12/INSECURE-aes.p12"))) == "PKCS#12");
    CHECK(reason(base::to_text(read("pki/keys/INSECURE-musterdorf-short.key.pem"))) ==
          "private key (PEM)");
    CHECK(reason(pem.substr(0, pem.size() / 2)) == "PEM #1: END");
    auto altered = pem;
    altered[200] = '*';
    CHECK(reason(pem + altered) == "PEM #2: base64");
    const auto der = base::to_text(read("pki/musterstadt-prod.cer"));
    CHECK(reason(der.substr(0, der.size() - 5)) == "DER #1");
    CHECK(reason(der + "x") == "DER #2");
    CHECK(load_certificates(base::as_bytes(der + "\r\n"), "x").size() == 1);
}
