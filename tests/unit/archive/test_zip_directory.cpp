// Tests of archive::is_plain_zip().
// SPDX-License-Identifier: EUPL-1.2

#include "archive/archive.hpp"
#include "base/file.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace anb;

TEST_CASE("archive::is_plain_zip: stored and deflated entries, nothing else")
{
    const std::string folder = ANB_TESTDATA "/fuzz/package/";
    auto zip = base::read_file(folder + "bausteine.zip", 1 << 20);
    REQUIRE(archive::is_plain_zip(zip));
    CHECK(archive::is_plain_zip(base::read_file(folder + "stored.zip", 1 << 20)));
    CHECK_FALSE(archive::is_plain_zip(base::read_file(folder + "lzma-4-gib.zip", 1 << 20)));
    CHECK_FALSE(archive::is_plain_zip({}));
    for (std::size_t size = 0; size < zip.size(); ++size) {
        CHECK_FALSE(archive::is_plain_zip(base::ByteView(zip).first(size)));
    }
    constexpr std::size_t k_method = 8;
    zip[k_method] = std::byte{14};
    CHECK_FALSE(archive::is_plain_zip(zip));
}
