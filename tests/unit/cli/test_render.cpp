// Messages and tables as people see them.
// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/render_text.hpp"

#include <doctest/doctest.h>

using namespace anb;
using cli::detail::render;
using cli::detail::TextStyle;

namespace {

const TextStyle k_german{.tool = "probe", .language = messages::Language::german};

} // namespace

TEST_CASE("cli: a finding that only has a found value shows only that")
{
    const base::Finding finding{.severity = base::Severity::note,
                                .code = "ANB-G108",
                                .values = {{"commands", "a, b"}},
                                .found = "c"};
    CHECK(render(finding, k_german) ==
          "probe: HINWEIS ANB-G108: Der Befehl fehlt; möglich sind: a, b.\n"
          "  Gefunden:             c\n"
          "  Nächster Schritt:     Alle Befehle zeigt --help.\n");
}

TEST_CASE("cli: what a library said stands below our own sentence")
{
    const auto text = render({.code = "ANB-G901"}, k_german, "bad\nalloc");
    CHECK(text.starts_with("probe: FEHLER ANB-G901: "));
    CHECK(text.ends_with("  Einzelheiten:         bad\\u{a}alloc\n"));
}

TEST_CASE("cli: a code without a row shows as the code")
{
    CHECK(render({.code = "ANB-Z000"}, k_german) == "probe: FEHLER ANB-Z000: ANB-Z000\n");
}

TEST_CASE("cli: foreign text in a finding cannot steer the terminal")
{
    const auto text = render({.code = "ANB-G900",
                              .values = {{"what", "\x1b]0;x\x07"}},
                              .where = "a\x1b[2J",
                              .found = "b\x9b",
                              .expected = "\r"},
                             k_german);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\r') == std::string::npos);
    CHECK(text.find('\x07') == std::string::npos);
}

TEST_CASE("cli: colour adds escapes around the word and nothing else")
{
    auto style = k_german;
    style.color = true;
    const auto text = render({.code = "ANB-G901"}, style);
    CHECK(text.find("FEHLER\x1b[0m ANB-G901") != std::string::npos);
    CHECK(render({.code = "ANB-G901"}, k_german).find('\x1b') == std::string::npos);
}

TEST_CASE("cli: tables are aligned by characters, not by bytes")
{
    const cli::Table table{{"Name", "Größe"}, {{"Müller", "1"}, {"Mustermann", "22"}, {"x"}}, 2};
    CHECK(render(table, false) == "  Name        Größe\n"
                                  "  Müller      1\n"
                                  "  Mustermann  22\n"
                                  "  x\n");
}

TEST_CASE("cli: --plain makes one fact per line")
{
    CHECK(render(cli::Table{{"Name", "Größe"}, {{"a", "1"}, {"b", "2"}}, 2}, true) ==
          "Name: a\nGröße: 1\n\nName: b\nGröße: 2\n");
    CHECK(render(cli::Table{{}, {{"Inhaber", "Stadt", "Land"}, {"Gültig", "ja"}}, 2}, true) ==
          "Inhaber: Stadt Land\nGültig: ja\n");
    CHECK(render(cli::Table{}, true).empty());
    CHECK(render(cli::Table{}, false).empty());
}
