// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/shelf.hpp"
#include "unit/testantrag/osci_support.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace anb;
using namespace anb::testantrag;
using test::at_noon;
using test::code_of;

namespace {

using What = OsciDone::What;

/// A sending at its beginning, with one attachment.
class Bench {
public:
    Bench()
    {
        test::write(folder / "antrag.xml", "<antrag>TEST</antrag>");
        test::write(folder / "nachweis.pdf", std::string(100000, 'x'));
        package.environment = "test";
        package.data = inspect_data((folder / "antrag.xml").string());
        package.attachments = {inspect_attachment((folder / "nachweis.pdf").string())};
        watch = {.done = [this](const OsciDone& step) { done.push_back(step.what); },
                 .progress = [](std::size_t, std::uint64_t, std::uint64_t) {},
                 .cancelled = [] { return false; },
                 .pause = [this](base::Seconds time) { now += time; }};
    }

    OsciPlan plan() const
    {
        OsciPlan plan;
        plan.way = {.url = "http://intermediaer.example/osci",
                    .intermediary_cipher = test::intermediary().chain.front().to_der(),
                    .intermediary_signature = test::intermediary().chain.front().to_der(),
                    .recipient = test::recipient().chain.front().to_der(),
                    .reader = test::recipient().chain.front().to_der(),
                    .container = "ANTRAGSDATEN"};
        plan.organization = "soa:05999000";
        plan.service = "http://www.osci.de/beispiel";
        plan.subject = "Antrag";
        return plan;
    }

    /// @return the journal's folder
    base::fs::path prepare()
    {
        auto journal = OsciJournal::begin(folder.path(), clock());
        prepare_osci(journal, package, plan(), client, watch);
        return journal.folder();
    }

    Clock clock()
    {
        return [this] { return now; };
    }

    OsciJournal open(const base::fs::path& place) { return OsciJournal::open(place, clock()); }

    int delivered() const
    {
        int count = 0;
        for (const auto& [id, times] : at.deliveries) {
            count += times;
        }
        return count;
    }

    test::TemporaryFolder folder;
    test::FakeIntermediary at;
    osci::Client client = test::client(at);
    Package package;
    OsciWatch watch;
    std::vector<What> done;
    base::UtcTime now = at_noon();
};

osci::Inspection inspection()
{
    osci::Inspection good;
    good.timestamp.at = at_noon();
    good.subject = "CN=Absender";
    good.issuer = "CN=CA";
    good.serial = "1";
    return good;
}

bool has(const base::Report& report, std::string_view code)
{
    return std::any_of(report.findings.begin(), report.findings.end(),
                       [&](const base::Finding& finding) { return finding.code == code; });
}

} // namespace

TEST_CASE("testantrag::deliver: what arrives over OSCI is what was given")
{
    Bench bench;
    auto journal = bench.open(bench.prepare());
    CHECK(journal.standing().step == OsciStep::number);
    CHECK(journal.plan().message_id == "NR-1-abcdef");
    deliver(bench.client, journal, bench.watch);
    CHECK(journal.standing().step == OsciStep::delivered);
    CHECK(bench.done == std::vector<What>{What::number, What::delivered});
    CHECK_FALSE(base::fs::exists(journal.folder() / k_osci_content_file));
    CHECK_FALSE(base::fs::exists(journal.folder() / "nachweis.pdf.sealed"));
    CHECK(base::fs::exists(journal.folder() / k_osci_message_file));

    REQUIRE(bench.at.delivered.has_value());
    const auto& incoming = *bench.at.delivered;
    CHECK(incoming.message().subject == "Antrag");
    CHECK(incoming.message().find(osci::CertificateRole::cipher_addressee)->certificate ==
          test::recipient().chain.front());
    const auto containers = osci::open_content(incoming, {&test::recipient()}).containers;
    REQUIRE(containers.size() == 1);
    const auto& container = containers.front();
    CHECK(container.id == "ANTRAGSDATEN");
    REQUIRE(container.signatures.size() == 1);
    CHECK(container.signatures.front().certificate == test::own().chain.front());
    REQUIRE(container.parts.size() == 2);
    CHECK(base::to_text(container.parts.front().bytes) == "<antrag>TEST</antrag>");
    std::string attachment;
    osci::extract(incoming, container, "nachweis.pdf",
                  [&](base::ByteView piece) { attachment += base::as_text(piece); });
    CHECK(attachment == std::string(100000, 'x'));
}

