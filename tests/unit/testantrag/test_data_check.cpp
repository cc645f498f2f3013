// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/data_check.hpp"
#include "unit/testantrag/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace anb;
using namespace anb::testantrag;
using test::code_of;

namespace {

const std::string k_schemas = ANB_TESTDATA "/schema/";
constexpr const char* k_urn = "urn:xoev-de:example:standard:xsozialbasis_2.3.1";

DataRules rules()
{
    return {.schema_folders = {k_schemas + "bausteine", k_schemas + "listen",
                               k_schemas + "xsozial-basis"},
            .exceptions = {},
            .at = base::from_unix(1795694400)}; // 2026-11-26
}

std::string example()
{
    return test::read(k_schemas + "nachrichten/testantrag-hzl.xml");
}

std::string with(std::string text, const std::string& old, const std::string& replacement)
{
    text.replace(text.find(old), old.size(), replacement);
    return text;
}

base::Report check(const DataRules& rules, const std::string& text, const char* urn = k_urn,
                   Form form = Form::xml)
{
    return DataChecker(rules).check_bytes(base::as_bytes(text), form, urn, "data");
}

std::vector<std::string> codes(const base::Report& report)
{
    std::vector<std::string> found;
    for (const auto& finding : report.findings) {
        found.push_back(finding.code);
    }
    return found;
}

bool unchecked(const base::Report& report, std::string_view element, std::string_view reason)
{
    return std::any_of(report.unchecked.begin(), report.unchecked.end(), [&](const auto& point) {
        return point.element == element && point.reason == reason;
    });
}

using Codes = std::vector<std::string>;

} // namespace

TEST_CASE("testantrag::DataChecker: a valid document, from a file and from memory")
{
    const DataChecker checker(rules());
    const auto file = k_schemas + "nachrichten/testantrag-hzl.xml";
    for (const auto& report :
         {checker.check_file(file, Form::xml, k_urn), checker.check(inspect_data(file), k_urn),
          check(rules(), example(), "urn:xoev-de:example:standard:xsozialbasis_2.3.1#antrag")}) {
        CHECK(report.accepted());
        REQUIRE(base::find_fact(report, "schema_valid") != nullptr);
        CHECK(*base::find_fact(report, "schema_valid") == "true");
        CHECK(*base::find_fact(report, "standard") == k_urn);
        CHECK_FALSE(unchecked(report, "schema", "not_installed"));
        CHECK(unchecked(report, "business_rules", "none_published"));
        CHECK(unchecked(report, "testdata", "not_requested"));
    }
}

TEST_CASE("testantrag::DataChecker: faults of the data, and the value is not shown")
{
    const auto invalid = check(rules(), with(example(), "<xsb:vorname>Erika</xsb:vorname>", ""));
    CHECK_FALSE(invalid.accepted());
    CHECK(*base::find_fact(invalid, "schema_valid") == "false");

    auto strict = rules();
    strict.testdata = true;
    const auto real = check(strict, with(example(), "Mustermann", "Schröder"));
    REQUIRE(codes(real) == Codes{"ANB-V170"});
    for (const auto& [name, value] : real.findings.front().values) {
        CHECK(value.find("Schröder") == std::string::npos);
    }
    CHECK(codes(check(strict, "<a><b></a>")) == Codes{"ANB-X107"});
}

TEST_CASE("testantrag::DataChecker: a document of another schema than the one named")
{
    CHECK(codes(check(rules(), "<antrag/>")) == Codes{"ANB-V111"});
}

TEST_CASE("testantrag::DataChecker: what cannot be checked is said, test data are looked for")
{
    auto strict = rules();
    strict.testdata = true;
    const std::string text = "<antrag><familienname>Schröder</familienname></antrag>";
    const auto other = check(strict, text, "urn:xoev-de:example:standard:xsozialbasis_2.9.9");
    CHECK(codes(other) == Codes{"ANB-V170"});
    CHECK(unchecked(other, "schema", "not_installed"));
    CHECK(unchecked(other, "code_lists", "not_installed"));
    CHECK(base::find_fact(other, "schema_valid") == nullptr);
    const auto url = check(strict, text, "https://musterstadt.example/schema.xsd");
    CHECK(codes(url) == Codes{"ANB-V170"});
    CHECK(unchecked(url, "schema", "schema_uri_unknown"));
    strict.schema_folders.clear();
    CHECK(unchecked(check(strict, text), "schema", "not_installed"));
}

TEST_CASE("testantrag::DataChecker: JSON, by the names of its members")
{
    auto strict = rules();
    strict.testdata = true;
    const auto report = check(
        strict,
        R"({"person": {"familienname": "Schröder", "vorname": ["Erika", "Gerd"], "idnr": 86095742719}})",
        k_urn, Form::json);
    CHECK(codes(report) == Codes{"ANB-V170", "ANB-V170", "ANB-V174"});
    CHECK(report.findings[1].where == "data:/person/vorname/1");
    CHECK(unchecked(report, "schema", "no_check_for_json"));
    strict.max_findings = 1;
    CHECK(codes(check(strict, R"({"vorname": ["Gerd", "Uwe"]})", k_urn, Form::json)) ==
          Codes{"ANB-V170", "ANB-V199"});
}

TEST_CASE("testantrag::DataChecker: exceptions are allowed and reported")
{
    const test::TemporaryFolder folder;
    test::write(
        folder / "ausnahmen.json",
        R"({"exceptions": [{"element": "familienname", "reason": "Person des Herstellers"}]})");
    auto strict = rules();
    strict.testdata = true;
    strict.exceptions = (folder / "ausnahmen.json").string();
    const auto xml = check(strict, with(example(), "Mustermann", "Schröder"));
    CHECK(xml.accepted());
    CHECK(codes(xml) == Codes{"ANB-V176"});
    const auto json = check(strict, R"({"familienname": "Schröder"})", k_urn, Form::json);
    CHECK(json.accepted());
    CHECK(codes(json) == Codes{"ANB-V176"});
    strict.exceptions = (folder / "fehlt.json").string();
    CHECK(code_of([&] { DataChecker checker(strict); }) == "ANB-G201");
}

TEST_CASE("testantrag::DataChecker: a schema that cannot be used is no fault of the data")
{
    auto incomplete = rules();
    incomplete.schema_folders = {k_schemas + "xsozial-basis"};
    CHECK(code_of([&] { check(incomplete, example()); }) == "ANB-V302");
}
