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

TEST_CASE("base::Spool: sources read from any place, several at once")
{
    for (const std::size_t bound : {std::size_t{0}, std::size_t{5}, std::size_t{1000}}) {
        CAPTURE(bound);
        base::Spool spool(bound);
        CHECK(spool.size() == 0);
        CHECK(base::read_all(spool.source(0, 10), 10)->empty());
        for (const auto* piece : {"0123", "4567", "89"}) {
            spool.write(base::as_bytes(piece));
        }
        CHECK(spool.size() == 10);
        const auto first = spool.source(2, 6), second = spool.source(5, 100);
        base::Bytes one(1);
        std::string texts[2];
        for (int i = 0; i < 10; ++i) {
            texts[0] += base::to_text(std::span(one).first(first(one)));
            texts[1] += base::to_text(std::span(one).first(second(one)));
        }
        CHECK(texts[0] == "234567");
        CHECK(texts[1] == "56789");
        CHECK(base::read_all(spool.source(10, 1), 10)->empty());
    }
}
