// The output forms beside text and JSON, with values that try to break out of them.
// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "cli/detail/summary.hpp"
#include "fake_tool.hpp"

#include <doctest/doctest.h>

using namespace anb;
using cli::Exit;
using cli::detail::escape_markup;
using cli::detail::summarize;
using cli::detail::without_mail_names;

namespace {

base::Report subject(std::string id, std::int64_t days, std::string_view date)
{
    base::Report report;
    report.subject = std::move(id);
    report.facts = {{"expires_at", std::string(date)}, {"days_left", std::to_string(days), true}};
    return report;
}

base::Report with(base::Report report, base::Severity severity, std::string element)
{
    base::Finding finding;
    finding.severity = severity;
    finding.code = "ANB-G124";
    finding.element = std::move(element);
    finding.values = {{"file", "kennwort"}};
    report.findings.push_back(std::move(finding));
    return report;
}

fake::Outcome shown(std::string format, const std::vector<base::Report>& reports,
                    bool failure = false)
{
    return fake::call({.arguments = {"--format", std::move(format), "--lang", "de", "x"}},
                      [=](const fake::Options&, cli::Io& io) {
                          io.document()["warn_days"] = 60;
                          io.document()["crit_days"] = 21;
                          for (const auto& report : reports) {
                              io.add(report);
                          }
                          if (failure) {
                              io.add_failure("file:weg.pem",
                                             base::Error(base::ErrorKind::missing, "ANB-G201",
                                                         {{"file", "weg.pem"}}));
                          }
                          return io.verdict();
                      });
}

const auto k_soon =
    with(subject("file:stadt.pem", 18, "2026-12-11T00:00:00Z"), base::Severity::error, "not_after");
const auto k_good = subject("file:gut.pem", 83, "2027-02-14T22:59:59Z");

} // namespace

TEST_CASE("cli: nagios says state, text and perfdata in its first line")
{
    const auto two = shown("nagios", {k_good, k_soon});
    CHECK(two.code == 2);
    CHECK(two.err.empty());
    CHECK(two.out.starts_with("FAKE CRITICAL - stadt.pem läuft in 18 Tagen ab (2026-12-11) | "
                              "'stadt.pem'=18;60:;21: 'gut.pem'=83;60:;21:\n"));
    CHECK(shown("nagios", {k_good}).out ==
          "FAKE OK - gut.pem gültig bis 2027-02-14 | 'gut.pem'=83;60:;21:\n");
    CHECK(shown("nagios", {k_good}).code == 0);
    const auto failed = shown("nagios", {k_good}, true);
    CHECK(failed.code == 3);
    CHECK(failed.out.starts_with("FAKE UNKNOWN - weg.pem: "));
    CHECK(shown("nagios", {}).out == "FAKE OK - nichts geprüft\n");
}

TEST_CASE("cli: nagios stays small however many subjects there are")
{
    std::vector<base::Report> many(300, k_soon);
    for (std::size_t i = 0; i < many.size(); ++i) {
        many[i].subject += std::string(200, 'x') + std::to_string(i);
    }
    const auto outcome = shown("nagios", many);
    CHECK(outcome.out.size() < 8192);
    CHECK(outcome.out.ends_with("und 290 weitere\n"));
}

TEST_CASE("cli: the codes of monitoring also for calls that are wrong")
{
    for (const auto* format : {"nagios", "checkmk"}) {
        const auto outcome = fake::call({.arguments = {"--format", format, "--wrong"}});
        CHECK(outcome.code == 3);
        CHECK(outcome.out.starts_with("FAKE UNKNOWN - "));
    }
    const auto untrusted = fake::call(
        {.arguments = {"--format=nagios", "x"}}, [](const fake::Options&, cli::Io&) -> Exit {
            throw base::Error(base::ErrorKind::trust, "ANB-F301", {{"reason", "r"}});
        });
    CHECK(untrusted.code == 2);
    CHECK(untrusted.out.starts_with("FAKE CRITICAL - "));
}

