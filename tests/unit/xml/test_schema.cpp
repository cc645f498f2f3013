// Tests of xml/tree.hpp, schema_set.hpp, schema.hpp and validator.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "support/refusal.hpp"
#include "xml/alphabet.hpp"
#include "xml/tree.hpp"
#include "xml/validator.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <string>

using namespace anb;
using anb::test::code_of;

namespace {

std::string schema(std::string_view target, std::string_view content)
{
    return "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:t='" +
           std::string(target) + "' xmlns:o='urn:other' targetNamespace='" + std::string(target) +
           "' elementFormDefault='qualified'>" + std::string(content) + "</xs:schema>";
}

/// Files by name; links are resolved by that name, whatever stands before it.
class Files {
public:
    const xml::SchemaFile& add(const std::string& name, const std::string& text)
    {
        return m_files.emplace_back(xml::read_schema_file(base::as_bytes(text), "/s/" + name));
    }
    xml::SchemaSet assemble(const xml::SchemaFile& root) const
    {
        const xml::SchemaFile* roots[] = {&root};
        return xml::assemble(roots, [&](const xml::WantedSchema& wanted) -> const xml::SchemaFile* {
            const auto found = std::ranges::find_if(m_files, [&](const xml::SchemaFile& file) {
                return file.url.substr(file.url.rfind('/')) ==
                       wanted.url.substr(std::min(wanted.url.rfind('/'), wanted.url.size()));
            });
            return found == m_files.end() ? nullptr : &*found;
        });
    }
    xml::Schema compile(const xml::SchemaFile& root) const
    {
        return {assemble(root).parts, root.target_namespace};
    }

private:
    std::deque<xml::SchemaFile> m_files;
};

struct Listener : xml::Observer {
    explicit Listener(const xml::Schema& of) : schema(&of) {}

    const xml::Schema* choose(const xml::StartTag&) override { return schema; }
    xml::TextForm start(const xml::StartTag& tag) override
    {
        return tag.name.local == "inhalt" ? xml::TextForm::base64 : xml::TextForm::plain;
    }
    void end(const xml::EndTag& tag) override { texts[std::string(tag.name.local)] = tag.text; }
    void violation(xml::Violation violation) override { said.push_back(std::move(violation)); }

    const xml::Schema* schema;
    std::vector<xml::Violation> said;
    std::map<std::string, std::string> texts;
};

std::vector<xml::Violation> check(const xml::Schema& compiled, const std::string& document,
                                  std::size_t piece = 11)
{
    Listener listener(compiled);
    xml::Validator validator;
    validator.begin("a.xml", listener);
    for (std::size_t at = 0; at < document.size(); at += piece) {
        validator.update(base::as_bytes(std::string_view(document).substr(at, piece)));
    }
    validator.finish();
    return listener.said;
}

const std::string k_person = schema("urn:a", R"(
  <xs:element name="antrag"><xs:complexType><xs:sequence>
    <xs:element name="person" maxOccurs="3"><xs:complexType><xs:sequence>
      <xs:element name="name" type="t:Name"/><xs:element name="tag" type="xs:date"/>
      <xs:element name="art" minOccurs="0"><xs:simpleType><xs:restriction base="xs:token">
        <xs:enumeration value="eins"/><xs:enumeration value="zwei"/></xs:restriction></xs:simpleType></xs:element>
    </xs:sequence><xs:attribute name="nr" type="xs:int" use="required"/></xs:complexType></xs:element>
    <xs:element name="inhalt" type="xs:base64Binary" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:simpleType name="Name"><xs:restriction base="xs:string"><xs:pattern value="[A-Z][a-z]*"/>
    <xs:maxLength value="5"/></xs:restriction></xs:simpleType>)");

std::string person(std::string_view inside, std::string_view attribute = "nr='1'")
{
    return "<antrag xmlns='urn:a'><person " + std::string(attribute) + ">" + std::string(inside) +
           "</person></antrag>";
}

} // namespace

