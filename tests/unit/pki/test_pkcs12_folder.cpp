// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "pki/pkcs12.hpp"
#include "support/refusal.hpp"
#include "testdata.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <optional>
#include <set>

using namespace anb;
namespace fs = std::filesystem;

namespace {

/// A NAME.expect file: lines "key=value", a key may repeat.
using Expected = std::multimap<std::string, std::string>;

Expected read_expected(const fs::path& path)
{
    Expected expected;
    const auto text = base::to_text(base::read_file(path.string(), 1 << 16));
    for (const auto line : base::split(text, '\n')) {
        if (const auto equals = line.find('='); equals != std::string_view::npos) {
            expected.emplace(line.substr(0, equals), line.substr(equals + 1));
        }
    }
    return expected;
}

std::optional<std::string> one(const Expected& expected, const std::string& key)
{
    const auto found = expected.find(key);
    return found == expected.end() ? std::nullopt : std::optional(found->second);
}

void check_values(const Expected& expected, const base::Values& values)
{
    for (const auto& [name, text] : values) {
        if (name != "file" && name != "list" && one(expected, name)) {
            CHECK(text == *one(expected, name));
        }
    }
}

void check_loaded(const Expected& expected, const pki::Pkcs12& loaded)
{
    const auto& identity = loaded.identity;
    CHECK(std::to_string(identity.chain.size()) == one(expected, "chain").value_or("2"));
    CHECK(identity.chain.front().public_key() == identity.key.public_key());
    CHECK(identity.chain.front().subject().find(one(expected, "subject").value_or("")) !=
          std::string::npos);
    std::multiset<std::string> wanted, found;
    for (auto [at, end] = expected.equal_range("finding"); at != end; ++at) {
        wanted.insert(at->second);
    }
    for (const auto& finding : loaded.findings) {
        found.insert(finding.code);
        check_values(expected, finding.values);
    }
    CHECK(found == wanted);
}

void check(const fs::path& store, const Expected& expected)
{
    pki::Pkcs12Options options;
    options.at = pki::test::time("2026-11-01T00:00:00Z");
    options.alias = one(expected, "alias");
    const base::SecretString password(one(expected, "password").value_or("insecure-demo"));
    const auto bytes = base::read_file(store.string(), 1 << 20);
    const auto refused = test::refusal([&] {
        check_loaded(expected,
                     pki::load_pkcs12(bytes, password, store.filename().string(), options));
    });
    CHECK(refused.code == one(expected, "error").value_or(""));
    check_values(expected, refused.values);
}

} // namespace

TEST_CASE("pki::load_pkcs12: every store in testdata/pkcs12 gives what stands beside it")
{
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(ANB_TESTDATA "/pkcs12")) {
        if (entry.path().extension() == ".p12") {
            CAPTURE(entry.path().filename().string());
            check(entry.path(), read_expected(fs::path(entry.path()).replace_extension("expect")));
            ++count;
        }
    }
    CHECK(count >= 55);
}
