// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/destination_check.hpp"
#include "unit/fitconnect/bench.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

using namespace anb;
using base::PointState;
using fitconnect::KeyRole;

namespace {

struct Case {
    fitconnect::Observation seen;
    fitconnect::Expectation expected;

    Case()
    {
        seen.destination = bench::destination();
        seen.encryption_key = bench::jwk(KeyRole::encryption, "schluessel-enc");
        seen.signature_keys = {*seen.encryption_key,
                               bench::jwk(KeyRole::signature, "schluessel-sig")};
        seen.owner_view = true;
        expected.leika = fitconnect::LeikaKey::parse("99123456760610");
        expected.ars = fitconnect::Ars::parse("059990000000");
        expected.schema_uri = "urn:xoev-de:d-nrw:standard:xsozialbasis_2.3.1";
        expected.encryption_key = {{bench::jwk(KeyRole::encryption, "schluessel-enc"), "keys/enc"}};
        expected.signature_key = {{bench::jwk(KeyRole::signature, "schluessel-sig"), "keys/sig"}};
    }

    base::Report judge() const
    {
        fitconnect::CheckRules rules;
        rules.keys.at = bench::k_now;
        return fitconnect::check_destination(seen, expected, rules);
    }
};

bool has(const base::Report& report, std::string_view code)
{
    return std::any_of(report.findings.begin(), report.findings.end(),
                       [&](const auto& finding) { return finding.code == code; });
}

struct Fault {
    const char* code;
    const char* point;
    PointState state;
    std::function<void(Case&)> make;
};

fitconnect::SubmissionSchema& schema(Case& each)
{
    return each.seen.destination.services[0].submission_schemas[0];
}

} // namespace

TEST_CASE("fitconnect::check_destination: a good one has nine points that are ok")
{
    const auto report = Case().judge();
    CHECK(report.accepted());
    CHECK(report.worst() == base::Severity::note);
    for (const auto point : fitconnect::k_points) {
        CAPTURE(point);
        CHECK(std::count_if(report.facts.begin(), report.facts.end(),
                            [&](const auto& fact) { return fact.name == point; }) == 1);
        const auto state = base::state_of(report, point);
        CHECK((state == PointState::ok || state == PointState::note));
        CHECK(base::expected_at(report, point).empty());
    }
}

