// Tests of base/source.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "base/source.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace anb;

TEST_CASE("base::source_of, base::copy: everything once, in order")
{
    const std::string text(200'000, 'x');
    std::string copied;
    CHECK(base::copy(base::source_of(base::as_bytes(text)),
                     [&](base::ByteView piece) { copied += base::as_text(piece); }) == text.size());
    CHECK(copied == text);
    CHECK(base::copy(base::source_of({}), [](base::ByteView) { FAIL("no bytes, no call"); }) == 0);
}

TEST_CASE("base::read_all: up to the limit, and not a byte more")
{
    const auto view = base::as_bytes("abcdef");
    CHECK(base::to_text(base::read_all(base::source_of(view), 6).value()) == "abcdef");
    CHECK_FALSE(base::read_all(base::source_of(view), 5).has_value());
    CHECK(base::read_all(base::source_of({}), 0).value().empty());
}