TEST_CASE("xml::read_tree: elements, namespaces, entities of an internal subset")
{
    const std::string text =
        "<!DOCTYPE a [<!ENTITY e 'Wert'>]>\n<p:a xmlns:p='urn:p' xmlns='urn:d'>\n"
        "  <b x='1' p:y='2'>&e;<![CDATA[<]]></b></p:a>";
    const auto root = xml::read_tree(base::as_bytes(text), "a.xml");
    CHECK(root->is("urn:p", "a"));
    REQUIRE(root->children.size() == 1);
    const auto& child = *root->children.front();
    CHECK(child.is("urn:d", "b"));
    CHECK(child.line == 3);
    CHECK(child.text == "Wert<");
    CHECK(child.value("x") == "1");
    CHECK(child.find("y") == nullptr);
    CHECK(child.uri_of("p") == "urn:p");
    CHECK_FALSE(child.uri_of("q"));
    const auto again = xml::write_tree(*root);
    CHECK(xml::write_tree(*xml::read_tree(base::as_bytes(again), "again")) == again);
}

TEST_CASE("xml::read_tree: nothing is loaded, faults are named")
{
    const auto code = [](std::string_view text) {
        return code_of([&] { xml::read_tree(base::as_bytes(text), "a.xml"); });
    };
    CHECK(code("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>") != "accepted");
    CHECK(code("") == "ANB-X106");
    CHECK(code("<a>") != "accepted");
    CHECK(code("<a></b>") == "ANB-X107");
    CHECK(code("<a>\xff</a>") != "accepted");
    std::string laughs = "<!DOCTYPE a [<!ENTITY l0 'ha'>";
    for (int i = 1; i < 20; ++i) {
        const auto before = "&l" + std::to_string(i - 1) + ";";
        laughs += "<!ENTITY l" + std::to_string(i) + " '" + before + before + before + before +
                  before + before + before + before + "'>";
    }
    CHECK(code(laughs + "]><a>&l19;</a>") != "accepted");
}

TEST_CASE("xml::assemble: several files of a namespace, cycles, copies, files that are missing")
{
    Files files;
    const auto& one = files.add(
        "one.xsd",
        schema("urn:a", "<xs:import namespace='urn:other' schemaLocation='http://x/o1.xsd'/>"
                        "<xs:include schemaLocation='two.xsd'/><xs:element name='a' type='o:T'/>"));
    files.add("two.xsd",
              schema("urn:a", "<xs:include schemaLocation='one.xsd'/>"
                              "<xs:import namespace='urn:other' schemaLocation='http://x/o2.xsd'/>"
                              "<xs:element name='b' type='o:U'/>"));
    files.add("o1.xsd",
              schema("urn:other",
                     "<xs:import namespace='urn:a' schemaLocation='two.xsd'/>"
                     "<xs:simpleType name='T'><xs:restriction base='xs:int'/></xs:simpleType>"));
    files.add("o2.xsd",
              schema("urn:other",
                     "<xs:simpleType name='U'><xs:restriction base='xs:date'/></xs:simpleType>"));
    const auto compiled = files.compile(one);
    CHECK(check(compiled, "<a xmlns='urn:a'>1</a>").empty());
    CHECK(check(compiled, "<b xmlns='urn:a'>2026-11-24</b>").empty());
    CHECK(check(compiled, "<b xmlns='urn:a'>1</b>").size() == 1);

    const auto& needs = files.add(
        "needs.xsd", schema("urn:n", "<xs:import namespace='urn:other' schemaLocation='gone.xsd'/>"
                                     "<xs:element name='a' type='o:T'/>"));
    const auto set = files.assemble(needs);
    REQUIRE(set.missing.size() == 1);
    CHECK(set.missing.front().needed);
    CHECK(set.missing.front().url == "/s/gone.xsd");
    CHECK(set.missing.front().by == "/s/needs.xsd");

    const auto& idle = files.add(
        "idle.xsd", schema("urn:i", "<xs:import namespace='urn:wfs' schemaLocation='gone.xsd'/>"
                                    "<xs:element name='a' type='xs:int'/>"));
    CHECK_FALSE(files.assemble(idle).missing.front().needed);
    CHECK(check(files.compile(idle), "<a xmlns='urn:i'>1</a>").empty());

    const auto& copied =
        files.add("copied.xsd", schema("urn:c", "<xs:include schemaLocation='copy1.xsd'/>"
                                                "<xs:include schemaLocation='copy2.xsd'/>"));
    files.add("copy1.xsd", schema("urn:c", "<xs:element name='a' type='xs:int'/>"));
    files.add("copy2.xsd", schema("urn:c", "<xs:element name='a' type='xs:int'/> "));
    CHECK(files.assemble(copied).files.size() == 2);

    CHECK(code_of([&] {
              files.add("bad.xsd", schema("urn:b", "<xs:redefine schemaLocation='one.xsd'/>"));
          }) == "ANB-V303");
    CHECK(code_of([&] { files.add("no.xsd", "<a/>"); }) == "ANB-V303");
    CHECK(code_of([&] {
              files.compile(
                  files.add("wrong.xsd", schema("urn:w", "<xs:element name='a' type='t:None'/>")));
          }) == "ANB-V304");
}

