// Tests of schematron/rules.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "schematron/rules.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace anb;

namespace {

std::string escaped(std::string text)
{
    for (const auto& [from, to] :
         {std::pair<std::string, std::string>("&", "&amp;"), {"<", "&lt;"}, {"\"", "&quot;"}}) {
        for (std::size_t at = text.find(from); at != std::string::npos;
             at = text.find(from, at + to.size())) {
            text.replace(at, from.size(), to);
        }
    }
    return text;
}

schematron::Rules read(const std::string& inside)
{
    const auto text =
        "<sch:schema xmlns:sch='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt2'>"
        "<sch:ns prefix='p' uri='urn:p'/>" +
        inside + "</sch:schema>";
    return schematron::Rules::read(base::as_bytes(text), "r.sch");
}

std::string rule(const std::string& context, const std::string& test)
{
    return "<sch:pattern><sch:rule context=\"" + escaped(context) +
           "\"><sch:assert id='A' test=\"" + escaped(test) +
           "\">Text</sch:assert></sch:rule></sch:pattern>";
}

const std::string k_document = R"(<p:a xmlns:p="urn:p" nr="7"><p:b><code>eins</code><x/></p:b>
<p:b art="z"><code>zwei</code></p:b><c>  </c><d>5</d><d>12</d></p:a>)";

schematron::Outcome check(const std::string& rules, const std::string& document = k_document)
{
    return read(rules).check(*xml::read_tree(base::as_bytes(document), "d.xml"));
}

/// "holds", "fails" or the doubt, for an expression at the root.
std::string at_root(const std::string& test)
{
    const auto outcome = check(rule("/p:a", test));
    REQUIRE(outcome.asked == 1);
    return !outcome.doubts.empty()    ? outcome.doubts.front().reason
           : outcome.failures.empty() ? "holds"
                                      : "fails";
}

std::string refused(const std::string& rules)
{
    const auto outcome = test::refusal([&] { read(rules); });
    return outcome.code + " " + outcome.value(outcome.code == "ANB-V182" ? "construct" : "found");
}

} // namespace

TEST_CASE("schematron: expressions that hold")
{
    for (const std::string test :
         {"true()",
          "not(false())",
          "exists(p:b)",
          "exists(*:b/code)",
          "empty(*:none)",
          "count(p:b) = 2",
          "p:b/code = 'zwei'",
          "p:b/code != 'zwei'",
          "@nr = 7",
          "@nr eq '7'",
          "@nr lt 8",
          "number(@nr) + 1 = 8",
          "-1 lt 1",
          "7 mod 4 = 3",
          "9 div 3 = 3",
          "2 * 3 - 1 = 5",
          "string-length('äöü') = 3",
          "if (exists(c)) then true() else false()",
          "every $x in d satisfies number($x) gt 4",
          "some $x in d satisfies $x = '12'",
          "normalize-space(c) = ''",
          "matches(p:b[1]/code, '^e')",
          "not(matches('abc', '^b'))",
          "matches('2,6', '^(6([,.]0)?|([1-5]([,.]\\d+)))|[A-F][+-]?$')",
          "starts-with('abc', 'ab') and ends-with('abc', 'bc') and contains('abc', 'b')",
          "substring('12345', 2, 3) = '234'",
          "substring('12345', 1.5, 2.6) = '234'",
          "substring('12345', 4) = '45'",
          "substring-before('a-b', '-') = 'a'",
          "substring-after('a-b', '-') = 'b'",
          "concat('a', 'b', 'c') = 'abc'",
          "upper-case('aB') = 'AB' and lower-case('aB') = 'ab'",
          "local-name() = 'a'",
          "local-name(@nr) = 'nr'",
          "p:b[2]/code/text() = 'zwei'",
          "p:b[@art = 'z']/code = 'zwei'",
          "p:b[last()]/code = 'zwei'",
          "p:b[position() = 1]/code = 'eins'",
          "//code = 'eins'",
          ".//code = 'zwei'",
          "count(//*) = 9",
          "count(d | p:b | d) = 4",
          "p:b/../c",
          "child::p:b/descendant::x",
          "p:b/self::p:b",
          "code/ancestor::p:a or true()",
          "c/preceding-sibling::p:b",
          "c/following-sibling::d",
          "('a', 'b') = 'b'",
          "() = 'a' or true()",
          "not(() = ())",
          "boolean(p:b)",
          "*",
          "p:*",
          "string(d[1]) = '5'",
          "exists(p:b/@art)",
          "'it''s' = \"it's\"",
          "d[. = 12]",
          "d[. gt 10]",
          "p:b[code]/x",
          "count(text()) = 1 or true()",
          "/p:a/d",
          "5 ge 5 and 5 le 5 and 4 ne 5"}) {
        CAPTURE(test);
        CHECK(at_root(test) == "holds");
    }
}

TEST_CASE("schematron: expressions that fail, and those that cannot be answered")
{
    for (const std::string test :
         {"false()", "exists(none)", "p:b/code = 'drei'", "code", "b", "@nr = 'a'", "d = 6",
          "every $x in d satisfies $x = 5", "some $x in () satisfies true()", "'' ", "0",
          "number('x') = number('x')", "p:b[3]", "ends-with((), 'a')", "string-length(none) gt 0",
          "if (c = 'a') then true() else false()"}) {
        CAPTURE(test);
        CHECK(at_root(test) == "fails");
    }
    CHECK(at_root("ends-with(p:b/code, 's')") == "ends-with() with several values");
    CHECK(at_root("d eq '5'") == "eq with several values");
    CHECK(at_root("matches('a', '(')") != "fails");
    CHECK(at_root("matches('a', '\\p{L}')") == "matches() with \\p");
    CHECK(at_root("d + 1 = 6") == "arithmetic with several values");
    CHECK(at_root("('a', 'b')") != "holds");
    CHECK(at_root("$x = 1") == "$x");
}

