// Golden messages that somebody changed on their way: each is refused, with the code of the table.
// SPDX-License-Identifier: EUPL-1.2

#include "golden.hpp"
#include "osci/names.hpp"
#include "osci/outgoing.hpp"
#include "support/refusal.hpp"

#include <algorithm>
#include <functional>

using namespace anb;

namespace {

constexpr const char* k_files[] = {
    "01_getMessageId_implicit", "02_initDialog",         "03_getMessageId",  "04_storeDelivery",
    "05_fetchProcessCard",      "06_fetchDelivery_none", "07_fetchDelivery", "08_exitDialog"};

std::size_t count_of_refusals = 0;

std::string refusal(const std::string& mime)
{
    try {
        golden::read_all(mime, golden::ring());
    } catch (const base::Error& error) {
        ++count_of_refusals;
        CHECK_FALSE(error.kind() == base::ErrorKind::internal);
        return error.code();
    }
    return "accepted";
}

std::string replaced(std::string text, const std::string& old, const std::string& with,
                     std::size_t from = 0)
{
    const auto at = text.find(old, from);
    REQUIRE_MESSAGE(at != std::string::npos, old);
    return text.replace(at, old.size(), with);
}

/// Changes one character behind a place: a letter or digit becomes another one.
std::string flipped(std::string text, std::size_t at)
{
    while (std::isalnum(static_cast<unsigned char>(text[at])) == 0) {
        ++at;
    }
    text[at] = text[at] == 'A'                                           ? 'B'
               : text[at] == '1'                                         ? '2'
               : text[at] == 'z'                                         ? 'y'
               : std::isdigit(static_cast<unsigned char>(text[at])) != 0 ? '1'
               : std::isupper(static_cast<unsigned char>(text[at])) != 0 ? 'A'
                                                                         : 'z';
    return text;
}

/// All signed messages whose envelope can be read: name and MIME text without transport envelope.
std::vector<std::pair<std::string, std::string>> signed_messages()
{
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto* file : k_files) {
        for (const std::string side : {"request", "response"}) {
            const auto name = std::string(file) + "." + side;
            all.emplace_back("signed/" + name, golden::text("signed", name + ".mime"));
            all.emplace_back("pss/" + name,
                             golden::text("signed-encrypted-pss", name + ".inner.mime"));
        }
    }
    return all;
}

bool is_request(const std::string& name)
{
    return name.ends_with("request");
}

/// The text of the envelope's own signature.
std::pair<std::size_t, std::size_t> signature_in(const std::string& mime)
{
    const auto begin = mime.find("<ds:Signature>");
    const auto end = mime.find("</ds:Signature>", begin) + 15;
    return {begin, end};
}

/// Signs the message again with the rightful key, after its references were changed.
std::string resigned(const std::string& name, std::string mime,
                     const std::function<void(xmldsig::Signature&)>& change)
{
    const auto begin = mime.find("<?xml");
    const auto end = mime.find("</soap:Envelope>") + 16;
    const auto document =
        xml::Document::parse(base::as_bytes(mime.substr(begin, end - begin)), name);
    auto read = std::get<osci::SignedMessage>(osci::read_envelope(document));
    change(*read.signature);
    const auto& key =
        golden::identity(is_request(name) ? "client_signature" : "intermed_signature").key;
    const auto [first, last] = signature_in(mime);
    return mime.replace(first, last - first,
                        xmldsig::write_signature(*read.signature->method,
                                                 read.signature->references, key,
                                                 read.signature->certificate_id, osci::k_scope));
}

} // namespace

TEST_CASE("osci: a changed part is not what was signed")
{
    if (golden::missing()) {
        return;
    }
    for (const auto& message : signed_messages()) {
        const auto& name = message.first;
        const auto& mime = message.second;
        CAPTURE(name);
        const auto incoming = golden::read(mime, golden::ring());
        for (const auto& uri : incoming.signature->covered) {
            CAPTURE(uri);
            if (uri.starts_with("cid:")) {
                const auto part = mime.find("Content-ID: <" + uri.substr(4) + ">");
                auto broken = mime;
                const auto at = broken.find("\r\n\r\n", part) + 5;
                broken[at] = static_cast<char>(broken[at] ^ 1);
                CHECK(refusal(broken) == "ANB-O302");
                continue;
            }
            const auto id = " Id=\"" + uri.substr(1) + "\"";
            CHECK(refusal(replaced(mime, id, id + " x=\"1\"")) == "ANB-O302");
        }
    }
}

