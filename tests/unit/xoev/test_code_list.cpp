// Tests of xoev/code_list.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "support/refusal.hpp"
#include "xoev/code_list.hpp"
#include "xoev/library.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace anb;

namespace {

const std::string k_lists = ANB_TESTDATA "/schema/listen/";

xoev::CodeList read(const std::string& name)
{
    return xoev::read_code_list(base::read_file(k_lists + name, 1 << 20), name).value();
}

std::string genericode(
    std::string_view columns, std::string_view rows,
    std::string_view identification = "<Version>1</Version><CanonicalUri>urn:l</CanonicalUri>")
{
    return "<gc:CodeList xmlns:gc='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'>"
           "<Identification>" +
           std::string(identification) + "</Identification><ColumnSet>" + std::string(columns) +
           "</ColumnSet><SimpleCodeList>" + std::string(rows) + "</SimpleCodeList></gc:CodeList>";
}

} // namespace

TEST_CASE("xoev::read_code_list: two dialects, several keys, the recommended one first")
{
    const auto kinds = read("leistungsart_2.xml");
    CHECK(kinds.uri == "urn:xoev-de:example:codeliste:leistungsart");
    CHECK(kinds.version == "2");
    REQUIRE(kinds.columns.size() == 1);
    CHECK(kinds.columns[0].codes == std::vector<std::string>{"01", "02", "04"});
    CHECK(kinds.names[2] == "Bildung und Teilhabe");
    const auto countries = read("land_2.xml");
    REQUIRE(countries.columns.size() == 2);
    CHECK(countries.columns[0].id == "Schluessel");
    CHECK(countries.columns[1].codes == std::vector<std::string>{"DE", "AT", "CH"});
}

TEST_CASE("xoev::CodeTable: looks up by column, case and zeros count")
{
    const xoev::CodeTable table(read("land_2.xml"));
    CHECK(table.contains("000", ""));
    CHECK(table.contains("000", "no such column"));
    CHECK_FALSE(table.contains("DE", ""));
    CHECK(table.contains("DE", "ISO2"));
    CHECK_FALSE(table.contains("de", "ISO2"));
    CHECK_FALSE(table.contains("0", ""));
    CHECK_FALSE(table.contains("", ""));
    CHECK(table.name_of("151") == "Österreich");
    CHECK(table.name_of("999").empty());
}

TEST_CASE("xoev::read_code_list: gaps, values without a column, white space")
{
    const auto text =
        genericode("<Column Id='a' Use='required'/><Column Id='b' Use='optional'/><Column Id='c' "
                   "Use='required'/>"
                   "<Key Id='k'><ColumnRef Ref='a'/></Key>",
                   "<Row><Value><SimpleValue> 1  2\n</SimpleValue></Value><Value "
                   "ColumnRef='c'><SimpleValue>n</SimpleValue></Value></Row>"
                   "<Row><Value ColumnRef='c'><SimpleValue>m</SimpleValue></Value></Row><Row/>");
    const auto list = xoev::read_code_list(base::as_bytes(text), "l").value();
    CHECK(list.columns[0].codes == std::vector<std::string>{"1 2", "", ""});
    CHECK(list.names == std::vector<std::string>{"n", "m", ""});
}

TEST_CASE("xoev::read_code_list: what is no list is named")
{
    const auto code = [](const std::string& text) {
        return test::code_of([&] { xoev::read_code_list(base::as_bytes(text), "l"); });
    };
    CHECK(code("<a/>") == "ANB-V320");
    CHECK(code(genericode("", "")) == "ANB-V320");
    CHECK(code(genericode("<Key><ColumnRef Ref='a'/></Key>", "", "")) == "ANB-V320");
    CHECK(code("<gc:CodeList") != "accepted");
    const auto missing = base::read_file(k_lists + "zurueckgezogen_fehlerhaft.xml", 1 << 20);
    CHECK(xoev::is_code_list(missing));
    CHECK_FALSE(xoev::read_code_list(missing, "l"));
    REQUIRE(xoev::read_unavailable(missing, "l"));
    CHECK(xoev::read_unavailable(missing, "l")->message.find("nicht veröffentlicht") !=
          std::string::npos);
}

TEST_CASE("xoev::read_code_list: every list of the reference")
{
    const std::filesystem::path folder = ANB_REFERENCE "/xoev/codelists";
    if (!std::filesystem::exists(folder)) {
        return;
    }
    int lists = 0, unavailable = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            CAPTURE(entry.path().string());
            const auto bytes = base::read_file(entry.path().string(), 1 << 24);
            REQUIRE(xoev::is_code_list(bytes));
            const auto list = xoev::read_code_list(bytes, "l");
            (list ? lists : unavailable) += 1;
            CHECK((!list || !list->columns.front().codes.empty()));
        }
    }
    CHECK(lists == 82);
    CHECK(unavailable == 1);
}
