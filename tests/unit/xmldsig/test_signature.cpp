// Tests of the room xmldsig; what others signed and spoilt is read in the tests of room osci.
// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "support/refusal.hpp"
#include "xmldsig/ids.hpp"
#include "xmldsig/signature.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace anb;

namespace {

constexpr auto k_scope = " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" xmlns:x=\"urn:x\"";

crypto::PrivateKey key()
{
    return crypto::PrivateKey::from_pkcs8(
        base::read_file(ANB_TESTDATA "/vectors/rsa/INSECURE-key.pkcs8", 1 << 16));
}

xml::Document parse(const std::string& text)
{
    return xml::Document::parse(base::as_bytes(text), "probe.xml");
}

/// A document whose part "#p" is signed.
std::string signed_document(const char* method_name, std::string_view part = "Inhalt")
{
    const auto& method = *xmldsig::own_method(method_name);
    const auto& digest = xmldsig::digest_of(method);
    const auto text = "<x:p" + std::string(k_scope) + " Id=\"p\">" + std::string(part) + "</x:p>";
    const xmldsig::Reference reference{.uri = "#p",
                                       .transform = xmldsig::Transform::canonical,
                                       .method = &digest,
                                       .digest =
                                           crypto::digest(digest.algorithm, base::as_bytes(text))};
    return "<x:d" + std::string(k_scope) + ">" + text +
           xmldsig::write_signature(method, {reference}, key(), "zert", k_scope) + "</x:d>";
}

bool never(const xml::Node&)
{
    return false;
}

} // namespace

TEST_CASE("xmldsig: what is written is read and verified, by every method of ours")
{
    for (const auto* method : {"rsa-sha256", "rsa-sha512", "sha256-rsa-MGF1", "sha512-rsa-MGF1"}) {
        CAPTURE(method);
        const auto document = parse(signed_document(method));
        const auto signature = xmldsig::read_signature(document.root().children().back());
        CHECK(signature.method->name == method);
        CHECK(signature.certificate_id == "zert");
        CHECK(xmldsig::verify_value(signature, key().public_key()));
        CHECK_FALSE(
            xmldsig::verify_value(signature, crypto::PrivateKey::generate_rsa(2048).public_key()));
        REQUIRE(signature.references.size() == 1);
        const auto& reference = signature.references.front();
        CHECK(reference.target() == "p");
        const auto part = xmldsig::IdTable(document, never).find("p");
        REQUIRE(part.has_value());
        CHECK(xmldsig::digest_of(reference, *part) == reference.digest);
    }
}

TEST_CASE("xmldsig: the list of methods is closed")
{
    CHECK(xmldsig::signature_method("http://www.w3.org/2000/09/xmldsig#rsa-sha1") == nullptr);
    CHECK(xmldsig::signature_method("") == nullptr);
    CHECK(xmldsig::digest_method("http://www.w3.org/2000/09/xmldsig#sha1") == nullptr);
    CHECK(xmldsig::digest_method("http://www.w3.org/2001/04/xmlenc#ripemd160") == nullptr);
    CHECK(xmldsig::own_method("ecdsa-sha256") == nullptr);
    CHECK(xmldsig::own_method("rsa-sha1") == nullptr);
}

TEST_CASE("xmldsig: the form of a signature is fixed")
{
    const auto document = signed_document("rsa-sha256");
    const auto with = [&](const std::string& old, const std::string& text) {
        auto changed = document;
        const auto at = changed.find(old);
        REQUIRE(at != std::string::npos);
        changed.replace(at, old.size(), text);
        return test::code_of(
            [&] { xmldsig::read_signature(parse(changed).root().children().back()); });
    };
    CHECK(with("x", "x") == "accepted");
    CHECK(with("<ds:SignatureValue>", "text<ds:SignatureValue>") == "ANB-O307");
    CHECK(with("</ds:KeyInfo>", "</ds:KeyInfo><ds:Object></ds:Object>") == "ANB-O307");
    CHECK(with("<ds:SignatureValue>", "<ds:SignatureValue>!") == "ANB-O307");
    CHECK(with("<ds:DigestValue>", "<ds:DigestValue>?") == "ANB-O307");
    CHECK(with("URI=\"#p\"", "URI=\"#p\" Type=\"x\"") == "ANB-O307");
    CHECK(with("URI=\"#p\"", "URI=\"\"") == "ANB-O305");
    CHECK(with("URI=\"#p\"", "URI=\"#\"") == "ANB-O305");
    CHECK(with("URI=\"#p\"", "URI=\"cid:p\"") == "ANB-O307");
    CHECK(with("</ds:Transforms>", "<ds:Transform Algorithm=\"x\"></ds:Transform>"
                                   "</ds:Transforms>") == "ANB-O307");
    CHECK(with("<ds:Transform Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"",
               "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"") ==
          "ANB-O306");
    CHECK(with("RetrievalMethod URI=\"#zert\"", "RetrievalMethod URI=\"zert\"") == "ANB-O307");
    const auto begin = document.find("<ds:Reference");
    const auto end = document.find("</ds:Reference>") + 15;
    const auto reference = document.substr(begin, end - begin);
    CHECK(with(reference, reference + reference) == "ANB-O307");
    CHECK(with(reference, "") == "ANB-O307");
}

TEST_CASE("xmldsig::IdTable: Ids of the message once, Ids of payload as they like")
{
    const auto table = [](const std::string& text) {
        return test::code_of([&] {
            xmldsig::IdTable(parse(text),
                             [](const xml::Node& node) { return node.name() == "payload"; });
        });
    };
    CHECK(table("<r><a Id='1'/><b Id='2'/></r>") == "accepted");
    CHECK(table("<r><a Id='1'/><b Id='1'/></r>") == "ANB-O304");
    CHECK(table("<r Id='1'><a><b Id='1'/></a></r>") == "ANB-O304");
    CHECK(table("<r><payload><a Id='1'/><a Id='1'/></payload></r>") == "accepted");
    CHECK(table("<r><a Id='1'/><payload><a Id='1'/></payload></r>") == "ANB-O304");
    const auto document = parse("<r><payload Id='p'><a Id='1'/></payload></r>");
    const xmldsig::IdTable ids(document,
                               [](const xml::Node& node) { return node.name() == "payload"; });
    CHECK(ids.find("p").has_value());
    CHECK_FALSE(ids.find("1").has_value());
}
