// Tests of dvdv/check.hpp: a good entry, and entries with one fault each.
// SPDX-License-Identifier: EUPL-1.2

#include "dvdv/check.hpp"
#include "entries.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>

using namespace anb;
using namespace entries;

namespace {

/// Keys take long to make: one for the CA, one for every leaf.
struct Pki {
    crypto::PrivateKey ca_key = crypto::PrivateKey::generate_rsa(3072);
    crypto::PrivateKey leaf_key = crypto::PrivateKey::generate_rsa(3072);
    pki::Certificate ca = pki::self_sign(ca_key, request("Beispiel PCA", true, 0));

    static pki::CertificateRequest request(const std::string& name, bool is_ca, std::uint16_t usage)
    {
        pki::CertificateRequest request;
        request.common_name = name;
        request.organization = "Musterland";
        request.not_before = k_now - base::Seconds(100 * 86400);
        request.not_after = k_now + base::Seconds(1000 * 86400);
        request.ca = is_ca;
        request.key_usage = is_ca ? pki::key_cert_sign | pki::crl_sign : usage;
        return request;
    }

    pki::Certificate leaf(const pki::CertificateRequest& wanted) const
    {
        return pki::issue(leaf_key.public_key(), wanted, ca, ca_key);
    }
};

const Pki& authority()
{
    static const Pki k_pki;
    return k_pki;
}

const pki::Certificate& both_roles()
{
    static const auto k_certificate = authority().leaf(
        Pki::request("GRP: Musterstadt", false, pki::digital_signature | pki::key_encipherment));
    return k_certificate;
}

/// Everything that a check looks at, all in order.
struct Scene {
    dvdv::Observation seen;
    dvdv::Expectation expected;
    dvdv::CheckRules rules;
    pki::Issuers trust;

    Scene()
    {
        trust.add_anchor(std::make_shared<pki::Facts>(*pki::read_facts(authority().ca.to_der())),
                         "production");
        rules.certificates.environment = pki::Environment::production;
        rules.certificates.at = k_now;

        dvdv::Organization organization;
        organization.name = "Stadt Musterstadt";
        organization.category = "Sozialamt";
        organization.organization_keys = {k_key};
        organization.client_certificates = {entered(both_roles())};
        seen.organizations = {{organization, {}}};
        seen.server = "https://eins.example";
        seen.allowed_uris = std::vector<std::string>{k_uri};
        seen.intermediary_failure = "";
        seen.service.presence = dvdv::Presence::found;
        auto& service = seen.service.service;
        service.specification_type = "WSDL_OSCI";
        service.specification_uri = k_uri;
        service.specification_document = k_wsdl;
        auto intermediary = element("InternetIntermediär", "OSCI_INTERMEDIARY");
        intermediary.uri = "https://intermediaer.example/osci";
        intermediary.cipher_certificate = entered(both_roles());
        intermediary.signature_certificate = entered(both_roles());
        auto addressee = element("InternetEmpfänger", "OSCI_ADDRESSEE");
        addressee.cipher_certificate = entered(both_roles());
        auto content = element("Inhalt", "CIPHER_CERTIFICATE");
        content.cipher_certificate = entered(both_roles());
        service.elements = {intermediary, addressee, content};
        seen.replicas = {{"https://zwei.example", seen.service, {}}};

        expected.organization_key = k_key;
        expected.specification_uri = k_uri;
        expected.category = "Sozialamt";
        expected.intermediary_url = intermediary.uri;
        const dvdv::LocalCertificate local{both_roles().to_der(), "stadt.p12", true};
        expected.recipient = local;
        expected.intermediary_cipher = local;
        expected.intermediary_signature = local;
    }

    dvdv::Service& service() { return seen.service.service; }
    dvdv::Organization& organization() { return seen.organizations.front().organization; }
    /// Another server says the same.
    void agree() { seen.replicas.front().answer = seen.service; }

    base::Report check()
    {
        rules.trust = &trust;
        return dvdv::check_entry(seen, expected, rules);
    }
};

std::string codes(const base::Report& report)
{
    std::string text;
    for (const auto& finding : report.findings) {
        text += (text.empty() ? "" : " ") + finding.code;
    }
    return text;
}

void enter(Scene& scene, std::size_t element, const dvdv::Certificate& certificate)
{
    scene.service().elements[element].cipher_certificate = certificate;
    scene.expected.recipient.reset();
}

} // namespace

