// Tests of xml/document.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "support/refusal.hpp"
#include "xml/document.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace anb;

namespace {

xml::Document parse(std::string_view text)
{
    return xml::Document::parse(base::as_bytes(text), "probe.xml");
}

std::string code_of(std::string_view text)
{
    return test::code_of([&] { parse(text); });
}

} // namespace

TEST_CASE("xml::Node: canonical form of an element has the namespaces in scope")
{
    const auto document = parse("<a:r xmlns:a='urn:a' xmlns:b='urn:b' xml:lang='de'>"
                                "<!-- weg --><b:x z='1' a:y=\"&lt;&#9;\" c='2'><k/><![CDATA[<&]]>"
                                "\r\n</b:x></a:r>");
    const auto x = document.root().children().front();
    CHECK(x.canonical() == "<b:x xmlns:a=\"urn:a\" xmlns:b=\"urn:b\" c=\"2\" z=\"1\""
                           " xml:lang=\"de\" a:y=\"&lt;&#x9;\"><k></k>&lt;&amp;\n</b:x>");
    CHECK(x.children().front().canonical() ==
          "<k xmlns:a=\"urn:a\" xmlns:b=\"urn:b\" xml:lang=\"de\"></k>");
    CHECK(document.root().canonical().find("weg") == std::string::npos);
}

TEST_CASE("xml::Node: names, attributes, texts")
{
    const auto document = parse("<r xmlns='urn:r' xmlns:p='urn:p'>\n <a Id='1' p:Id='2'>t<![CDATA["
                                "u]]><b/>v</a>\n</r>");
    const auto root = document.root();
    CHECK(root.is("urn:r", "r"));
    CHECK_FALSE(root.has_own_text());
    CHECK_FALSE(root.parent().has_value());
    const auto a = root.child("urn:r", "a");
    REQUIRE(a.has_value());
    CHECK(a->attribute("Id") == "1");
    CHECK(a->attribute("urn:p", "Id") == "2");
    CHECK_FALSE(a->attribute("id").has_value());
    CHECK(a->attributes().size() == 2);
    CHECK(a->text() == "tuv");
    CHECK(a->has_own_text());
    CHECK(a->line() == 2);
    CHECK(*a->children().front().parent() == *a);
    CHECK_FALSE(root.child("", "a").has_value());
    std::string seen;
    document.walk([&](const xml::Node& node) { seen += node.name(); });
    CHECK(seen == "rab");
}

TEST_CASE("xml::Document: what has no canonical form")
{
    CHECK(code_of("<r xmlns='relative/name'/>") == "ANB-X110");
    CHECK(code_of("<r><a xmlns:p='name'/></r>") == "ANB-X110");
    CHECK(code_of("<r xmlns:p='%zz'/>") == "ANB-X102");
    CHECK(parse("<r xmlns='urn:a'><a xmlns=''/></r>").root().canonical() ==
          "<r xmlns=\"urn:a\"><a xmlns=\"\"></a></r>");
}

TEST_CASE("xml::Document: what it refuses")
{
    CHECK(code_of("<!DOCTYPE r><r/>") == "ANB-X103");
    CHECK(code_of("<!DOCTYPE r [<!ENTITY x 'y'>]><r>&x;</r>") == "ANB-X103");
    CHECK(code_of("<r>&x;</r>") == "ANB-X108");
    CHECK(code_of("<r><p:a/></r>") == "ANB-X108");
    CHECK(code_of("<r>") == "ANB-X106");
    CHECK(code_of("") == "ANB-X106");
    CHECK(code_of("<r/><s/>") != "accepted");
    CHECK(code_of("<r>\xff</r>") == "ANB-X105");
    std::string deep;
    for (int i = 0; i < 300; ++i) {
        deep += "<a>";
    }
    CHECK(code_of(deep) == "ANB-X104");
}

TEST_CASE("xml::Document: a text of 20 MB")
{
    const auto document = parse("<r>" + std::string(20'000'000, 'x') + "</r>");
    CHECK(document.root().text().size() == 20'000'000);
    std::size_t size = 0;
    document.root().canonical([&](base::ByteView piece) { size += piece.size(); });
    CHECK(size == 20'000'007);
}
