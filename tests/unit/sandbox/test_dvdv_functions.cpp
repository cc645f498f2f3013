// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "bench.hpp"
#include "sandbox/dvdv/builtin.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace anb;
using namespace anb::sandbox;
using namespace anb::sandbox::testing;

namespace {

Answer ask(Bench& bench, const std::string& function, const json::Value& query = nullptr,
           const std::string& server = "test/dvdv")
{
    return bench.exchange(
        "GET",
        "/" + server + "/intern/directory/v2/" + function +
            (query.is_null() ? "" : "?request_json=" + base::percent_encode(json::dump(query))),
        {});
}

Answer ask_batch(Bench& bench, const std::string& function, const json::Value& queries)
{
    return bench.exchange("POST", "/test/dvdv/intern/directory/v2/batch/" + function,
                          {{"Content-Type", "application/json; charset=utf-8"}},
                          json::dump(queries));
}

json::Value service_query(const std::string& uri = k_builtin_service_uri)
{
    return {{"organizationKey", "soa:05999000"}, {"serviceSpecificationUri", uri}};
}

const json::Value k_authority = {{"category", "Sozialamt"}, {"organizationKey", "soa:05999000"}};

} // namespace

TEST_CASE("sandbox: the built-in directory has one authority with one OSCI service")
{
    Bench bench;
    for (const std::string env : {"test", "prod"}) {
        for (const std::string server : {"/dvdv", "/dvdv-replica"}) {
            const auto answer = ask(bench, "findservicedescription", service_query(), env + server);
            REQUIRE(answer.status == 200);
            CHECK(answer.headers.at("content-type") == "application/json; charset=utf-8");
            const auto service = answer.json();
            const auto& elements = service.at("serviceElements");
            CHECK(elements.at(0).at("serviceElementUri") ==
                  bench.sandbox().environment(env).intermediary_url());
            CHECK(elements.at(1).at("cipherCertificate").at("fingerprint") ==
                  elements.at(2).at("cipherCertificate").at("fingerprint"));
            CHECK(elements.at(1).at("cipherCertificate").at("x509KeyUsage") == 7);
            CHECK(service.at("serviceSpecificationDocument")
                      .get<std::string>()
                      .find(elements.at(2).at("serviceElementName").get<std::string>()) !=
                  std::string::npos);
        }
        const auto issuer = ask(bench, "findauthoritydescription", k_authority, env + "/dvdv")
                                .json()
                                .at("organization")
                                .at("clientCertificates")
                                .at(0)
                                .at("nameIssuer")
                                .get<std::string>();
        CHECK((issuer.find("TEST") != std::string::npos) == (env == "test"));
    }
}

TEST_CASE("sandbox: every function of the directory finds, and says what it does not find")
{
    Bench bench;
    const auto description = ask(bench, "findauthoritydescription", k_authority);
    REQUIRE(description.status == 200);
    const auto organization = description.json().at("organization");
    const auto client =
        organization.at("clientCertificates").at(0).at("fingerprint").get<std::string>();
    const auto service = ask(bench, "findservicedescription", service_query()).json();
    const auto cipher =
        service.at("serviceElements").at(1).at("cipherCertificate").at("fingerprint");

    const auto none = ask(bench, "findauthoritydescription",
                          {{"category", "Meldebehörde"}, {"organizationKey", "soa:05999000"}});
    CHECK(none.status == 404);
    CHECK(none.json().at("type") == "problems/type/ENTITY_NOT_FOUND");
    CHECK(none.json().at("detail") ==
          "5009: Keine Organisation mit Kategorie \"Meldebehörde\" und Organisationsschlüssel "
          "\"soa:05999000\" gefunden");
    CHECK(ask(bench, "findauthoritydescriptions", {{"organizationKey", "soa:05999000"}})
              .json()
              .at(0) == description.json());
    CHECK(ask(bench, "findauthoritydescriptions", {{"organizationKey", "SOA:05999000"}}).body ==
          "[]");
    CHECK(
        ask(bench, "findcategories", {{"fingerPrint", client}, {"organizationKey", "soa:05999000"}})
            .body == R"(["Sozialamt"])");
    CHECK(
        ask(bench, "findcategories", {{"fingerPrint", cipher}, {"organizationKey", "soa:05999000"}})
            .body == "[]");
    CHECK(ask(bench, "findCertificateByFingerprint", {{"fingerPrint", cipher}})
              .json()
              .at("fingerprint") == cipher);
    const auto no_certificate =
        ask(bench, "findCertificateByFingerprint", {{"fingerPrint", std::string(40, '0')}});
    CHECK(no_certificate.status == 404);
    CHECK(no_certificate.body.empty());
    const auto by_element = [&](const char* type, const char* parameter, const json::Value& value) {
        return ask(bench, "findOrganizationsByServiceElement",
                   {{"serviceElementType", type},
                    {"parameterType", parameter},
                    {"parameterValue", value}})
            .json();
    };
    const auto found = by_element("OSCI_ADDRESSEE", "CIPHER_CERTIFICATE", cipher);
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found.at(0).contains("services"));
    CHECK(by_element("OSCI_ADDRESSEE", "SIGNATURE_CERTIFICATE", cipher).empty());
    CHECK(by_element("OSCI_INTERMEDIARY", "CIPHER_CERTIFICATE", cipher).empty());
    const auto url = bench.sandbox().environment("test").intermediary_url();
    CHECK(by_element("OSCI_INTERMEDIARY", "URI", url).size() == 1);
    const auto missing = ask(bench, "findservicedescription", service_query("urn:nothing"));
    CHECK(missing.status == 404);
    CHECK(missing.json().at("detail") ==
          "5005: Kein Dienst zum Organisationsschlüssel 'soa:05999000' und URI urn:nothing.");
    CHECK(
        ask(bench, "findServiceSpecificationUrisByCategory", {{"category", "Sozialamt"}}).json() ==
        json::Value::array({k_builtin_service_uri}));
    CHECK(ask(bench, "verifycategory", {{"fingerPrint", client}, {"category", "Sozialamt"}}).body ==
          R"({"verifyCategory":true})");
    CHECK(ask(bench, "verifycategory", {{"fingerPrint", client}, {"category", "Sozialportal"}})
              .body == R"({"verifyCategory":false})");
    CHECK(ask(bench, "version").json().at("version") == "2.15.0");
    CHECK(ask(bench, "categories").body.find("Sozialamt") != std::string::npos);
    CHECK(ask(bench, "intermediaries").json().at(0).at("orgaProvName") ==
          "Rechenzentrum Musterland");
    CHECK(
        bench.exchange("GET", "/test/dvdv/extern/standaloneauth/directory/v2/version", {}).status ==
        401);
    CHECK(bench.exchange("GET", "/test/dvdv/intern/directory/version", {}).status == 404);
}

