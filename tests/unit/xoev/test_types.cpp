// Tests of xoev/types.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "support/refusal.hpp"
#include "xoev/types.hpp"

#include <doctest/doctest.h>

using namespace anb;

namespace {

std::string build(std::string_view content)
{
    const auto text = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:t='urn:a' "
                      "targetNamespace='urn:a' elementFormDefault='qualified'>" +
                      std::string(content) + "</xs:schema>";
    const auto file = xml::read_schema_file(base::as_bytes(text), "a.xsd");
    const xml::SchemaFile* files[] = {&file};
    return xoev::TypeTable::build(files);
}

} // namespace

TEST_CASE("xoev::TypeTable: derivation, groups, references, substitution, circles")
{
    const auto text = build(R"(
      <xs:element name='a' type='t:Derived'/>
      <xs:element name='head' type='t:Base' abstract='true'/>
      <xs:element name='member' substitutionGroup='t:head'/>
      <xs:complexType name='Base'><xs:sequence><xs:element name='id' type='t:MyId'/>
        <xs:element name='self' type='t:Base' minOccurs='0'/></xs:sequence>
        <xs:attribute name='ref' type='xs:IDREFS'/><xs:attributeGroup ref='t:atts'/></xs:complexType>
      <xs:complexType name='Derived'><xs:complexContent><xs:extension base='t:Base'><xs:sequence>
        <xs:group ref='t:g'/><xs:element ref='t:head'/><xs:element name='data' type='xs:base64Binary'/>
        <xs:element name='short' type='t:Short'/><xs:element name='local' form='unqualified' type='xs:IDREF'/>
        </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
      <xs:simpleType name='MyId'><xs:restriction base='xs:ID'><xs:minLength value='2'/></xs:restriction></xs:simpleType>
      <xs:simpleType name='Short'><xs:restriction base='xs:base64Binary'><xs:maxLength value='9'/></xs:restriction></xs:simpleType>
      <xs:group name='g'><xs:choice><xs:element name='one' type='xs:int'/><xs:any namespace='##other'/></xs:choice></xs:group>
      <xs:attributeGroup name='atts'><xs:attribute name='fest' type='xs:string' fixed='a b' use='required'/></xs:attributeGroup>
      <xs:complexType name='Loop'><xs:complexContent><xs:extension base='t:Loop'/></xs:complexContent></xs:complexType>)");
    xoev::TypeTable table(text);
    const auto type = table.of_element("urn:a", "a");
    REQUIRE(type != xoev::TypeTable::k_unknown);
    const auto& a = table.at(type);
    CHECK(a.wildcard);
    const auto meaning = [&](const char* uri, const char* name) {
        const auto* child = table.at(type).child(uri, name);
        return child == nullptr ? xoev::Meaning::plain : table.at(child->type).meaning;
    };
    CHECK(meaning("urn:a", "id") == xoev::Meaning::id);
    CHECK(meaning("urn:a", "data") == xoev::Meaning::base64);
    CHECK(meaning("urn:a", "short") == xoev::Meaning::base64_whole);
    CHECK(meaning("", "local") == xoev::Meaning::idref);
    REQUIRE(table.at(type).child("urn:a", "one") != nullptr);
    REQUIRE(table.at(type).child("urn:a", "member") != nullptr);
    CHECK(table.at(type).child("urn:a", "none") == nullptr);
    const auto* fixed = table.at(type).attribute("fest");
    REQUIRE(fixed != nullptr);
    CHECK(fixed->fixed == "a b");
    CHECK(fixed->required);
    CHECK(table.at(type).attribute("ref")->meaning == xoev::Meaning::idrefs);
    CHECK(table.of_type("urn:a", "Base") == table.at(type).child("urn:a", "self")->type);
    CHECK(table.of_element("urn:a", "none") == xoev::TypeTable::k_unknown);
    CHECK(table.elements().size() == 3);
}

