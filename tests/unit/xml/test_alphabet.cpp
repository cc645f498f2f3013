// Tests of xml/alphabet.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "xml/alphabet.hpp"

#include <doctest/doctest.h>

using namespace anb;

TEST_CASE("xml::Alphabet: characters, classes, sequences and groups")
{
    const auto alphabet = xml::Alphabet::read(
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

TEST_CASE("xml::Alphabet: patterns of another form are left alone")
{
    for (const auto* pattern :
         {"", "[0-9]{5}", "(a|b)", "(a|b){3}", "([a-z]", "(a+|b)*", "([^a])*", "(\\d|a)*",
          "(a|b)*c", "(|a)*", "((a|b)c)*", "([a-c-e]|ab)*", "([a-z-[b]]|ab)*"}) {
        CAPTURE(pattern);
        CHECK_FALSE(xml::Alphabet::read(pattern));
    }
    CHECK(xml::Alphabet::read("[a-z]*"));
    CHECK(xml::Alphabet::read("[-a-z\\-0]*"));
}

TEST_CASE("xml::Alphabet: a pattern for texts without sequences")
{
    const auto pattern = [](std::string_view of) {
        return xml::Alphabet::read(of)->pattern_without_sequences();
    };
    CHECK(pattern("([\t-\n]| |'|[a-z]|[x-\u017E]|[A-Z]|\\-|A\u030B|\u20AC)*") ==
          "([a-\u007F]|[A-Z]|[\\t-\\n]|[ ]|[\\-]|[']|[\u0080-\u017E\u20AC])*");
    CHECK(pattern("([~-\u0090]|[\u0080-\u0085]|[\u0091-\u00A0]|a\u030B)*") ==
          "([~-\u007F]|[\u0080-\u00A0])*");
    CHECK(pattern("(\u00DF|a\u030B)+") == "([\u00DF])+");
    CHECK(pattern("(a|b|a\u030B)+") == "([a-b])+");
    CHECK(pattern("([a-z]|\u00DF)*").empty());
    CHECK(pattern("(ab|cd)*").empty());
}
