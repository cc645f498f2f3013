// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "inventory/check.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::inventory;
using anb::test::refusal;

namespace {

std::string read(const std::string& name)
{
    return base::to_text(base::read_file(std::string(ANB_TESTDATA "/pki/") + name, 1 << 20));
}

Contents opened(std::string_view text)
{
    return open(base::as_bytes(text), "x", {});
}

std::string code(std::string_view text)
{
    return refusal([&] { opened(text); }).code;
}

pki::CheckOptions on_a_day()
{
    pki::CheckOptions options;
    options.at = *base::parse_time("2026-11-23");
    return options;
}

std::vector<std::string> subjects(const std::vector<Judged>& verdicts)
{
    std::vector<std::string> names;
    for (const auto& judged : verdicts) {
        names.push_back(judged.report.subject);
    }
    return names;
}

bool has(const std::vector<Judged>& verdicts, std::string_view code)
{
    for (const auto& judged : verdicts) {
        for (const auto& finding : judged.report.findings) {
            if (finding.code == code) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

TEST_CASE("inventory::open: items in the order of the file, keys with their public half")
{
    const auto contents =
        opened(read("keys/INSECURE-root.key.pem") + read("root.pem") + read("ca.pem"));
    REQUIRE(contents.items.size() == 3);
    CHECK(contents.items[0].kind == Kind::private_key);
    const auto& root = contents.items[1].facts;
    REQUIRE(root != nullptr);
    CHECK(std::ranges::equal(contents.items[0].spki, root->key.spki));
    CHECK(contents.items[2].facts->ca);
    REQUIRE(contents.findings.size() == 1);
    CHECK(contents.findings[0].code == "ANB-C409");
}

TEST_CASE("inventory::open: a damaged block is named and reading goes on behind it")
{
    auto text = read("ca.pem") + read("root.pem") + read("musterstadt-prod.pem");
    const auto second = text.find("-----END", text.find("-----END") + 1);
    text.replace(second, 8, "-----ENT");
    const auto contents = opened(text);
    CHECK(contents.items.size() == 2);
    REQUIRE(contents.findings.size() == 1);
    CHECK(contents.findings[0].code == "ANB-C406");
    CHECK(contents.findings[0].values[1].second == "no_end");
}

TEST_CASE("inventory::open: what is no certificate is named")
{
    CHECK(code("") == "ANB-C401");
    CHECK(code("\n \n") == "ANB-C401");
    CHECK(code("\xfe\xed\xfe\xed") == "ANB-C403");
    CHECK(code("%PDF-1.4") == "ANB-C404");
    CHECK(code("{\"a\": 1}") == "ANB-C404");
    CHECK(code("{\"a\": ") == "ANB-G301");
    CHECK(code("hello world!") == "ANB-C404");
    CHECK(code(read("keys/INSECURE-root.key.pem")) == "ANB-C410");
    Opening keys;
    keys.keys_suffice = true;
    CHECK(open(base::as_bytes(read("keys/INSECURE-root.key.pem")), "x", keys).items.size() == 1);
}

TEST_CASE("inventory::open: a store asks for its password once")
{
    const auto bytes =
        base::read_file(ANB_TESTDATA "/pkcs12/INSECURE-musterstadt-prod.p12", 1 << 20);
    CHECK(refusal([&] { open(bytes, "x", {}); }).code == "ANB-G120");
    int asked = 0;
    Opening opening;
    opening.password = [&](std::string_view) {
        ++asked;
        return base::SecretString("insecure-demo");
    };
    const auto contents = open(bytes, "x", opening);
    CHECK(asked == 1);
    CHECK(contents.items.size() == 4);
    CHECK_FALSE(contents.ordered);
}

TEST_CASE("inventory::check: every leaf is a subject; what concerns the file is said once")
{
    const auto leaf = read("musterstadt-prod.pem");
    const auto ca = read("ca.pem"), root = read("root.pem"), other = read("musterstadt-sign.pem");
    const auto judged = [](std::string_view text) {
        return check(opened(text), "x.pem", {}, on_a_day());
    };
    CHECK(subjects(judged(leaf + ca + root)) == std::vector<std::string>{"file:x.pem"});
    CHECK(subjects(judged(leaf + other)) ==
          std::vector<std::string>{"file:x.pem#1", "file:x.pem#2"});
    CHECK_FALSE(has(judged(leaf + ca + root), "ANB-C167"));
    CHECK(has(judged(root + leaf + ca), "ANB-C167"));
    CHECK(has(judged(leaf + leaf), "ANB-C168"));
    CHECK_FALSE(has(judged(leaf + ca), "ANB-C168"));
    CHECK(subjects(judged(root)) == std::vector<std::string>{"file:x.pem"});
}
