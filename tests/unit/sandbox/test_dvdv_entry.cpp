// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/file.hpp"
#include "crypto/random.hpp"
#include "pki/issue.hpp"
#include "sandbox/dvdv/categories.hpp"
#include "sandbox/dvdv/entry.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::sandbox;

namespace {

/// A folder that goes with the test.
struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("anb-dvdv-" + crypto::random_uuid());
    Folder() { base::make_folder(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path); }

    void write(const std::string& name, base::ByteView bytes) const
    {
        base::write_file(path / name, bytes, base::Access::everyone);
    }
};

const pki::Certificate& certificate()
{
    static const auto k_certificate = [] {
        pki::CertificateRequest request;
        request.common_name = "GRP: Stadt Musterstadt";
        request.organization = "Musterstadt";
        request.not_before = *base::parse_time("2026-01-01");
        request.not_after = *base::parse_time("2029-01-01");
        request.key_usage = pki::digital_signature | pki::non_repudiation | pki::key_encipherment;
        return pki::self_sign(crypto::PrivateKey::generate_rsa(2048), request);
    }();
    return k_certificate;
}

DvdvEntry entry(const json::Value& value, const std::filesystem::path& folder = ".")
{
    return parse_entry(json::dump(value), (folder / "stadt.json").string(), folder);
}

json::Value least()
{
    return {{"nameDe", "Stadt"},
            {"category", "Sozialamt"},
            {"organizationKeys", json::Value::array({"soa:05999000"})}};
}

json::Value with_service(json::Value service)
{
    auto value = least();
    value["services"] = json::Value::array({std::move(service)});
    return value;
}

json::Value with_client(json::Value client)
{
    auto value = least();
    value["clientCertificates"] = json::Value::array({std::move(client)});
    return value;
}

} // namespace

TEST_CASE("sandbox::parse_entry: absent members are null, in the document's order")
{
    const auto read = entry(least());
    const auto& organization = read.description.at("organization");
    CHECK(organization.begin().key() == "id");
    CHECK(organization.at("id").is_number_integer());
    CHECK(organization.at("validTo").is_null());
    CHECK(organization.at("clientCertificates") == json::Value::array());
    CHECK(read.description.at("representatives") == json::Value::array());
    CHECK_FALSE(read.light.contains("services"));
    CHECK(read.keys == std::vector<std::string>{"soa:05999000"});
    CHECK(entry(least()).description == read.description);
}

TEST_CASE("sandbox::parse_entry: reads an OrganizationDescription with complete services")
{
    auto service = json::Value{
        {"nameDe", "Antrag"},
        {"validFrom", "2026-01-01"},
        {"validTo", "2026-06-30T21:59:59.999Z"},
        {"serviceSpecificationUri", "urn:beispiel:antrag"},
        {"serviceElements", json::Value::array({{{"serviceElementType", "OSCI_ADDRESSEE"}}})},
        {"future", 1}};
    const json::Value description = {{"organization", with_service(std::move(service))},
                                     {"representatives", json::Value::array({least()})},
                                     {"enteredAt", "2026-02-01T10:00:00Z"}};
    const auto read = entry(description);
    REQUIRE(read.services.size() == 1);
    const auto& first = read.services.front();
    CHECK(first.value.at("validFrom") == "2026-01-01T00:00:00.000Z");
    CHECK(first.value.at("validTo") == "2026-06-30T21:59:59.999Z");
    CHECK(first.value.at("organizationNameDe") == "Stadt");
    CHECK(first.value.at("serviceDescriptionName") == "Antrag");
    CHECK(first.value.at("future") == 1);
    CHECK(first.valid_at(*base::parse_time("2026-03-01")));
    CHECK_FALSE(first.valid_at(*base::parse_time("2025-12-31")));
    CHECK_FALSE(first.valid_at(*base::parse_time("2026-07-01")));
    CHECK(first.elements.front().value.at("providerNameDe") == "Stadt");
    const auto& base = read.description.at("organization").at("services").at(0);
    CHECK(base.contains("serviceSpecificationUri"));
    CHECK_FALSE(base.contains("serviceElements"));
    CHECK(read.entered_at == base::parse_time("2026-02-01T10:00:00Z"));
    CHECK_FALSE(read.description.at("organization").contains("enteredAt"));
    CHECK(read.description.at("representatives").size() == 1);
}

