// Looking up and filling messages.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/message.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace anb;
using messages::Language;
using messages::Responsible;

TEST_CASE("messages::find: gives nothing for a code that does not exist")
{
    CHECK(messages::find("ANB-Z999") == nullptr);
    CHECK(messages::find("") == nullptr);
    CHECK(messages::find("ANB-G900")->code == "ANB-G900");
}

TEST_CASE("messages::fill: puts values in and shows a missing one as a question mark")
{
    CHECK(messages::fill("{a} und {b}", {{"a", "1"}, {"b", "2"}}) == "1 und 2");
    CHECK(messages::fill("{a}{a}", {{"a", "x"}}) == "xx");
    CHECK(messages::fill("{file} fehlt", {}) == "? fehlt");
    CHECK(messages::fill("{file}", {{"file", ""}}) == "?");
    CHECK(messages::fill("ohne", {{"file", "x"}}) == "ohne");
    CHECK(messages::fill("", {}).empty());
}

TEST_CASE("messages::fill: takes values as they are, placeholders in them included")
{
    CHECK(messages::fill("{a} {b}", {{"a", "{b}"}, {"b", "2"}}) == "{b} 2");
    CHECK(messages::fill("offen {a", {{"a", "1"}}) == "offen {a");
}

TEST_CASE("messages::fill: makes hostile values harmless")
{
    const auto text = messages::fill("{file}", {{"file", "a\x1b[31m\nb\xff"}});
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\n') == std::string::npos);
    CHECK(text.find('\xff') == std::string::npos);
}

TEST_CASE("messages::name, messages::key: every party but none has both, and keys differ")
{
    std::set<std::string_view> keys;
    for (int i = 1; i <= static_cast<int>(Responsible::netzwerk); ++i) {
        const auto responsible = static_cast<Responsible>(i);
        CHECK_FALSE(messages::name(responsible, Language::german).empty());
        CHECK_FALSE(messages::name(responsible, Language::english).empty());
        CHECK(keys.insert(messages::key(responsible)).second);
    }
    CHECK(messages::key(Responsible::none).empty());
    CHECK(messages::name(Responsible::none, Language::german).empty());
    CHECK(messages::name(Responsible::netzwerk, Language::german) == "Netzwerk/Firewall");
}

TEST_CASE("messages::word: translates what it knows and keeps what it does not")
{
    CHECK(messages::word("revocation", Language::german) == "Sperrstatus");
    CHECK(messages::word("offline", Language::english) == "offline");
    CHECK(messages::word("something_new", Language::german) == "something new");
    CHECK(messages::word("", Language::german).empty());
}
