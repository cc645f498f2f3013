// Wrong calls, told in our own words.
// SPDX-License-Identifier: EUPL-1.2

#include "fake_tool.hpp"

#include <doctest/doctest.h>

using namespace anb;

namespace {

/// Code 64, nothing on stdout, exactly one message, and it is this one.
void refused(std::vector<std::string> arguments, const std::string& start,
             bool with_commands = false)
{
    const auto outcome = fake::call({.arguments = std::move(arguments),
                                     .environment = {{"LANG", "de"}},
                                     .with_commands = with_commands},
                                    [](const auto&, auto&) { return cli::Exit::ok; });
    CHECK(outcome.code == 64);
    CHECK(outcome.out.empty());
    CHECK_MESSAGE(outcome.err.starts_with("fake-tool: FEHLER " + start), outcome.err);
    CHECK(outcome.err.find("FEHLER", 20) == std::string::npos);
    CHECK(outcome.err.find("  Nächster Schritt:     ") != std::string::npos);
}

} // namespace

TEST_CASE("cli: a mistyped option is answered with the nearest one, never guessed")
{
    refused({"x", "--jsno"}, "ANB-G102: Unbekannte Option --jsno; meinten Sie --json?");
    refused({"x", "--evn", "test"}, "ANB-G102: Unbekannte Option --evn; meinten Sie --env?");
    refused({"--knid=leaf", "x"}, "ANB-G102: Unbekannte Option --knid; meinten Sie --kind?");
    refused({"x", "--wholly-different"}, "ANB-G103: Unbekannte Option --wholly-different.");
}

TEST_CASE("cli: long options are not abbreviated")
{
    refused({"x", "--out", "y"}, "ANB-G10");
    refused({"x", "--verb"}, "ANB-G10");
}

TEST_CASE("cli: an unknown option is named even when something else is missing")
{
    refused({"--jsno"}, "ANB-G102: Unbekannte Option --jsno");
}

TEST_CASE("cli: a mistyped command is answered with the nearest one")
{
    refused({"shwo", "x"}, "ANB-G104: Unbekannter Befehl shwo; meinten Sie show?", true);
    refused({"entirely", "x"}, "ANB-G105: Unbekannter Befehl entirely; möglich sind: show, change.",
            true);
    refused({"--json"}, "ANB-G108: Der Befehl fehlt; möglich sind: show, change.", true);
    refused({"change", "--number", "1", "x"}, "ANB-G106: Überzähliges Argument x.", true);
    refused({"show", "--nubmer", "1", "x"}, "ANB-G10", true);
}

TEST_CASE("cli: what is missing or wrong is named")
{
    refused({"--flag"}, "ANB-G107: FILE fehlt.");
    refused({"change"}, "ANB-G107: --number fehlt.", true);
    refused({"x", "--kind"}, "ANB-G109: Zu --kind fehlt der Wert (leaf, root).");
    refused({"x", "--kind", "tree"},
            "ANB-G110: --kind: der Wert tree ist nicht möglich (erwartet: leaf, root).");
    refused({"x", "--number", "many"}, "ANB-G110: --number: der Wert many ist nicht möglich");
    refused({"x", "--env", "test", "--env", "prod"}, "ANB-G111: --env ist mehrfach angegeben.");
    refused({"x", "--needs-flag", "1"}, "ANB-G112: --needs-flag verlangt zusätzlich --flag.");
    refused({"x", "--json", "--jsonl"}, "ANB-G113: --json und --jsonl schließen einander aus.");
    refused(
        {"x", "--format", "xml"},
        "ANB-G110: --format: der Wert xml ist nicht möglich "
        "(erwartet: text, json, jsonl, tsv, nagios, checkmk, prometheus, junit, html, md, ics).");
    refused({"x", "--at", "2026-02-30"}, "ANB-G110: --at: der Wert 2026-02-30");
    refused({"x", "--lang", "fr"}, "ANB-G110: --lang: der Wert fr");
    refused({"--explain", "ANB-G10"}, "ANB-G117: Den Meldungscode ANB-G10 gibt es nicht");
}

TEST_CASE("cli: hostile words of a wrong call are shown harmlessly")
{
    refused({"x", "--\x1b[31mred"}, "ANB-G103: Unbekannte Option --\\u{1b}[31mred.");
}

TEST_CASE("cli: a wrong ANB_ENV is refused, a right one is taken")
{
    const auto call = [](const std::string& env) {
        return fake::call(
            {.arguments = {"x"}, .environment = {{"ANB_ENV", env}}}, [](const auto&, cli::Io& io) {
                io.line(io.common().env);
                return io.common().env_from_command_line ? cli::Exit::failed : cli::Exit::ok;
            });
    };
    CHECK(call("production").code == 64);
    CHECK(call("stage").code == 0);
    CHECK(call("stage").out == "stage\n");
}

TEST_CASE("cli: options stand anywhere, take one value each, and end with --")
{
    const auto outcome = fake::call(
        {.arguments = {"a", "--kind", "root", "b", "--number=7", "-v", "--", "--flag", "-"}},
        [](const fake::Options& options, cli::Io& io) {
            for (const auto& file : options.files) {
                io.line(file);
            }
            io.line(options.kind);
            return static_cast<cli::Exit>(options.number + io.common().verbosity);
        });
    CHECK(outcome.code == 8);
    CHECK(outcome.out == "a\nb\n--flag\n-\nroot\n");
}

TEST_CASE("cli: common options stand before and after a command")
{
    for (const auto& arguments : {std::vector<std::string>{"--json", "show", "x"},
                                  {"show", "--json", "x"},
                                  {"show", "x", "--json"}}) {
        const auto outcome = fake::call({.arguments = arguments, .with_commands = true});
        CHECK(outcome.code == 0);
        CHECK(outcome.out.starts_with("{\n"));
    }
}

TEST_CASE("cli: input and output being the same file is refused before anything is read")
{
    const fake::Folder folder;
    const auto file = folder / "same";
    base::write_file(file, base::as_bytes("kept"), base::Access::everyone);
    const auto outcome = fake::call({.arguments = {file, "-o", folder / "./same"}});
    CHECK(outcome.code == 64);
    CHECK(outcome.err.find("ANB-G114") != std::string::npos);
    CHECK(base::to_text(base::read_file(file, 100)) == "kept");
}