TEST_CASE("xoev::TypeTable: groups and derivations that name each other often")
{
    constexpr int k_levels = 40;
    std::string content = "<xs:element name='a' type='t:Group'/><xs:element name='b' type='t:T40'/>"
                          "<xs:complexType name='Group'><xs:group ref='t:g0'/></xs:complexType>"
                          "<xs:group name='g40'><xs:sequence><xs:element name='last'/>"
                          "<xs:group ref='t:g0'/></xs:sequence></xs:group>"
                          "<xs:complexType name='T0'><xs:simpleContent>"
                          "<xs:extension base='xs:ID'/></xs:simpleContent></xs:complexType>"
                          "<xs:element name='y' substitutionGroup='t:z'/>"
                          "<xs:element name='z' substitutionGroup='t:y'/>";
    for (int i = 0; i < k_levels; ++i) {
        const auto own = std::to_string(i), next = std::to_string(i + 1);
        content += "<xs:group name='g" + own + "'><xs:sequence><xs:group ref='t:g" + next +
                   "'/><xs:group ref='t:g" + next +
                   "'/></xs:sequence></xs:group><xs:complexType name='T" + next +
                   "'><xs:simpleContent><xs:restriction base='t:T" + own +
                   "'/></xs:simpleContent></xs:complexType>";
    }
    const auto text = build(content);
    xoev::TypeTable table(text);
    CHECK(table.at(table.of_element("urn:a", "a")).child("urn:a", "last") != nullptr);
    CHECK(table.at(table.of_element("urn:a", "b")).meaning == xoev::Meaning::id);
    CHECK(table.of_element("urn:a", "y") == xoev::TypeTable::k_unknown);
}

TEST_CASE("xoev::TypeTable: codes, their column and their enumeration")
{
    const auto text = build(R"(
      <xs:element name='a' type='t:Code'/><xs:element name='b' type='t:Own'/>
      <xs:complexType name='Code'><xs:annotation><xs:appinfo><genutzteCodeSpalte> Key </genutzteCodeSpalte></xs:appinfo></xs:annotation>
        <xs:sequence><xs:element name='code' type='xs:token'/></xs:sequence>
        <xs:attribute name='listURI'/><xs:attribute name='listVersionID'/></xs:complexType>
      <xs:complexType name='Own'><xs:complexContent><xs:restriction base='t:Code'><xs:sequence>
        <xs:element name='code' type='t:List'/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>
      <xs:simpleType name='List'><xs:restriction base='xs:token'><xs:enumeration value='1'/></xs:restriction></xs:simpleType>)");
    xoev::TypeTable table(text);
    CHECK(table.at(table.of_element("urn:a", "a")).code);
    CHECK(table.at(table.of_element("urn:a", "a")).code_column == "Key");
    CHECK_FALSE(table.at(table.of_element("urn:a", "a")).codes_enumerated);
    CHECK(table.at(table.of_element("urn:a", "b")).codes_enumerated);
}

TEST_CASE("xoev::TypeTable: a damaged table is refused, not believed")
{
    const auto good =
        build("<xs:element name='a' type='t:T'/><xs:complexType name='T'><xs:sequence>"
              "<xs:element name='b' type='t:T'/></xs:sequence></xs:complexType>");
    const auto use = [](const std::string& text) {
        return test::code_of([&] {
            xoev::TypeTable table(text);
            for (const auto& name : table.elements()) {
                table.at(table.of_element(name.namespace_uri, name.local));
            }
        });
    };
    CHECK(use(good) == "accepted");
    CHECK(use("") == "ANB-V305");
    CHECK(use("anbindung types 2\n") == "ANB-V305");
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto changed = good;
        changed[i] = changed[i] == '9' ? '\t' : '9';
        const auto code = use(changed);
        CHECK((code == "accepted" || code == "ANB-V305"));
        const auto shorter = use(good.substr(0, i));
        CHECK((shorter == "accepted" || shorter == "ANB-V305"));
    }
}
