// Secrets: moved, never copied by accident, wiped.
// SPDX-License-Identifier: EUPL-1.2

#include "base/secret.hpp"

#include <doctest/doctest.h>

#include <type_traits>

using namespace anb;
using base::SecretBytes;
using base::SecretString;

static_assert(!std::is_copy_constructible_v<SecretBytes>);
static_assert(!std::is_copy_constructible_v<SecretString>);
static_assert(!std::is_copy_assignable_v<SecretString>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes>);
static_assert(!fmt::is_formattable<SecretBytes>::value);
static_assert(!fmt::is_formattable<SecretString>::value);

TEST_CASE("base::SecretString: a move leaves nothing behind, a copy is asked for")
{
    SecretString first("geheim");
    const auto copy = first.copy();
    const SecretString second = std::move(first);
    CHECK(second.reveal() == "geheim");
    CHECK(copy.reveal() == "geheim");
    CHECK(first.empty()); // NOLINT(bugprone-use-after-move): that is the promise
    SecretString third("alt");
    third = second.copy();
    CHECK(third.reveal() == "geheim");
}

TEST_CASE("base::SecretBytes: is zero until it is filled")
{
    auto secret = SecretBytes::zeroed(3);
    CHECK(base::to_hex(secret.reveal()) == "000000");
    secret.reveal_writable()[1] = std::byte{0xff};
    CHECK(base::to_hex(secret.reveal()) == "00ff00");
    CHECK(SecretBytes::zeroed(0).empty());
    CHECK(SecretBytes().reveal().empty());
}

TEST_CASE("base::wipe: overwrites memory and empties containers")
{
    char text[] = "geheim";
    base::wipe(text, 6);
    CHECK(std::string_view(text, 6) == std::string_view("\0\0\0\0\0\0", 6));
    std::string longer(100, 'x');
    const char* place = longer.data();
    base::wipe(longer);
    CHECK(longer.empty());
    CHECK(longer.data() == place);
    auto bytes = base::to_bytes("geheim");
    base::wipe(bytes);
    CHECK(bytes.empty());
}

TEST_CASE("base::without_line_break: cuts one line break and nothing else")
{
    const std::pair<const char*, const char*> cases[] = {
        {"a\n", "a"},   {"a\r\n", "a"}, {"a\n\n", "a\n"}, {"a\r", "a\r"},
        {" a ", " a "}, {"\n", ""},     {"", ""},         {"\r\n", ""}};
    for (const auto& [text, expected] : cases) {
        CHECK(base::without_line_break(SecretBytes(base::as_bytes(text))).reveal() == expected);
    }
}
