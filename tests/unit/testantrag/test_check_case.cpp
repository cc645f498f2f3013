// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/fitconnect/check_case.hpp"
#include "testantrag/fitconnect/prepare.hpp"
#include "testantrag/fitconnect/seal.hpp"
#include "testantrag/fitconnect/stored_case.hpp"
#include "unit/fitconnect/demo_case.hpp"
#include "unit/testantrag/support.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::testantrag;

namespace {

KeyRing demo_keys(const base::fs::path& folder)
{
    KeyRing ring;
    ring.decryption.push_back(jose::parse_private_jwk(
        demo::text(folder / "keys/privateKey_decryption.json"), "privateKey_decryption.json"));
    return ring;
}

DownloadedCase download(const demo::Case& demo, const std::vector<std::string>& events)
{
    auto verifier = demo.verifier();
    const auto& submission = demo.submission;
    return {.submission = submission,
            .attachments = {{submission.attachments.front(), demo.folder / "attachment.jwe.txt"}},
            .log = fitconnect::verify_log(events, verifier, submission.case_id, submission.id)};
}

std::vector<std::string> codes(const base::Report& report)
{
    std::vector<std::string> found;
    for (const auto& finding : report.findings) {
        found.push_back(finding.code);
    }
    return found;
}

/// A submission of our own: prepared for a destination whose key we hold, then changed.
class OwnCase {
public:
    OwnCase() : m_journal(Journal::begin(m_folder / "shelf", test::at_noon))
    {
        m_keys.decryption.push_back({.key = crypto::PrivateKey::generate_rsa(2048),
                                     .kid = "schluessel-1",
                                     .alg = {},
                                     .key_ops = {}});
        destination.id = fitconnect::DestinationId::parse("d6094b2a-6eb9-4193-b501-34fe78fdf22a");
        destination.metadata_versions = {"2.1.0"};
        destination.encryption_kid = "schluessel-1";
        destination.services = {{.identifier = "urn:x:leistung",
                                 .regions = {"DE"},
                                 .submission_schemas = {{"urn:x", "application/xml"}}}};
        test::write(m_folder / "antrag.xml", data);
        test::write(m_folder / "nachweis.pdf", "%PDF-1.7");
    }

    void prepare()
    {
        test::write(m_folder / "antrag.xml", data);
        destination.services.front().submission_schemas.front().schema_uri = schema_uri;
        Order order;
        order.environment = "test";
        order.data = inspect_data((m_folder / "antrag.xml").string());
        order.attachments = {inspect_attachment((m_folder / "nachweis.pdf").string())};
        order.attachments.front().filename = attachment_name;
        const Target target{.destination = destination,
                            .key = {.key = m_keys.decryption.front().key.public_key(),
                                    .kid = "schluessel-1",
                                    .alg = {},
                                    .use = {},
                                    .key_ops = {},
                                    .x5c = {}},
                            .service = {.identifier = "urn:x:leistung", .name = "x"},
                            .schema = {schema_uri, "application/xml"},
                            .metadata_version = "2.1.0",
                            .report = {}};
        const Watch watch{
            .done = {}, .progress = {}, .cancelled = [] { return false; }, .pause = {}};
        testantrag::prepare(m_journal, order, target, watch);
        for (const auto& [id, attachment] : load_draft(m_journal.folder()).sources) {
            Sealer sealer(source_of(attachment), target.key, attachment.mime_type,
                          m_journal.folder() / (id.str() + ".jwe"));
            m_journal.encrypted(id, sealer.finish());
        }
        seal_metadata(m_journal, target.key);
    }

    DownloadedCase downloaded() const
    {
        const auto& plan = m_journal.plan();
        DownloadedCase found;
        found.submission.id =
            fitconnect::SubmissionId::parse("2153770b-84d1-4be8-bd12-0e91ea63653c");
        found.submission.case_id =
            fitconnect::CaseId::parse("520a2835-9d46-4fc2-9524-9140edcc66e4");
        found.submission.destination = destination.id;
        found.submission.service = plan.service;
        found.submission.encrypted_metadata = test::read(m_journal.folder() / "metadata.jwe");
        found.submission.encrypted_data = test::read(m_journal.folder() / "data.jwe");
        for (const auto& attachment : plan.attachments) {
            found.submission.attachments.push_back(attachment.id);
            found.attachments[attachment.id] = m_journal.folder() / attachment.part.file;
        }
        fitconnect::Event submitted;
        submitted.name = "submit-submission";
        submitted.tags = plan.tags();
        found.log = {.state = fitconnect::State::submitted, .events = {submitted}, .unknown = {}};
        return found;
    }

