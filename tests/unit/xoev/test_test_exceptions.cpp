// Tests of xoev/test_exceptions.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "support/refusal.hpp"
#include "xoev/test_exceptions.hpp"

#include <doctest/doctest.h>

using namespace anb;
using xoev::TestExceptions;

TEST_CASE("xoev::TestExceptions: by element, by parent and element, and by value")
{
    const auto exceptions = TestExceptions::read(R"({"exceptions": [
        {"element": "Familienname", "value": "Schröder", "reason": "Erfundene Person des Herstellers"},
        {"element": "kontakt/mail", "reason": "Postfach der Teststelle"}]})",
                                                 "ausnahmen.json");
    CHECK(exceptions.find({"person", "familienname"}, " Schröder ") == 0U);
    CHECK_FALSE(exceptions.find({"person", "familienname"}, "Schmidt"));
    CHECK_FALSE(exceptions.find({"person", "vorname"}, "Schröder"));
    CHECK(exceptions.find({"kontakt", "mail"}, "egal@stadt.de") == 1U);
    CHECK_FALSE(exceptions.find({"person", "mail"}, "egal@stadt.de"));
    CHECK_FALSE(exceptions.find({}, "Schröder"));
    CHECK_FALSE(TestExceptions().find({"familienname"}, "Schröder"));
    CHECK(exceptions.all()[1].reason == "Postfach der Teststelle");
}

TEST_CASE("xoev::TestExceptions: no exception without element and reason")
{
    const auto code = [](const std::string& text) {
        return test::code_of([&] { TestExceptions::read(text, "x.json"); });
    };
    CHECK(code(R"({"exceptions": [{"element": "a", "reason": " "}]})") == "ANB-V341");
    CHECK(code(R"({"exceptions": [{"element": "", "reason": "b"}]})") == "ANB-V341");
    CHECK(code(R"({"exceptions": [{"element": "a", "reasom": "b"}]})") == "ANB-V341");
    CHECK(code(R"({"exceptions": [{"element": "a"}]})") == "ANB-G302");
    CHECK(code(R"({"exception": []})") == "ANB-V341");
    CHECK(code("[") == "ANB-G301");
}
