// Tests of xoev/characters.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "xoev/characters.hpp"

#include <doctest/doctest.h>

using namespace anb;

TEST_CASE("xoev::Alphabet: characters, classes, sequences and groups")
{
    const auto alphabet = xoev::Alphabet::read(
        "( |'|[,-\\.]|[A-Z]|[a-z]|A\u030B|C(\u0300|\u0304|\u0328\u0306)|\u1E2F)*");
    REQUIRE(alphabet);
    CHECK_FALSE(alphabet->find_stranger(""));
    CHECK_FALSE(alphabet->find_stranger("Anna-Lena O'Neill, A\u030BC\u0304C\u0328\u0306C \u1E2F"));
    const auto foreign = alphabet->find_stranger("Anna \u6F22");
    REQUIRE(foreign);
    CHECK(foreign->position == 6);
    CHECK(foreign->character == 0x6F22);
    CHECK(foreign->text == "\u6F22");
    CHECK_FALSE(foreign->combining);
    const auto mark = alphabet->find_stranger("Bo\u0308hm");
    REQUIRE(mark);
    CHECK(mark->position == 3);
    CHECK(mark->combining);
    CHECK(alphabet->find_stranger("C\u0328")->position == 2);
}

TEST_CASE("xoev::Alphabet: patterns of another form are left alone")
{
    for (const auto* pattern : {"", "[0-9]{5}", "(a|b)", "(a|b){3}", "([a-z]", "(a+|b)*", "([^a])*",
                                "(\\d|a)*", "(a|b)*c", "(|a)*", "((a|b)c)*"}) {
        CAPTURE(pattern);
        CHECK_FALSE(xoev::Alphabet::read(pattern));
    }
    CHECK(xoev::Alphabet::read("[a-z]*"));
}