    CheckedCase check(const DownloadedCase& found) const
    {
        const auto place = m_folder / "checked";
        base::fs::remove_all(place);
        base::make_folder(place);
        return check_case(found, &destination, m_keys, rules, place);
    }

    /// Replaces the metadata, tag included.
    void replace_metadata(DownloadedCase& found, const std::string& text) const
    {
        const auto jwe =
            jose::encrypt(base::as_bytes(text), m_keys.decryption.front().key.public_key(),
                          "schluessel-1", "application/json");
        found.submission.encrypted_metadata = jwe.compact;
        found.log.events.front().tags->metadata = jwe.tag;
    }

    std::string metadata() const
    {
        return base::to_text(jose::decrypt(test::read(m_journal.folder() / "metadata.jwe"),
                                           m_keys.lookup(), "metadata", 1 << 20)
                                 .plaintext);
    }

    base::fs::path place() const { return m_folder / "checked"; }
    const Journal& journal() const { return m_journal; }
    base::fs::path source(const std::string& name) const { return m_folder / name; }

    fitconnect::Destination destination;
    std::string attachment_name = "nachweis.pdf";
    std::string data = "<antrag/>\n", schema_uri = "urn:x";
    const DataChecker* rules = nullptr;

private:
    test::TemporaryFolder m_folder;
    KeyRing m_keys;
    Journal m_journal;
};

/// Checks a case whose metadata were changed.
std::vector<std::string> with_metadata(const std::function<void(json::Value&)>& change)
{
    OwnCase own;
    own.prepare();
    auto value = json::parse(own.metadata(), "metadata");
    change(value);
    auto found = own.downloaded();
    own.replace_metadata(found, json::dump(value));
    return codes(own.check(found).report);
}

using Codes = std::vector<std::string>;

} // namespace

TEST_CASE("testantrag::check_case: verifies and decrypts the demo case of the reference")
{
    const auto folder = demo::reference();
    if (!folder) {
        MESSAGE("reference folder absent: skipped");
        return;
    }
    const demo::Case demo(*folder / "demo-case");
    const auto keys = demo_keys(demo.folder);
    const test::TemporaryFolder place;
    const auto checked =
        check_case(download(demo, demo.events), nullptr, keys, nullptr, place.path());
    CHECK(codes(checked.report).empty());
    CHECK(checked.problems.empty());
    CHECK(checked.set_schema ==
          "https://schema.fitko.de/fit-connect/set-payload/1.2.2/set-payload.schema.json");
    CHECK(checked.metadata_text == test::read(demo.folder / "plaintext-metadata.json"));
    CHECK(test::read(place / "data.json") == test::read(demo.folder / "plaintext-data.json"));
    CHECK(test::read(place / "attachments/antrag.pdf") ==
          test::read(demo.folder / "plaintext-attachment.pdf"));
    REQUIRE(checked.files.size() == 2);
    CHECK(checked.files.front().name == "data.json");
}

TEST_CASE("testantrag::check_case: refuses the demo case when a tag differs")
{
    const auto folder = demo::reference();
    if (!folder) {
        MESSAGE("reference folder absent: skipped");
        return;
    }
    const demo::Case demo(*folder / "demo-case");
    auto events = demo.events;
    events[1] = demo::text(demo.folder / "negative-submit-set-wrong-data-tag.jws.txt");
    const auto keys = demo_keys(demo.folder);
    const test::TemporaryFolder place;
    const auto checked = check_case(download(demo, events), nullptr, keys, nullptr, place.path());
    CHECK(codes(checked.report) == Codes{"ANB-S403"});
    REQUIRE(checked.problems.size() == 1);
    CHECK(checked.problems.front().instance == "data");
    CHECK(base::fs::is_empty(place.path()));
}

TEST_CASE("testantrag::check_case: accepts what prepare made")
{
    OwnCase own;
    own.attachment_name = "../../böse.pdf";
    own.prepare();
    const auto checked = own.check(own.downloaded());
    CHECK(codes(checked.report).empty());
    CHECK(checked.tags == own.journal().plan().tags());
    CHECK(test::read(own.place() / "data.xml") == "<antrag/>\n");
    CHECK(test::read(own.place() / "attachments" / "böse.pdf") == "%PDF-1.7");
    CHECK_FALSE(checked.report.unchecked.empty());
}

