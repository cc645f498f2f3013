// SPDX-License-Identifier: EUPL-1.2

#include "http/recorded.hpp"
#include "jose/jwe.hpp"
#include "testantrag/fitconnect/draft.hpp"
#include "testantrag/fitconnect/send.hpp"
#include "unit/testantrag/support.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::testantrag;
using Exchange = http::RecordedTransport::Exchange;
using test::code_of;

namespace {

const std::string k_base = "https://zustelldienst.example";
const std::string k_submission = "2153770b-84d1-4be8-bd12-0e91ea63653c";
const std::string k_case = "520a2835-9d46-4fc2-9524-9140edcc66e4";
const std::string k_submission_url = k_base + "/v2/submissions/" + k_submission;
const std::string k_attachment_url =
    k_submission_url + "/attachments/" + test::attachment_id().str();
const std::string k_log_url = k_base + "/v2/cases/" + k_case + "/events?limit=500&offset=0";

const crypto::PrivateKey& key()
{
    static const auto k_key = crypto::PrivateKey::generate_rsa(4096);
    return k_key;
}

std::string event(const std::string& name, const std::string& issuer, const json::Value& payload)
{
    return jose::sign_compact(
        {{"typ", "secevent+jwt"}, {"alg", "PS512"}, {"kid", "schluessel-1"}},
        json::dump({{"jti", "b75b3804-bfc1-4661-b040-d22fdf235fb3"},
                    {"iss", issuer},
                    {"iat", base::to_unix(test::at_noon())},
                    {"sub", "submission:" + k_submission},
                    {"txn", "case:" + k_case},
                    {"events", {{"https://schema.fitko.de/fit-connect/events/" + name, payload}}}}),
        key());
}

std::string created()
{
    return event("create-submission", k_base, json::Value::object());
}

std::string submitted(const fitconnect::AuthenticationTags& tags)
{
    return event("submit-submission", k_base, {{"authenticationTags", fitconnect::to_json(tags)}});
}

Exchange log(const std::vector<std::string>& tokens)
{
    return {"GET",
            k_log_url,
            {.status = 200,
             .headers = {},
             .body = json::dump({{"count", tokens.size()},
                                 {"offset", 0},
                                 {"totalCount", tokens.size()},
                                 {"eventLog", tokens}})}};
}

std::string public_key()
{
    return json::dump(jose::to_json(jose::PublicJwk{.key = key().public_key(),
                                                    .kid = "schluessel-1",
                                                    .alg = "PS512",
                                                    .use = {},
                                                    .key_ops = {"verify"},
                                                    .x5c = {}}));
}

Exchange service_keys()
{
    return {"GET",
            k_base + "/.well-known/jwks.json",
            {.status = 200, .headers = {}, .body = "{\"keys\":[" + public_key() + "]}"}};
}

Exchange destination_key()
{
    return {"GET",
            k_base + "/v2/destinations/" + test::plan().destination.str() + "/keys/schluessel-1",
            {.status = 200, .headers = {}, .body = public_key()}};
}

Exchange create(int status = 201)
{
    return {"POST",
            k_base + "/v2/submissions",
            {.status = status,
             .headers = {},
             .body = json::dump({{"submissionId", k_submission}, {"caseId", k_case}})}};
}

Exchange put(const std::string& url, int status)
{
    return {"PUT", url, {.status = status, .headers = {}, .body = {}}};
}

/// A prepared journal and a service that answers from a list.
class Sending {
public:
    explicit Sending(std::deque<Exchange> exchanges, Plan plan = test::plan())
        : journal(Journal::begin(m_folder.path(), test::at_noon)), transport(std::move(exchanges)),
          api(environment(), 2, transport, nullptr, test::at_noon)
    {
        for (const auto& file : {std::string("metadata.jwe"), std::string("data.jwe"),
                                 test::attachment_id().str() + ".jwe"}) {
            test::write(journal.folder() / file, "a.b.c.d.e");
        }
        journal.prepared(std::move(plan));
    }

    void deliver(const jose::PublicJwk* recipient = nullptr)
    {
        testantrag::deliver(api, journal, recipient, watch());
    }
    Outcome follow() { return testantrag::follow(api, journal, base::Seconds(0), watch()); }

    void created()
    {
        journal.creating();
        journal.created({.submission = fitconnect::SubmissionId::parse(k_submission),
                         .case_id = fitconnect::CaseId::parse(k_case)});
    }

