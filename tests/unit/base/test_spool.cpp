// Tests of base/spool.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "base/spool.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace anb;

namespace {

std::string content(const base::Spool& spool)
{
    std::string text;
    spool.read([&](base::ByteView piece) { text += base::as_text(piece); });
    return text;
}

} // namespace

TEST_CASE("base::Spool: in memory, in a file, and both; as often as wanted")
{
    for (const std::size_t bound : {std::size_t{0}, std::size_t{7}, std::size_t{1000}}) {
        CAPTURE(bound);
        base::Spool spool(bound);
        std::string expected;
        for (int i = 0; i < 50; ++i) {
            const auto piece = "piece " + std::to_string(i) + ";";
            spool.write(base::as_bytes(piece));
            expected += piece;
        }
        CHECK(content(spool) == expected);
        CHECK(content(spool) == expected);
    }
    CHECK(content(base::Spool()).empty());
}