TEST_CASE("testantrag::follow: the process card tells how it goes on")
{
    Bench bench;
    auto journal = bench.open(bench.prepare());
    deliver(bench.client, journal, bench.watch);
    bench.at.inspections = {inspection()};
    auto outcome = follow(bench.client, journal, base::Seconds(0), bench.watch);
    CHECK(outcome.ending == OsciEnding::waiting);
    CHECK(has(outcome.report, "ANB-O621"));
    CHECK(outcome.is_signed);
    CHECK(journal.standing().step == OsciStep::card);
    CHECK(bench.done ==
          std::vector<What>{What::number, What::delivered, What::card, What::waiting});

    // It polls until somebody has fetched the message, longer from time to time.
    std::vector<base::Seconds> pauses;
    bench.watch.pause = [&](base::Seconds time) {
        pauses.push_back(time);
        bench.now += time;
        if (pauses.size() == 3) {
            bench.at.reception = bench.now;
        }
    };
    outcome = follow(bench.client, journal, base::Seconds(3600), bench.watch);
    CHECK(outcome.ending == OsciEnding::fetched);
    CHECK(outcome.report.findings.empty());
    CHECK(pauses == std::vector{base::Seconds(5), base::Seconds(7), base::Seconds(10)});
    CHECK(journal.standing().step == OsciStep::finished);
    CHECK(journal.standing().outcome == "fetched");
    CHECK(journal.standing().reception == bench.at.reception);

    const auto count = bench.at.orders.size();
    deliver(bench.client, journal, bench.watch);
    CHECK(bench.at.orders.size() == count);
    journal.purge();
    CHECK_FALSE(base::fs::exists(journal.folder() / k_osci_message_file));
}

TEST_CASE("testantrag::deliver: a lost answer never makes a second delivery")
{
    for (const std::string fault : {"lost after", "lost before"}) {
        CAPTURE(fault);
        Bench bench;
        auto journal = bench.open(bench.prepare());
        bench.at.faults = {fault, fault};
        CHECK(code_of([&] { deliver(bench.client, journal, bench.watch); }) == "ANB-S501");
        deliver(bench.client, journal, bench.watch);
        CHECK(journal.standing().step == OsciStep::delivered);
        CHECK(journal.standing().delivered_before == (fault == "lost after"));
        CHECK(bench.delivered() == 1);
        for (const auto& body : bench.at.bodies) {
            CHECK(body == bench.at.bodies.front());
        }
    }
}

TEST_CASE("testantrag::deliver: after a kill behind any line there is one delivery in the end")
{
    Bench bench;
    base::fs::path place;
    {
        auto journal = bench.open(bench.prepare());
        place = journal.folder();
        deliver(bench.client, journal, bench.watch);
        bench.at.reception = bench.now;
        follow(bench.client, journal, base::Seconds(0), bench.watch);
    }
    const auto whole = test::read(place / "journal.jsonl");
    // The message is there from the second line on; what it was made of is gone then.
    std::size_t end = whole.find('\n') + 1;
    for (const auto* step : {"prepared", "delivering", "delivered", "card", "finished"}) {
        CAPTURE(step);
        end = whole.find('\n', end) + 1;
        for (const auto* torn : {"", "{\"step\":\"fin"}) {
            test::write(place / "journal.jsonl", whole.substr(0, end) + torn);
            auto journal = bench.open(place);
            CHECK(name(journal.standing().step) == step);
            deliver(bench.client, journal, bench.watch);
            const auto outcome = follow(bench.client, journal, base::Seconds(0), bench.watch);
            CHECK(outcome.ending == OsciEnding::fetched);
            CHECK(journal.standing().step == OsciStep::finished);
            CHECK(bench.delivered() == 1);
        }
    }
}

TEST_CASE("testantrag::deliver: a number that is used up without a card stops")
{
    Bench bench;
    auto journal = bench.open(bench.prepare());
    bench.at.faults = {"lost after", ""};
    bench.at.has_cards = false;
    CHECK(code_of([&] { deliver(bench.client, journal, bench.watch); }) == "ANB-O620");
    CHECK(journal.standing().step == OsciStep::delivering);
    bench.at.has_cards = true;
    deliver(bench.client, journal, bench.watch);
    CHECK(journal.standing().delivered_before);
}

TEST_CASE("testantrag::deliver: what is refused is certainly not there, but only at the first try")
{
    Bench bench;
    auto journal = bench.open(bench.prepare());
    bench.at.faults = {"9700"};
    CHECK(code_of([&] { deliver(bench.client, journal, bench.watch); }) == "ANB-O502");
    CHECK(journal.standing().step == OsciStep::prepared);
    CHECK_FALSE(journal.standing().maybe_submitted());

    bench.at.faults = {"lost after", "9700"};
    CHECK(code_of([&] { deliver(bench.client, journal, bench.watch); }) == "ANB-O502");
    CHECK(journal.standing().step == OsciStep::delivering);
    deliver(bench.client, journal, bench.watch);
    CHECK(bench.delivered() == 1);
}