TEST_CASE("osci: a part that the signature leaves out is not accepted")
{
    if (golden::missing()) {
        return;
    }
    for (const auto& message : signed_messages()) {
        const auto& name = message.first;
        const auto& mime = message.second;
        CAPTURE(name);
        CHECK(refusal(resigned(name, mime, [](xmldsig::Signature&) {})) == "accepted");
        const auto incoming = golden::read(mime, golden::ring());
        for (const auto& uri : incoming.signature->covered) {
            CAPTURE(uri);
            const auto broken = resigned(name, mime, [&](xmldsig::Signature& signature) {
                std::erase_if(signature.references,
                              [&](const xmldsig::Reference& each) { return each.uri == uri; });
            });
            CHECK(refusal(broken) == "ANB-O303");
        }
    }
}

TEST_CASE("osci: doubled Ids and wrapped parts")
{
    if (golden::missing()) {
        return;
    }
    for (const auto& message : signed_messages()) {
        const auto& name = message.first;
        const auto& mime = message.second;
        CAPTURE(name);
        const auto extra = [](const std::string& id) {
            return "<x:extra xmlns:x=\"urn:x\" Id=\"" + id + "\"></x:extra></soap:Header>";
        };
        CHECK(refusal(replaced(mime, "</soap:Header>", extra("body"))) == "ANB-O304");
        CHECK(refusal(replaced(mime, "</soap:Header>", extra("controlblock"))) == "ANB-O304");
        CHECK(refusal(replaced(mime, "</soap:Header>", extra("another"))) == "ANB-O303");

        const auto begin = mime.find("<soap:Body"), end = mime.find("</soap:Body>") + 12;
        const auto body = mime.substr(begin, end - begin);
        auto wrapped = mime;
        wrapped.replace(begin, end - begin, replaced(body, " Id=\"body\"", " Id=\"other\""));
        const auto has_content = body.find(" Id=", body.find('>')) != std::string::npos;
        CHECK(refusal(replaced(wrapped, "</soap:Header>",
                               "<x:old xmlns:x=\"urn:x\" Id=\"old\">" + body +
                                   "</x:old></soap:Header>")) ==
              (has_content ? "ANB-O304" : "ANB-O303"));
        CHECK(refusal(replaced(mime, body, body + body)) == "ANB-O104");
        CHECK(refusal(replaced(mime, "</soap:Header>",
                               "<osci:Unknown Id=\"u\"></osci:Unknown></soap:Header>")) ==
              "ANB-O104");
    }
}