    Watch watch()
    {
        return {.done = [this](const Done& done) { told.push_back(done.what); },
                .progress = [](std::size_t, std::uint64_t, std::uint64_t) {},
                .cancelled = [] { return false; },
                .pause = [](base::Seconds) {}};
    }

    static fitconnect::Environment environment()
    {
        fitconnect::Environment environment;
        environment.name = "test";
        environment.submission_url = k_base;
        return environment;
    }

private:
    test::TemporaryFolder m_folder;

public:
    Journal journal;
    http::RecordedTransport transport;
    fitconnect::Api api;
    std::vector<Done::What> told;
};

} // namespace

TEST_CASE("testantrag::deliver: prepared – creates, uploads, submits")
{
    Sending sending({create(), put(k_attachment_url, 204), put(k_submission_url, 200)});
    sending.deliver();
    CHECK(sending.transport.finished());
    CHECK(sending.journal.standing().step == Step::submitted);
    CHECK(sending.told == std::vector<Done::What>{Done::What::created, Done::What::attachment,
                                                  Done::What::submitted});
}

TEST_CASE("testantrag::deliver: creating – creates anew and counts the possible orphan")
{
    Sending sending({create(), put(k_attachment_url, 204), put(k_submission_url, 200)});
    sending.journal.creating();
    sending.deliver();
    CHECK(sending.journal.standing().orphans == 1);
    CHECK(sending.transport.finished());
}

TEST_CASE("testantrag::deliver: created and stored – sends only what is missing")
{
    Sending created({put(k_attachment_url, 204), put(k_submission_url, 202)});
    created.created();
    created.deliver();
    CHECK(created.transport.finished());

    Sending stored({put(k_submission_url, 202)});
    stored.created();
    stored.journal.stored(test::attachment_id());
    stored.deliver();
    CHECK(stored.transport.finished());
}

TEST_CASE("testantrag::deliver: submitting – the event log decides whether to submit again")
{
    Sending arrived({log({::created(), submitted(test::plan().tags())}), service_keys()});
    arrived.created();
    arrived.journal.stored(test::attachment_id());
    arrived.journal.submitting();
    arrived.deliver();
    CHECK(arrived.transport.finished());
    CHECK(arrived.journal.standing().step == Step::submitted);

    Sending lost({log({::created()}), service_keys(), put(k_submission_url, 200)});
    lost.created();
    lost.journal.stored(test::attachment_id());
    lost.journal.submitting();
    lost.deliver();
    CHECK(lost.transport.finished());
    CHECK(lost.journal.standing().step == Step::submitted);
}

TEST_CASE("testantrag::deliver: submitted and finished – nothing is sent")
{
    Sending sending({});
    sending.created();
    sending.journal.submitting();
    sending.journal.submitted();
    sending.deliver();
    sending.journal.finished("accepted", test::at_noon());
    sending.deliver();
    CHECK(sending.transport.sent().empty());
}

TEST_CASE("testantrag::deliver: without an answer creating is not repeated, submitting once, "
          "when the event log does not have it")
{
    Sending creation({create(503)});
    CHECK(code_of([&] { creation.deliver(); }) == "ANB-S501");
    CHECK(creation.journal.standing().step == Step::creating);

    Sending twice({create(), put(k_attachment_url, 204), put(k_submission_url, 503),
                   log({::created()}), service_keys(), put(k_submission_url, 200)});
    twice.deliver();
    CHECK(twice.transport.finished());
    CHECK(twice.journal.standing().step == Step::submitted);

    Sending arrived({create(), put(k_attachment_url, 204), put(k_submission_url, 504),
                     log({::created(), submitted(test::plan().tags())}), service_keys()});
    arrived.deliver();
    CHECK(arrived.transport.finished());
    CHECK(arrived.told.back() == Done::What::unconfirmed_before);

    Sending lost({create(), put(k_attachment_url, 204), put(k_submission_url, 503),
                  log({::created()}), service_keys(), put(k_submission_url, 503)});
    CHECK(code_of([&] { lost.deliver(); }) == "ANB-S501");
    CHECK(lost.journal.standing().step == Step::submitting);
}

TEST_CASE("testantrag::deliver: a refused creation is known not to exist")
{
    Sending sending({create(422)});
    CHECK(code_of([&] { sending.deliver(); }) == "ANB-F406");
    CHECK(sending.journal.standing().step == Step::prepared);
}