TEST_CASE("dvdv::check_entry: a good entry raises nothing and has every point")
{
    Scene scene;
    const auto report = scene.check();
    CHECK(codes(report).empty());
    CHECK(report.accepted());
    for (const auto point : dvdv::k_points) {
        CAPTURE(point);
        CHECK((base::find_fact(report, point) != nullptr || point == "content_certificate"));
        CHECK(base::state_of(report, point) == base::PointState::ok);
    }
    CHECK(*base::find_fact(report, "expires_what") == "intermediary_certificate");
    CHECK(*base::find_fact(report, "days_left") == "1000");
    CHECK(*base::find_fact(report, "wsdl") == "ANTRAG");
    CHECK(*base::find_fact(report, "communication_type") == "one-way-active");
    REQUIRE(report.unchecked.size() == 1);
    CHECK(report.unchecked.front().element == "revocation");
}

TEST_CASE("dvdv::check_entry: what is not known is listed, not called ok")
{
    Scene scene;
    scene.expected = {};
    scene.expected.organization_key = k_key;
    scene.expected.specification_uri = k_uri;
    scene.seen.allowed_uris.reset();
    scene.seen.intermediary_failure.reset();
    scene.seen.replicas.front().answer.reset();
    scene.trust = pki::Issuers();
    scene.organization().category.clear();
    scene.service().specification_type.clear();
    std::set<std::string> unchecked;
    for (const auto& each : scene.check().unchecked) {
        unchecked.insert(each.element);
    }
    for (const std::string point :
         {"category", "allowed_uris", "specification_type", "intermediary_url",
          "intermediary_reachable", "intermediary_certificate_match",
          "intermediary_signature_match", "recipient_certificate_match", "replicas", "chain",
          "revocation"}) {
        CAPTURE(point);
        CHECK(unchecked.contains(point));
    }
}

