// SPDX-License-Identifier: EUPL-1.2

#include "pki/facts.hpp"
#include "pki/issue.hpp"
#include "pki/pkcs12.hpp"
#include "support/refusal.hpp"
#include "testdata.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::pki;
using pki::test::time;

namespace {

CertificateRequest request(std::string name)
{
    CertificateRequest wanted;
    wanted.common_name = std::move(name);
    wanted.not_before = time("2026-01-01T00:00:00Z");
    wanted.not_after = time("2055-06-30T12:00:00Z");
    return wanted;
}

} // namespace

TEST_CASE("pki::self_sign: makes what FIT-Connect's test environment takes")
{
    const auto key = crypto::PrivateKey::generate_rsa(2048);
    auto wanted = request("Zustellpunkt Müsterstadt");
    wanted.organization = "Stadt Musterstadt";
    wanted.key_usage = key_encipherment;
    const auto made = self_sign(key, wanted);
    CHECK(made.subject() == "CN=Zustellpunkt Müsterstadt,O=Stadt Musterstadt,C=DE");
    CHECK(made.is_self_signed());
    CHECK_FALSE(made.is_ca());
    CHECK(made.signature_algorithm() == "RSASSA-PSS sha512, salt 64");
    CHECK(made.key_usage() == key_encipherment);
    CHECK(made.not_before() == wanted.not_before);
    CHECK(made.not_after() == wanted.not_after);
    CHECK(made.public_key() == key.public_key());
    CHECK(made.serial().size() == 16);
    CHECK(made.serial() != self_sign(key, wanted).serial());
}

TEST_CASE("pki::Certificate: names with controls, direction marks and NUL are safe to show")
{
    using namespace std::string_literals;
    const auto key = crypto::PrivateKey::generate_rsa(2048);
    const auto made = self_sign(key, request("GRP: a\x1b[31m\u202etxt.\0exe"s));
    CHECK(made.common_name() == "GRP: a\\u{1b}[31m\\u{202e}txt.\\u{0}exe");
    CHECK(made.subject() == "CN=GRP: a\\1B[31m\\u{202e}txt.\\00exe,C=DE");
}

TEST_CASE("pki::issue: a CA of ours issues as the Verwaltungs-PKI does")
{
    const auto ca_key = crypto::PrivateKey::generate_rsa(2048);
    const auto key = crypto::PrivateKey::generate_rsa(2048);
    auto wanted_ca = request("Test CA");
    wanted_ca.ca = true;
    wanted_ca.key_usage = key_cert_sign | crl_sign;
    const auto ca = self_sign(ca_key, wanted_ca);
    CHECK(ca.is_ca());
    const auto facts = pki::read_facts(ca.to_der());
    REQUIRE(facts);
    CHECK(facts->ca);
    CHECK(facts->damages.empty());
    auto wanted = request("localhost");
    wanted.country = "";
    wanted.server_auth = true;
    wanted.dns_names = {"localhost", "test.example"};
    wanted.ip_addresses = {"127.0.0.1", "::1"};
    const auto made = issue(key.public_key(), wanted, ca, ca_key);
    CHECK(made.issued_by(ca));
    CHECK(made.subject() == "CN=localhost");
    CHECK(made.signature_algorithm() == "sha256WithRSAEncryption");
    CHECK_FALSE(made.key_usage().has_value());
    CHECK(build_chain(made, {ca}) == std::vector{made, ca});
}

TEST_CASE("pki::to_pkcs12: is read back, with the right password only")
{
    const auto key = crypto::PrivateKey::generate_rsa(2048);
    const auto own = self_sign(key, request("eins"));
    const base::SecretString password("Prüfung-🔑");
    const auto store = to_pkcs12(key, {own}, password, "Schlüssel eins");
    Pkcs12Options options;
    options.at = time("2026-06-01");
    const auto loaded = load_pkcs12(store.reveal(), password, "x", options);
    CHECK(loaded.identity.alias == "Schlüssel eins");
    CHECK(loaded.identity.chain == std::vector{own});
    CHECK(loaded.findings.empty());
    CHECK(loaded.identity.key.public_key() == key.public_key());
    CHECK(anb::test::refusal([&] {
              load_pkcs12(store.reveal(), base::SecretString("Prüfung"), "x", options);
          }).code == "ANB-J101");
}
