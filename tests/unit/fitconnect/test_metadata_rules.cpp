// SPDX-License-Identifier: EUPL-1.2

#include "base/bytes.hpp"
#include "crypto/digest.hpp"
#include "fitconnect/metadata.hpp"
#include "fitconnect/metadata_rules.hpp"
#include "unit/fitconnect/demo_case.hpp"

#include <doctest/doctest.h>

using namespace anb;
using demo::code_of;

namespace {

const std::string k_hash(128, 'a');
constexpr const char* k_uuid = "46cecbaa-4e08-42e5-a104-6da5fead6491";

/// A document that uses every member that its schema names.
json::Value full(const std::string& version)
{
    const json::Value hash = {{"type", "sha512"}, {"content", k_hash}};
    const json::Value signature = {
        {"signatureFormat", "cms"},
        {"detachedSignature", true},
        {"eidasAdesProfile", "http://uri.etsi.org/ades/191x2/level/baseline/B-T#"},
        {"content", "aGFsbG8="}};
    json::Value value = {
        {"$schema", fitconnect::metadata_schema_uri(version)},
        {"contentStructure",
         {{"data",
           {{"hash", hash},
            {"signature", signature},
            {"submissionSchema", {{"schemaUri", "urn:x:y"}, {"mimeType", "application/xml"}}}}},
          {"attachments", json::Value::array({{{"hash", hash},
                                               {"signature", signature},
                                               {"purpose", "report"},
                                               {"mimeType", "image/svg+xml"},
                                               {"filename", "a"},
                                               {"description", "b"},
                                               {"attachmentId", k_uuid}}})}}},
        {"paymentInformation",
         {{"transactionReference", ""},
          {"transactionId", "a-1"},
          {"paymentMethod", "PAYPAL"},
          {"status", "BOOKED"},
          {"transactionUrl", "https://musterstadt.example/1"},
          {"transactionTimestamp", "2026-11-20T09:31:04+01:00"},
          {"grossAmount", 12.30}}},
        {"replyChannel", {{"elster", {{"accountId", "1234567890"}}}}},
        {"additionalReferenceInfo", {{"senderReference", "x"}, {"applicationDate", "2026-11-20"}}}};
    if (version == "1.0.0") {
        value["publicServiceType"] = {{"identifier", "urn:de:fim:leika:leistung:99123456760610"}};
        value["authenticationInformation"] = json::Value::array(
            {{{"type", "identificationReport"}, {"version", "1.0.0"}, {"content", "a.b.c"}}});
        return value;
    }
    value["dataSets"] = json::Value::array(
        {{{"dataSetId", k_uuid},
          {"schema", {{"schemaUri", "urn:x:y"}, {"mimeType", "application/jose"}}},
          {"hash", hash},
          {"content", "a.b.c"}}});
    value["author"] = {{"name", "a"},
                       {"product", {{"name", "b"}, {"version", "1"}, {"manufacturer", "c"}}}};
    value["contentStructure"]["attachments"][0]["fragments"] = json::Value::array({k_uuid});
    return value;
}

/// Code after a change at one place.
std::string judged(const std::string& version, const std::string& pointer, const json::Value& value)
{
    auto document = full(version);
    document[json::Value::json_pointer(pointer)] = value;
    return code_of(
        [&] { fitconnect::check_metadata_rules(json::Reader(document, "metadata"), version); });
}

const std::string k_wrong = "ANB-G302";
const std::string k_attachment = "/contentStructure/attachments/0";

} // namespace

