// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "config/watch.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace anb;
using config::Watched;

namespace {

std::filesystem::path written(std::string_view text)
{
    const auto path = std::filesystem::temp_directory_path() / "anb-watch.toml";
    base::write_file(path, base::as_bytes(text), base::Access::everyone);
    return path;
}

std::string refused(std::string_view text)
{
    const auto refusal = test::refusal([&] { config::load_watched(written(text)); });
    return refusal.code + " " + refusal.value("line");
}

} // namespace

TEST_CASE("config::load_watched: entries in the order of the file, paths from its folder")
{
    const auto found = config::load_watched(written("[datei.b]\n"
                                                    "path = \"keys/b.pem\"\n"
                                                    "env = \"prod\"\n"
                                                    "for = \"osci\"\n"
                                                    "[datei.a]\n"
                                                    "path = \"/etc/a.p12\"\n"
                                                    "label = \"Postfach\"\n"
                                                    "password_file = \"secret\"\n"
                                                    "[dvdv.hzl]\n"
                                                    "service = \"hzl\"\n"
                                                    "[zustellpunkt.hzl]\n"
                                                    "id = \"7b0e9a52\"\n"));
    REQUIRE(found.size() == 4);
    const auto folder = std::filesystem::temp_directory_path();
    CHECK(found[0].label == "b");
    CHECK(found[0].path == (folder / "keys/b.pem").string());
    CHECK(found[0].use == "osci");
    CHECK(found[0].env == "prod");
    CHECK(found[1].label == "Postfach");
    CHECK(found[1].path == "/etc/a.p12");
    CHECK(found[1].password_file == (folder / "secret").string());
    CHECK(found[2].kind == Watched::Kind::dvdv);
    CHECK(found[3].kind == Watched::Kind::destination);
    CHECK(found[3].id == "7b0e9a52");
}

TEST_CASE("config::load_watched: mistakes are named with their line")
{
    CHECK(refused("[datei.a\n") == "ANB-G401 1");
    CHECK(refused("[datei.a]\npath = \"x\"\nlable = \"y\"\n") == "ANB-G402 3");
    CHECK(refused("[dateien.a]\npath = \"x\"\n") == "ANB-G402 1");
    CHECK(refused("[datei.a]\npath = 5\n") == "ANB-G403 2");
    CHECK(refused("[datei.a]\npath = \"x\"\nenv = \"live\"\n") == "ANB-G403 3");
    CHECK(refused("[datei.a]\nlabel = \"x\"\n") == "ANB-G403 1");
    CHECK(refused("[dvdv.a]\nlabel = \"x\"\n") == "ANB-G403 1");
    CHECK(refused("[zustellpunkt.a]\nlabel = \"x\"\n") == "ANB-G403 1");
}