TEST_CASE("testantrag::check_case: a submit event without tags proves nothing")
{
    OwnCase own;
    own.prepare();
    auto found = own.downloaded();
    found.log.events.front().tags.reset();
    CHECK(codes(own.check(found).report) == Codes{"ANB-S601"});
}

TEST_CASE("testantrag::check_case: parts that are absent, exchanged or added are found")
{
    OwnCase own;
    own.prepare();
    auto without_file = own.downloaded();
    without_file.attachments.clear();
    CHECK(codes(own.check(without_file).report) == Codes{"ANB-S620"});

    auto without_data = own.downloaded();
    without_data.submission.encrypted_data.clear();
    without_data.log.events.front().tags->data.clear();
    CHECK(codes(own.check(without_data).report) == Codes{"ANB-S619"});

    auto exchanged = own.downloaded();
    exchanged.submission.encrypted_data = exchanged.submission.encrypted_metadata;
    exchanged.log.events.front().tags->data = exchanged.log.events.front().tags->metadata;
    CHECK(codes(own.check(exchanged).report) == Codes{"ANB-S621"});
}

TEST_CASE("testantrag::check_case: a changed byte does not decrypt and leaves no file")
{
    OwnCase own;
    own.prepare();
    auto found = own.downloaded();
    auto& data = found.submission.encrypted_data;
    const auto middle = data.rfind('.') - 4;
    data[middle] = data[middle] == 'A' ? 'B' : 'A';
    const auto checked = own.check(found);
    CHECK(codes(checked.report) == Codes{"ANB-S610"});
    CHECK(checked.problems.front().type.ends_with("/encryption-issue"));
    CHECK_FALSE(base::fs::exists(own.place() / "data.xml"));
}

TEST_CASE("testantrag::check_case: each fault of the metadata has its own finding")
{
    CHECK(with_metadata([](auto&) {}).empty());
    CHECK(with_metadata([](auto& value) {
              value["contentStructure"]["data"]["hash"]["content"] = std::string(128, '0');
          }) == Codes{"ANB-S621"});
    CHECK(with_metadata([](auto& value) {
              value["contentStructure"]["attachments"][0]["hash"]["content"] =
                  std::string(128, '0');
          }) == Codes{"ANB-S621"});
    CHECK(with_metadata([](auto& value) {
              value["contentStructure"]["attachments"] = json::Value::array();
          }) == Codes{"ANB-S618"});
    CHECK(with_metadata([](auto& value) {
              value["contentStructure"]["attachments"].push_back(
                  value["contentStructure"]["attachments"][0]);
          }) == Codes{"ANB-S618"});
    CHECK(with_metadata([](auto& value) { value.erase("contentStructure"); }) == Codes{"ANB-S614"});
    CHECK(with_metadata([](auto& value) { value.erase("$schema"); }) == Codes{"ANB-S612"});
    CHECK(with_metadata([](auto& value) {
              value["$schema"] =
                  "https://schema.fitko.de/fit-connect/metadata/2.0.0/metadata.schema.json";
          }) == Codes{"ANB-S613"});
    CHECK(with_metadata([](auto& value) {
              value["contentStructure"]["data"]["submissionSchema"]["schemaUri"] = "urn:y";
          }) == Codes{"ANB-S617"});
    CHECK(with_metadata([](auto& value) {
              value["publicServiceType"] = {{"identifier", "urn:y:leistung"}};
          }) == Codes{"ANB-S616"});
    CHECK(with_metadata([](auto& value) {
              value["replyChannel"] = {{"deMail", {{"address", "a@b.example"}}}};
          }) == Codes{"ANB-S623"});
}

TEST_CASE("testantrag::check_case: what cannot be put together is nobody's fault")
{
    OwnCase own;
    own.prepare();
    auto value = json::parse(own.metadata(), "metadata");
    value["contentStructure"]["attachments"][0]["fragments"] = {
        "90d9b29d-c05f-4f03-81c0-e233116c56d9"};
    auto found = own.downloaded();
    own.replace_metadata(found, json::dump(value));
    const auto checked = own.check(found);
    CHECK(codes(checked.report) == Codes{"ANB-S622"});
    CHECK(checked.problems.empty());
}

TEST_CASE("testantrag::check_case: a service that is not offered")
{
    OwnCase own;
    own.prepare();
    own.destination.services.front().identifier = "urn:y:leistung";
    CHECK(codes(own.check(own.downloaded()).report) == Codes{"ANB-S615"});
}

