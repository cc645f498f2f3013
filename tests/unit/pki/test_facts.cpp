// SPDX-License-Identifier: EUPL-1.2

#include "pki/check.hpp"
#include "pki/facts.hpp"
#include "testdata.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace anb;
using namespace anb::pki;
using pki::test::certificate;
using pki::test::read;

namespace {

Facts facts_of(base::ByteView der)
{
    auto facts = read_facts(der);
    REQUIRE(facts.has_value());
    return std::move(*facts);
}

/// "field: reason @ offset" of every damage, joined.
std::string damages(const Facts& facts)
{
    std::string text;
    for (const auto& damage : facts.damages) {
        text += damage.field + ": " + std::string(der::key(damage.reason)) + " @ " +
                std::to_string(damage.offset) + "\n";
    }
    return text;
}

/// Where these bytes begin in the certificate.
std::size_t find(const base::Bytes& der, std::string_view hex)
{
    const auto wanted = *base::from_hex(hex);
    const auto place = std::search(der.begin(), der.end(), wanted.begin(), wanted.end());
    REQUIRE(place != der.end());
    return static_cast<std::size_t>(place - der.begin());
}

std::string fact(const std::vector<base::Fact>& facts, std::string_view name)
{
    const auto found = std::ranges::find(facts, name, &base::Fact::name);
    return found == facts.end() ? "(none)" : found->value;
}

constexpr auto k_key_usage = "0603551d0f";

} // namespace

TEST_CASE("pki::read_facts: agrees with OpenSSL on every certificate of the test data")
{
    std::size_t seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(ANB_TESTDATA "/pki")) {
        if (entry.path().extension() != ".pem") {
            continue;
        }
        CAPTURE(entry.path().filename().string());
        for (const auto& theirs : load_certificates(base::read_file(entry.path().string(), 1 << 20),
                                                    entry.path().string())) {
            ++seen;
            const auto facts = facts_of(theirs.to_der());
            CHECK(facts.subject.to_text() == theirs.subject());
            CHECK(facts.issuer.to_text() == theirs.issuer());
            CHECK(facts.serial_text() == theirs.serial());
            CHECK(facts.not_before.value == theirs.not_before());
            CHECK(facts.not_after.value == theirs.not_after());
            CHECK(facts.outer_algorithm.to_text() == theirs.signature_algorithm());
            CHECK(facts.key.bits == theirs.public_key().bits());
            CHECK(facts.key.type == theirs.public_key().type_name());
            CHECK(facts.ca == theirs.is_ca());
            CHECK(facts.fingerprint(crypto::DigestAlgorithm::sha256) ==
                  theirs.fingerprint(crypto::DigestAlgorithm::sha256));
            CHECK(to_public_key(facts.key.spki) == theirs.public_key());
            const auto usage = theirs.key_usage();
            if (!usage || *usage != 0) {
                CHECK(facts.key_usage == usage);
            }
            CHECK(verify_signature(facts.outer_algorithm, facts.tbs, facts.signature,
                                   theirs.public_key()) == theirs.is_self_signed());
        }
    }
    CHECK(seen > 16);
}

TEST_CASE("pki::read_facts: damage in one field is named and the rest is read")
{
    const auto good = certificate("musterstadt-prod").to_der();
    CHECK(damages(facts_of(good)).empty());

    auto usage = good;
    const auto place = find(usage, k_key_usage);
    const auto value = place + 5 + 3 + 2; // OID, critical TRUE, head of the octet string
    REQUIRE(usage[value] == std::byte{0x03});
    usage[value] = std::byte{0x04};
    const auto broken = facts_of(usage);
    CHECK(damages(broken) == "keyUsage: unexpected_element @ " + std::to_string(value) + "\n");
    CHECK(broken.key_usage == 0);
    CHECK(broken.subject.to_text() == certificate("musterstadt-prod").subject());
    CHECK(broken.not_after.value == certificate("musterstadt-prod").not_after());

    auto date = good;
    const auto until = find(date, "170d3335"); // UTCTime 35…
    date[until + 4] = std::byte{'1'};
    date[until + 5] = std::byte{'3'}; // month 13
    CHECK_FALSE(facts_of(date).not_after.value.has_value());
    CHECK(facts_of(date).not_before.value.has_value());
}

TEST_CASE("pki::read_facts: what is cut off gives no facts and a place where reading ended")
{
    const auto good = certificate("musterstadt-prod").to_der();
    for (std::size_t size = 1; size < good.size(); size += 7) {
        CAPTURE(size);
        const auto front = base::ByteView(good).first(size);
        CHECK_FALSE(read_facts(front).has_value());
        const auto damage = explain(front);
        CHECK(damage.reason == der::Reason::truncated);
        CHECK(damage.offset <= size);
        CHECK_FALSE(damage.field.empty());
    }
    CHECK_FALSE(read_facts(base::as_bytes("no certificate")).has_value());
}

TEST_CASE("pki::read_facts: what stands behind the certificate is not looked at")
{
    auto longer = certificate("ca").to_der();
    const auto size = longer.size();
    longer.resize(size + 100);
    CHECK(facts_of(longer).fingerprint(crypto::DigestAlgorithm::sha1) ==
          certificate("ca").fingerprint(crypto::DigestAlgorithm::sha1));
}

TEST_CASE("pki::describe: facts under stable names")
{
    const auto facts = describe(facts_of(certificate("musterstadt-prod").to_der()));
    CHECK(fact(facts, "serial") == "b1c2d3e4f5061728");
    CHECK(fact(facts, "not_after") == "2035-12-31T23:59:59Z");
    CHECK(fact(facts, "key_type") == "RSA");
    CHECK(fact(facts, "key_bits") == "4096");
    CHECK(fact(facts, "key_exponent") == "65537");
    CHECK(fact(facts, "key_usage") == "digitalSignature, nonRepudiation, keyEncipherment");
    CHECK(fact(facts, "fingerprint_sha1").size() == 40);
    CHECK(fact(facts, "fingerprint_sha256").size() == 64);
    CHECK(fact(facts, "path_length") == "(none)");
    const auto ca = describe(facts_of(certificate("ca").to_der()));
    CHECK(fact(ca, "ca") == "true");
}