TEST_CASE("sandbox::parse_entry: computes what a certificate's file says, unless it is given")
{
    const Folder folder;
    folder.write("stadt.cer", certificate().to_der());
    folder.write("stadt.pem", base::as_bytes(certificate().to_pem()));
    const auto sha1 = base::to_hex(certificate().fingerprint(crypto::DigestAlgorithm::sha1));
    for (const auto* name : {"stadt.cer", "stadt.pem"}) {
        const auto read = entry(with_client({{"file", name}}), folder.path);
        const auto& value = read.clients.front().value;
        CHECK(value.at("content") == base::to_base64(certificate().to_der()));
        CHECK(value.at("fingerprint") == sha1);
        CHECK(value.at("nameSubject") == "GRP: Stadt Musterstadt");
        CHECK(value.at("organizationIssuer") == "Musterstadt");
        CHECK(value.at("ouSubject").is_null());
        CHECK(value.at("emailSubject").is_null());
        CHECK(value.at("validTo") == "2029-01-01T00:00:00.000Z");
        CHECK(value.at("x509KeyUsage") == 7);
        CHECK(value.at("algorithm") == "RSASSA-PSS");
        CHECK_FALSE(value.contains("file"));
        CHECK_FALSE(value.contains("revocationReason"));
        CHECK(read.files == std::vector{folder.path / name});
    }
    const auto contradicting =
        entry(with_client({{"content", base::to_base64(certificate().to_der())},
                           {"fingerprint", "0123456789012345678901234567890123456789"},
                           {"x509KeyUsage", nullptr},
                           {"validTo", "2020-01-01"}}));
    const auto& value = contradicting.clients.front().value;
    CHECK(value.at("fingerprint") == "0123456789012345678901234567890123456789");
    CHECK(value.at("x509KeyUsage").is_null());
    CHECK(value.at("validTo") == "2020-01-01T00:00:00.000Z");
    CHECK(value.at("validFrom") == "2026-01-01T00:00:00.000Z");
    CHECK(contradicting.clients.front().certificate);

    const auto damaged = entry(with_client({{"content", "AAAA"}}));
    CHECK_FALSE(damaged.clients.front().certificate);
    CHECK(damaged.clients.front().value.at("fingerprint").is_null());
}

