// UTF-8, what may be shown, and the small helpers.
// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"

#include <doctest/doctest.h>

using namespace anb;

TEST_CASE("base::is_utf8: refuses overlong forms, surrogates and what is cut off")
{
    for (const auto* text :
         {"", "abc", "ä€😀", "\xf4\x8f\xbf\xbf", "\xed\x9f\xbf", "\xee\x80\x80"}) {
        CHECK_MESSAGE(base::is_utf8(text), text);
    }
    for (const auto* text : {"\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xf0\x8f\xbf\xbf",
                             "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "\x80",
                             "\xc3", "\xe2\x82", "\xf0\x9f\x98", "\xc3(", "a\xff"}) {
        CHECK_FALSE(base::is_utf8(text));
    }
}

TEST_CASE("base::printable: controls, direction marks and broken bytes become escapes")
{
    CHECK(base::printable("Müller – ok") == "Müller – ok");
    CHECK(base::printable("a\nb\tc") == "a\\u{a}b\\u{9}c");
    CHECK(base::printable("\x1b[31m") == "\\u{1b}[31m");
    CHECK(base::printable("\xc2\x9b") == "\\u{9b}");
    CHECK(base::printable("a\u202eb\u2066c\u200fd\u061ce") ==
          "a\\u{202e}b\\u{2066}c\\u{200f}d\\u{61c}e");
    CHECK(base::printable("a\xff\xc3") == "a\\xff\\xc3");
    CHECK(base::printable(std::string_view("a\0b", 3)) == "a\\u{0}b");
}

TEST_CASE("base::printable: shortens by characters and says so")
{
    CHECK(base::printable("Größenwahn", 10) == "Größenwahn");
    CHECK(base::printable("Größenwahn", 5) == "Größ…");
    CHECK(base::printable("ab", 1) == "…");
    CHECK(base::is_utf8(base::printable("ääääää", 4)));
}

TEST_CASE("base::nearest: names a typing error and nothing far away")
{
    const std::vector<std::string> options{"--env", "--json", "--output", "-o"};
    CHECK(base::nearest("--evn", options) == "--env");
    CHECK(base::nearest("--jsn", options) == "--json");
    CHECK_FALSE(base::nearest("--wholly-different", options));
    CHECK_FALSE(base::nearest("x", {}));
}

TEST_CASE("base::canonical_uuid: reads either spelling and nothing else")
{
    const auto* expected = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
    CHECK(base::canonical_uuid("3FA85F64-5717-4562-B3FC-2C963F66AFA6") == expected);
    CHECK(base::canonical_uuid("3fa85f6457174562b3fc2c963f66afa6") == expected);
    for (const auto* text :
         {"", "3fa85f64", "3fa85f64-5717-4562-b3fc-2c963f66afa",
          "3fa85f64-5717-4562-b3fc-2c963f66afag", "3fa85f645717-4562-b3fc-2c963f66afa6-",
          "{3fa85f64-5717-4562-b3fc-2c963f66afa6}"}) {
        CHECK_MESSAGE(!base::canonical_uuid(text), text);
    }
}

TEST_CASE("base: small helpers")
{
    CHECK(base::trim(" \t a b \r\n") == "a b");
    CHECK(base::trim(" \n").empty());
    CHECK(base::split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
    CHECK(base::split("", ',').size() == 1);
    CHECK(base::join(std::vector<std::string>{"a", "b"}, ", ") == "a, b");
    CHECK(base::join(std::vector<std::string>{}, ", ").empty());
    CHECK(base::to_lower_ascii("ÄAZ[") == "Äaz[");
    CHECK(base::display_width("Größe") == 5);
    CHECK(base::percent_encode("a-b_c.d~e /ä") == "a-b_c.d~e%20%2F%C3%A4");
}

TEST_CASE("base::collapse: one blank for each run, none at the ends")
{
    CHECK(base::collapse(" a\t\n b  c ") == "a b c");
    CHECK(base::collapse(" \n").empty());
    CHECK(base::collapse("abc") == "abc");
}

TEST_CASE("base::to_code_points: and back")
{
    const std::string text = "aä漢\U0001F600";
    const auto points = base::to_code_points(text);
    CHECK(points == U"aä漢\U0001F600");
    CHECK(base::to_utf8(points) == text);
}
