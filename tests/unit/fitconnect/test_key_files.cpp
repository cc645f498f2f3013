// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/conversion.hpp"
#include "fitconnect/local_keys.hpp"
#include "unit/fitconnect/keys.hpp"

#include <doctest/doctest.h>

#include <stdlib.h>
#include <sys/stat.h>

using namespace anb;
using fitconnect::KeyRole;
using test::code_of;

namespace {

namespace fs = std::filesystem;

/// A folder that ends with its scope.
struct Folder {
    Folder()
    {
        std::string name = (fs::temp_directory_path() / "anb-keys-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }

    std::size_t files() const
    {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }
    std::string text(std::string_view name) const
    {
        return base::to_text(base::read_file((path / name).string(), 1 << 20));
    }
    unsigned mode(std::string_view name) const
    {
        return static_cast<unsigned>(fs::status(path / name).permissions());
    }

    fs::path path;
};

const std::vector<fitconnect::RolePair>& pairs()
{
    static const auto made = [] {
        std::vector<fitconnect::Store> stores;
        stores.push_back({"a.p12", test::store("musterstadt-prod")});
        return fitconnect::convert(
                   stores, {{KeyRole::encryption, KeyRole::signature}, {}, true, test::rules()})
            .pairs;
    }();
    return made;
}

std::span<const fitconnect::RolePair> both()
{
    return pairs();
}

void write(const fs::path& path, std::string_view text)
{
    base::write_file(path, base::as_bytes(text), base::Access::owner_only);
}

constexpr std::string_view k_private = "verschluesselung.privat.jwk.json";
constexpr std::string_view k_public = "verschluesselung.oeffentlich.jwk.json";

} // namespace

TEST_CASE("fitconnect::write_key_files: writes five files with the right modes")
{
    const Folder folder;
    const auto target = folder.path / "new" / "keys";
    const auto files = fitconnect::write_key_files(target, both(), false);
    REQUIRE(files.size() == 4);
    CHECK(files[0].operation == "wrapKey");
    CHECK(files[1].operation == "unwrapKey");
    CHECK(files[1].is_private);
    CHECK(files[0].certificates == 3);
    CHECK(files[3].operation == "sign");
    for (const auto& file : files) {
        CHECK(file.written);
        CHECK(unsigned(fs::status(file.path).permissions()) == (file.is_private ? 0600U : 0644U));
    }
    const auto set = base::read_file((target / fitconnect::k_set_file_name).string(), 1 << 20);
    CHECK(jose::parse_jwk_set(base::as_text(set), "set").size() == 2);
    CHECK(base::as_text(set).find("\"d\"") == std::string_view::npos);
}

TEST_CASE("fitconnect::write_key_files: a second run changes nothing")
{
    const Folder folder;
    fitconnect::write_key_files(folder.path, both(), false);
    const auto before = fs::last_write_time(folder.path / k_private);
    for (const auto& file : fitconnect::write_key_files(folder.path, both(), false)) {
        CHECK_FALSE(file.written);
    }
    CHECK(fs::last_write_time(folder.path / k_private) == before);
    CHECK(folder.files() == 5);
}

TEST_CASE("fitconnect::write_key_files: a dry run writes nothing, yet refuses the same")
{
    const Folder folder;
    CHECK(fitconnect::write_key_files(folder.path / "x", both(), true).front().written);
    CHECK(folder.files() == 0);
    write(folder.path / k_private, "{}");
    CHECK(code_of([&] { fitconnect::write_key_files(folder.path, both(), true); }) == "ANB-J130");
}

TEST_CASE("fitconnect::write_key_files: overwrites nothing and leaves nothing behind")
{
    for (const auto& [name, code] :
         {std::pair(k_private, "ANB-J130"),
          std::pair(std::string_view("signatur.privat.jwk.json"), "ANB-J130"),
          std::pair(k_public, "ANB-J131")}) {
        const Folder folder;
        write(folder.path / name, "something else");
        CHECK(code_of([&] { fitconnect::write_key_files(folder.path, both(), false); }) == code);
        CHECK(folder.files() == 1);
        CHECK(folder.text(name) == "something else");
    }
}

TEST_CASE("fitconnect::write_key_files: refuses a private file that others may read")
{
    const Folder folder;
    fitconnect::write_key_files(folder.path, both(), false);
    fs::permissions(folder.path / k_private, fs::perms(0640));
    CHECK(code_of([&] { fitconnect::write_key_files(folder.path, both(), false); }) == "ANB-J132");
}

TEST_CASE("fitconnect::write_key_files: completes what a killed run left")
{
    const Folder whole;
    fitconnect::write_key_files(whole.path, both(), false);
    for (const auto* missing : {"verschluesselung.oeffentlich.jwk.json", "signatur.privat.jwk.json",
                                "schluesselsatz.oeffentlich.jwks.json"}) {
        const Folder folder;
        fs::copy(whole.path, folder.path);
        fs::remove(folder.path / missing);
        fitconnect::write_key_files(folder.path, both(), false);
        CHECK(folder.files() == 5);
        CHECK(folder.text(missing) == whole.text(missing));
    }
}

TEST_CASE("fitconnect::write_key_files: the set grows with the second role, foreign keys stay")
{
    const Folder folder;
    fitconnect::write_key_files(folder.path, both().first(1), false);
    CHECK(jose::parse_jwk_set(folder.text(fitconnect::k_set_file_name), "set").size() == 1);
    fitconnect::write_key_files(folder.path, both().last(1), false);
    CHECK(jose::parse_jwk_set(folder.text(fitconnect::k_set_file_name), "set").size() == 2);

    const Folder other;
    auto foreign = pairs()[0].pair.public_key;
    foreign.kid = "another kid";
    write(other.path / fitconnect::k_set_file_name,
          json::dump({{"keys", {jose::to_json(foreign)}}}));
    CHECK(code_of([&] { fitconnect::write_key_files(other.path, both(), false); }) == "ANB-J131");
    CHECK(other.files() == 1);
}

TEST_CASE("fitconnect::try_out: notices halves that do not belong together")
{
    const auto other = test::store("musterstadt-sign");
    for (const auto role : {KeyRole::encryption, KeyRole::signature}) {
        auto mixed = fitconnect::make_pair(other.identity, role, {}, true);
        mixed.public_key = pairs()[0].pair.public_key;
        CHECK(code_of([&] { fitconnect::try_out({role, std::move(mixed)}); }) == "ANB-J135");
    }
}

TEST_CASE("fitconnect::convert: takes the first store that fits each role")
{
    std::vector<fitconnect::Store> stores;
    stores.push_back({"sign.p12", test::store("musterstadt-sign")});
    stores.push_back({"encrypt.p12", test::store("musterstadt-encrypt")});
    const fitconnect::ConversionRequest request{
        {KeyRole::encryption, KeyRole::signature}, {}, true, test::rules()};
    const auto conversion = fitconnect::convert(stores, request);
    REQUIRE(conversion.pairs.size() == 2);
    CHECK(conversion.pairs[0].pair.public_key.key == stores[1].content.identity.key.public_key());
    CHECK(conversion.pairs[1].pair.public_key.key == stores[0].content.identity.key.public_key());
    CHECK(conversion.accepted());
    CHECK(conversion.reports[0].findings.front().code == "ANB-J137");

    stores.pop_back();
    const auto half = fitconnect::convert(stores, request);
    CHECK(half.pairs.size() == 1);
    CHECK(half.pairs[0].role == KeyRole::signature);
    CHECK(half.reports[0].findings.front().code == "ANB-J133");
    CHECK(code_of([&] {
              fitconnect::convert(stores, {{KeyRole::encryption}, {}, true, test::rules()});
          }) == "ANB-J134");
}

TEST_CASE("fitconnect::convert: says once what concerns both roles")
{
    std::vector<fitconnect::Store> stores;
    stores.push_back({"expired.p12", test::store("musterstadt-expired")});
    const auto conversion = fitconnect::convert(
        stores, {{KeyRole::encryption, KeyRole::signature}, {}, true, test::rules()});
    CHECK_FALSE(conversion.accepted());
    CHECK(test::codes(conversion.reports.front()) == test::Codes{"ANB-J511"});
}

TEST_CASE("fitconnect::make_test_keys: makes what the rules of the test environment accept")
{
    const Folder folder;
    const fitconnect::TestKeyRequest request{"Musterstadt", test::day("2026-11-23"), 30};
    const auto made = fitconnect::make_test_keys(folder.path, request);
    fitconnect::write_key_files(folder.path, made, false);
    for (const auto& [role, pair] : made) {
        const auto& leaf = pair.public_key.x5c.front();
        CHECK(leaf.common_name() == "TEST Musterstadt");
        CHECK(leaf.is_self_signed());
        CHECK(leaf.not_after() == test::day("2026-12-23"));
        CHECK(
            test::codes(fitconnect::check_key(pair.public_key, role, test::rules(), "x")).empty());
        auto production = test::rules();
        production.production = true;
        CHECK(test::codes(fitconnect::check_key(pair.public_key, role, production, "x")) ==
              test::Codes{"ANB-J513"});
    }
    CHECK_FALSE(made[0].pair.public_key.key == made[1].pair.public_key.key);
    CHECK(code_of([&] { fitconnect::make_test_keys(folder.path, request); }) == "ANB-J130");

    const auto secret = folder.text(k_private);
    fs::remove(folder.path / k_public);
    fs::remove(folder.path / fitconnect::k_set_file_name);
    fitconnect::write_key_files(folder.path, fitconnect::make_test_keys(folder.path, request),
                                false);
    CHECK(folder.files() == 5);
    CHECK(folder.text(k_private) == secret);
}

TEST_CASE("fitconnect::make_test_keys: a folder that cannot be read is refused with its name")
{
    const Folder folder;
    fs::create_symlink("loop", folder.path / "loop");
    CHECK(code_of([&] {
              fitconnect::make_test_keys(folder.path / "loop",
                                         {"Musterstadt", test::day("2026-11-23"), 30});
          }) == "ANB-G204");
}

TEST_CASE("fitconnect::make_test_keys: refuses a name that no certificate can hold")
{
    const Folder folder;
    const auto refused = [&](const std::string& subject) {
        return code_of([&] {
            fitconnect::make_test_keys(folder.path, {subject, test::day("2026-11-23"), 30});
        });
    };
    CHECK(refused(std::string(60, 'x')) == "ANB-J140");
    CHECK(refused("a\nb") == "ANB-J140");
    CHECK(refused("\xff") == "ANB-J140");
}
