// SPDX-License-Identifier: EUPL-1.2

#include "base/lock.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <thread>

using namespace anb;
using namespace anb::base;

TEST_CASE("base::FolderLock: one holder at a time, and the next one as soon as it is free")
{
    using namespace std::chrono_literals;
    const auto folder = fs::temp_directory_path() / "anb-lock";
    make_folder(folder);
    std::optional<FolderLock> first(folder);
    const auto refused = test::refusal([&] { FolderLock(folder, 0ms); });
    CHECK(refused.kind == ErrorKind::try_later);
    CHECK(refused.code == "ANB-G208");
    std::thread later([&] {
        std::this_thread::sleep_for(20ms);
        first.reset();
    });
    CHECK(test::code_of([&] { FolderLock second(folder); }) == "accepted");
    later.join();
    fs::remove(folder);
    CHECK(test::code_of([&] { FolderLock none(folder); }) == "ANB-G206");
}
