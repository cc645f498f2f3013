// Tests of dvdv/model.hpp. SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/file.hpp"
#include "dvdv/model.hpp"
#include "entries.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace anb;

namespace {

json::Value parse(const std::string& text)
{
    return json::parse(text, "test");
}

} // namespace

TEST_CASE("dvdv::read_service: is tolerant of what real servers leave out or spell otherwise")
{
    const auto service = dvdv::read_service(parse(R"({"id": 4711, "nameDe": null, "nameEn": "probe",
        "validTo": "2026-12-31T23:59:59.000Z", "validFrom": 7, "serviceSpecificationType": null,
        "unknown": [1], "serviceElements": [{"serviceElementName": "e", "required": "yes",
        "serviceElementUri": null, "cipherCertificate": {"content": "AAAA", "x509KeyUsage": "7",
        "serial": 12, "validTo": "kein Datum"}}]})"));
    CHECK(service.id == "4711");
    CHECK(service.name == "probe");
    CHECK_FALSE(service.validity.from);
    CHECK(service.validity.to == base::parse_time("2026-12-31T23:59:59Z"));
    CHECK(service.specification_type.empty());
    REQUIRE(service.elements.size() == 1);
    const auto& element = service.elements.front();
    CHECK_FALSE(element.required);
    REQUIRE(element.cipher_certificate);
    CHECK(element.cipher_certificate->content.size() == 3);
    CHECK(element.cipher_certificate->serial == "12");
    CHECK_FALSE(element.cipher_certificate->key_usage);
    CHECK_FALSE(element.cipher_certificate->validity.to);
    CHECK_FALSE(element.signature_certificate);
}

TEST_CASE("dvdv: what is no object or list at all is refused")
{
    for (const std::string text : {"[]", "7", "\"x\"", "null", R"({"serviceElements": [7]})"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(dvdv::read_service(parse(text)), base::Error);
    }
    CHECK_THROWS_AS(dvdv::read_categories(parse("{}")), base::Error);
    CHECK_THROWS_AS(dvdv::read_organization(parse("[]")), base::Error);
}

TEST_CASE("dvdv::to_json: read_service() takes it again")
{
    dvdv::Service service;
    service.id = "1";
    service.name = "Dienst";
    service.validity.from = entries::k_now;
    service.specification_type = "WSDL_OSCI";
    service.specification_uri = entries::k_uri;
    service.specification_document = entries::k_wsdl;
    auto element = entries::element("InternetEmpfänger", "OSCI_ADDRESSEE");
    element.cipher_certificate = dvdv::Certificate{.content = base::to_bytes("der"),
                                                   .fingerprint = "ab",
                                                   .serial = "1",
                                                   .algorithm = "SHA256withRSA",
                                                   .name_issuer = "CA",
                                                   .name_subject = "GRP: x",
                                                   .validity = {entries::k_now, entries::k_now},
                                                   .key_usage = 7,
                                                   .revocation_date = "2026-01-01T00:00:00.000Z",
                                                   .revocation_reason = "superseded"};
    service.elements = {element};
    const auto written = dvdv::to_json(service);
    CHECK(written.at("validFrom") == "2026-11-24T08:00:00.000Z");
    CHECK(json::dump(dvdv::to_json(dvdv::read_service(written))) == json::dump(written));
}

TEST_CASE("dvdv: every sample of the reference is read")
{
    const auto folder = std::filesystem::path(ANB_REFERENCE) / "dvdv";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("the reference is not here");
        return;
    }
    const auto load = [&](const std::string& name) {
        const auto bytes = base::read_file((folder / name).string(), 1 << 24);
        return json::parse(base::as_text(bytes), name);
    };
    const auto description = dvdv::read_description(load("samples/OrganizationDescription.json"));
    CHECK(description.organization.name == "der-orga-name");
    CHECK(description.organization.client_certificates.size() == 1);
    CHECK(description.organization.services.size() == 1);
    CHECK(description.representatives.size() == 1);
    CHECK(dvdv::read_organization(load("samples/OrganizationLightweight.json")).organization_keys ==
          std::vector<std::string>{"foo:1234", "bar:4321"});
    CHECK(dvdv::read_service(load("samples/ServiceDescription.json")).elements.size() == 1);
    CHECK(dvdv::read_service(load("samples/ServiceDescription-mit-Custom.json"))
              .elements.front()
              .custom_type != "");
    for (const std::string name : {"ok", "expired", "revoked", "cipher-fallback", "missing-uri",
                                   "wrong-fingerprint", "testa-and-internet", "manual-webserver"}) {
        CAPTURE(name);
        const auto service =
            dvdv::read_service(load("samples-synthetic/findservicedescription." + name + ".json"));
        CHECK_FALSE(service.specification_uri.empty());
        CHECK_FALSE(service.elements.empty());
    }
    CHECK(
        dvdv::read_categories(load("samples-synthetic/categories.json")).front().children.size() ==
        3);
}
