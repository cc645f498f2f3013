// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "fitconnect/metadata.hpp"
#include "fitconnect/problems.hpp"
#include "unit/fitconnect/demo_case.hpp"

#include <doctest/doctest.h>

#include <functional>

using namespace anb;
using demo::code_of;
using fitconnect::Metadata;

namespace {

Metadata example(const std::string& version)
{
    fitconnect::AttachmentDescription attachment;
    attachment.id = fitconnect::AttachmentId::parse("46cecbaa-4e08-42e5-a104-6da5fead6491");
    attachment.sha512 = std::string(128, 'a');
    attachment.mime_type = "application/pdf";
    attachment.filename = "nachweis.pdf";

    Metadata metadata;
    metadata.version = version;
    metadata.data = {.sha512 = std::string(128, 'b'),
                     .schema = {.schema_uri = "urn:x", .mime_type = "application/xml"}};
    metadata.attachments = {attachment};
    metadata.service = {.identifier = "urn:de:fim:leika:leistung:99123456760610", .name = "hzl"};
    metadata.author = {.name = "Anbindung", .product = "p", .version = "1", .manufacturer = "m"};
    return metadata;
}

std::string changed(const std::function<void(json::Value&)>& change)
{
    auto value = fitconnect::to_json(example("2.1.0"));
    change(value);
    return code_of([&] { fitconnect::parse_metadata(json::dump(value), "metadata"); });
}

} // namespace

TEST_CASE("fitconnect::newest_metadata_version: the newest that both sides know")
{
    CHECK(fitconnect::newest_metadata_version({"1.0.0", "2.1.0", "1.5.0"}) == "2.1.0");
    CHECK(fitconnect::newest_metadata_version({"1.5.0", "1.0.0"}) == "1.5.0");
    CHECK(fitconnect::newest_metadata_version({"3.0.0", "1.0.0"}) == "1.0.0");
    CHECK_FALSE(fitconnect::newest_metadata_version({"3.0.0"}).has_value());
    CHECK_FALSE(fitconnect::newest_metadata_version({}).has_value());
}

TEST_CASE("fitconnect::to_json: the service stands in 1.x, the author in 2.x")
{
    const auto first = fitconnect::to_json(example("1.5.0"));
    CHECK(first["$schema"] ==
          "https://schema.fitko.de/fit-connect/metadata/1.5.0/metadata.schema.json");
    CHECK(first["publicServiceType"]["name"] == "hzl");
    CHECK_FALSE(first.contains("author"));
    const auto second = fitconnect::to_json(example("2.1.0"));
    CHECK_FALSE(second.contains("publicServiceType"));
    CHECK(second["author"]["product"]["version"] == "1");
}

TEST_CASE("fitconnect::parse_metadata: reads what to_json writes, in every version")
{
    for (const auto& version : fitconnect::metadata_versions()) {
        const auto read = fitconnect::parse_metadata(
            json::dump(fitconnect::to_json(example(version))), "metadata");
        CHECK(read.version == version);
        CHECK(read.names_schema);
        REQUIRE(read.data.has_value());
        CHECK(read.data->sha512 == std::string(128, 'b'));
        REQUIRE(read.attachments.size() == 1);
        CHECK(read.attachments.front().filename == "nachweis.pdf");
        CHECK(read.service.has_value() == version.starts_with("1."));
    }
}

TEST_CASE("fitconnect::parse_metadata: reads the documents of the reference")
{
    const auto folder = demo::reference();
    if (!folder) {
        MESSAGE("reference folder absent: skipped");
        return;
    }
    const auto old = fitconnect::parse_metadata(
        demo::text(*folder / "testvector-jwe-metadata-zip-def.plaintext.json"), "old");
    CHECK(old.version == "1.0.0");
    CHECK_FALSE(old.names_schema);
    CHECK(old.service->identifier == "urn:de:govos:parent:a3builder-7676-qs");
    const auto current = fitconnect::parse_metadata(
        demo::text(*folder / "demo-case/plaintext-metadata.json"), "demo");
    CHECK(current.version == "2.1.0");
    CHECK(current.author->product == "Demo");
}

