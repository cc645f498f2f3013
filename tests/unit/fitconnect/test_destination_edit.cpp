// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/destination_edit.hpp"
#include "unit/fitconnect/bench.hpp"

#include <doctest/doctest.h>

using namespace anb;
using bench::code_of;
using fitconnect::SchemaName;

namespace {

const std::string k_standard = "urn:xoev-de:d-nrw:standard:xsozialbasis";

SchemaName version(const char* number)
{
    return {k_standard, number, {}};
}

fitconnect::Destination with_schemas(const std::vector<std::string>& uris)
{
    auto destination = bench::destination();
    destination.services.front().submission_schemas.clear();
    for (const auto& uri : uris) {
        destination.services.front().submission_schemas.push_back({uri, "application/xml"});
    }
    return destination;
}

} // namespace

TEST_CASE("fitconnect::edit_status: knows the ways between states")
{
    auto destination = bench::destination();
    CHECK(fitconnect::edit_status(destination, "active").patch.is_null());
    CHECK(fitconnect::edit_status(destination, "inactive").patch ==
          json::Value({{"status", "inactive"}}));
    destination.status = "created";
    CHECK(!fitconnect::edit_status(destination, "active").changes.empty());
    CHECK(code_of([&] { fitconnect::edit_status(destination, "inactive"); }) == "ANB-F202");
    destination.status = "decommissioned";
    CHECK(code_of([&] { fitconnect::edit_status(destination, "active"); }) == "ANB-F202");
}

TEST_CASE("fitconnect::edit_schema: replaces versions of one standard and nothing else")
{
    const auto before = with_schemas(
        {k_standard + "_2.3.0", "urn:xoev-de:x:standard:other_1.0", k_standard + "_2.3.0#antrag"});
    const auto edit = fitconnect::edit_schema(before, std::nullopt, version("2.3.1"));
    REQUIRE(edit.patch.contains("services"));
    const auto& schemas = edit.patch.at("services").at(0).at("submissionSchemas");
    REQUIRE(schemas.size() == 3);
    CHECK(schemas.at(0).at("schemaUri") == k_standard + "_2.3.1");
    CHECK(schemas.at(1).at("schemaUri") == "urn:xoev-de:x:standard:other_1.0");
    CHECK(schemas.at(2).at("schemaUri") == k_standard + "_2.3.1#antrag");
    CHECK(edit.changes.size() == 2);
    CHECK(fitconnect::edit_schema(before, std::nullopt, version("2.3.0")).patch.is_null());
    CHECK(code_of([&] {
              fitconnect::edit_schema(before, std::nullopt,
                                      {"urn:xoev-de:x:standard:third", "1", {}});
          }) == "ANB-F229");
}

TEST_CASE("fitconnect::edit_schema: --from replaces that version only, and leaves no doubles")
{
    const auto both = with_schemas({k_standard + "_2.3.0", k_standard + "_2.3.1"});
    const auto edit = fitconnect::edit_schema(both, version("2.3.0"), version("2.3.1"));
    CHECK(edit.patch.at("services").at(0).at("submissionSchemas").size() == 1);
    CHECK(fitconnect::edit_schema(with_schemas({k_standard + "_2.4.0"}), version("2.3.1"),
                                  version("2.4.0"))
              .patch.is_null());
    CHECK(code_of([&] {
              fitconnect::edit_schema(with_schemas({k_standard + "_2.2.0"}), version("2.3.1"),
                                      version("2.4.0"));
          }) == "ANB-F229");
}

TEST_CASE("fitconnect::edit_back: puts back what it can and names what it cannot")
{
    auto now = bench::destination();
    auto saved = now;
    saved.status = "created";
    saved.encryption_kid = "former";
    now.reply_channels = json::Value({{"fink", json::Value::object()}});
    base::Report report;
    const auto edit = fitconnect::edit_back(now, saved, report);
    CHECK(edit.patch == json::Value({{"encryptionKid", "former"}}));
    REQUIRE(report.findings.size() == 2);
    CHECK(report.findings[0].code == "ANB-F265");
    CHECK(report.findings[0].element == "replyChannels");
    CHECK(report.findings[1].element == "status");
    base::Report silent;
    CHECK(fitconnect::edit_back(saved, saved, silent).patch.is_null());
    CHECK(silent.findings.empty());
}

TEST_CASE("fitconnect::parse_saved_state: reads what save_state() writes and refuses the rest")
{
    const json::Value document = {{"environment", "test"},
                                  {"saved_at", "2026-11-23T08:00:00Z"},
                                  {"destination", fitconnect::to_json(bench::destination())}};
    const auto saved = fitconnect::parse_saved_state(json::dump(document), "undo.json");
    CHECK(saved.environment == "test");
    CHECK(saved.destination.id.str() == bench::k_id);
    for (const auto* wrong : {"{}", "[]", R"({"environment": "test", "saved_at": "x"})"}) {
        CHECK(code_of([&] { fitconnect::parse_saved_state(wrong, "undo.json"); }) == "ANB-G302");
    }
}

TEST_CASE("fitconnect::compare: passes over id, state and key")
{
    const auto left = bench::destination();
    auto right = left;
    right.id = fitconnect::DestinationId::parse("7b0e9a52-0f0c-4f6c-8d6c-3e8d1c5c2f10");
    right.status = "created";
    right.encryption_kid = "other";
    CHECK(fitconnect::compare(left, right).empty());
    right.services.front().regions = {"DE05"};
    REQUIRE(fitconnect::compare(left, right).size() == 1);
    CHECK(fitconnect::compare(left, right).front().member == "publicServices/0/regions/0");
}

TEST_CASE("fitconnect::confirmation: of several depends on exactly which")
{
    using Id = fitconnect::DestinationId;
    const auto first = Id::parse("7b0e9a52-0f0c-4f6c-8d6c-3e8d1c5c2f10");
    const auto second = Id::parse(bench::k_id);
    CHECK(fitconnect::confirmation({first}) == "7b0e9a52");
    const auto both = fitconnect::confirmation({first, second});
    CHECK(both.size() == 8);
    CHECK(both == fitconnect::confirmation({second, first}));
    CHECK(both != fitconnect::confirmation({first, second, second}));
}

TEST_CASE("fitconnect::safe_to_delete: 14 days and 2 in reserve")
{
    CHECK(base::format_date(fitconnect::safe_to_delete(bench::k_now)) == "2026-12-09");
}
