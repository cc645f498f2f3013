// SPDX-License-Identifier: EUPL-1.2

#include "json/json.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

using namespace anb;

namespace {

std::string refused(std::string_view text, const json::Limits& limits = {})
{
    const auto outcome = test::refusal([&] { json::parse(text, "test.json", limits); });
    CHECK(outcome.kind.value_or(base::ErrorKind::input) == base::ErrorKind::input);
    return outcome.kind ? outcome.code : "accepted";
}

} // namespace

TEST_CASE("json::parse: keeps the order and the types of members")
{
    const auto value =
        json::parse(R"({"z":1,"a":-2,"m":[true,null,"ü",1.5],"b":{"c":"d"}})", "test.json");
    CHECK(json::dump(value) == R"({"z":1,"a":-2,"m":[true,null,"ü",1.5],"b":{"c":"d"}})");
    CHECK(value["b"]["c"] == "d");
}

TEST_CASE("json::parse: reads single values and blanks around them")
{
    CHECK(json::parse(" \r\n\t42 \n", "x") == 42);
    CHECK(json::parse(R"("\u00fc\ud83d\ude00")", "x") == "ü😀");
    CHECK(json::parse("18446744073709551615", "x") == 18446744073709551615ULL);
}

TEST_CASE("json::parse: refuses what is no JSON")
{
    for (const auto* text :
         {"",        " ",      "{",       "[1,]",        "{\"a\":1,}", "{a:1}", "'a'",
          "[1] x",   "[1][2]", "nul",     "01",          "+1",         "1e999", "NaN",
          "// c\n1", "\"\t\"", "\"\\x\"", "\"\\ud800\"", "{\"a\"}",    "[}"}) {
        CAPTURE(text);
        CHECK(refused(text) == "ANB-G301");
    }
    CHECK(refused(std::string_view("{}\0 garbage", 11)) == "ANB-G301");
    CHECK(refused("\"\xc3\x28\"") == "ANB-G301");
    CHECK(refused("\"\xed\xa0\x80\"") == "ANB-G301");
}

TEST_CASE("json::parse: refuses a name that occurs twice, at any depth")
{
    CHECK(refused(R"({"a":1,"a":1})") == "ANB-G303");
    CHECK(refused(R"([{"k":{"d":1,"e":2,"\u0064":3}}])") == "ANB-G303");
    CHECK(refused(R"({"a":{"a":1},"b":{"a":1}})") == "accepted");
}

TEST_CASE("json::parse: names line and column in characters")
{
    const auto fault =
        test::refusal([] { json::parse("{\n  \"ä\": 1,\n  \"ä\": 2\n}", "keys.json"); });
    CHECK(fault.code == "ANB-G303");
    CHECK(fault.value("file") == "keys.json");
    CHECK(fault.value("line") == "3");
    CHECK(fault.value("column") == "5");
    CHECK(fault.value("name") == "ä");
}

TEST_CASE("json::parse: holds its limits")
{
    const json::Limits limits{.bytes = 40, .depth = 3, .members = 2};
    CHECK(refused("[[[1]]]", limits) == "accepted");
    CHECK(refused("[[[[1]]]]", limits) == "ANB-G304");
    CHECK(refused(R"({"a":1,"b":2})", limits) == "accepted");
    CHECK(refused(R"({"a":1,"b":2,"c":3})", limits) == "ANB-G304");
    CHECK(refused(std::string(41, ' '), limits) == "ANB-G304");
    CHECK(refused(std::string(1'000'000, '[')) == "ANB-G304");
}

TEST_CASE("json::dump: replaces broken UTF-8 instead of failing")
{
    CHECK(json::dump(json::Value("a\xff")) == "\"a\xef\xbf\xbd\"");
    CHECK(json::dump_pretty(json::Value{{"a", 1}}) == "{\n  \"a\": 1\n}\n");
}

TEST_CASE("json::Reader: reads members of the wanted type")
{
    const auto value =
        json::parse(R"({"s":"t","i":-7,"b":true,"l":["x","y"],"o":{"a/b":{"~":1}}})", "d.json");
    const json::Reader reader(value, "d.json");
    CHECK(reader.string("s") == "t");
    CHECK(reader.integer("i") == -7);
    CHECK(reader.at("b").boolean());
    CHECK(reader.strings("l") == std::vector<std::string>{"x", "y"});
    CHECK(reader.find_string("none") == std::nullopt);
    CHECK(reader.has("o"));
    CHECK_FALSE(reader.has("none"));
    CHECK(reader.at("o").at("a/b").at("~").pointer() == "/o/a~1b/~0");
    CHECK(reader.members().at(3).first == "l");
    CHECK(reader.at("l").elements().at(1).pointer() == "/l/1");
}

TEST_CASE("json::Reader: names the place of what does not fit")
{
    const auto value = json::parse(R"({"k":[{"n":1.5},{"n":18446744073709551615}]})", "d.json");
    const json::Reader reader(value, "d.json");
    const auto elements = reader.at("k").elements();
    const auto no_integer = test::refusal([&] { elements.at(0).integer("n"); });
    CHECK(no_integer.code == "ANB-G302");
    CHECK(no_integer.value("pointer") == "/k/0/n");
    CHECK(no_integer.value("expected") == "integer");
    CHECK(test::refusal([&] { elements.at(1).integer("n"); }).code == "ANB-G302");
    CHECK(test::refusal([&] { elements.at(0).string("n"); }).value("found") == "number");
    CHECK(test::refusal([&] { elements.at(0).at("m"); }).value("pointer") == "/k/0/m");
    CHECK(test::refusal([&] { reader.at("k").at("m"); }).value("expected") == "object");
    CHECK(test::refusal([&] { reader.strings("k"); }).value("pointer") == "/k/0");
}
