// Tests of xml/alphabet.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "xml/alphabet.hpp"

#include <doctest/doctest.h>
#include <libxml/xmlregexp.h>

#include <memory>
#include <string>

using namespace anb;

namespace {

/// libxml2's answer.
class Pattern {
public:
    explicit Pattern(const std::string& pattern)
        : m_compiled(xmlRegexpCompile(as_text(pattern)), xmlRegFreeRegexp)
    {
        REQUIRE(m_compiled);
    }
    bool matches(const std::string& text) const
    {
        return xmlRegexpExec(m_compiled.get(), as_text(text)) == 1;
    }

private:
    static const xmlChar* as_text(const std::string& text)
    {
        return reinterpret_cast<const xmlChar*>(text.c_str());
    }
    std::unique_ptr<xmlRegexp, void (*)(xmlRegexp*)> m_compiled;
};

} // namespace

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
    const auto gathered = xml::Alphabet::read("([A-C]|[AC]\u0304|[B-C]\u0328\\|)*");
    REQUIRE(gathered);
    CHECK_FALSE(gathered->find_stranger("ABA\u0304C\u0304C\u0328|B\u0328|"));
    CHECK(gathered->find_stranger("B\u0304")->position == 2);
}

TEST_CASE("xml::Alphabet: patterns of another form are left alone")
{
    for (const auto* pattern : {"",
                                "[0-9]{5}",
                                "(a|b)",
                                "(a|b){3}",
                                "([a-z]",
                                "(a+|b)*",
                                "([^a])*",
                                "(\\d|a)*",
                                "(a|b)*c",
                                "(|a)*",
                                "((a|b)c)*",
                                "([a-c-e]|ab)*",
                                "([a-z-[b]]|ab)*",
                                "(a[b-c])*",
                                "([a-z][a-z])*",
                                "([a-z](b|c))*",
                                "([\u0100-\uD000]\u0301)*",
                                "([z-a]|ab)*",
                                "([z-a]b)*",
                                "([]|ab)*",
                                "([\\+-9]|ab)*",
                                "[]*"}) {
        CAPTURE(pattern);
        CHECK_FALSE(xml::Alphabet::read(pattern));
    }
    const std::string longer(40'000, 'x');
    CHECK(xml::Alphabet::read("([a-b]|" + longer + ")*"));
    CHECK_FALSE(xml::Alphabet::read("([a-b]" + longer + ")*"));
    CHECK_FALSE(xml::Alphabet::read("(" + longer + "(a|b))*"));
    CHECK(xml::Alphabet::read("[a-z]*"));
    CHECK(xml::Alphabet::read("[-a-z\\-0]*"));
}

TEST_CASE("xml::Alphabet: a pattern for texts without sequences")
{
    const auto pattern = [](std::string_view of) {
        return xml::Alphabet::read(of)->pattern_without_sequences();
    };
    CHECK(pattern("([\t-\n]| |'|[a-z]|[x-\u017E]|[A-Z]|\\-|A\u030B|\u20AC)*") ==
          "([a-\u007F]|[A-Z]|[\\t\\n]|[ ]|[\\-]|[']|[\u0080-\u017E\u20AC])*");
    CHECK(pattern("([~-\u0090]|[\u0080-\u0085]|[\u0091-\u00A0]|a\u030B)*") ==
          "([~-\u007F]|[\u0080-\u00A0])*");
    CHECK(pattern("(\u00DF|a\u030B)+") == "([\u00DF])+");
    CHECK(pattern("(a|b|a\u030B)+") == "([a-b])+");
    CHECK(pattern("([a-z]|\u00DF)*").empty());
    CHECK(pattern("(ab|cd)*").empty());
}

TEST_CASE("xml::Alphabet: the pattern that is quick to compile admits the same texts")
{
    constexpr std::u32string_view k_letters = U"AC].*|-\u0300\u0306\u0328b";
    for (const std::string text :
         {"([A-B]|\\]|C(\u0300|\u0328\u0306)|A\u0300)*",
          "(A\u0300|b\u0300|C\u0328\u0306|C\u0328b|A-C)*", "([\\-A]|CA|A\u0306|A\u0306C|\u0306)+",
          "(AC|C\\]|b\\-)+", "([,-\\.]|\\(|[{-\\}]|\\.A|\\*\\|)*", "([*-.]|[Z-a]|AC)*",
          "([|-}]|\\]A)*", "(\\[|\\\\|\\]|\\^|_|AC)*"}) {
        CAPTURE(text);
        const Pattern original(text);
        const auto quick_text = xml::Alphabet::read(text)->pattern();
        const Pattern quick(quick_text);
        std::size_t admitted = 0, different = 0;
        for (std::size_t number = 0; number < 11 * 11 * 11 * 11; ++number) {
            std::u32string letters;
            for (auto rest = number; rest > 0; rest /= k_letters.size()) {
                letters += k_letters[rest % k_letters.size()];
            }
            const auto each = base::to_utf8(letters);
            admitted += original.matches(each) ? 1U : 0U;
            different += original.matches(each) == quick.matches(each) ? 0U : 1U;
        }
        CHECK(xml::Alphabet::read(quick_text)->pattern() == quick_text);
        CHECK(admitted > 5);
        CHECK(different == 0);
    }
}