TEST_CASE("fitconnect::check_destination: each fault has its code at its point")
{
    const Fault faults[] = {
        {"ANB-F201", "status", PointState::error,
         [](Case& each) { each.seen.destination.status = "created"; }},
        {"ANB-F210", "metadata_versions", PointState::error,
         [](Case& each) {
             each.seen.destination.metadata_versions = {"1.0.0", "1.4.10", "x"};
         }},
        {"ANB-F210", "metadata_versions", PointState::error,
         [](Case& each) { each.seen.destination.metadata_versions.clear(); }},
        {"ANB-F230", "service", PointState::error,
         [](Case& each) { each.expected.leika = fitconnect::LeikaKey::parse("99123456760611"); }},
        {"ANB-F231", "service", PointState::warning,
         [](Case& each) {
             each.seen.destination.services.push_back({"urn:de:govos:parent:s16", {"DE"}, {}});
         }},
        {"ANB-F232", "service", PointState::note,
         [](Case& each) {
             each.seen.destination.services.push_back(
                 {"urn:de:fim:leika:leistung:99000000000000", {"DE"}, {}});
         }},
        {"ANB-F240", "region", PointState::error,
         [](Case& each) { each.seen.destination.services[0].regions = {"DE09"}; }},
        {"ANB-F241", "region", PointState::error,
         [](Case& each) {
             each.seen.destination.services[0].regions = {"DE05", "05999000"};
         }},
        {"ANB-F220", "submission_schema", PointState::error,
         [](Case& each) {
             schema(each).schema_uri = "urn:xoev-de:d-nrw:standard:xsozialbasis_2.3.0";
         }},
        {"ANB-F224", "submission_schema", PointState::warning,
         [](Case& each) {
             schema(each).schema_uri = "urn:xoev-de:d-nrw:standard:xsozialbasis_2.10";
         }},
        {"ANB-F223", "submission_schema", PointState::error,
         [](Case& each) { schema(each).schema_uri = "https://schema.example/s_1.0.0.json"; }},
        {"ANB-F223", "submission_schema", PointState::error,
         [](Case& each) { each.seen.destination.services[0].submission_schemas.clear(); }},
        {"ANB-F228", "submission_schema", PointState::warning,
         [](Case& each) {
             each.seen.destination.services[0].submission_schemas.push_back(
                 {"https://schema.example/s_1.0.0.json", "application/xml"});
         }},
        {"ANB-F280", "reply_channels", PointState::note, [](Case&) {}},
        {"ANB-F281", "reply_channels", PointState::warning,
         [](Case& each) {
             each.seen.destination.reply_channels = json::Value({{"post", json::Value::object()}});
         }},
        {"ANB-F281", "reply_channels", PointState::warning,
         [](Case& each) {
             each.seen.destination.reply_channels = json::Value({{"eMail", 1}});
         }},
        {"ANB-F281", "reply_channels", PointState::warning,
         [](Case& each) { each.seen.destination.reply_channels = json::Value::array(); }},
        {"ANB-F305", "addressing", PointState::error,
         [](Case& each) { each.seen.addressing = fitconnect::AddressingInformation{}; }},
        {"ANB-F222", "mime_type", PointState::error,
         [](Case& each) { schema(each).mime_type = "application/json"; }},
        {"ANB-F250", "encryption_key", PointState::error,
         [](Case& each) { each.expected.encryption_key->jwk.kid = "another-kid"; }},
        {"ANB-F251", "encryption_key", PointState::warning,
         [](Case& each) {
             each.seen.encryption_key = bench::jwk(KeyRole::encryption, "schluessel-enc", 59);
         }},
        {"ANB-F252", "encryption_key", PointState::error,
         [](Case& each) {
             each.seen.encryption_key = bench::jwk(KeyRole::encryption, "schluessel-enc", 20);
         }},
        {"ANB-F253", "encryption_key", PointState::error,
         [](Case& each) { each.seen.encryption_key.reset(); }},
        {"ANB-J506", "encryption_key", PointState::error,
         [](Case& each) { each.seen.encryption_key->alg = "RSA-OAEP"; }},
        {"ANB-F261", "signature_key", PointState::error,
         [](Case& each) { each.seen.signature_keys.pop_back(); }},
        {"ANB-F260", "signature_key", PointState::error,
         [](Case& each) {
             each.expected.signature_key.reset();
             each.seen.signature_keys.pop_back();
         }},
        {"ANB-F270", "contact", PointState::error,
         [](Case& each) { each.seen.destination.contact->email.clear(); }},
    };
    for (const auto& fault : faults) {
        CAPTURE(fault.code);
        Case each;
        fault.make(each);
        const auto report = each.judge();
        CHECK(has(report, fault.code));
        CHECK(base::state_of(report, fault.point) == fault.state);
        CHECK(base::expected_at(report, fault.point).empty() ==
              (fault.state < PointState::warning));
    }
}

TEST_CASE("fitconnect::check_destination: limits are reached below, not at, their day")
{
    Case each;
    each.seen.encryption_key = bench::jwk(KeyRole::encryption, "schluessel-enc", 60);
    CHECK_FALSE(has(each.judge(), "ANB-F251"));
    each.seen.encryption_key = bench::jwk(KeyRole::encryption, "schluessel-enc", 21);
    CHECK(has(each.judge(), "ANB-F251"));
    CHECK_FALSE(has(each.judge(), "ANB-F252"));
}

TEST_CASE("fitconnect::check_destination: an expired key is said once")
{
    Case each;
    each.seen.encryption_key = bench::jwk(KeyRole::encryption, "schluessel-enc", 0);
    fitconnect::CheckRules rules;
    rules.keys.at = bench::k_now + base::Seconds(1);
    const auto report = fitconnect::check_destination(each.seen, each.expected, rules);
    CHECK(has(report, "ANB-J511"));
    CHECK_FALSE(has(report, "ANB-F252"));
}

TEST_CASE("fitconnect::check_destination: old signature keys in the list are not judged")
{
    Case each;
    each.seen.signature_keys.push_back(bench::jwk(KeyRole::signature, "schluessel-old", 1));
    CHECK(each.judge().accepted());
    each.expected.signature_key.reset();
    CHECK(has(each.judge(), "ANB-F252"));
}