TEST_CASE("osci: signature values, algorithms and keys")
{
    if (golden::missing()) {
        return;
    }
    for (const auto& message : signed_messages()) {
        const auto& name = message.first;
        const auto& mime = message.second;
        CAPTURE(name);
        CHECK(refusal(flipped(mime, mime.find("<ds:SignatureValue>") + 40)) == "ANB-O301");
        CHECK(refusal(flipped(mime, mime.find("<ds:DigestValue>") + 16)) == "ANB-O301");

        const auto swap = [&](const std::string& old, const std::string& with) {
            return refusal(replaced(mime, old, with, mime.find("<ds:Signature>")));
        };
        const std::string method = name.starts_with("pss")
                                       ? "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1"
                                       : "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
        CHECK(swap(method, "http://www.w3.org/2000/09/xmldsig#rsa-sha1") == "ANB-O306");
        CHECK(swap("http://www.w3.org/2001/04/xmlenc#sha256",
                   "http://www.w3.org/2000/09/xmldsig#sha1") == "ANB-O306");
        CHECK(swap("<ds:Transform Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"",
                   "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"") ==
              "ANB-O306");
        CHECK(swap("<ds:CanonicalizationMethod "
                   "Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"",
                   "<ds:CanonicalizationMethod "
                   "Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"") == "ANB-O306");
        CHECK(swap("<ds:RetrievalMethod URI=\"#", "<ds:RetrievalMethod URI=\"#x") == "ANB-O308");
        CHECK(swap("<ds:RetrievalMethod URI=\"#", "<ds:RetrievalMethod URI=\"http://x/#") ==
              "ANB-O307");
        CHECK(swap("<ds:KeyInfo>", "<ds:KeyInfo><ds:KeyName>x</ds:KeyName>") == "ANB-O307");
        CHECK(swap("<ds:Reference URI=\"#", "<ds:Reference URI=\"file:///etc/passwd#") ==
              "ANB-O305");
        CHECK(swap("<ds:Reference URI=\"#", "<ds:Reference URI=\"http://127.0.0.1/#") ==
              "ANB-O305");
        const auto absent = resigned(name, mime, [](xmldsig::Signature& signature) {
            auto reference =
                *std::ranges::find(signature.references, "#body", &xmldsig::Reference::uri);
            reference.uri = "#nowhere";
            signature.references.push_back(reference);
        });
        CHECK(refusal(absent) == "ANB-O305");
    }
}

TEST_CASE("osci: another certificate in the place of the signer's")
{
    if (golden::missing()) {
        return;
    }
    for (const auto& message : signed_messages()) {
        const auto& name = message.first;
        const auto& mime = message.second;
        CAPTURE(name);
        const std::string role = is_request(name) ? "<osci:SignatureCertificateOriginator "
                                                  : "<osci:SignatureCertificateIntermediary ";
        const auto begin = mime.find("<ds:X509Certificate>", mime.find(role)) + 20;
        const auto end = mime.find("</ds:X509Certificate>", begin);
        for (const auto* other : {"recipient_signature", "client_cipher"}) {
            auto broken = mime;
            broken.replace(begin, end - begin,
                           base::to_wrapped_base64(golden::identity(other).chain.front().to_der()));
            CHECK(refusal(broken) ==
                  (std::string(other) == "client_cipher" ? "ANB-O308" : "ANB-O301"));
        }
    }
}

TEST_CASE("osci: transport envelopes that were tampered with")
{
    if (golden::missing()) {
        return;
    }
    constexpr std::string_view iv = "<osci128:IvLength "
                                    "xmlns:osci128=\"http://xoev.de/transport/osci12/8\" "
                                    "Value=\"12\"></osci128:IvLength>";
    for (const auto* file : k_files) {
        for (const std::string side : {"request", "response"}) {
            CAPTURE(file);
            const auto mime =
                golden::text("signed-encrypted", std::string(file) + "." + side + ".mime");
            const auto data = mime.find("\r\n\r\n", mime.find("Content-ID: <osci_enc>")) + 4;
            const auto end = mime.rfind("\r\n--MIME_boundary");
            for (const auto at :
                 {data, data + 11, data + 12, (data + end) / 2, end - 17, end - 16, end - 1}) {
                auto broken = mime;
                broken[at] = static_cast<char>(broken[at] ^ 0x40);
                CHECK(refusal(broken) == "ANB-O203");
            }
            for (const auto cut : {std::size_t{1}, std::size_t{16}, std::size_t{40}}) {
                auto broken = mime;
                CHECK(refusal(broken.erase(end - cut, cut)) == "ANB-O203");
            }
            CHECK(refusal(replaced(mime, std::string(iv), "")) == "ANB-O203");
            CHECK(refusal(replaced(mime, "Value=\"12\"", "Value=\"16\"")) == "ANB-O203");
            CHECK(refusal(replaced(mime, "Value=\"12\"", "Value=\"13\"")) == "ANB-O204");
            CHECK(refusal(replaced(mime, "xmlenc11#aes256-gcm", "xmlenc11#aes128-gcm")) ==
                  "ANB-O203");
            CHECK(refusal(replaced(mime, "xmlenc11#aes256-gcm", "xmlenc11#rot13")) == "ANB-O202");
            CHECK(refusal(replaced(mime, "xmlenc11#rsa-oaep", "xmlenc11#rsa-none")) == "ANB-O202");
            CHECK(refusal(replaced(mime, "mgf1sha256", "mgf1sha1")) == "ANB-O203");
            CHECK(refusal(replaced(mime, "cid:osci_enc", "http://127.0.0.1/")) == "ANB-O204");
            CHECK(refusal(flipped(mime, mime.find("<xenc:CipherValue>") + 60)) == "ANB-O203");
        }
    }
}

TEST_CASE("osci: a document type, an entity, another announcement")
{
    if (golden::missing()) {
        return;
    }
    for (const auto& message : signed_messages()) {
        const auto& name = message.first;
        const auto& mime = message.second;
        CAPTURE(name);
        CHECK(refusal(replaced(mime, "<soap:Envelope ",
                               "<!DOCTYPE soap:Envelope [<!ENTITY x SYSTEM "
                               "\"file:///etc/passwd\">]><soap:Envelope ")) == "ANB-X103");
        CHECK(refusal(replaced(mime, "<soap:Header>", "<soap:Header>&x;")) == "ANB-X108");
        const auto at = mime.find(" soap", mime.find("schemaLocation"));
        CHECK(refusal(replaced(mime, " soap", " soapPartial", at)) == "ANB-O104");
    }
}

TEST_CASE("osci: contents that were changed inside an honest envelope")
{
    if (golden::missing()) {
        return;
    }
    for (const std::string set : {"signed-encrypted", "signed-encrypted-pss"}) {
        const auto incoming =
            golden::read(golden::text(set, "04_storeDelivery.request.mime"), golden::ring());
        const auto container = golden::text(set, "04_storeDelivery.request.content.xml");
        const auto& author = golden::identity("client_signature");
        const osci::Signer signer{.key = author.key,
                                  .certificate = author.chain.front(),
                                  .method = *xmldsig::own_method("rsa-sha256")};
        const auto sealed = golden::text(set, "04_storeDelivery.request.inner.mime");
        const auto* part = incoming.opened.find("anlage1.pdf");
        REQUIRE(part != nullptr);
        const auto attachment = sealed.substr(part->offset, part->size);

        const auto with = [&](const std::string& text, const std::string& bytes) {
            auto message = incoming.message();
            message.content = osci::write_content_package(
                {osci::encrypt_container(
                    text, {*message.find(osci::CertificateRole::cipher_other_reader)}, 0)},
                {});
            std::string mime;
            osci::write_message(message,
                                {{.id = "anlage1.pdf",
                                  .media_type = "application/pdf",
                                  .size = bytes.size(),
                                  .open = [&] { return base::source_of(base::as_bytes(bytes)); }}},
                                &signer, &golden::identity("intermed_cipher").chain.front(),
                                [&](base::ByteView piece) { mime += base::as_text(piece); });
            return refusal(mime);
        };
        CHECK(with(container, attachment) == "accepted");

        CHECK(with(flipped(container, container.find("Id=\"content0\">") + 20), attachment) ==
              "ANB-O302");
        CHECK(with(replaced(container, "Id=\"content1\" href", "Id=\"content1\" x=\"1\" href"),
                   attachment) == "ANB-O302");
        CHECK(with(flipped(container, container.find("<ds:SignatureValue>") + 40), attachment) ==
              "ANB-O301");
        CHECK(with(flipped(container, container.find("<ds:DigestValue>") + 20), attachment) ==
              "ANB-O301");
        CHECK(with(flipped(container, container.find("<ds:MgmtData>") + 14), attachment) ==
              "ANB-O203");
        CHECK(with(replaced(container, "<osci:Content>",
                            "<osci:Content><osci:Base64Content Id=\"new\">AAAA"
                            "</osci:Base64Content></osci:Content><osci:Content>"),
                   attachment) == "ANB-O303");
        CHECK(with(replaced(container, "<osci:Content>",
                            "<osci:Content Id=\"content0\">x</osci:Content><osci:Content>"),
                   attachment) == "ANB-O304");
        CHECK(with(replaced(container, "RetrievalMethod URI=\"#originator_signature",
                            "RetrievalMethod URI=\"#originator_cipher"),
                   attachment) == "ANB-O308");
        for (const std::size_t at : {std::size_t{0}, std::size_t{12}, attachment.size() - 1}) {
            auto broken = attachment;
            broken[at] = static_cast<char>(broken[at] ^ 1);
            CHECK(with(container, broken) == "ANB-O203");
        }
        CHECK(with(container, attachment.substr(0, attachment.size() - 1)) == "ANB-O203");
        CHECK(with(container, attachment.substr(0, 10)) == "ANB-O203");
    }
}

TEST_CASE("osci: the manipulations were many")
{
    if (!golden::missing()) {
        MESSAGE(count_of_refusals << " manipulations refused");
        CHECK(count_of_refusals >= 300);
    }
}

TEST_CASE("osci: messages that would keep us busy")
{
    const auto open = [](const std::string& content) {
        osci::Incoming incoming;
        osci::Message message;
        message.content = content;
        incoming.content = std::move(message);
        return test::code_of([&] { osci::open_content(incoming, {}); });
    };
    const auto package = [](const std::string& inside) {
        return "<osci:ContentPackage" + std::string(osci::k_scope) + ">" + inside +
               "</osci:ContentPackage>";
    };
    std::string many;
    for (int i = 0; i < 200'000; ++i) {
        many += "<osci:Content Id=\"c" + std::to_string(i) + "\"><a/></osci:Content>";
    }
    CHECK(open(package("<osci:ContentContainer Id=\"x\">" + many + "</osci:ContentContainer>")) ==
          "ANB-O104");
    many.clear();
    for (int i = 0; i < 100'000; ++i) {
        many += "<osci:ContentContainer Id=\"x" + std::to_string(i) + "\"/>";
    }
    CHECK(open(package(many)) == "ANB-O104");
    std::string deep, ends;
    for (int i = 0; i < 60; ++i) {
        deep += "<osci:ContentContainer Id=\"d" + std::to_string(i) + "\"><osci:Content>";
        ends += "</osci:Content></osci:ContentContainer>";
    }
    CHECK(open(package(deep + ends)) == "ANB-O104");
    many.clear();
    for (int i = 0; i < 100'000; ++i) {
        many += "<ds:Reference URI=\"#r" + std::to_string(i) + "\"/>";
    }
    const auto signature = "<ds:Signature><ds:SignedInfo><ds:CanonicalizationMethod "
                           "Algorithm=\"" +
                           std::string(xmldsig::k_c14n) +
                           "\"/><ds:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/"
                           "xmldsig-more#rsa-sha256\"/>" +
                           many +
                           "</ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo/></ds:Signature>";
    CHECK(open(package("<osci:ContentContainer Id=\"x\">" + signature +
                       "</osci:ContentContainer>")) == "ANB-O307");
}
