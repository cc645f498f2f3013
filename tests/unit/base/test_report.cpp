// Verdicts.
// SPDX-License-Identifier: EUPL-1.2

#include "base/report.hpp"

#include <doctest/doctest.h>

using namespace anb;
using base::Severity;

TEST_CASE("base::Report: is accepted unless it has an error")
{
    base::Report report;
    CHECK(report.accepted());
    CHECK(report.worst() == Severity::note);
    report.findings.push_back({.severity = Severity::warning, .code = "ANB-C120"});
    CHECK(report.accepted());
    CHECK(report.worst() == Severity::warning);
    report.findings.push_back({.severity = Severity::error, .code = "ANB-C101"});
    report.findings.push_back({.severity = Severity::note, .code = "ANB-J110"});
    CHECK_FALSE(report.accepted());
    CHECK(report.worst() == Severity::error);
}

TEST_CASE("base::Report::take: puts the other's points behind one's own and keeps the subject")
{
    base::Report mine{"a", {{"x", "1"}}, {{.code = "ANB-1"}}, {}};
    mine.take({"b", {{"y", "2"}}, {{.code = "ANB-2"}}, {{"revocation", "offline"}}});
    CHECK(mine.subject == "a");
    REQUIRE(mine.facts.size() == 2);
    CHECK(mine.facts[1].name == "y");
    REQUIRE(mine.findings.size() == 2);
    CHECK(mine.findings[1].code == "ANB-2");
    CHECK(mine.unchecked.size() == 1);
}