TEST_CASE("testantrag::deliver: a submission that the service cleared away is said to be gone")
{
    Sending sending({put(k_attachment_url, 404)});
    sending.created();
    CHECK(code_of([&] { sending.deliver(); }) == "ANB-S405");
}

TEST_CASE("testantrag::deliver: what was discarded or purged does not go on")
{
    Sending discarded({});
    discarded.journal.discarded();
    CHECK(code_of([&] { discarded.deliver(); }) == "ANB-S308");
    Sending purged({});
    purged.journal.purge();
    CHECK(code_of([&] { purged.deliver(); }) == "ANB-S308");
}

TEST_CASE("testantrag::follow: waiting, accepted, rejected")
{
    const auto tags = test::plan().tags();
    const auto destination = test::plan().destination.str();
    Sending waiting({log({created(), submitted(tags)}), service_keys()});
    waiting.created();
    waiting.journal.submitted();
    const auto later = waiting.follow();
    CHECK(later.ending == Ending::waiting);
    CHECK(later.tags_match);
    CHECK(later.report.findings.front().code == "ANB-S310");

    Sending accepted({log({created(), submitted(tags),
                           event("accept-submission", destination,
                                 {{"authenticationTags", fitconnect::to_json(tags)}})}),
                      service_keys(), destination_key()});
    accepted.created();
    accepted.journal.submitted();
    CHECK(accepted.follow().ending == Ending::accepted);
    CHECK(accepted.journal.standing().outcome == "accepted");

    Sending rejected(
        {log({created(), submitted(tags),
              event(
                  "reject-submission", destination,
                  {{"problems", {{{"type", "https://x/hash-mismatch"}, {"instance", "data"}}}}})}),
         service_keys(), destination_key()});
    rejected.created();
    rejected.journal.submitted();
    const auto outcome = rejected.follow();
    CHECK(outcome.ending == Ending::rejected);
    CHECK(outcome.report.findings.front().code == "ANB-S402");
    CHECK(outcome.report.findings.front().values.front().second == "hash-mismatch");
}

TEST_CASE("testantrag::follow: other tags than those sent are not trusted")
{
    auto tags = test::plan().tags();
    tags.data = "anders";
    Sending sending({log({created(), submitted(tags)}), service_keys()});
    sending.created();
    sending.journal.submitted();
    const auto outcome = sending.follow();
    CHECK(outcome.ending == Ending::untrusted);
    CHECK_FALSE(outcome.tags_match);
    CHECK(outcome.report.findings.front().code == "ANB-S403");
    CHECK(sending.journal.standing().step == Step::submitted);
}

TEST_CASE("testantrag::differing_parts: names parts that differ, are missing or were added")
{
    const auto sent = test::plan().tags();
    CHECK(differing_parts(sent, sent).empty());
    auto other = sent;
    other.metadata = "x";
    other.attachments.clear();
    other.attachments[fitconnect::AttachmentId::parse("90d9b29d-c05f-4f03-81c0-e233116c56d9")] =
        "y";
    CHECK(differing_parts(sent, other) ==
          std::vector<std::string>{"metadata", "attachment:" + test::attachment_id().str(),
                                   "attachment:90d9b29d-c05f-4f03-81c0-e233116c56d9"});
}

TEST_CASE("testantrag::store_evidence: events and checksums, no content")
{
    const test::TemporaryFolder folder;
    Sending sending({log({created(), submitted(test::plan().tags())}), service_keys()});
    sending.created();
    sending.journal.submitted();
    store_evidence(sending.journal, sending.follow(), folder.path(), "send-testantrag 0.1.0");
    const auto place = folder.path() / k_case;
    CHECK(json::parse(test::read(place / "events.json"), "events")["eventLog"].size() == 2);
    CHECK(json::parse(test::read(place / "evidence.json"), "evidence")["tags_match"] == true);
}

TEST_CASE("testantrag::deliver: a journal that stands behind what was done submits nothing twice")
{
    Sending sending({put(k_attachment_url, 422), log({created(), submitted(test::plan().tags())}),
                     service_keys()});
    sending.created();
    sending.deliver();
    CHECK(sending.transport.finished());
    CHECK(sending.journal.standing().step == Step::submitted);

    Sending refused({put(k_attachment_url, 422), log({created()}), service_keys()});
    refused.created();
    CHECK(code_of([&] { refused.deliver(); }) == "ANB-F406");
}

