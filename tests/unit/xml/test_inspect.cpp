// Tests of xml/inspect.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/file.hpp"
#include "xml/inspect.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace anb;

namespace {

std::string code_of(const std::string& document, std::size_t piece = 7)
{
    try {
        xml::Inspector inspector("antrag.xml");
        for (std::size_t at = 0; at < document.size(); at += piece) {
            inspector.update(base::as_bytes(std::string_view(document).substr(at, piece)));
        }
        inspector.finish();
        return "";
    } catch (const base::Error& error) {
        return error.code();
    }
}

std::string value_of(const base::Error& error, const std::string& name)
{
    for (const auto& [key, value] : error.values()) {
        if (key == name) {
            return value;
        }
    }
    return "absent";
}

std::string utf16(std::string_view text, bool big)
{
    std::string out = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : text) {
        if (big) {
            out += '\0';
            out += c;
        } else {
            out += c;
            out += '\0';
        }
    }
    return out;
}

} // namespace

TEST_CASE("xml::inspect: names the root element by namespace")
{
    const std::string document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Antrag -->\n"
        "<a:antrag xmlns:a=\"urn:muster\"><a:ort>K\u00f6ln</a:ort></a:antrag>\n";
    const auto root = xml::inspect(base::as_bytes(document), "antrag.xml");
    CHECK(root.local_name == "antrag");
    CHECK(root.namespace_uri == "urn:muster");
    CHECK(root.size == document.size());

    const auto plain = xml::inspect(base::as_bytes("<antrag/>"), "-");
    CHECK(plain.local_name == "antrag");
    CHECK(plain.namespace_uri.empty());
}

TEST_CASE("xml::inspect: gives the same answer whatever the pieces")
{
    const std::string document =
        "<a xmlns=\"urn:x\" b='&lt;1&gt;'><![CDATA[<x>]]>&amp;&#228;<c/></a><?p i?>";
    for (std::size_t piece = 1; piece <= document.size(); ++piece) {
        CAPTURE(piece);
        CHECK(code_of(document, piece) == "");
    }
}

TEST_CASE("xml::inspect: reads the encodings that a document may declare")
{
    CHECK(code_of("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE4</a>") == "");
    CHECK(code_of("<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>", 4096) == "");
    CHECK(code_of(utf16("<?xml version='1.0' encoding='UTF-16'?><a>x</a>", true)) == "");
    CHECK(code_of(utf16("<a>x</a>", false), 1) == "");
    CHECK(code_of("\xEF\xBB\xBF<a/>", 1) == "");
}

TEST_CASE("xml::inspect: refuses bytes that do not fit the encoding")
{
    CHECK(code_of("<a>\xE4</a>") == "ANB-X105");
    CHECK(code_of("<a>\xC0\xAF</a>") == "ANB-X105");
    CHECK(code_of("<?xml version='1.0' encoding='klingonisch'?><a/>") == "ANB-X105");
    CHECK(code_of("<?xml version='1.0' encoding='UTF-7'?><a/>") == "ANB-X105");
    CHECK(code_of("<?xml version='1.0' encoding='US-ASCII'?><a/>\xE4") == "ANB-X105");
    CHECK(code_of("<?xml version='1.0' encoding='US-ASCII'?><a>\xE4</a>") == "ANB-X105");
}

TEST_CASE("xml::inspect: bytes that cannot be converted move the input while the error is told")
{
    const auto bytes =
        base::read_file(ANB_TESTDATA "/fuzz/xml/input-moves-while-converted.xml", 64 * 1024);
    const std::string document(base::as_text(bytes));
    CHECK(code_of(document, document.size()) == "ANB-X105");
}

TEST_CASE("xml::inspect: refuses what is not well-formed")
{
    CHECK(code_of("Guten Tag") == "ANB-X102");
    CHECK(code_of("{\"a\": 1}") == "ANB-X102");
    CHECK(code_of("<a b='1' b='2'/>") == "ANB-X102");
    CHECK(code_of("<a b='<'/>") == "ANB-X102");
    CHECK(code_of("<a>\x01</a>") == "ANB-X102");
    CHECK(code_of("<a>&#0;</a>") == "ANB-X102");
    CHECK(code_of("<a>]]></a>") == "ANB-X102");
    CHECK(code_of("<a/><b/>") == "ANB-X102");
    CHECK(code_of("<a/>text") == "ANB-X102");
    CHECK(code_of("<a><!-- -- --></a>") == "ANB-X102");
    CHECK(code_of("<a xmlns:p=''/>") == "ANB-X102");
}