TEST_CASE("schematron: contexts as patterns; the first that fits of a pattern")
{
    const auto asked = [](const std::string& context) {
        return check(rule(context, "true()")).asked;
    };
    CHECK(asked("//*") == 9);
    CHECK(asked("*") == 9);
    CHECK(asked("/*") == 1);
    CHECK(asked("p:b") == 2);
    CHECK(asked("*:b") == 2);
    CHECK(asked("b") == 0);
    CHECK(asked("p:a//code") == 2);
    CHECK(asked("p:a/code") == 0);
    CHECK(asked("/p:a/p:b/code") == 2);
    CHECK(asked("/p:b") == 0);
    CHECK(asked("//p:b[@art]") == 1);
    CHECK(asked("p:b[@art]/code | c") == 2);
    CHECK(check("<sch:pattern><sch:rule context='p:b[@art]'><sch:assert test='true()'/></sch:rule>"
                "<sch:rule context='p:b'><sch:assert test='false()'/></sch:rule></sch:pattern>")
              .failures.size() == 1);
}

TEST_CASE("schematron: failures say id, text, place and weight")
{
    const auto outcome =
        check("<sch:pattern><sch:rule id='base' abstract='true'><sch:assert id='ID-1' "
              "role='warning' test='code'> Ein\n  Text. </sch:assert></sch:rule>"
              "<sch:rule context='c'><sch:extends rule='base'/><sch:report id='ID-2' "
              "test='true()'>Bericht</sch:report></sch:rule></sch:pattern>"
              "<sch:pattern><sch:rule context='d'><sch:assert id='ID-3' flag='info' test=\". = "
              "'5'\">D</sch:assert></sch:rule></sch:pattern>");
    REQUIRE(outcome.failures.size() == 3);
    CHECK(outcome.failures[0].id == "ID-1");
    CHECK(outcome.failures[0].text == "Ein Text.");
    CHECK(outcome.failures[0].role == schematron::Role::warning);
    CHECK(outcome.failures[0].line == 2);
    CHECK(outcome.failures[0].path == "/p:a/c");
    CHECK(outcome.failures[1].id == "ID-2");
    CHECK(outcome.failures[1].role == schematron::Role::error);
    CHECK(outcome.failures[2].path == "/p:a/d[2]");
    CHECK(outcome.failures[2].role == schematron::Role::information);
}

TEST_CASE("schematron: what is not known is refused by its name")
{
    const auto of_test = [](const std::string& test) { return refused(rule("*", test)); };
    CHECK(of_test("current()") == "ANB-V182 current()");
    CHECK(of_test("for $x in d return $x") != "accepted");
    CHECK(of_test("matches('a')") == "ANB-V182 matches()");
    CHECK(of_test("@nr castable as xs:int") == "ANB-V182 castable");
    CHECK(of_test("d instance of element()") == "ANB-V182 instance");
    CHECK(of_test("1 to 3") == "ANB-V182 to");
    CHECK(of_test("namespace::p") == "ANB-V182 namespace::");
    CHECK(of_test("comment()") == "ANB-V182 comment()");
    CHECK(of_test("(p:b)[1]") == "ANB-V182 (…)[…]");
    CHECK(of_test("q:b") == "ANB-V183 q:");
    CHECK(of_test("a and") == "ANB-V183 …");
    CHECK(of_test("'a") == "ANB-V183 '");
    CHECK(of_test("(a") == "ANB-V183 )");
    CHECK(of_test("") == "ANB-V183 …");
    CHECK(of_test("#") == "ANB-V183 #");
    CHECK(of_test(std::string(1000, '(')) == "ANB-V182 …((…");
    CHECK(refused(rule("@nr", "true()")) == "ANB-V182 context=\"@…\"");
    CHECK(refused(rule("d[1]", "true()")) == "ANB-V182 context=\"…[n]\"");
    CHECK(refused("<sch:let name='a' value='1'/>") == "ANB-V182 sch:let");
    CHECK(refused("<sch:pattern><sch:let name='a' value='1'/></sch:pattern>") ==
          "ANB-V182 sch:let");
    CHECK(refused("<sch:phase id='a'/>") == "ANB-V182 sch:phase");
    CHECK(refused("<sch:include href='a'/>") == "ANB-V182 sch:include");
    CHECK(refused("<sch:pattern is-a='x'/>") == "ANB-V182 sch:pattern/@is-a");
    CHECK(refused("<sch:pattern><sch:rule context='*'><sch:assert test='a'><sch:value-of "
                  "select='.'/></sch:assert></sch:rule></sch:pattern>") == "ANB-V182 sch:value-of");
    CHECK(refused("<sch:pattern><sch:rule context='*'><sch:extends "
                  "rule='none'/></sch:rule></sch:pattern>") == "ANB-V183 none");
    CHECK(refused("<sch:pattern><sch:rule id='a' abstract='true'><sch:extends rule='a'/></sch:rule>"
                  "<sch:rule context='*'><sch:extends rule='a'/></sch:rule></sch:pattern>") ==
          "ANB-V183 a");
}

TEST_CASE("schematron: the files of the reference are read, and their samples keep the rules")
{
    const std::filesystem::path xoev = ANB_REFERENCE "/xoev";
    if (!std::filesystem::exists(xoev)) {
        return;
    }
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(xoev)) {
        if (entry.path().extension() == ".sch") {
            CAPTURE(entry.path().string());
            CHECK_NOTHROW(
                schematron::Rules::read(base::read_file(entry.path().string(), 1 << 20), "r.sch"));
            ++files;
        }
    }
    CHECK(files == 3);
}