namespace {

/// A plan whose attachment is still a file of the user, and that file.
class Unread {
public:
    explicit Unread(const std::string& text)
    {
        test::write(file(), text);
        attachment = inspect_attachment(file().string());
        auto& part = plan.attachments.front().part;
        part.tag.clear();
        part.sha512.clear();
        part.size =
            jose::compact_size(text.size(), recipient.key, recipient.kid, attachment.mime_type);
        plan.data.sha512 = std::string(128, '0');
        plan.metadata.tag.clear();
        plan.metadata.sha512.clear();
    }

    std::filesystem::path file() const { return m_folder / "nachweis.pdf"; }
    void lay_down(const Sending& sending) const
    {
        save_draft(sending.journal.folder(),
                   {.author = {"a", "b", "c", "d"},
                    .sources = {{.id = test::attachment_id(), .attachment = attachment}}});
    }

    Plan plan = test::plan();
    Attachment attachment;
    jose::PublicJwk recipient{.key = key().public_key(),
                              .kid = "schluessel-1",
                              .alg = "RSA-OAEP-256",
                              .use = {},
                              .key_ops = {"wrapKey"},
                              .x5c = {}};

private:
    test::TemporaryFolder m_folder;
};

jose::Decrypted opened(const std::string& compact)
{
    return jose::decrypt(
        compact, [](const std::string&) { return &key(); }, "part", 1 << 20);
}

} // namespace

TEST_CASE("testantrag::deliver: an attachment is encrypted while it travels, and noted")
{
    const std::string text(200000, 'p');
    const Unread unread(text);
    Sending sending({create(), put(k_attachment_url, 204), put(k_submission_url, 200)},
                    unread.plan);
    unread.lay_down(sending);
    sending.deliver(&unread.recipient);
    CHECK(sending.transport.finished());

    const auto& sent = sending.transport.sent().at(1).body;
    const auto content = opened(sent);
    CHECK(base::as_text(content.plaintext) == text);
    CHECK(content.header.cty == "application/pdf");
    const auto& part = sending.journal.plan().attachments.front().part;
    CHECK(part.tag == content.tag);
    CHECK(part.size == sent.size());
    CHECK(test::read(sending.journal.folder() / part.file) == sent);
    CHECK_FALSE(base::fs::exists(sending.journal.folder() / k_draft_file));

    const auto metadata = opened(test::read(sending.journal.folder() / "metadata.jwe"));
    CHECK(sending.journal.plan().metadata.tag == metadata.tag);
    const auto described = fitconnect::parse_metadata(base::as_text(metadata.plaintext), "m");
    REQUIRE(described.attachments.size() == 1);
    CHECK(described.attachments.front().sha512 == part.sha512);
    CHECK(described.attachments.front().filename == "nachweis.pdf");
    CHECK(read_entry(sending.journal.folder())->plan.tags().attachments ==
          sending.journal.plan().tags().attachments);
}

TEST_CASE("testantrag::deliver: what was encrypted once is sent again as it is")
{
    const Unread unread("Inhalt");
    Sending sending({create(), put(k_attachment_url, 204), put(k_submission_url, 500),
                     log({::created()}), service_keys(), put(k_submission_url, 500),
                     log({::created()}), service_keys(), put(k_submission_url, 200)},
                    unread.plan);
    unread.lay_down(sending);
    CHECK(code_of([&] { sending.deliver(&unread.recipient); }) == "ANB-S501");
    base::fs::remove(unread.file());
    sending.deliver();
    CHECK(sending.transport.finished());
    const auto& sent = sending.transport.sent();
    CHECK(sent.back().body == sent[2].body);
}

TEST_CASE("testantrag::deliver: a file that changed since the beginning is not sent")
{
    for (const auto* text : {"", "kurz", "ein anderer, längerer Inhalt"}) {
        const Unread unread("Inhalt");
        Sending sending({create(), put(k_attachment_url, 204), put(k_attachment_url, 204)},
                        unread.plan);
        unread.lay_down(sending);
        test::write(unread.file(), text);
        CHECK(code_of([&] { sending.deliver(&unread.recipient); }) == "ANB-S312");
        base::fs::remove(unread.file());
        CHECK(code_of([&] { sending.deliver(&unread.recipient); }) == "ANB-S312");
        CHECK(sending.journal.standing().step == Step::created);
    }
}