TEST_CASE("dvdv::check_entry: each fault has its code")
{
    struct Case {
        const char* what;
        std::function<void(Scene&)> plant;
        const char* found;
    };
    const auto other = [](std::uint16_t usage, int from_days, int until_days,
                          const std::string& name = "GRP: Andere") {
        auto request = Pki::request(name, false, usage);
        request.not_before = k_now + base::Seconds(from_days * 86400LL);
        request.not_after = k_now + base::Seconds(until_days * 86400LL);
        return entered(authority().leaf(request));
    };
    const auto good = pki::digital_signature | pki::key_encipherment;
    const Case cases[] = {
        {"no organisation",
         [](Scene& s) {
             s.seen.organizations.clear();
             s.seen.service = {};
             s.agree();
         },
         "ANB-D201"},
        {"no service",
         [](Scene& s) {
             s.seen.service = {};
             s.agree();
         },
         "ANB-D203"},
        {"not valid any more",
         [](Scene& s) {
             s.seen.service = {dvdv::Presence::not_valid, {}, "seit gestern"};
             s.agree();
         },
         "ANB-D202"},
        {"organisation over", [](Scene& s) { s.organization().validity.to = k_now; }, "ANB-D204"},
        {"organisation ends",
         [](Scene& s) { s.organization().validity.to = k_now + base::Seconds(30 * 86400); },
         "ANB-D236"},
        {"another key", [](Scene& s) { s.organization().organization_keys = {"soa:1"}; },
         "ANB-D239"},
        {"two organisations",
         [](Scene& s) { s.seen.organizations.push_back(s.seen.organizations[0]); }, "ANB-D238"},
        {"category", [](Scene& s) { s.organization().category = "Jugendamt"; }, "ANB-D223"},
        {"category by prefix",
         [](Scene& s) {
             s.organization().category = "Jugendamt";
             s.expected.category.clear();
         },
         "ANB-D223"},
        {"uri not allowed", [](Scene& s) { s.seen.allowed_uris->clear(); }, "ANB-D222"},
        {"clients expired",
         [&](Scene& s) { s.organization().client_certificates = {other(good, -100, -1)}; },
         "ANB-D241"},
        {"service over",
         [](Scene& s) {
             s.service().validity.to = k_now;
             s.agree();
         },
         "ANB-D235"},
        {"service not yet",
         [](Scene& s) {
             s.service().validity.from = k_now + base::Seconds(1);
             s.agree();
         },
         "ANB-D235"},
        {"service ends",
         [](Scene& s) {
             s.service().validity.to = k_now + base::Seconds(20 * 86400);
             s.agree();
         },
         "ANB-D236"},
        {"manual",
         [](Scene& s) {
             s.service().specification_type = "MANUAL";
             s.agree();
         },
         "ANB-D220"},
        {"other uri",
         [](Scene& s) {
             s.service().specification_uri += "x";
             s.agree();
         },
         "ANB-D221"},
        {"no wsdl",
         [](Scene& s) {
             s.service().specification_document.clear();
             s.agree();
         },
         "ANB-D224"},
        {"broken wsdl",
         [](Scene& s) {
             s.service().specification_document.resize(100);
             s.agree();
         },
         "ANB-D225"},
        {"wsdl of another",
         [](Scene& s) {
             auto& text = s.service().specification_document;
             text.replace(text.find("/1/antrag"), 3, "/2/");
             s.agree();
         },
         "ANB-D226"},
        {"reader not entered",
         [](Scene& s) {
             s.service().elements.pop_back();
             s.agree();
         },
         "ANB-D227"},
        {"no transport encryption",
         [](Scene& s) {
             auto& text = s.service().specification_document;
             text.replace(text.find("encrypted=\"true\"><o:reader"), 16, "encrypted=\"false\"");
             s.agree();
         },
         "ANB-D228"},
        {"no intermediary",
         [](Scene& s) {
             s.service().elements.erase(s.service().elements.begin());
             s.agree();
         },
         "ANB-D218 ANB-D227"},
        {"no address",
         [](Scene& s) {
             s.service().elements[0].uri.clear();
             s.agree();
         },
         "ANB-D215"},
        {"address without scheme",
         [](Scene& s) {
             s.service().elements[0].uri = "intermediaer.example";
             s.agree();
         },
         "ANB-D215"},
        {"other address",
         [](Scene& s) {
             s.service().elements[0].uri += "/2";
             s.agree();
         },
         "ANB-D216"},
        {"silent intermediary", [](Scene& s) { s.seen.intermediary_failure = "time_out"; },
         "ANB-D217"},
        {"no cipher certificate",
         [](Scene& s) {
             s.service().elements[0].cipher_certificate.reset();
             s.agree();
         },
         "ANB-D211"},
        {"no recipient",
         [](Scene& s) {
             s.service().elements[1].cipher_certificate.reset();
             s.agree();
         },
         "ANB-D211"},
        {"other recipient",
         [&](Scene& s) {
             s.service().elements[1].cipher_certificate = other(good, -1, 1000);
             s.service().elements[2].cipher_certificate = other(good, -1, 1000);
             s.expected.content = {s.service().elements[2].cipher_certificate->content, "c", false};
             s.agree();
         },
         "ANB-D210"},
        {"other content",
         [&](Scene& s) {
             s.service().elements[2].cipher_certificate = other(good, -1, 1000);
             s.agree();
         },
         "ANB-D212"},
        {"other intermediary",
         [&](Scene& s) {
             s.service().elements[0].cipher_certificate = other(good, -1, 1000);
             s.agree();
         },
         "ANB-D213"},
        {"other signature",
         [&](Scene& s) {
             s.service().elements[0].signature_certificate = other(good, -1, 1000);
             s.agree();
         },
         "ANB-D214"},
        {"expired",
         [&](Scene& s) {
             enter(s, 1, other(good, -100, -1));
             enter(s, 2, other(good, -100, -1));
             s.agree();
         },
         "ANB-C101 ANB-C101"},
        {"ends soon",
         [&](Scene& s) {
             enter(s, 1, other(good, -100, 30));
             s.agree();
         },
         "ANB-C120"},
        {"ends very soon",
         [&](Scene& s) {
             enter(s, 1, other(good, -100, 10));
             s.agree();
         },
         "ANB-C119"},
        {"not valid yet",
         [&](Scene& s) {
             enter(s, 1, other(good, 1, 1000));
             s.agree();
         },
         "ANB-C121"},
        {"wrong role",
         [&](Scene& s) {
             enter(s, 1, other(pki::digital_signature, -1, 1000));
             s.agree();
         },
         "ANB-C141"},
        {"no group",
         [&](Scene& s) {
             enter(s, 1, other(good, -1, 1000, "Erika Mustermann"));
             s.agree();
         },
         "ANB-C184"},
        {"text contradicts: usage",
         [](Scene& s) {
             s.service().elements[1].cipher_certificate->key_usage = 64;
             s.agree();
         },
         "ANB-D230"},
        {"text contradicts: end",
         [](Scene& s) {
             s.service().elements[1].cipher_certificate->validity.to = k_now;
             s.agree();
         },
         "ANB-D230"},
        {"text contradicts: begin",
         [](Scene& s) {
             s.service().elements[1].cipher_certificate->validity.from = k_now;
             s.agree();
         },
         "ANB-D230"},
        {"text contradicts: serial",
         [](Scene& s) {
             s.service().elements[1].cipher_certificate->serial = "1";
             s.agree();
         },
         "ANB-D230"},
        {"text contradicts: fingerprint",
         [](Scene& s) {
             s.service().elements[1].cipher_certificate->fingerprint = std::string(40, '0');
             s.agree();
         },
         "ANB-D231"},
        {"no fingerprint",
         [](Scene& s) {
             s.service().elements[1].cipher_certificate->fingerprint.clear();
             s.agree();
         },
         "ANB-D231"},
        {"no certificate inside",
         [](Scene& s) {
             enter(s, 1, {});
             s.service().elements[2].cipher_certificate = dvdv::Certificate();
             s.agree();
         },
         "ANB-D232"},
        {"revoked",
         [](Scene& s) {
             s.service().elements[0].signature_certificate->revocation_date = "2026-01-01";
             s.agree();
         },
         "ANB-D233"},
        {"empty element",
         [](Scene& s) {
             s.service().elements.push_back(element("Leer", "TEXT"));
             s.agree();
         },
         "ANB-D260"},
        {"other server", [](Scene& s) { s.seen.replicas.front().answer->service.name = "alt"; },
         "ANB-D237"},
        {"other server knows nothing",
         [](Scene& s) { s.seen.replicas.front().answer = dvdv::ServiceAnswer(); }, "ANB-D237"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.what);
        Scene scene;
        each.plant(scene);
        const auto report = scene.check();
        CHECK(codes(report) == each.found);
        CHECK(report.worst() != base::Severity::note);
    }
}