TEST_CASE("sandbox::describe_certificate: serial numbers in both spellings")
{
    const auto value = describe_certificate(certificate());
    const auto hex = value.at("serialHex").get<std::string>();
    CHECK(hex.find_first_not_of('0') == 0);
    std::uint64_t number = 0;
    for (const char c : hex) {
        number = number * 16 + static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    CHECK(value.at("serial") == std::to_string(number));
}

TEST_CASE("sandbox::parse_entry: a WSDL may stand in a file")
{
    const Folder folder;
    folder.write("antrag.wsdl", base::as_bytes("<definitions name=\"ä\"/>"));
    const auto read = entry(
        with_service({{"serviceSpecificationDocument", {{"file", "antrag.wsdl"}}}}), folder.path);
    CHECK(read.services.front().value.at("serviceSpecificationDocument") ==
          "<definitions name=\"ä\"/>");
    CHECK(read.files == std::vector{folder.path / "antrag.wsdl"});
    CHECK(entry(with_service({{"nameDe", "x"}}))
              .services.front()
              .value.at("serviceSpecificationDocument")
              .is_null());
}

TEST_CASE("sandbox::parse_entry: names the place of a fault")
{
    const auto pointer = [](const json::Value& value) {
        try {
            entry(value);
        } catch (const base::Error& error) {
            CHECK(error.code() == "ANB-G302");
            return error.values().at(1).second;
        }
        return std::string("accepted");
    };
    const auto changed = [](const char* name, json::Value member) {
        auto value = least();
        value[name] = std::move(member);
        return value;
    };
    CHECK(pointer(json::Value::array()) == "/");
    CHECK(pointer(changed("organizationKeys", json::Value::array())) == "/organizationKeys");
    CHECK(pointer(changed("organizationKeys", nullptr)) == "/organizationKeys");
    CHECK(pointer(changed("category", 1)) == "/category");
    CHECK(pointer(changed("nameDe", std::string(256, 'x'))) == "/nameDe");
    CHECK(pointer(changed("locationStateId", 17)) == "/locationStateId");
    CHECK(pointer(changed("locationStateId", 0)) == "/locationStateId");
    CHECK(pointer(changed("validTo", "morgen")) == "/validTo");
    CHECK(pointer(changed("enteredAt", "morgen")) == "/enteredAt");
    CHECK(pointer(changed("services", 1)) == "/services");
    CHECK(pointer(with_service({{"serviceSpecificationType", "REST"}})) ==
          "/services/0/serviceSpecificationType");
    CHECK(pointer(with_service({{"serviceSpecificationDocument", std::string(65'536, 'x')}})) ==
          "/services/0/serviceSpecificationDocument");
    CHECK(pointer(with_service(
              {{"serviceElements", json::Value::array({{{"serviceElementType", "OSCI"}}})}})) ==
          "/services/0/serviceElements/0/serviceElementType");
    CHECK(pointer(with_client("x")) == "/clientCertificates/0");
    CHECK(pointer(with_client({{"x509KeyUsage", 40'000}})) == "/clientCertificates/0/x509KeyUsage");

    CHECK_THROWS_AS(entry(with_client({{"file", "no-such.cer"}})), base::Error);
    CHECK_THROWS_AS(parse_entry("{", "x.json", "."), base::Error);
}

TEST_CASE("sandbox::parse_entry: damaged text gives an error or an entry, nothing else")
{
    const auto text = json::dump(
        {{"organization",
          with_service({{"nameDe", "Antrag"},
                        {"validTo", "2026-01-01"},
                        {"serviceElements",
                         json::Value::array({{{"cipherCertificate", {{"content", "MIIB"}}}}})}})},
         {"representatives", json::Value::array({least()})},
         {"enteredAt", "2026-02-01T10:00:00Z"}});
    int errors = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (const char c : std::string_view("\"{[0,n\x80\0", 8)) {
            auto damaged = text;
            damaged[i] = c;
            try {
                parse_entry(damaged, "stadt.json", "/no/such/folder");
            } catch (const base::Error&) {
                ++errors;
            }
        }
        CHECK_THROWS_AS(parse_entry(text.substr(0, i), "stadt.json", "."), base::Error);
    }
    CHECK(errors > 1000);
}

TEST_CASE("sandbox::parse_entry: an answer that was saved is answered again as it was")
{
    const auto folder = std::filesystem::path(ANB_REFERENCE) / "dvdv" / "samples-synthetic";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("the reference dvdv is not here");
        return;
    }
    const auto load = [](const std::filesystem::path& file) {
        return json::parse(base::to_text(base::read_file(file.string(), 1'000'000)), file.string());
    };
    const auto unordered = [](const json::Value& value) {
        return nlohmann::json::parse(json::dump(value));
    };
    int services = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        const auto name = file.path().filename().string();
        if (name.starts_with("findservicedescription.") && name.ends_with(".json") &&
            name.find("problem") == std::string::npos) {
            CAPTURE(name);
            const auto sample = load(file.path());
            CHECK(unordered(entry(with_service(sample)).services.at(0).value) == unordered(sample));
            ++services;
        }
    }
    CHECK(services >= 7);
    const auto sample = load(folder / "findauthoritydescription.ok.json");
    CHECK(unordered(entry(sample).description) == unordered(sample));
}

TEST_CASE("sandbox::parse_categories: sorted on all levels, names once, four levels")
{
    const auto read =
        parse_categories(R"([{"name":"B","children":[{"name":"D","prefix":"ddd"},{"name":"C",)"
                         R"("serviceSpecificationUris":["urn:x"]}]},{"name":"A"}])",
                         "categories.json");
    CHECK(json::dump(read.tree) ==
          R"([{"name":"A","children":[]},{"name":"B","children":[{"name":"C","children":[]},)"
          R"({"name":"D","prefix":"ddd","children":[]}]}])");
    CHECK(read.uris.at("C") == std::vector<std::string>{"urn:x"});
    CHECK(read.names.size() == 4);
    for (const auto* text :
         {R"([{"name":"A"},{"name":"A"}])", R"([{"name":"A","prefix":"aaa"}])", R"([{}])",
          R"([{"name":"1","children":[{"name":"2","children":[{"name":"3","children":)"
          R"([{"name":"4","children":[{"name":"5"}]}]}]}]}])"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(parse_categories(text, "categories.json"), base::Error);
    }
    CHECK(usual_categories()->names.contains("Sozialamt"));
}
