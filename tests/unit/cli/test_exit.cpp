// Exit codes: the promise to scripts.
// SPDX-License-Identifier: EUPL-1.2

#include "cli/exit.hpp"
#include "fake_tool.hpp"

#include <doctest/doctest.h>

using namespace anb;
using base::ErrorKind;

TEST_CASE("cli::to_exit: every kind of failure has the code of the table")
{
    const std::pair<ErrorKind, int> expected[] = {
        {ErrorKind::usage, 64},       {ErrorKind::input, 65},        {ErrorKind::missing, 66},
        {ErrorKind::unavailable, 69}, {ErrorKind::internal, 70},     {ErrorKind::exists, 73},
        {ErrorKind::io, 74},          {ErrorKind::try_later, 75},    {ErrorKind::trust, 76},
        {ErrorKind::credentials, 77}, {ErrorKind::configuration, 78}};
    for (const auto& one : expected) {
        const auto kind = one.first;
        const auto code = one.second;
        CHECK(static_cast<int>(cli::to_exit(kind)) == code);
        const auto outcome =
            fake::call({.arguments = {"x"}}, [kind](const auto&, auto&) -> cli::Exit {
                throw base::Error(kind, "ANB-G900", {{"what", "probe"}});
            });
        CHECK(outcome.code == code);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.starts_with("fake-tool: ERROR ANB-G900: Internal error: probe."));
    }
}

TEST_CASE("cli::exit_table: ascending and complete in both languages")
{
    int before = -1;
    for (const auto& row : cli::exit_table()) {
        CHECK(static_cast<int>(row.exit) > before);
        CHECK_FALSE(row.meaning.de.empty());
        CHECK_FALSE(row.meaning.en.empty());
        before = static_cast<int>(row.exit);
    }
    CHECK(cli::exit_table().size() == 16);
}

TEST_CASE("cli: an exception of an unknown kind is an internal error")
{
    const auto outcome = fake::call({.arguments = {"x"}}, [](const auto&, auto&) -> cli::Exit {
        throw std::runtime_error("lost");
    });
    CHECK(outcome.code == 70);
    CHECK(outcome.err.find("ANB-G900: Internal error: lost.") != std::string::npos);
}

TEST_CASE("cli: --fail-on moves the line between 0 and 1 or 2")
{
    const auto code = [](std::string fail_on, base::Severity severity) {
        return fake::call({.arguments = {"--fail-on", std::move(fail_on), "x"}},
                          [severity](const auto&, cli::Io& io) {
                              base::Report report;
                              report.findings.push_back({.severity = severity, .code = "ANB-G124"});
                              io.add(report);
                              return io.verdict();
                          })
            .code;
    };
    CHECK(code("warning", base::Severity::note) == 0);
    CHECK(code("warning", base::Severity::warning) == 1);
    CHECK(code("warning", base::Severity::error) == 2);
    CHECK(code("error", base::Severity::warning) == 0);
    CHECK(code("error", base::Severity::error) == 2);
    CHECK(code("never", base::Severity::error) == 0);
}
