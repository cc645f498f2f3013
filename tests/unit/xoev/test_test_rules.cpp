// Tests of xoev/test_rules.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "support/refusal.hpp"
#include "xoev/test_rules.hpp"

#include <doctest/doctest.h>

using namespace anb;

namespace {

std::string judge(std::vector<std::string_view> names, std::string_view value)
{
    static const auto rules = xoev::TestRules::shipped();
    return rules.judge(names, value);
}

} // namespace

TEST_CASE("xoev::TestRules: names, also below an element of their kind")
{
    CHECK(judge({"person", "familienname"}, "Mustermann").empty());
    CHECK(judge({"person", "Familienname"}, "MUSTERFRAU").empty());
    CHECK(judge({"person", "familienname"}, "von Testhausen").empty());
    CHECK(judge({"person", "familienname"}, "Schröder") == "ANB-V170");
    CHECK(judge({"familienname", "name"}, "Schröder") == "ANB-V170");
    CHECK(judge({"behoerde", "name"}, "Sozialamt Köln").empty());
    CHECK(judge({"person", "familienname"}, "  ").empty());
}

TEST_CASE("xoev::TestRules: addresses, contacts and numbers")
{
    CHECK(judge({"strasse"}, "Musterweg 1").empty());
    CHECK(judge({"strasse"}, "Am Eichenhain") == "ANB-V171");
    CHECK(judge({"ort"}, "Köln").empty());
    CHECK(judge({"beliebig"}, "max@musterstadt.example").empty());
    CHECK(judge({"beliebig"}, "max@beispiel.test").empty());
    CHECK(judge({"beliebig"}, "max@notexample.com") == "ANB-V173");
    CHECK(judge({"beliebig"}, "max@gmx.de") == "ANB-V173");
    CHECK(judge({"beliebig"}, "kein @ Zeichen").empty());
    CHECK(judge({"telefon"}, "030 / 23125-017").empty());
    CHECK(judge({"telefon"}, "+49 (30) 23125 017").empty());
    CHECK(judge({"telefon"}, "0221 987654") == "ANB-V173");
    CHECK(judge({"identifikationsnummer"}, "01 234 567 890").empty());
    CHECK(judge({"identifikationsnummer"}, "86095742719") == "ANB-V174");
    CHECK(judge({"kvnr"}, "X110411675").empty());
    CHECK(judge({"kvnr"}, "M110411675") == "ANB-V174");
}

TEST_CASE("xoev::TestRules: an IBAN is known anywhere by its check digits")
{
    CHECK(judge({"text"}, "DE89 3704 0044 0532 0130 00").empty());
    CHECK(judge({"text"}, "DE89370400440532013000").empty());
    CHECK(judge({"text"}, "DE68 2105 0170 0012 3456 78") == "ANB-V172");
    CHECK(judge({"text"}, "DE69 2105 0170 0012 3456 78").empty());
    CHECK(judge({"text"}, "de682105 01700012345678") == "ANB-V172");
    CHECK(judge({"text"}, "GB82 WEST 1234 5698 7654 32") == "ANB-V172");
}

TEST_CASE("xoev::TestRules: every IBAN of the shipped list has right check digits")
{
    const auto shipped = xoev::TestRules::shipped();
    const auto none = xoev::TestRules::read(R"({"date": "2026-11-24", "rules": []})", "none");
    for (const auto* iban :
         {"DE89370400440532013000", "DE02120300000000202051", "DE02500105170137075030",
          "DE02100100100006820101", "DE02300209000106531065", "DE02600501010002034304",
          "DE02700100800030876808", "DE12500105170648489890", "DE75512108001245126199",
          "AT611904300234573201"}) {
        CAPTURE(iban);
        CHECK(shipped.judge({"a"}, iban).empty());
        CHECK(none.judge({"a"}, iban) == "ANB-V172");
    }
}

TEST_CASE("xoev::TestRules: a wrong file is refused")
{
    const auto code = [](const char* text) {
        return test::code_of([&] { xoev::TestRules::read(text, "rules.json"); });
    };
    CHECK(code("{") == "ANB-G301");
    CHECK(code("{}") == "ANB-G302");
    CHECK(code(R"({"date": "2026", "rules": [], "farben": []})") == "ANB-V340");
    CHECK(code(R"({"date": "2026", "rules": [{"kind": "x"}]})") == "ANB-V340");
    CHECK(code(R"({"date": "2026", "rules": [{"kind": "name", "x": 1}]})") == "ANB-V340");
}