TEST_CASE("xml::assemble: a file without a namespace is taken into the one that includes it")
{
    Files files;
    const auto& root =
        files.add("root.xsd", schema("urn:a", "<xs:include schemaLocation='plain.xsd'/>"));
    files.add("plain.xsd",
              "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' "
              "elementFormDefault='qualified'><xs:element name='a' type='xs:int'/></xs:schema>");
    CHECK(check(files.compile(root), "<a xmlns='urn:a'>1</a>").empty());
}

TEST_CASE("xml::Validator: says rule, place, path and what would be right")
{
    Files files;
    const auto compiled = files.compile(files.add("a.xsd", k_person));
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100'000}}) {
        CAPTURE(piece);
        CHECK(check(compiled, person("<name>Anna</name><tag>2026-11-24</tag>"), piece).empty());

        auto said = check(compiled, person("<name>Anna</name>\n<tag>24.11.2026</tag>"), piece);
        REQUIRE(said.size() == 1);
        CHECK(said[0].rule == xml::Rule::type);
        CHECK(said[0].type == "xs:date");
        CHECK(said[0].value == "24.11.2026");
        CHECK(said[0].path == "/antrag/person/tag");
        CHECK(said[0].place.line == 2);
        CHECK(said[0].place.column == 6);

        said = check(compiled, person("<tag>2026-11-24</tag>"), piece);
        REQUIRE(said.size() == 1);
        CHECK(said[0].rule == xml::Rule::element_unexpected);
        REQUIRE(said[0].expected.size() == 1);
        CHECK(said[0].expected[0].local == "name");
        CHECK(said[0].expected[0].namespace_uri == "urn:a");

        said = check(compiled, person("<name>Anna</name>\n"), piece);
        REQUIRE(said.size() == 1);
        CHECK(said[0].rule == xml::Rule::element_missing);
        CHECK(said[0].place.line == 2);
        CHECK(said[0].parent_line == 1);

        said = check(compiled, person("<name>anna!</name><tag>2026-11-24</tag>"), piece);
        REQUIRE(said.size() == 1);
        CHECK(said[0].rule == xml::Rule::pattern);
        CHECK(said[0].bound == "[A-Z][a-z]*");
        CHECK(said[0].value == "anna!");

        said = check(compiled, person("<name>Annabell</name><tag>2026-11-24</tag>"), piece);
        REQUIRE(said.size() == 1);
        CHECK(said[0].rule == xml::Rule::max_length);
        CHECK(said[0].actual == "8");
        CHECK(said[0].bound == "5");

        said =
            check(compiled, person("<name>Anna</name><tag>2026-11-24</tag><art>drei</art>"), piece);
        REQUIRE(said.size() == 1);
        CHECK(said[0].rule == xml::Rule::enumeration);
        CHECK(said[0].allowed == std::vector<std::string>{"eins", "zwei"});

        said = check(compiled, person("Text<name>Anna</name><tag>2026-11-24</tag>"), piece);
        REQUIRE(said.size() == 1);
        CHECK(said[0].rule == xml::Rule::text_forbidden);

        said = check(compiled, person("<name>Anna</name><tag>2026-11-24</tag>", ""), piece);
        REQUIRE(said.size() == 1);
        CHECK(said[0].rule == xml::Rule::attribute_missing);
        CHECK(said[0].attribute == "nr");

        said = check(compiled, person("<name>Anna</name><tag>2026-11-24</tag>", "nr='1' n='2'"),
                     piece);
        REQUIRE(said.size() == 1);
        CHECK(said[0].rule == xml::Rule::attribute_unknown);
        CHECK(said[0].attribute == "n");

        said = check(compiled,
                     person("<name>Anna</name><tag>2026-11-24</tag>",
                            "nr='1' xsi:schemaLocation='x' "
                            "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"),
                     piece);
        CHECK(said.empty());
    }
    const auto root = check(compiled, "<unbekannt xmlns='urn:a'/>");
    REQUIRE(root.size() == 1);
    CHECK(root[0].rule == xml::Rule::root_unknown);
}