TEST_CASE("fitconnect::parse_metadata: names what is wrong by its code")
{
    CHECK(changed([](auto&) {}) == "nothing");
    CHECK(changed([](auto& value) { value["erweiterung"] = 1; }) == "nothing");
    CHECK(code_of([] { fitconnect::parse_metadata("{", "metadata"); }) == "ANB-G301");
    CHECK(changed([](auto& value) { value.erase("contentStructure"); }) == "ANB-G302");
    CHECK(changed([](auto& value) { value["contentStructure"].erase("data"); }) == "ANB-G302");
    CHECK(changed([](auto& value) {
              value["contentStructure"]["data"]["hash"]["content"] = "AA";
          }) == "ANB-G302");
    CHECK(changed([](auto& value) {
              value["contentStructure"]["data"]["hash"]["content"] = std::string(128, 'A');
          }) == "ANB-G302");
    CHECK(changed([](auto& value) {
              value["contentStructure"]["attachments"][0]["attachmentId"] = "../../x";
          }) == "ANB-G302");
    CHECK(changed([](auto& value) {
              value["$schema"] =
                  "https://schema.fitko.de/fit-connect/metadata/3.0.0/metadata.schema.json";
          }) == "ANB-F352");
    CHECK(changed([](auto& value) { value["$schema"] = "https://anderswo.example/"; }) ==
          "ANB-F352");
}

TEST_CASE("fitconnect::named_problem: an instance that the type knows")
{
    using fitconnect::named_problem;
    CHECK(named_problem("hash-mismatch").instance.empty());
    CHECK(named_problem("hash-mismatch@data").instance == "data");
    CHECK(named_problem("technical-error@other").type->tail == "technical-error");
    CHECK(named_problem("missing-attachment@attachment:46CECBAA-4E08-42E5-A104-6DA5FEAD6491")
              .instance == "attachment:46cecbaa-4e08-42e5-a104-6da5fead6491");
    for (const auto* text : {"hash-mismatch@metadata", "hash-mismatch@", "hash-mismatch@attachment",
                             "hash-mismatch@attachment:1",
                             "schema-violation@attachment:46cecbaa-4e08-42e5-a104-"
                             "6da5fead6491"}) {
        CAPTURE(text);
        CHECK(code_of([&] { named_problem(text); }) == "ANB-F354");
    }
    CHECK(code_of([] { fitconnect::named_problem("hash-mismach@data"); }) == "ANB-F353");
}

TEST_CASE("fitconnect::problem_named: finds by tail or URI and helps with typing errors")
{
    CHECK(fitconnect::problem_named("hash-mismatch").instances == "data attachment");
    CHECK(&fitconnect::problem_named(
              "https://schema.fitko.de/fit-connect/events/problems/missing-data") ==
          fitconnect::find_problem("missing-data"));
    try {
        fitconnect::problem_named("hash-mismach");
        FAIL("was found");
    } catch (const base::Error& error) {
        CHECK(error.code() == "ANB-F353");
        CHECK(error.values()[1].second == "hash-mismatch");
    }
}

TEST_CASE("fitconnect::make_problem: the catalogue's URI, instance and texts")
{
    const auto& type = fitconnect::problem_named("schema-violation");
    CHECK(fitconnect::make_problem(type).instance == "metadata");
    const auto problem = fitconnect::make_problem(type, "data");
    CHECK(problem.instance == "data");
    CHECK(problem.type == "https://schema.fitko.de/fit-connect/events/problems/schema-violation");
    CHECK(fitconnect::describe(problem, false) == type.detail_en);
    for (const auto& row : fitconnect::problem_catalogue()) {
        CHECK_FALSE(row.title_de.empty());
        CHECK_FALSE(row.title_en.empty());
        CHECK_FALSE(row.detail_de.empty());
        CHECK_FALSE(row.detail_en.empty());
    }
}
