// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "testantrag/shelf.hpp"
#include "unit/testantrag/support.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::testantrag;
using test::at_noon;
using test::code_of;

namespace {

const auto k_submission = fitconnect::SubmissionId::parse("2153770b-84d1-4be8-bd12-0e91ea63653c");
const auto k_case = fitconnect::CaseId::parse("520a2835-9d46-4fc2-9524-9140edcc66e4");

Journal prepared(const test::TemporaryFolder& folder)
{
    auto journal = Journal::begin(folder.path(), at_noon);
    journal.prepared(test::plan());
    return journal;
}

/// All the way to acceptance. @return the journal's folder
base::fs::path complete(const test::TemporaryFolder& folder)
{
    auto journal = prepared(folder);
    journal.creating();
    journal.created({.submission = k_submission, .case_id = k_case});
    journal.encrypted(test::attachment_id(), test::plan().attachments.front().part);
    journal.stored(test::attachment_id());
    journal.sealed(test::plan().metadata);
    journal.submitting();
    journal.submitted();
    journal.finished("accepted", at_noon());
    return journal.folder();
}

} // namespace

TEST_CASE("testantrag::Journal: a sending that was not prepared leaves nothing behind")
{
    const test::TemporaryFolder folder;
    base::fs::path place;
    {
        const auto journal = Journal::begin(folder.path(), at_noon);
        place = journal.folder();
        CHECK(base::fs::exists(place));
    }
    CHECK_FALSE(base::fs::exists(place));
}

TEST_CASE("testantrag::Journal: after a kill behind any line the state is that line's")
{
    const test::TemporaryFolder folder;
    const auto place = complete(folder);
    const auto whole = test::read(place / "journal.jsonl");
    const std::vector<Step> expected = {Step::prepared,   Step::creating,  Step::created,
                                        Step::encrypted,  Step::stored,    Step::sealed,
                                        Step::submitting, Step::submitted, Step::finished};
    std::size_t end = 0;
    for (const auto step : expected) {
        end = whole.find('\n', end) + 1;
        for (const auto* torn : {"", "{\"step\":\"fin", "{\"step\":"}) {
            test::write(place / "journal.jsonl", whole.substr(0, end) + torn);
            REQUIRE(read_entry(place).has_value());
            CHECK(read_entry(place)->standing.step == step);
            const auto journal = Journal::open(place, at_noon);
            CHECK(journal.standing().step == step);
            CHECK(test::read(place / "journal.jsonl") == whole.substr(0, end));
        }
    }
}

TEST_CASE("testantrag::Journal: keeps what was learned")
{
    const test::TemporaryFolder folder;
    const auto place = complete(folder);
    const auto journal = Journal::open(place, at_noon);
    CHECK(journal.plan().tags() == test::plan().tags());
    CHECK(journal.plan().local_id == place.filename());
    CHECK(journal.standing().submission == k_submission);
    CHECK(journal.standing().stored.contains(test::attachment_id()));
    CHECK(journal.standing().outcome == "accepted");
    CHECK(journal.standing().orphans == 0);
    CHECK(journal.entry().id() == k_submission.str());
}

TEST_CASE("testantrag::Journal: counts creations whose outcome stayed unknown")
{
    const test::TemporaryFolder folder;
    auto journal = prepared(folder);
    journal.creating();
    journal.refused();
    CHECK(journal.standing().orphans == 0);
    CHECK(journal.standing().step == Step::prepared);
    journal.creating();
    journal.creating();
    CHECK(journal.standing().orphans == 1);
    journal.created({.submission = k_submission, .case_id = k_case});
    CHECK(journal.standing().orphans == 1);
}

TEST_CASE("testantrag::Journal: two cannot work on the same sending")
{
    const test::TemporaryFolder folder;
    const auto journal = prepared(folder);
    CHECK(code_of([&] { Journal::open(journal.folder(), at_noon); }) == "ANB-S303");
}

TEST_CASE("testantrag::Journal: a damaged line in the middle is not passed over")
{
    const test::TemporaryFolder folder;
    const auto place = complete(folder);
    auto text = test::read(place / "journal.jsonl");
    text[text.find("creating")] = 'X';
    test::write(place / "journal.jsonl", text);
    CHECK(code_of([&] { Journal::open(place, at_noon); }) == "ANB-S304");
}