TEST_CASE("testantrag::follow: what is doubtful is said")
{
    Bench bench;
    bench.at.warning = "3500";
    bench.at.signs = false;
    auto journal = bench.open(bench.prepare());
    deliver(bench.client, journal, bench.watch);
    auto bad = inspection();
    bad.online_result = "revoked";
    bad.online_means = "CRL";
    bench.at.inspections = {bad};
    const auto outcome = follow(bench.client, journal, base::Seconds(0), bench.watch);
    for (const auto* code : {"ANB-O621", "ANB-O622", "ANB-O623", "ANB-O625"}) {
        CAPTURE(code);
        CHECK(has(outcome.report, code));
    }
    CHECK_FALSE(outcome.is_signed);
    // A card that vanished is no card.
    bench.at.has_cards = false;
    CHECK(has(follow(bench.client, journal, base::Seconds(0), bench.watch).report, "ANB-O624"));
}

TEST_CASE("testantrag::store_evidence: answers, card and checksums, no content")
{
    Bench bench;
    auto journal = bench.open(bench.prepare());
    deliver(bench.client, journal, bench.watch);
    const auto outcome = follow(bench.client, journal, base::Seconds(0), bench.watch);
    store_evidence(journal, outcome, bench.folder / "beleg", "test 1");
    const auto place = bench.folder / "beleg" / journal.plan().local_id;
    for (const auto* file : {"delivered.mime", "card.mime", "process-card.json", "evidence.json"}) {
        CAPTURE(file);
        CHECK(base::fs::exists(place / file));
        CHECK(test::read(place / file).find("TEST</antrag>") == std::string::npos);
    }
    CHECK(test::read(place / "delivered.mime").find("SupplierSignature") != std::string::npos);
    CHECK(test::read(place / "evidence.json").find(journal.standing().message.sha256) !=
          std::string::npos);
}

TEST_CASE("testantrag::prepare_osci: leaves nothing plain, and nothing at all without a number")
{
    Bench bench;
    const auto place = bench.prepare();
    for (const auto& entry : base::fs::directory_iterator(place)) {
        const auto text = test::read(entry.path());
        CHECK(text.find("TEST") == std::string::npos);
        CHECK(text.find("xxxxxxxx") == std::string::npos);
    }
    {
        auto journal = OsciJournal::begin(bench.folder.path(), bench.clock());
        const auto unborn = journal.folder();
        bench.at.faults = {"9000"};
        CHECK(code_of([&] {
                  prepare_osci(journal, bench.package, bench.plan(), bench.client, bench.watch);
              }) == "ANB-O502");
        CHECK_FALSE(base::fs::exists(unborn / "journal.jsonl"));
    }
    test::write(bench.folder / "antrag.xml", "<antrag>ANDERS</antrag>");
    auto journal = OsciJournal::begin(bench.folder.path(), bench.clock());
    CHECK(code_of([&] {
              prepare_osci(journal, bench.package, bench.plan(), bench.client, bench.watch);
          }) == "ANB-S103");
}

TEST_CASE("testantrag::check_osci_limits: names what is too much")
{
    Package package;
    package.data.size = k_osci_max_data;
    CHECK(check_osci_limits(package).findings.empty());
    package.data.size += 1;
    CHECK(has(check_osci_limits(package), "ANB-O610"));
    package.attachments.resize(k_osci_max_attachments + 1);
    CHECK(has(check_osci_limits(package), "ANB-O612"));
    package.attachments.front().size = k_osci_usual_limit;
    CHECK(has(check_osci_limits(package), "ANB-O611"));
}

TEST_CASE("testantrag::Shelf: sendings of both ways stand side by side")
{
    Bench bench;
    const Shelf shelf(bench.folder.path(), bench.clock());
    {
        auto journal = shelf.begin("test");
        journal.prepared(test::plan());
    }
    std::string id;
    {
        auto journal = shelf.begin_osci("test");
        bench.package.final_test = true;
        prepare_osci(journal, bench.package, bench.plan(), bench.client, bench.watch);
        id = journal.plan().message_id;
    }
    CHECK(shelf.list("test").sendings.size() == 2);
    const auto sending = shelf.find("", "nr-1-abc");
    REQUIRE(sending.osci() != nullptr);
    CHECK(sending.id() == id);
    CHECK(sending.step() == "number");
    CHECK_FALSE(sending.is_over());
    CHECK(code_of([&] { shelf.purge(sending); }) == "ANB-S306");
    const auto known = [&] {
        return shelf.final_test("test", "soa:05999000", "http://www.osci.de/beispiel").has_value();
    };
    CHECK_FALSE(known());
    {
        auto journal = shelf.open(*sending.osci());
        deliver(bench.client, journal, bench.watch);
    }
    CHECK(known());
    CHECK(code_of([&] { shelf.discard(sending); }) == "ANB-S305");

    for (const auto& each : shelf.list("test").sendings) {
        if (each.fitconnect() != nullptr) {
            CHECK(shelf.discard(each).is_over());
        }
    }
}
