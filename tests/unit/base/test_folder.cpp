// SPDX-License-Identifier: EUPL-1.2

#include "base/folder.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace anb;
using namespace anb::base;

namespace {

struct Place {
    Place() { fs::remove_all(path); }
    ~Place() { fs::remove_all(path); }
    fs::path path = fs::temp_directory_path() / "anb-folder";
};

void publish(const fs::path& target, std::string_view name)
{
    AtomicFolder folder(target);
    write_file(folder.path() / name, as_bytes("x"), Access::everyone);
    folder.replace();
}

std::string listing(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        names.push_back(entry.path().lexically_relative(folder).string() + " ");
    }
    std::ranges::sort(names);
    std::string text;
    for (const auto& name : names) {
        text += name;
    }
    return text;
}

} // namespace

TEST_CASE("base::AtomicFolder: replace() leaves the new folder and nothing beside it")
{
    const Place place;
    publish(place.path / "a", "old");
    CHECK(listing(place.path) == "a a/old ");
    publish(place.path / "a", "new");
    CHECK(listing(place.path) == "a a/new ");
}

TEST_CASE("base::sweep_folder: what made way for a folder that never came is put back")
{
    const Place place;
    publish(place.path / ".a.aside-anb", "old");
    sweep_folder(place.path);
    CHECK(listing(place.path) == "a a/old ");
    publish(place.path / ".a.aside-anb", "older");
    sweep_folder(place.path);
    CHECK(listing(place.path) == "a a/old ");
}

TEST_CASE("base::remove_folder: all of it")
{
    const Place place;
    publish(place.path / "a", "old");
    remove_folder(place.path / "a");
    CHECK(listing(place.path).empty());
    const auto gone = test::refusal([&] { remove_folder(place.path / "a"); });
    CHECK(gone.code == "ANB-G206");
    CHECK(gone.value("file") == (place.path / "a").string());
}