TEST_CASE("testantrag::Journal: purging removes the parts and says which")
{
    const test::TemporaryFolder folder;
    const auto place = complete(folder);
    test::write(place / "data.jwe", "x");
    test::write(place / ".half.jwe", "x");
    auto journal = Journal::open(place, at_noon);
    journal.purge();
    CHECK_FALSE(base::fs::exists(place / "data.jwe"));
    CHECK_FALSE(base::fs::exists(place / ".half.jwe"));
    CHECK(journal.standing().step == Step::finished);
    CHECK(journal.standing().purged_at == at_noon());
    CHECK(test::read(place / "journal.jsonl").find(R"("files":[".half.jwe","data.jwe"])") !=
          std::string::npos);
}

TEST_CASE("testantrag::Shelf: finds by submission, case or local number, from 8 characters on")
{
    const test::TemporaryFolder folder;
    const Shelf shelf(folder.path(), at_noon);
    std::string local;
    {
        auto journal = shelf.begin("test");
        journal.prepared(test::plan());
        local = journal.plan().local_id;
        CHECK(shelf.find("test", local.substr(0, 8)).step() == "prepared");
        journal.creating();
        journal.created({.submission = k_submission, .case_id = k_case});
    }
    CHECK(shelf.find("", "2153770B").plan().local_id == local);
    CHECK(shelf.find("test", k_case.str()).plan().local_id == local);
    CHECK(code_of([&] { shelf.find("test", "2153770"); }) == "ANB-S302");
    CHECK(code_of([&] { shelf.find("prod", "2153770b"); }) == "ANB-S301");
    CHECK(code_of([&] { shelf.find("test", "ffffffff"); }) == "ANB-S301");
    {
        auto second = shelf.begin("test");
        second.prepared(test::plan());
        second.created({.submission = k_submission, .case_id = k_case});
    }
    CHECK(code_of([&] { shelf.find("test", "2153770b"); }) == "ANB-S302");
    CHECK(shelf.list("test").sendings.size() == 2);
}

TEST_CASE("testantrag::Shelf: lists the newest first, also of the same second")
{
    const test::TemporaryFolder folder;
    const Shelf shelf(folder.path(), at_noon);
    std::vector<std::string> newest_first;
    auto written = base::fs::file_time_type::clock::now();
    for (int count = 0; count < 8; ++count) {
        auto journal = shelf.begin("test");
        journal.prepared(test::plan());
        written += std::chrono::milliseconds(1);
        base::fs::last_write_time(journal.folder() / "journal.jsonl", written);
        newest_first.insert(newest_first.begin(), journal.plan().local_id);
    }
    std::vector<std::string> listed;
    for (const auto& sending : shelf.list("test").sendings) {
        listed.push_back(sending.plan().local_id);
    }
    CHECK(listed == newest_first);
}

TEST_CASE("testantrag::Shelf: remembers a final test that the receiver may have got")
{
    const test::TemporaryFolder folder;
    const Shelf shelf(folder.path(), at_noon);
    auto final = test::plan();
    final.final_test = true;
    auto journal = shelf.begin("prod");
    journal.prepared(final);
    const auto known = [&] {
        return shelf.final_test("prod", final.destination.str(), final.service.identifier)
            .has_value();
    };
    CHECK_FALSE(known());
    journal.created({.submission = k_submission, .case_id = k_case});
    CHECK_FALSE(known());
    journal.submitting();
    CHECK(known());
    CHECK_FALSE(shelf.final_test("prod", final.destination.str(), "urn:other").has_value());
}

TEST_CASE("testantrag::Shelf: encrypted parts do not stay longer than 30 days")
{
    const test::TemporaryFolder folder;
    base::fs::path place;
    {
        auto journal = Shelf(folder.path(), at_noon).begin("test");
        journal.prepared(test::plan());
        place = journal.folder();
        test::write(place / "data.jwe", "x");
    }
    const auto later = [](int days) {
        return [days] { return at_noon() + base::Seconds(days * 24 * 3600); };
    };
    CHECK(Shelf(folder.path(), later(29)).purge_old() == 0);
    CHECK(base::fs::exists(place / "data.jwe"));
    CHECK(Shelf(folder.path(), later(31)).purge_old() == 1);
    CHECK_FALSE(base::fs::exists(place / "data.jwe"));
    CHECK(Shelf(folder.path(), later(40)).purge_old() == 0);
}

