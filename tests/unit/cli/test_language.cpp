// Which language is spoken.
// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/language.hpp"
#include "fake_tool.hpp"

#include <doctest/doctest.h>

using namespace anb;
using cli::detail::language_of;
using messages::Language;

TEST_CASE("cli: names of German locales are German, everything else is English")
{
    for (const auto* name : {"de", "de_DE", "de_DE.UTF-8", "de-AT", "DE", "de.UTF-8", "de@euro"}) {
        CHECK_MESSAGE(language_of(name) == Language::german, name);
    }
    for (const auto* name : {"", "C", "C.UTF-8", "en_GB", "deu", "dexter", "fr_DE", "d"}) {
        CHECK_MESSAGE(language_of(name) == Language::english, name);
    }
}

TEST_CASE("cli: --lang wins over ANB_LANG, which wins over LC_ALL, LC_MESSAGES and LANG")
{
    const auto spoken = [](std::vector<std::string> arguments,
                           std::map<std::string, std::string> environment) {
        arguments.push_back("x");
        return fake::call({std::move(arguments), std::move(environment)},
                          [](const auto&, cli::Io& io) {
                              io.line(io.say("deutsch", "english"));
                              return cli::Exit::ok;
                          })
            .out;
    };
    CHECK(spoken({}, {}) == "english\n");
    CHECK(spoken({}, {{"LANG", "de_DE.UTF-8"}}) == "deutsch\n");
    CHECK(spoken({}, {{"LANG", "de_DE"}, {"LC_ALL", "C"}}) == "english\n");
    CHECK(spoken({}, {{"LANG", "C"}, {"LC_MESSAGES", "de_DE"}}) == "deutsch\n");
    CHECK(spoken({}, {{"LC_ALL", "C"}, {"ANB_LANG", "de"}}) == "deutsch\n");
    CHECK(spoken({"--lang", "en"}, {{"ANB_LANG", "de"}}) == "english\n");
    CHECK(spoken({"--lang=de"}, {{"ANB_LANG", "en"}}) == "deutsch\n");
    CHECK(spoken({"--", "--lang=de"}, {}) == "english\n");
}