TEST_CASE("testantrag::prepare: what changed since the check is not sent")
{
    OwnCase own;
    const auto data = inspect_data(own.source("antrag.xml").string());
    CHECK(data.size == 10);
    own.prepare();
    CHECK(own.journal().plan().data.sha512 == data.sha512);
    CHECK(own.journal().plan().data.size == test::read(own.journal().folder() / "data.jwe").size());
}

TEST_CASE("testantrag::read_manifest: a stored case is recognised, a changed one refused")
{
    OwnCase own;
    own.prepare();
    const auto found = own.downloaded();
    const auto checked = own.check(found);
    const auto manifest = manifest_of(found, checked, test::at_noon());
    write_documents(own.place(), manifest, checked, found.log);
    const auto read = read_manifest(own.place());
    REQUIRE(read.has_value());
    CHECK(read->submission == found.submission.id);
    CHECK(read->tags == manifest.tags);
    CHECK(read->files.size() == 2);
    test::write(own.place() / "data.xml", "<anders/>");
    CHECK(test::code_of([&] { read_manifest(own.place()); }) == "ANB-S632");
    CHECK_FALSE(read_manifest(own.place() / "attachments").has_value());
}

TEST_CASE("testantrag::check_case: metadata as their schema says, beyond what is read from them")
{
    CHECK(with_metadata([](json::Value& value) {
              value["contentStructure"]["attachments"][0]["purpose"] = "sonstiges";
          }) == Codes{"ANB-S614"});
    CHECK(with_metadata([](json::Value& value) {
              value["dataSets"] = json::Value::array(
                  {{{"dataSetId", "46cecbaa-4e08-42e5-a104-6da5fead6491"},
                    {"schema", {{"schemaUri", "urn:x"}, {"mimeType", "application/json"}}},
                    {"hash", {{"type", "sha512"}, {"content", std::string(128, 'a')}}},
                    {"content", "x"}}});
          }) == Codes{"ANB-S624"});
}

TEST_CASE("testantrag::check_case: the region, if the submission names one")
{
    OwnCase own;
    own.prepare();
    auto found = own.downloaded();
    const auto is_unchecked = [&] {
        const auto points = own.check(found).report.unchecked;
        return std::any_of(points.begin(), points.end(),
                           [](const auto& point) { return point.element == "region"; });
    };
    CHECK(is_unchecked());
    found.submission.region = "DE09189";
    CHECK_FALSE(is_unchecked());
    CHECK(codes(own.check(found).report).empty());
    own.destination.services.front().regions = {"DE08", "DE091"};
    CHECK(codes(own.check(found).report).empty());
    own.destination.services.front().regions = {"DE08", "DE0918900"};
    const auto checked = own.check(found);
    CHECK(codes(checked.report) == Codes{"ANB-S625"});
    CHECK(checked.problems.front().type.ends_with("/unsupported-service"));
}

TEST_CASE("testantrag::check_case: data against their schema")
{
    const std::string schemas = ANB_TESTDATA "/schema/";
    const DataChecker rules(
        {.schema_folders = {schemas + "bausteine", schemas + "listen", schemas + "xsozial-basis"},
         .exceptions = {},
         .at = base::from_unix(1795694400)});
    OwnCase own;
    own.rules = &rules;
    own.schema_uri = "urn:xoev-de:example:standard:xsozialbasis_2.3.1";
    own.data = test::read(schemas + "nachrichten/testantrag-hzl.xml");
    own.prepare();
    const auto good = own.check(own.downloaded());
    CHECK(codes(good.report).empty());
    const auto& verified = good.verified;
    CHECK(std::find(verified.begin(), verified.end(), "data_schema") != verified.end());

    OwnCase bad;
    bad.rules = &rules;
    bad.schema_uri = own.schema_uri;
    bad.data = "<antrag/>";
    bad.prepare();
    const auto refused = bad.check(bad.downloaded());
    CHECK(codes(refused.report) == Codes{"ANB-S614", "ANB-V111"});
    REQUIRE(refused.problems.size() == 1);
    CHECK(refused.problems.front().instance == "data");
    CHECK(refused.problems.front().type.ends_with("/schema-violation"));
    CHECK(refused.report.findings[1].where == "data.xml:1:1");

    const DataChecker broken({.schema_folders = {schemas + "xsozial-basis"}, .exceptions = {}});
    own.rules = &broken;
    CHECK(test::code_of([&] { own.check(own.downloaded()); }) == "ANB-V302");
}
