// Tests of dvdv/route.hpp. SPDX-License-Identifier: EUPL-1.2

#include "dvdv/route.hpp"
#include "entries.hpp"

#include <doctest/doctest.h>

using namespace anb;
using entries::element;

namespace {

dvdv::Certificate marked(const std::string& mark)
{
    dvdv::Certificate certificate;
    certificate.content = base::to_bytes(mark);
    return certificate;
}

std::string mark_of(const dvdv::Certificate* certificate)
{
    return certificate == nullptr ? "-" : base::to_text(certificate->content);
}

dvdv::Service service()
{
    dvdv::Service result;
    auto intermediary = element("InternetIntermediär", "OSCI_INTERMEDIARY");
    intermediary.uri = "https://internet.example/";
    intermediary.cipher_certificate = marked("ic");
    intermediary.signature_certificate = marked("is");
    auto addressee = element("InternetEmpfänger", "OSCI_ADDRESSEE");
    addressee.cipher_certificate = marked("r");
    auto content = element("Inhalt", "CIPHER_CERTIFICATE");
    content.cipher_certificate = marked("c");
    result.elements = {intermediary, addressee, content};
    return result;
}

struct Found {
    dvdv::Route route;
    std::vector<base::Finding> findings;
};

Found select(const dvdv::Service& entry, dvdv::Network network = dvdv::Network::internet,
             bool with_wsdl = true)
{
    Found found;
    const auto wsdl = dvdv::read_wsdl(entries::k_wsdl);
    found.route = dvdv::select_route(entry, network, with_wsdl ? &wsdl : nullptr, found.findings);
    return found;
}

} // namespace

TEST_CASE("dvdv::select_route: finds the elements of the network")
{
    auto entry = service();
    auto testa = element("TESTAIntermediär", "OSCI_INTERMEDIARY");
    testa.uri = "https://testa.example/";
    auto testa_addressee = element("TESTAEmpfänger", "OSCI_ADDRESSEE");
    testa_addressee.cipher_certificate = marked("t");
    entry.elements.insert(entry.elements.begin(), {testa, testa_addressee});
    const auto internet = select(entry);
    CHECK(internet.findings.empty());
    CHECK(internet.route.intermediary->uri == "https://internet.example/");
    CHECK(mark_of(internet.route.recipient) == "r");
    CHECK(mark_of(internet.route.intermediary_cipher()) == "ic");
    CHECK(mark_of(internet.route.intermediary_signature()) == "is");
    const auto other = select(entry, dvdv::Network::testa);
    CHECK(other.route.intermediary->uri == "https://testa.example/");
    CHECK(mark_of(other.route.recipient) == "t");
}

TEST_CASE("dvdv::select_route: the content is for the reader of the WSDL, else for the recipient")
{
    CHECK(mark_of(select(service()).route.content) == "c");
    CHECK(mark_of(select(service(), dvdv::Network::internet, false).route.content) == "r");
}

TEST_CASE("dvdv::select_route: falls back to a certificate of the addressee's name")
{
    auto entry = service();
    entry.elements[1].cipher_certificate.reset();
    entry.elements[2].description_name = "InternetEmpfänger";
    const auto found = select(entry);
    CHECK(found.findings.empty());
    CHECK(mark_of(found.route.recipient) == "c");
    CHECK(found.route.recipient_by_name);
    entry.elements.push_back(entry.elements[2]);
    const auto several = select(entry);
    REQUIRE(several.findings.size() == 1);
    CHECK(several.findings.front().code == "ANB-D219");
    CHECK(several.route.recipient == nullptr);
}

TEST_CASE("dvdv::select_route: names what is missing and what is there twice")
{
    auto entry = service();
    entry.elements.push_back(entry.elements[0]);
    entry.elements.erase(entry.elements.begin() + 1);
    const auto found = select(entry);
    REQUIRE(found.findings.size() == 2);
    CHECK(found.findings[0].code == "ANB-D219");
    CHECK(found.findings[0].element == "intermediary");
    CHECK(found.findings[1].code == "ANB-D218");
    CHECK(found.findings[1].element == "recipient_certificate");
    CHECK(found.route.intermediary == nullptr);
    CHECK(found.route.addressee == nullptr);
}

TEST_CASE("dvdv::select_route: a port of the WSDL decides between several names")
{
    auto entry = service();
    auto second = entry.elements[0];
    second.description_name = "InternetIntermediär 2";
    second.uri = "https://zwei.example/";
    entry.elements.push_back(second);
    const auto found = select(entry);
    CHECK(found.findings.empty());
    CHECK(found.route.intermediary->uri == "https://internet.example/");
    CHECK(select(entry, dvdv::Network::internet, false).findings.front().code == "ANB-D219");
}
