// What a tool says about itself.
// SPDX-License-Identifier: EUPL-1.2

#include "fake_tool.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace anb;

namespace {

fake::Outcome german(std::vector<std::string> arguments, bool with_commands = false)
{
    return fake::call({.arguments = std::move(arguments),
                       .environment = {{"LANG", "de_DE.UTF-8"}},
                       .with_commands = with_commands});
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("cli: a call without arguments shows three examples on stderr and ends with 64")
{
    const auto outcome = german({});
    CHECK(outcome.code == 64);
    CHECK(outcome.out.empty());
    CHECK(has(outcome.err, "BEISPIELE\n  fake-tool stadt.pem\n  fake-tool --json stadt.pem\n"
                           "  fake-tool --kind root stadt.pem\n\n"));
    CHECK_FALSE(has(outcome.err, "fake-tool show"));
}

TEST_CASE("cli: --help goes to stdout, begins with examples and fits one screen")
{
    const auto outcome = german({"--help"});
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    CHECK(outcome.out.starts_with("fake-tool – Tut nur so\n\nBEISPIELE\n  # Mit einer Datei\n"
                                  "  fake-tool stadt.pem\n"));
    for (const auto* part : {"AUFRUF\n  fake-tool [OPTIONEN] FILE...\n", "ARGUMENTE\n",
                             "OPTIONEN\n", "--kind leaf|root", "GEMEINSAME OPTIONEN\n",
                             "EXIT-STATUS\n", "--dry-run", "--fail-on", "-V, --version"}) {
        CHECK_MESSAGE(has(outcome.out, part), part);
    }
    CHECK_FALSE(has(outcome.out, "--completion"));
    CHECK(std::ranges::count(outcome.out, '\n') < 50);
}

TEST_CASE("cli: help is asked for even in an otherwise wrong call")
{
    CHECK(german({"-h", "--kind", "tree"}).code == 0);
    CHECK(german({"--help"}, true).code == 0);
    CHECK(german({"change", "--help"}, true).code == 0);
}

TEST_CASE("cli: a command has a help of its own")
{
    const auto outcome = german({"show", "--help"}, true);
    CHECK(outcome.code == 0);
    CHECK(outcome.out.starts_with("fake-tool show – Zeigt etwas\n\nBEISPIELE\n  fake-tool show"));
    CHECK(has(outcome.out, "  fake-tool show [OPTIONEN] FILE...\n"));
    CHECK_FALSE(has(outcome.out, "--number"));
    CHECK(has(german({"--help"}, true).out,
              "BEFEHLE\n  show    Zeigt etwas\n  change  Ändert etwas\n"));
}

TEST_CASE("cli: --version names release and build")
{
    const auto outcome = german({"--version"});
    CHECK(outcome.code == 0);
    CHECK(outcome.out.starts_with("fake-tool " + std::string(cli::version()) + " "));
    CHECK(has(outcome.out, "Bauart: "));
}

TEST_CASE("cli: --explain shows a page without doing anything else")
{
    const auto outcome = german({"--explain", "ANB-G121"});
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    CHECK(outcome.out.starts_with("ANB-G121: Die Bestätigung"));
    CHECK(has(outcome.out, "\nNächster Schritt\n"));
    CHECK(fake::call({.arguments = {"--explain", "ANB-G121"}})
              .out.starts_with("ANB-G121: The confirmation"));
}

TEST_CASE("cli: --describe-options gives the manual page every option that help names")
{
    const auto outcome = german({"--describe-options"});
    CHECK(outcome.code == 0);
    CHECK(outcome.out.starts_with("_FILE_\n\tDateien\n\n*--kind* _leaf|root_\n\tArt\n"));
    CHECK(has(outcome.out, "## Gemeinsame Optionen\n"));
    CHECK(has(outcome.out, "*-o*, *--output* _FILE_\n\t"));
    const auto commands = german({"--describe-options"}, true).out;
    CHECK(has(commands, "## fake-tool change\n\nÄndert etwas\n\n*--number* _N_\n"));
}