TEST_CASE("testantrag::Shelf: a damaged journal stops nobody but itself")
{
    const test::TemporaryFolder folder;
    const Shelf shelf(folder.path(), at_noon);
    base::fs::path place;
    std::string sound;
    {
        auto journal = shelf.begin("test");
        journal.prepared(test::plan());
        journal.creating();
        journal.created({.submission = k_submission, .case_id = k_case});
        place = journal.folder();
        auto other = shelf.begin("test");
        other.prepared(test::plan());
        sound = other.plan().local_id;
    }
    auto text = test::read(place / "journal.jsonl");
    const auto second = text.find('\n') + 1;
    text.replace(second, text.find('\n', second) - second, R"({"bad":1})");
    test::write(place / "journal.jsonl", text);

    const auto listing = shelf.list("");
    REQUIRE(listing.sendings.size() == 1);
    CHECK(listing.sendings.front().plan().local_id == sound);
    REQUIRE(listing.damaged.size() == 1);
    CHECK(listing.damaged.front().folder == place);
    CHECK(listing.damaged.front().error.code() == "ANB-S304");
    CHECK(shelf.find("test", sound).plan().local_id == sound);
    CHECK(code_of([&] { shelf.find("test", place.filename().string()); }) == "ANB-S304");
    CHECK(code_of([&] { shelf.find("test", "2153770B"); }) == "ANB-S304");
    CHECK(code_of([&] { shelf.find("test", "ffffffff"); }) == "ANB-S301");
    const Shelf later(folder.path(), [] { return at_noon() + base::Seconds(31 * 24 * 3600); });
    CHECK(later.purge_old() == 1);
    CHECK_FALSE(later.final_test("test", "x", "y").has_value());
    CHECK(later.begin("test").folder() != place);
    CHECK(test::read(place / "journal.jsonl") == text);
}

TEST_CASE("testantrag::Shelf: a folder that cannot be read is not an empty one")
{
    const test::TemporaryFolder folder;
    const Shelf none(folder / "none", at_noon);
    CHECK(none.list("").sendings.empty());
    base::fs::create_symlink("loop", folder / "loop");
    const Shelf loop(folder / "loop", at_noon);
    CHECK(code_of([&] { loop.list(""); }) == "ANB-G204");
    CHECK(code_of([&] { loop.purge_old(); }) == "ANB-G204");
}

TEST_CASE("testantrag::Shelf: reads a journal that an earlier release wrote")
{
    const test::TemporaryFolder folder;
    const auto place = folder / "test" / "02bf1d9f-1dd2-4b40-9d5e-3c5a0a4b6c11";
    base::make_folder(place);
    test::write(place / "journal.jsonl",
                R"({"step":"prepared","at":"2026-01-15T12:00:00Z","plan":{)"
                R"("local_id":"02bf1d9f-1dd2-4b40-9d5e-3c5a0a4b6c11","environment":"test",)"
                R"("api_version":2,"destination_id":"d6094b2a-6eb9-4193-b501-34fe78fdf22a",)"
                R"("destination_name":"Stadt","encryption_kid":"k","service":"urn:x",)"
                R"("service_name":"hzl","schema_uri":"urn:y","mime_type":"application/xml",)"
                R"("metadata_version":"2.1.0","final_test":true,"reason":"",)"
                R"("metadata":{"file":"metadata.jwe","size":9,"tag":"m","sha512":"0"},)"
                R"("data":{"file":"data.jwe","size":9,"tag":"d","sha512":"1"},)"
                R"("unchecked":[{"element":"schema","reason":"not_installed"}],)"
                R"("attachments":[]}})"
                "\n"
                R"({"step":"creating","at":"2026-01-15T12:00:01Z"})"
                "\n"
                R"({"step":"created","at":"2026-01-15T12:00:02Z",)"
                R"("submission_id":"2153770b-84d1-4be8-bd12-0e91ea63653c",)"
                R"("case_id":"520a2835-9d46-4fc2-9524-9140edcc66e4"})"
                "\n");
    const Shelf shelf(folder.path(), at_noon);
    const auto sending = shelf.find("test", "520a2835");
    REQUIRE(sending.fitconnect() != nullptr);
    CHECK(sending.step() == "created");
    CHECK(sending.plan().final_test);
    CHECK(sending.plan().unchecked.size() == 1);
    CHECK(sending.fitconnect()->plan.destination_name == "Stadt");
    auto journal = shelf.open(*sending.fitconnect());
    journal.submitting();
    CHECK(shelf.find("test", "2153770b").maybe_submitted());
}