TEST_CASE("cli: hostile names stay within their line and their field")
{
    const std::string name = "file:a|b\nc\td\"e'f=g<h>\\i\xe2\x80\xae";
    const auto hostile =
        with(subject(name, 5, "2026-12-11T00:00:00Z"), base::Severity::warning, "not_after");
    const auto nagios = shown("nagios", {hostile}).out;
    CHECK(nagios.find("'a/b\\u{a}c\\u{9}d\"e''f-g<h>\\i\\u{202e}'=5;60:;21:\n") !=
          std::string::npos);
    const auto checkmk = shown("checkmk", {hostile}).out;
    CHECK(checkmk == "1 \"ANB a/b\\u{a}c\\u{9}de'f=g<h>\\i\\u{202e}\" days=5;60:;21: "
                     "läuft in 5 Tagen ab (2026-12-11)\n");
    const auto metrics = shown("prometheus", {hostile}).out;
    CHECK(metrics.find("subject=\"a|b\\\\u{a}c\\\\u{9}d\\\"e'f=g<h>\\\\i\\\\u{202e}\",") !=
          std::string::npos);
    const auto tsv = shown("tsv", {hostile}).out;
    const auto lines = base::split(tsv, '\n');
    REQUIRE(lines.size() == 3);
    CHECK(base::split(lines[0], '\t').size() == 8);
    CHECK(base::split(lines[1], '\t').size() == 8);
    CHECK(shown("junit", {hostile}).out.find("d&quot;e&#39;f=g&lt;h&gt;") != std::string::npos);
    CHECK(shown("html", {hostile}).out.find("<h>") == std::string::npos);
    CHECK(shown("md", {hostile}).out.find("a\\|b") != std::string::npos);
    CHECK(shown("ics", {hostile}).out.find("\nSUMMARY:a|b\\\\u{a}c") != std::string::npos);
}

TEST_CASE("cli: every format has an end when nothing was added")
{
    CHECK(shown("tsv", {}).out.starts_with("subject\tlabel\t"));
    CHECK(shown("junit", {}).out.find("tests=\"0\"") != std::string::npos);
    CHECK(shown("ics", {}).out.ends_with("END:VCALENDAR\r\n"));
    CHECK(shown("prometheus", {}).out.find("anbindung_check_run_result{tool=\"") !=
          std::string::npos);
    CHECK(shown("html", {}).out.ends_with("</html>\n"));
    CHECK(shown("checkmk", {}).out.empty());
}

TEST_CASE("cli: a failure of one subject outweighs warnings, not errors")
{
    const auto warned = with(k_good, base::Severity::warning, "key_bits");
    CHECK(shown("json", {warned}, true).code == 66);
    CHECK(shown("json", {k_soon}, true).code == 2);
    CHECK(shown("text", {k_good}, true).code == 66);
    CHECK(shown("text", {k_good}, true).err.find("weg.pem") != std::string::npos);
}

TEST_CASE("cli: a subject without an answer keeps the names by which it is known")
{
    for (const auto& [format, name] : {std::pair{"checkmk", "3 \"ANB Stadt, Antrag\" - "},
                                       {"nagios", "Stadt, Antrag: "},
                                       {"junit", "name=\"Stadt, Antrag\""},
                                       {"prometheus", "subject=\"Stadt, Antrag\""},
                                       {"json", "\"metric\": \"dvdv_stadt\""}}) {
        const auto outcome = fake::call(
            {.arguments = {"--format", format, "x"}}, [](const fake::Options&, cli::Io& io) {
                io.add_failure("dvdv:stadt", base::Error(base::ErrorKind::try_later, "ANB-G124"),
                               {{"label", "Stadt, Antrag"}, {"metric", "dvdv_stadt"}});
                return io.verdict();
            });
        CAPTURE(outcome.out);
        CHECK(outcome.out.find(name) != std::string::npos);
    }
}

TEST_CASE("cli: mail addresses in pages are shortened, markup is escaped")
{
    CHECK(without_mail_names("an hans.meier@musterstadt.example, ö@x @y") ==
          "an h…@musterstadt.example, ö…@x @y");
    CHECK(escape_markup("<a href=\"x\">'&\x01") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;\\u{1}");
    base::Report empty;
    empty.subject = "file:x";
    CHECK(summarize(empty, cli::Language::german).text == "ok");
}