TEST_CASE("fitconnect::check_destination: without a profile the points are said to be unchecked")
{
    Case each;
    each.expected = {};
    each.seen.signature_keys.clear();
    each.seen.signature_keys_unknown = "no_login";
    each.seen.destination.contact.reset();
    each.seen.owner_view = false;
    const auto report = each.judge();
    CHECK(report.accepted());
    for (const auto* point :
         {"service", "region", "submission_schema", "signature_key", "contact"}) {
        CAPTURE(point);
        CHECK(base::state_of(report, point) == PointState::unchecked);
    }
    CHECK(base::state_of(report, "mime_type") == PointState::ok);
}

TEST_CASE("fitconnect::check_destination: the service asked for decides which regions count")
{
    Case each;
    each.seen.destination.services.push_back(
        {"urn:de:fim:leika:leistung:99000000000000", {"DE"}, {{"urn:a", "application/json"}}});
    each.seen.destination.services[0].regions = {"DE09"};
    const auto report = each.judge();
    CHECK(has(report, "ANB-F240"));
    CHECK_FALSE(has(report, "ANB-F222"));
}

TEST_CASE("fitconnect::observe: asks for one's own signature key when the list is not to be had")
{
    const auto base_url = "https://submission_url.example/v2/destinations/" + bench::k_id;
    const Case each;
    const auto key_json = [](const jose::PublicJwk& jwk) { return json::dump(jose::to_json(jwk)); };
    auto shown = bench::destination();
    shown.contact.reset();
    bench::Recorded recorded(
        {bench::get(base_url, json::dump(fitconnect::to_json(shown))),
         bench::get(base_url + "/keys/schluessel-enc", key_json(*each.seen.encryption_key)),
         bench::get(base_url + "/keys/schluessel-sig", key_json(each.seen.signature_keys[1]))});
    const auto seen = fitconnect::observe(recorded.api, shown.id, each.expected);
    CHECK(recorded.transport.finished());
    REQUIRE(seen.signature_keys.size() == 1);
    CHECK(seen.signature_keys_unknown == "no_login");
    CHECK_FALSE(seen.owner_view);

    bench::Recorded gone({bench::get(base_url, json::dump(fitconnect::to_json(shown))),
                          bench::get(base_url + "/keys/schluessel-enc", "{}", 404),
                          bench::get(base_url + "/keys/schluessel-sig", "{}", 404)});
    const auto missing = fitconnect::observe(gone.api, shown.id, each.expected);
    CHECK_FALSE(missing.encryption_key);
    CHECK(missing.signature_keys.empty());
}

TEST_CASE("fitconnect::check_destination: the list of versions knows when one was replaced")
{
    Case each;
    schema(each).schema_uri = "urn:xoev-de:d-nrw:standard:xsozialbasis_2.3.0";
    fitconnect::CheckRules rules;
    rules.keys.at = bench::k_now;
    rules.versions = fitconnect::SchemaVersions::shipped();
    const auto date_of = [&] {
        const auto report = fitconnect::check_destination(each.seen, each.expected, rules);
        for (const auto& finding : report.findings) {
            for (const auto& [name, value] : finding.values) {
                if (finding.code == "ANB-F220" && name == "date") {
                    return value;
                }
            }
        }
        return std::string("none");
    };
    CHECK(date_of() == "2026-11-01");
    each.expected.schema_uri = "urn:xoev-de:d-nrw:standard:xsozialbasis_2.3.0";
    CHECK(date_of() == "2026-11-01");
    each.expected.schema_uri.clear();
    CHECK(date_of() == "2026-11-01");
    rules.keys.at = base::parse_time("2026-09-01").value();
    CHECK(date_of() == "none");
    schema(each).schema_uri = "urn:xoev-de:d-nrw:standard:xsozialbasis_2.4.0";
    rules.keys.at = bench::k_now;
    CHECK(date_of() == "none");
    each.expected.schema_uri = "urn:xoev-de:d-nrw:standard:xsozialbasis_2.5.0";
    CHECK(date_of() == "?");
}