TEST_CASE("xml::inspect: tells a truncated document from a wrong one")
{
    const std::string document = "<antrag><ort name=\"x\">Musterstadt</ort><!-- ende --></antrag>";
    for (std::size_t size = 0; size < document.size(); ++size) {
        CAPTURE(size);
        CHECK(code_of(document.substr(0, size)) == "ANB-X106");
    }
}

TEST_CASE("xml::inspect: names the place and the elements that do not match")
{
    try {
        xml::inspect(base::as_bytes("<a>\n  <b>\n  </c>\n</a>"), "antrag.xml");
        FAIL("accepted");
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::input);
        CHECK(error.code() == "ANB-X107");
        CHECK(value_of(error, "file") == "antrag.xml");
        CHECK(value_of(error, "line") == "3");
        CHECK(value_of(error, "element") == "b");
        CHECK(value_of(error, "found") == "c");
        CHECK(!error.detail().empty());
    }
}

TEST_CASE("xml::inspect: refuses entities and prefixes that nobody declared")
{
    CHECK(code_of("<a>&nbsp;</a>") == "ANB-X108");
    CHECK(code_of("<a b='&x;'/>") == "ANB-X108");
    CHECK(code_of("<p:a/>") == "ANB-X108");
    CHECK(code_of("<a p:b=''/>") == "ANB-X108");
}

TEST_CASE("xml::inspect: refuses every document type")
{
    CHECK(code_of("<!DOCTYPE a><a/>") == "ANB-X103");
    CHECK(code_of("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>") == "ANB-X103");
    CHECK(code_of("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>") == "ANB-X103");
    std::string bomb = "<!DOCTYPE a [<!ENTITY l0 'ha'>";
    for (int level = 1; level < 20; ++level) {
        const auto inner = "&l" + std::to_string(level - 1) + ";";
        bomb += "<!ENTITY l" + std::to_string(level) + " '" + inner + inner + inner + "'>";
    }
    CHECK(code_of(bomb + "]><a>&l19;</a>", 4096) == "ANB-X103");
}

TEST_CASE("xml::inspect: allows 256 levels and not one more")
{
    const auto nested = [](std::size_t depth) {
        std::string text;
        for (std::size_t level = 0; level < depth; ++level) {
            text += "<e>";
        }
        for (std::size_t level = 0; level < depth; ++level) {
            text += "</e>";
        }
        return text;
    };
    CHECK(code_of(nested(xml::k_max_depth)) == "");
    CHECK(code_of(nested(xml::k_max_depth + 1)) == "ANB-X104");
    CHECK(code_of(nested(100000), 65536) == "ANB-X104");
}

TEST_CASE("xml::inspect: takes content of any size, but no endless markup")
{
    const std::string much(std::size_t{24} * 1024 * 1024, 'x');
    CHECK(code_of("<a>" + much + "</a>", 1 << 20) == "");
    CHECK(code_of("<a><![CDATA[" + much + "]]></a>", 1 << 20) == "");
    CHECK(code_of("<a><!--" + much + "--></a>", 1 << 20) == "ANB-X104");
    CHECK(code_of("<a b='" + much + "'/>", 1 << 20) == "ANB-X104");
    CHECK(code_of("<" + much, 1 << 20) == "ANB-X104");
}

TEST_CASE("xml::inspect: keeps refusing after a fault")
{
    xml::Inspector inspector("-");
    CHECK_THROWS_AS(inspector.update(base::as_bytes("<a></b>")), base::Error);
    CHECK_THROWS_AS(inspector.update(base::as_bytes("<c/>")), base::Error);
    CHECK_THROWS_AS(inspector.finish(), base::Error);
}