TEST_CASE("dvdv::check_entry: a test certificate in production is an error, by anchor or by name")
{
    Scene scene;
    scene.trust = pki::Issuers();
    scene.trust.add_anchor(std::make_shared<pki::Facts>(*pki::read_facts(authority().ca.to_der())),
                           "test");
    CHECK(codes(scene.check()).find("ANB-C131") != std::string::npos);
    scene.rules.certificates.environment = pki::Environment::test;
    CHECK(codes(scene.check()).empty());

    Scene named;
    const auto ca_key = crypto::PrivateKey::generate_rsa(2048);
    const auto ca = pki::self_sign(ca_key, Pki::request("DOI Test CA", true, 0));
    const auto leaf = pki::issue(authority().leaf_key.public_key(),
                                 Pki::request("GRP: x", false, pki::key_encipherment), ca, ca_key);
    enter(named, 1, entered(leaf));
    named.agree();
    const auto report = named.check();
    CHECK(codes(report).find("ANB-D234") != std::string::npos);
    CHECK_FALSE(report.accepted());
}

TEST_CASE("dvdv::check_entry: the operator answers for the certificates of the Intermediär")
{
    Scene scene;
    scene.service().elements[0].signature_certificate->fingerprint = "00";
    scene.agree();
    const auto report = scene.check();
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings.front().where == "intermediary_signature");
    CHECK(report.findings.front().responsible == "betreiber_intermediaer");
}