TEST_CASE("sandbox: batches answer by position")
{
    Bench bench;
    CHECK(ask_batch(bench, "findauthoritydescription", json::Value::array()).body == "[]");
    const json::Value queries = json::Value::array(
        {service_query("urn:nothing"), service_query(), service_query("urn:nothing")});
    const auto services = ask_batch(bench, "findservicedescription", queries).json();
    REQUIRE(services.size() == 3);
    CHECK(services.at(0).is_null());
    CHECK(services.at(1).at("serviceSpecificationUri") == k_builtin_service_uri);
    CHECK(services.at(2).is_null());
    CHECK(ask_batch(bench, "findServiceSpecificationUrisByCategory",
                    json::Value::array({{{"category", "Archiv"}}}))
              .body == "[[]]");
    CHECK(ask_batch(bench, "verifycategory",
                    json::Value::array(
                        {{{"fingerPrint", std::string(40, '0')}, {"category", "Sozialamt"}}}))
              .body == R"([{"verifyCategory":false}])");
    CHECK(ask_batch(bench, "findauthoritydescriptions", json::Value::array()).status == 404);
    CHECK(ask_batch(bench, "findservicedescription",
                    json::Value(std::vector<json::Value>(201, service_query())))
              .status == 400);
}

TEST_CASE("sandbox: a service that is not valid now gives 204 with the server's reason")
{
    Options options;
    options.clock = base::parse_time("2024-06-01");
    Bench bench(options);
    const auto early = ask(bench, "findservicedescription", service_query());
    CHECK(early.status == 204);
    CHECK(early.body.empty());
    CHECK(early.headers.at("dvdv-warning-msg") ==
          "=?utf-8?q?Dienst_beispielHilfeZumLebensunterhaltAntragV1_ist_erst_ab_01?= "
          "=?utf-8?q?=2E01=2E2025_g=C3=BCltig?=");
    CHECK(ask_batch(bench, "findservicedescription", json::Value::array({service_query()})).body ==
          "[null]");
}

TEST_CASE("sandbox: the environment file names both servers, the client and the anchors")
{
    Bench bench;
    const auto text = bench.sandbox().environments_toml();
    const auto base = bench.sandbox().address();
    for (const std::string env : {"test", "prod"}) {
        CHECK(text.find("dvdv_servers = [\"" + base + "/" + env + "/dvdv\", \"" + base + "/" + env +
                        "/dvdv-replica\"]\n") != std::string::npos);
        CHECK(text.find("/dvdv-client-" + env + ".p12\"\n") != std::string::npos);
        CHECK(text.find("/dvdv-client-" + env + ".password\"\n") != std::string::npos);
    }
    CHECK(text.find("/test-pki-root.pem\"\n") < text.find("[prod]"));
    CHECK(text.find("/v-pki-root.pem\"\n") > text.find("[prod]"));
}

TEST_CASE("sandbox: a directory that cannot be used is refused at the beginning")
{
    Options options;
    options.directory = "/no/such/folder";
    const auto code = [&] {
        try {
            Bench bench(options);
        } catch (const base::Error& error) {
            return error.code();
        }
        return std::string("accepted");
    };
    CHECK(code() == "ANB-G606");
    options.directory = std::filesystem::temp_directory_path() / "anb-dvdv-broken";
    std::filesystem::create_directories(options.directory / "prod-replica");
    std::ofstream(options.directory / "prod-replica" / "a.json") << "{}";
    CHECK(code() == "ANB-G607");
    std::filesystem::remove_all(options.directory);
}