TEST_CASE("fitconnect::check_metadata_rules: what the schema allows")
{
    const auto good = judged("1.0.0", "/unknown", 1);
    CHECK(good != k_wrong);
    for (const std::string version : {"1.0.0", "2.1.0"}) {
        CHECK(judged(version, "/unknown", 1) == good);
        CHECK(judged(version, "/paymentInformation/grossAmount", 100) == good);
        CHECK(judged(version, "/paymentInformation/grossAmount", 0.07) == good);
        CHECK(judged(version, "/paymentInformation/unknown", 1) == good);
        CHECK(judged(version, "/replyChannel",
                     {{"eMail",
                       {{"address", "a@b.example"},
                        {"pgpPublicKey", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nxyz"}}}}) ==
              good);
    }
    CHECK(judged("1.0.0", "/additionalReferenceInfo/more", 1) == good);
    CHECK(judged("2.1.0", k_attachment + "/purpose", "data") == good);
    CHECK(judged("2.1.0", "/replyChannel", {{"elster", {{"accountId", "frei"}}}}) == good);
    CHECK(judged("1.3.0", "/paymentInformation", 1) == good);
}

TEST_CASE("fitconnect::check_metadata_rules: what both schemas refuse")
{
    for (const std::string version : {"1.0.0", "2.1.0"}) {
        const auto refused = [&](const std::string& pointer, const json::Value& value) {
            CAPTURE(version);
            CAPTURE(pointer);
            CHECK(judged(version, pointer, value) == k_wrong);
        };
        refused("/contentStructure/data/submissionSchema/schemaUri", "kein Schema");
        refused("/contentStructure/data/signature", {{"signatureFormat", "cms"}});
        refused("/contentStructure/data/signature/eidasAdesProfile", "B-T");
        refused(k_attachment + "/signature/detachedSignature", "true");
        refused(k_attachment + "/purpose", "sonstiges");
        refused(k_attachment + "/mimeType", "pdf");
        refused("/paymentInformation", json::Value::object());
        refused("/paymentInformation/transactionId", std::string(37, 'a'));
        refused("/paymentInformation/paymentMethod", "BAR");
        refused("/paymentInformation/transactionTimestamp", "2026-11-20");
        refused("/paymentInformation/grossAmount", 0);
        refused("/paymentInformation/grossAmount", 0.001);
        refused("/paymentInformation/grossAmount", 12.345);
        refused("/paymentInformation/grossAmount", "12.30");
        refused("/replyChannel", json::Value::object());
        refused("/replyChannel", {{"eMail", {{"address", "kein Postfach"}}}});
        refused("/replyChannel",
                {{"eMail",
                  {{"address", "a@b.example"},
                   {"pgpPublicKey", "-----BEGIN PGP PUBLIC KEY BLOCK-----\nxyz"}}}});
        refused("/replyChannel", {{"deMail", json::Value::object()}});
        refused("/additionalReferenceInfo/applicationDate", "20.11.2026");
    }
}

TEST_CASE("fitconnect::check_metadata_rules: what only one schema refuses")
{
    CHECK(judged("1.0.0", k_attachment + "/purpose", "data") == k_wrong);
    CHECK(judged("1.0.0", "/publicServiceType/identifier", "Leistung") == k_wrong);
    CHECK(judged("1.0.0", "/authenticationInformation", json::Value::array()) == k_wrong);
    CHECK(judged("1.0.0", "/authenticationInformation/0/version", "1.0") == k_wrong);
    CHECK(judged("1.0.0", "/replyChannel", {{"elster", {{"accountId", "frei"}}}}) == k_wrong);
    CHECK(judged("2.1.0", "/additionalReferenceInfo/more", 1) == k_wrong);
    CHECK(judged("2.1.0", "/author", {{"name", "a"}}) == k_wrong);
    CHECK(judged("2.1.0", k_attachment + "/fragments", json::Value::array()) == k_wrong);
    CHECK(judged("2.1.0", k_attachment + "/fragments", json::Value::array({k_uuid, k_uuid})) ==
          k_wrong);
    CHECK(judged("2.1.0", "/dataSets/0/dataSetId", "eins") == k_wrong);
    CHECK(judged("2.1.0", "/dataSets/0/hash/content", "abc") == k_wrong);
    CHECK(judged("2.1.0", "/dataSets/1", full("2.1.0")["dataSets"][0]) == k_wrong);
    CHECK(judged("2.1.0", "/replyChannel",
                 {{"fitConnect", {{"processStandards", json::Value::array({"urn:x:y"})}}}}) ==
          k_wrong);
    CHECK(judged("2.1.0", "/replyChannel", {{"idBundDeMailbox", {{"mailboxUuid", "x"}}}}) ==
          k_wrong);
}

TEST_CASE("fitconnect::data_sets_with_other_hash: text as it stands, other values as JSON")
{
    auto document = full("2.1.0");
    const auto places = [&] {
        return fitconnect::data_sets_with_other_hash(json::Reader(document, "metadata"));
    };
    const auto set_hash = [&](const std::string& text) {
        document["dataSets"][0]["hash"]["content"] =
            base::to_hex(crypto::digest(crypto::DigestAlgorithm::sha512, base::as_bytes(text)));
    };
    CHECK(places() == std::vector<std::string>{"/dataSets/0"});
    set_hash("a.b.c");
    CHECK(places().empty());
    document["dataSets"][0]["content"] = {{"a", 1}};
    set_hash("{\"a\":1}");
    CHECK(places().empty());
}