TEST_CASE("xml::Validator: counted elements are written out, no more and no fewer")
{
    Files files;
    const auto compiled = files.compile(files.add(
        "a.xsd", schema("urn:a", "<xs:element name='a'><xs:complexType><xs:sequence>"
                                 "<xs:element name='b' type='xs:int' minOccurs='2' maxOccurs='4'/>"
                                 "<xs:choice><xs:element name='c' type='xs:int' maxOccurs='2'/>"
                                 "<xs:element name='d' type='xs:int' minOccurs='0'/></xs:choice>"
                                 "</xs:sequence></xs:complexType></xs:element>")));
    for (int count = 0; count < 7; ++count) {
        std::string document = "<a xmlns='urn:a'>";
        for (int i = 0; i < count; ++i) {
            document += "<b>1</b>";
        }
        CAPTURE(count);
        CHECK(check(compiled, document + "</a>").empty() == (count >= 2 && count <= 4));
        CHECK(check(compiled, document + "<c>1</c><c>1</c></a>").empty() ==
              (count >= 2 && count <= 4));
        CHECK_FALSE(check(compiled, document + "<c>1</c><c>1</c><c>1</c></a>").empty());
    }
}

TEST_CASE("xml::Validator: Base64 is checked as it streams")
{
    Files files;
    const auto compiled = files.compile(files.add("a.xsd", k_person));
    const auto with = [&](const std::string& text) {
        return "<antrag xmlns='urn:a'><person "
               "nr='1'><name>Anna</name><tag>2026-11-24</tag></person><inhalt>" +
               text + "</inhalt></antrag>";
    };
    for (const std::string good : {"", "QUJD", "QUI=", "QQ==", " Q U\nJ D ", "QQ = ="}) {
        CAPTURE(good);
        CHECK(check(compiled, with(good)).empty());
    }
    for (const std::string bad :
         {"Q", "QUJ", "QUJDR", "Q===", "QQ=", "QR==", "QUJ-", "QQ==QQ==", "=", "QUI=\nx"}) {
        CAPTURE(bad);
        const auto said = check(compiled, with(bad));
        REQUIRE(said.size() == 1);
        CHECK(said[0].rule == xml::Rule::type);
        CHECK(said[0].path == "/antrag/inhalt");
    }
    const auto late = check(compiled, with(std::string(100'000, 'A') + "\nAA!A"));
    REQUIRE(late.size() == 1);
    CHECK(late[0].place.line == 2);
    CHECK(late[0].place.column == 3);
}

TEST_CASE("xml::Validator: paths count siblings, however many names there are")
{
    Files files;
    std::string content = "<xs:element name='a'><xs:complexType><xs:choice maxOccurs='unbounded'>";
    for (int i = 0; i < 40; ++i) {
        content += "<xs:element name='e" + std::to_string(i) + "' type='xs:int'/>";
    }
    const auto compiled = files.compile(files.add(
        "a.xsd", schema("urn:a", content + "</xs:choice></xs:complexType></xs:element>")));
    std::string document = "<p:a xmlns:p='urn:a'>";
    for (int i = 0; i < 80; ++i) {
        document += "<p:e" + std::to_string(i % 40) + ">" + (i == 79 ? "x" : "1") + "</p:e" +
                    std::to_string(i % 40) + ">";
    }
    const auto said = check(compiled, document + "</p:a>");
    REQUIRE(said.size() == 1);
    CHECK(said[0].path == "/p:a/p:e39[2]");
    CHECK(said[0].element == "p:e39");
}

TEST_CASE("xml::Validator: limits of hostile documents")
{
    Files files;
    const auto compiled = files.compile(files.add("a.xsd", k_person));
    const auto code = [&](const std::string& document) {
        return code_of([&] { check(compiled, document, 65'536); });
    };
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<a>";
    }
    CHECK(code(deep) == "ANB-X104");
    CHECK(code("<a>" + std::string(10'000'000, 'x') + "</a>") == "ANB-X104");
    std::string wide = "<a ";
    for (int i = 0; i < 100'000; ++i) {
        wide += "a" + std::to_string(i) + "='' ";
    }
    CHECK(code(wide + "/>") == "ANB-X104");
    CHECK(code("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>") == "ANB-X103");
    CHECK(code(std::string("<a>\0</a>", 8)) != "accepted");
}

TEST_CASE("xml::Validator: a pattern of characters and sequences stays what it is")
{
    Files files;
    const auto compiled = files.compile(files.add("a.xsd", schema("urn:a", R"(
      <xs:element name="name" type="t:Short"/>
      <xs:simpleType name="Text"><xs:restriction base="xs:string">
        <xs:pattern value="( |[A-Z]|[a-z]|[&#xC0;-&#xD6;]|A&#x30B;|C(&#x300;|&#x328;&#x306;))*"/>
        </xs:restriction></xs:simpleType>
      <xs:simpleType name="Short"><xs:restriction base="t:Text">
        <xs:pattern value="[^b]*"/></xs:restriction></xs:simpleType>)")));
    const auto said = [&](const std::string& text) {
        return check(compiled, "<name xmlns='urn:a'>" + text + "</name>");
    };
    for (const auto* good : {"", "Anna", "\u00C4nne A\u030BC\u0328\u0306C\u0300A", "A\u030B"}) {
        CAPTURE(good);
        CHECK(said(good).empty());
    }
    for (const auto* bad : {"\u030B", "a\u030B", "C\u0328", "Anna1", "A\u030B\u030B", "\u00E4"}) {
        CAPTURE(bad);
        const auto violations = said(bad);
        REQUIRE(violations.size() == 1);
        const auto alphabet = xml::Alphabet::read(violations[0].bound);
        REQUIRE(alphabet);
        CHECK_FALSE(alphabet->find_stranger("Anna \u00C4 A\u030BC\u0300C\u0328\u0306"));
        CHECK(alphabet->find_stranger(bad));
    }
    CHECK(said("Abba").size() == 1);
}

TEST_CASE("xml::assemble: before a pattern with sequences stands one without")
{
    Files files;
    const std::string sequences = "([A-Z]|[a-z]|A\u030B|C\u0300|D\u0300)*";
    const auto& file = files.add(
        "a.xsd", schema("urn:a", "<xs:simpleType name='Text'><xs:restriction base='xs:string'>"
                                 "<xs:pattern value='" +
                                     sequences +
                                     "'/><xs:pattern value='[0-9]*'/>"
                                     "</xs:restriction></xs:simpleType>"));
    const auto set = files.assemble(file);
    REQUIRE_FALSE(set.parts.empty());
    const auto written = xml::read_tree(base::as_bytes(set.parts[0].text), "a.xsd");
    const auto* type = written->child("simpleType");
    REQUIRE(type != nullptr);
    std::vector<std::string> patterns;
    for (const auto& each : type->child("restriction")->children) {
        patterns.emplace_back(each->value("value"));
    }
    const auto alphabet = xml::Alphabet::read(sequences);
    CHECK(patterns == std::vector<std::string>{alphabet->pattern_without_sequences(),
                                               alphabet->pattern(), "[0-9]*"});
}

TEST_CASE("xml::Validator: a name's number is that of no other name, also in later documents")
{
    struct Numbers : xml::Observer {
        std::map<std::size_t, std::string> names;
        std::size_t clashes = 0;

        const xml::Schema* choose(const xml::StartTag&) override { return nullptr; }
        xml::TextForm start(const xml::StartTag& tag) override
        {
            const auto& name = names.try_emplace(tag.name.number, tag.name.local).first->second;
            clashes += name == tag.name.local ? 0U : 1U;
            return xml::TextForm::plain;
        }
        void end(const xml::EndTag&) override {}
        void violation(xml::Violation) override {}
    } numbers;
    xml::Validator validator;
    for (const std::string letter : {"a", "b", "a", "c"}) {
        std::string document = "<r>";
        for (int i = 0; i < 1000; ++i) {
            document += "<" + letter + std::string(1000, 'x') + std::to_string(i) + "/>";
        }
        validator.begin("a.xml", numbers);
        validator.update(base::as_bytes(document + "</r>"));
        validator.finish();
    }
    CHECK(numbers.clashes == 0);
    CHECK(numbers.names.size() > 3000);
}

TEST_CASE("xml::Validator: a namespace is the schema's or it is not, whatever it is called")
{
    Files files;
    files.add("o.xsd", schema("urn:other", "<xs:simpleType name='U'><xs:restriction base='xs:int'>"
                                           "<xs:maxInclusive value='9'/></xs:restriction>"
                                           "</xs:simpleType><xs:attribute name='z' type='o:U'/>"));
    const auto compiled = files.compile(files.add(
        "a.xsd", schema("urn:a", R"(<xs:import namespace='urn:other' schemaLocation='o.xsd'/>
  <xs:element name='a'><xs:complexType><xs:sequence>
    <xs:element name='b' type='xs:anySimpleType' minOccurs='0'/>
    <xs:any namespace='urn:frei n:7 ##local' processContents='skip' minOccurs='0' maxOccurs='9'/>
  </xs:sequence><xs:attribute ref='o:z'/></xs:complexType></xs:element>)")));
    const auto count = [&](const std::string& document) {
        return check(compiled, document).size();
    };

    CHECK(count("<a xmlns='urn:a' xmlns:o='urn:other' o:z='1'><b>2</b></a>") == 0);
    for (const std::string false_name : {"n:0", "n:1", "n:n:0", "urn:a/", "urn:A", "n:", ""}) {
        CAPTURE(false_name);
        CHECK(count("<a xmlns='" + false_name + "'/>") == 1);
        CHECK(count("<f:a xmlns:f='urn:a'><b xmlns='" + false_name + "'/></f:a>") ==
              (false_name.empty() ? 0 : 1));
    }
    CHECK(count("<a xmlns='urn:a' xmlns:o='n:1' o:z='1'/>") == 1);
    CHECK(count("<a xmlns='urn:a'><x xmlns='urn:frei'/><x xmlns='n:7'/><x xmlns=''/></a>") == 0);
    CHECK(count("<a xmlns='urn:a'><x xmlns='n:n:7'/></a>") == 1);

    const std::string xsi = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' ";
    CHECK(count("<a xmlns='urn:a' xmlns:o='urn:other' " + xsi + "><b xsi:type='o:U'>9</b></a>") ==
          0);
    CHECK(count("<a xmlns='urn:a' xmlns:o='n:1' " + xsi + "><b xsi:type='o:U'>9</b></a>") == 1);
    const auto said = check(compiled, "<a xmlns='urn:a' xmlns:o='urn:other' o:z='10'><c/></a>");
    REQUIRE(said.size() == 2);
    CHECK(said[0].rule == xml::Rule::too_large);
    CHECK(said[0].attribute == "z");
    REQUIRE(said[1].expected.size() == 4);
    CHECK(said[1].expected[0].namespace_uri == "urn:a");
    CHECK(said[1].expected[1].namespace_uri == "urn:frei");
    CHECK(said[1].expected[2].namespace_uri == "n:7");
}
