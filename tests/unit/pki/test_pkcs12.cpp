// SPDX-License-Identifier: EUPL-1.2

#include "pki/pkcs12.hpp"
#include "support/refusal.hpp"
#include "testdata.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

using namespace anb;
using namespace anb::pki;
using anb::test::refusal;
using pki::test::read;
using pki::test::time;

namespace {

Pkcs12 load(base::ByteView bytes, std::string_view password, std::uint64_t limit = 10'000'000)
{
    Pkcs12Options options;
    options.at = time("2026-11-01");
    options.max_iterations = limit;
    return load_pkcs12(bytes, base::SecretString(password), "stadt.p12", options);
}

} // namespace

TEST_CASE("pki::load_pkcs12: of two certificates of one key the longest valid one is taken")
{
    const auto store = read("pkcs12/INSECURE-renewed.p12");
    for (const auto* at : {"2026-11-01", "2030-01-01", "2020-01-01"}) {
        Pkcs12Options options;
        options.at = time(at);
        const auto loaded =
            load_pkcs12(store, base::SecretString("insecure-demo"), "stadt.p12", options);
        CHECK(loaded.identity.chain.front() == pki::test::certificate("musterstadt-short"));
        REQUIRE(loaded.findings.size() == 1);
        CHECK(loaded.findings[0].code == "ANB-J115");
        CHECK(loaded.findings[0].severity == base::Severity::warning);
    }
}

TEST_CASE("pki::load_pkcs12: outdated encryption is a note and no more")
{
    const auto loaded = load(read("pkcs12/INSECURE-rc2-40.p12"), "insecure-demo");
    REQUIRE(loaded.findings.size() == 1);
    CHECK(loaded.findings[0].severity == base::Severity::note);
    CHECK(loaded.findings[0].where == "stadt.p12");
}

TEST_CASE("pki::load_pkcs12: the key of a store works with its certificate")
{
    const auto loaded = load(read("pkcs12/INSECURE-musterstadt-prod.p12"), "insecure-demo");
    const auto message = base::as_bytes("Testantrag");
    const auto& identity = loaded.identity;
    CHECK(identity.chain.front().public_key().verify_ps512(message,
                                                           identity.key.sign_ps512(message)));
    CHECK(identity.key.numbers().n.size() == 512);
    CHECK(ends_in(identity.chain, {pki::test::certificate("root")}));
}

TEST_CASE("pki::load_pkcs12: a missing legacy provider is told apart from a wrong password")
{
    const auto store = read("pkcs12/INSECURE-rc2-40.p12");
    const auto folder = std::filesystem::temp_directory_path();
    const char* before = std::getenv("OPENSSL_MODULES");
    const std::string kept = before == nullptr ? "" : before;
    setenv("OPENSSL_MODULES", folder.c_str(), 1);
    const auto refused = refusal([&] { load(store, "insecure-demo"); });
    if (before == nullptr) {
        unsetenv("OPENSSL_MODULES");
    } else {
        setenv("OPENSSL_MODULES", kept.c_str(), 1);
    }
    CHECK(refused.code == "ANB-J108");
    CHECK(refused.kind == base::ErrorKind::input);
    CHECK(refused.value("name") == "RC2-40");
    CHECK(load(store, "insecure-demo").identity.chain.size() == 3);
}

TEST_CASE("pki::load_pkcs12: the limit counts the iterations of MAC and bags together")
{
    const auto store = read("pkcs12/INSECURE-aes.p12");
    CHECK(load(store, "insecure-demo", 3 * 2048).identity.chain.size() == 3);
    CHECK(refusal([&] { load(store, "insecure-demo", 3 * 2048 - 1); }).code == "ANB-J107");
    CHECK(refusal([&] { load(store, "insecure-demo", 2047); }).code == "ANB-J107");
}

TEST_CASE("pki::load_pkcs12: more than 1 MiB is refused unread")
{
    const base::Bytes huge((1 << 20) + 1, std::byte{0x30});
    CHECK(refusal([&] { load(huge, "x"); }).code == "ANB-J107");
}

TEST_CASE(
    "pki::load_pkcs12: every truncation and every altered byte ends in an error or is harmless")
{
    const auto good = read("pkcs12/INSECURE-iteration-1.p12");
    for (std::size_t size = 0; size < good.size(); ++size) {
        const auto refused = refusal([&] { load(base::ByteView(good).first(size), "x", 5000); });
        CHECK_MESSAGE(refused.kind.has_value(), size);
    }
    std::size_t opened = 0;
    for (std::size_t at = 0; at < good.size(); ++at) {
        auto altered = good;
        altered[at] ^= std::byte{0x55};
        opened += !refusal([&] { load(altered, "insecure-demo", 5000); }).kind.has_value();
    }
    CHECK(opened < 8);
}

TEST_CASE("pki::load_pkcs12: 20,000 nested elements are refused at once")
{
    std::string nested;
    for (int i = 0; i < 20'000; ++i) {
        nested += "\x30\x80";
    }
    const auto store = std::string("\x30\x80\x02\x01\x03", 5) + nested;
    CHECK(refusal([&] { load(base::as_bytes(store), "x"); }).code == "ANB-J102");
}

TEST_CASE("pki::load_pkcs12: opens the stores of the reference, where it is at hand")
{
    struct Case {
        std::string_view folder;
        std::string_view password;
        std::size_t files;
    };
    for (const auto& known : {Case{"/fit-connect/demo-case/keys", "insecure-demo", 2},
                              Case{"/osci/samples/pki", "123456", 6}}) {
        const auto folder = std::string(ANB_REFERENCE) + std::string(known.folder);
        if (!std::filesystem::exists(folder)) {
            MESSAGE("skipped, not at hand: ", folder);
            continue;
        }
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (entry.path().extension() == ".p12") {
                const auto loaded =
                    load(base::read_file(entry.path().string(), 1 << 20), known.password);
                CHECK(loaded.identity.chain.front().public_key() ==
                      loaded.identity.key.public_key());
                ++count;
            }
        }
        CHECK(count == known.files);
    }
}
