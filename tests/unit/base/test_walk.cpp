// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "base/walk.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace anb;
using namespace anb::base;
namespace fs = std::filesystem;

namespace {

std::string names(const std::vector<Place>& places)
{
    std::string text;
    for (const auto& place : places) {
        text += fs::path(place.path).filename().string() + (place.from_folder ? "+ " : " ");
    }
    return text;
}

} // namespace

TEST_CASE("base::expand: folders in order, without links and hidden files")
{
    const auto folder = fs::temp_directory_path() / "anb-walk";
    fs::remove_all(folder);
    fs::create_directories(folder / "b.pem");
    for (const auto* name : {"z", "a", ".hidden", "b.pem/inner"}) {
        base::write_file(folder / name, base::as_bytes("x"), base::Access::everyone);
    }
    fs::create_symlink(folder / "a", folder / "link");
    const std::vector<std::string> arguments{"first", folder.string(), "-"};
    CHECK(names(expand(arguments, false)) == "first a+ z+ - ");
    CHECK(names(expand(arguments, true)) == "first a+ inner+ z+ - ");
    std::string below;
    for (const auto& found : files_below(folder.string())) {
        CHECK(leads_to_file(found));
        below += fs::path(found.path).filename().string() + (found.link ? "@ " : " ");
    }
    CHECK(below == "a inner link@ z ");
    fs::create_directories(folder / ".git");
    base::write_file(folder / ".git/key", base::as_bytes("x"), base::Access::everyone);
    const auto everything = expand_fully(arguments);
    CHECK(names(everything.files) == "first key+ .hidden+ a+ inner+ z+ - ");
    CHECK(everything.rest == std::vector{(folder / "link").string()});
    fs::remove_all(folder);
}

TEST_CASE("base::folders_in, base::is_there: what cannot be read is not taken for absent")
{
    const auto folder = fs::temp_directory_path() / "anb-walk-folders";
    fs::remove_all(folder);
    fs::create_directories(folder / "b");
    fs::create_directories(folder / "a");
    base::write_file(folder / "file", base::as_bytes("x"), base::Access::everyone);
    fs::create_symlink("loop", folder / "loop");
    CHECK(folders_in(folder) == std::vector{folder / "a", folder / "b"});
    CHECK(folders_in(folder / "none").empty());
    CHECK(is_there(folder / "file"));
    CHECK_FALSE(is_there(folder / "none" / "deeper"));
    const auto refused = [](auto call) {
        const auto refusal = test::refusal(call);
        return refusal.code + (refusal.value("reason").empty() ? "" : " with a reason");
    };
    CHECK(refused([&] { is_there(folder / "loop"); }) == "ANB-G204 with a reason");
    CHECK(refused([&] { folders_in(folder / "loop" / "deeper"); }) == "ANB-G204 with a reason");
    CHECK(refused([&] { folders_in(folder / "file"); }) == "ANB-G204 with a reason");
    fs::remove_all(folder);
}

TEST_CASE("base::files_below: a folder that cannot be read is said with the reason")
{
    const auto outcome = test::refusal([] { base::files_below("/no-such-folder"); });
    CHECK(outcome.kind == base::ErrorKind::io);
    CHECK(outcome.value("reason") != "(none)");
}
