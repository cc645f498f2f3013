// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/osci/receive.hpp"
#include "unit/testantrag/osci_bench.hpp"
#include "unit/testantrag/support.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::testantrag;

namespace {

/// A receiver at the fake postbox, and what it handed over.
class Office {
public:
    Office()
    {
        m_rules.container = "XSOZIAL_DATA";
        m_rules.intermediary_signature = bench::identity("Intermediaer").chain.front();
        m_rules.certificates.environment = pki::Environment::test;
        m_rules.certificates.at = bench::k_stored_at;
    }

    bench::FakeIntermediary intermediary;
    std::vector<OsciFetched> fetched;

    OsciPostbox postbox()
    {
        const auto& own = bench::identity("Empfaenger");
        return {.transport = intermediary,
                .cipher = own,
                .signature = own,
                .method = *xmldsig::own_method("rsa-sha256"),
                .intermediary = {.url = "http://intermediaer.test/osci",
                                 .cipher = bench::identity("Intermediaer").chain.front(),
                                 .signature = m_rules.intermediary_signature},
                .languages = "de",
                .older = {}};
    }

    void fetch(const std::string& id = {})
    {
        fetched.clear();
        OsciReceiver receiver(
            postbox(), m_rules, folder(), [] { return false; }, test::at_noon);
        receiver.fetch(id, [this](OsciFetched one) { fetched.push_back(std::move(one)); });
    }

    base::fs::path folder() const { return m_folder / "eingang"; }
    std::size_t kept() const { return count(folder() / ".incoming"); }
    std::size_t quarantined() const { return count(folder() / "quarantine"); }

private:
    static std::size_t count(const base::fs::path& path)
    {
        std::error_code failed;
        const base::fs::directory_iterator entries(path, failed);
        return failed ? 0 : static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
    }

    test::TemporaryFolder m_folder;
    DeliveryRules m_rules;
};

std::vector<std::string> errors(const base::Report& report)
{
    std::vector<std::string> found;
    for (const auto& finding : report.findings) {
        if (finding.severity == base::Severity::error) {
            found.push_back(finding.code);
        }
    }
    return found;
}

bool has_code(const base::Report& report, std::string_view code)
{
    return std::ranges::any_of(report.findings,
                               [&](const auto& finding) { return finding.code == code; });
}

} // namespace

TEST_CASE("testantrag::list_postbox: shows what waits and changes nothing")
{
    Office office;
    office.intermediary.postbox = {{.id = "nachricht-1"}, {.id = "nachricht-2"}};
    const auto postbox = office.postbox();
    osci::Client client(postbox.transport, postbox.intermediary,
                        {postbox.cipher, postbox.signature, postbox.method}, "de");
    const auto cards = list_postbox(client);
    REQUIRE(cards.size() == 2);
    CHECK(cards.front().message_id == "nachricht-1");
    CHECK(cards.front().subject == "Antrag");
    CHECK(office.intermediary.waiting() == 2);
    office.intermediary.postbox.clear();
    CHECK(list_postbox(client).empty());
    CHECK(office.intermediary.orders.back() == osci::Order::exit_dialog);
}

TEST_CASE("testantrag::OsciReceiver: fetches all that waits in one dialog and stores it")
{
    Office office;
    office.intermediary.postbox = {{.id = "nachricht-1"}, {.id = "a/b"}};
    office.fetch();
    REQUIRE(office.fetched.size() == 2);
    const auto& first = office.fetched.front();
    CHECK(errors(first.report).empty());
    CHECK(first.folder == office.folder() / "nachricht-1");
    CHECK(test::read(first.folder / "data.xml") == office.intermediary.postbox.front().data);
    CHECK(test::read(first.folder / "attachments/anlage.pdf") == "%PDF-1.7 Anlage");
    for (const auto* name : {"metadata.json", "process-card.json", "manifest.json"}) {
        CHECK(base::fs::exists(first.folder / name));
        CHECK_FALSE(base::readable_by_others(first.folder / name));
    }
    const auto& verified = first.manifest.verified;
    for (const auto* point : {"transport_encryption", "intermediary_signature", "inspections",
                              "content_decryption", "attachment_digests", "author_signature",
                              "container", "well_formed", "sender_certificates"}) {
        CAPTURE(point);
        CHECK(std::ranges::find(verified, point) != verified.end());
    }
    CHECK(office.fetched.back().folder.filename().string().starts_with("ma_b-"));
    CHECK(office.intermediary.waiting() == 0);
    CHECK(office.kept() == 0);
    const std::vector<osci::Order> expected = {
        osci::Order::init_dialog, osci::Order::fetch_delivery, osci::Order::fetch_delivery,
        osci::Order::exit_dialog};
    CHECK(office.intermediary.orders == expected);
}

TEST_CASE("testantrag::OsciReceiver: what is encrypted for others is said to be unchecked")
{
    Office office;
    office.intermediary.postbox = {{.id = "nachricht-1"},
                                   {.id = "nachricht-2", .also_for = "Intermediaer"}};
    office.fetch();
    REQUIRE(office.fetched.size() == 2);
    const auto is_closed = [](const OsciFetched& one) {
        return std::ranges::any_of(one.manifest.unchecked, [](const base::Unchecked& each) {
            return each.element == "content" && each.reason == "no_key";
        });
    };
    CHECK_FALSE(is_closed(office.fetched.front()));
    CHECK(is_closed(office.fetched.back()));
    CHECK(errors(office.fetched.back().report).empty());
    CHECK(office.fetched.back().manifest.files.size() == 2);
}

TEST_CASE("testantrag::OsciReceiver: nothing there")
{
    Office office;
    office.fetch();
    CHECK(office.fetched.empty());
    CHECK(office.intermediary.orders.back() == osci::Order::exit_dialog);
    CHECK(test::code_of([&] { office.fetch("nachricht-9"); }) == "ANB-O702");
    CHECK(office.intermediary.orders.back() == osci::Order::exit_dialog);
    CHECK(office.kept() == 0);
}

TEST_CASE("testantrag::OsciReceiver: one message by its id, also when it is here already")
{
    Office office;
    office.intermediary.postbox = {{.id = "nachricht-1"}, {.id = "nachricht-2"}};
    office.fetch("nachricht-2");
    REQUIRE(office.fetched.size() == 1);
    CHECK(office.fetched.front().manifest.message_id == "nachricht-2");
    CHECK(office.intermediary.waiting() == 1);
    office.fetch("nachricht-2");
    REQUIRE(office.fetched.size() == 1);
    CHECK(office.fetched.front().stored_before);
    test::write(office.folder() / "nachricht-2/data.xml", "<x/>");
    CHECK(test::code_of([&] { office.fetch("nachricht-2"); }) == "ANB-S632");
}

TEST_CASE("testantrag::OsciReceiver: a lost answer loses nothing and stores nothing twice")
{
    for (int lost = 1; lost <= 4; ++lost) {
        CAPTURE(lost);
        Office office;
        office.intermediary.postbox = {{.id = "nachricht-1"}, {.id = "nachricht-2"}};
        office.intermediary.loses = [&](int order) { return order == lost; };
        const auto code = test::code_of([&] { office.fetch(); });
        CHECK((code == "ANB-N310") == (lost < 4));
        if (lost == 4) {
            CHECK(has_code(office.fetched.back().report, "ANB-O708"));
        }
        office.fetch();
        CHECK(office.intermediary.waiting() == 0);
        for (const auto* id : {"nachricht-1", "nachricht-2"}) {
            CHECK(read_osci_manifest(office.folder() / id).has_value());
        }
        CHECK(office.kept() == 0);
        CHECK(office.quarantined() == 0);
    }
}

TEST_CASE("testantrag::OsciReceiver: goes on with what a killed run left")
{
    Office office;
    office.intermediary.postbox = {{.id = "nachricht-1"}};
    std::string answer;
    office.intermediary.spoil = [&](int order, std::string& bytes) {
        if (order == 2) {
            answer = bytes;
        }
    };
    office.fetch();
    base::fs::remove_all(office.folder() / "nachricht-1");
    test::write(office.folder() / ".incoming/rest.mime", answer);
    office.fetch();
    REQUIRE(office.fetched.size() == 1);
    CHECK(errors(office.fetched.front().report).empty());
    CHECK(base::fs::exists(office.folder() / "nachricht-1/data.xml"));
    CHECK(office.kept() == 0);

    test::write(office.folder() / ".incoming/rest.mime", "MIME-Version: 1.0\r\n");
    office.fetch();
    REQUIRE(office.fetched.size() == 1);
    CHECK(errors(office.fetched.front().report) == std::vector<std::string>{"ANB-O102"});
    CHECK(office.quarantined() == 1);
}

TEST_CASE("testantrag::OsciReceiver: what fails a check is kept encrypted, and the dialog goes on")
{
    struct Case {
        const char* what;
        bench::Delivery delivery;
        std::string code;
    };
    const std::vector<Case> cases = {
        {"container", {.id = "m", .container = "ANDERS"}, "ANB-O704"},
        {"form", {.id = "m", .data = "<a>"}, "ANB-O717"},
        {"reader", {.id = "m", .reader = "Fremder"}, "ANB-O201"},
        {"inspection", {.id = "m", .bad_inspection = true}, "ANB-O706"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.what);
        Office office;
        office.intermediary.postbox = {each.delivery, {.id = "gut"}};
        office.fetch();
        REQUIRE(office.fetched.size() == 2);
        CHECK(errors(office.fetched.front().report) == std::vector{each.code});
        CHECK(has_code(office.fetched.front().report, "ANB-O707"));
        CHECK(office.fetched.front().quarantine == office.folder() / "quarantine/m.mime");
        CHECK_FALSE(base::fs::exists(office.folder() / "m"));
        CHECK_FALSE(office.fetched.back().folder.empty());
        CHECK(office.quarantined() == 1);
        CHECK(office.intermediary.waiting() == 0);
        office.fetch("m");
        CHECK(has_code(office.fetched.front().report, "ANB-O707"));
    }
}

TEST_CASE("testantrag::OsciReceiver: an answer that is not to be believed ends the dialog")
{
    Office office;
    office.intermediary.postbox = {{.id = "nachricht-1"}};
    office.intermediary.change = [](int order, osci::Message& answer) {
        if (order == 2) {
            answer.control.response = "YWx0";
        }
    };
    office.fetch();
    REQUIRE(office.fetched.size() == 1);
    CHECK(errors(office.fetched.front().report) == std::vector<std::string>{"ANB-O401"});
    CHECK(is_untrusted(office.fetched.front().report));
    CHECK(office.quarantined() == 1);
    CHECK(office.intermediary.waiting() == 1);
    CHECK(office.intermediary.orders.back() == osci::Order::fetch_delivery);
}

TEST_CASE("testantrag::OsciReceiver: a message that comes again and again ends the loop")
{
    Office office;
    office.intermediary.postbox = {{.id = "nachricht-1"}};
    office.intermediary.change = [](int, osci::Message& answer) {
        if (answer.order == osci::Order::fetch_delivery && !answer.cards.empty()) {
            answer.feedback.push_back({"de", "3800", "mehr"});
        }
    };
    office.fetch();
    CHECK(office.fetched.size() == 1);
}

TEST_CASE("testantrag::OsciReceiver: two cannot work in one folder")
{
    Office office;
    DeliveryRules rules;
    const OsciReceiver first(
        office.postbox(), rules, office.folder(), [] { return false; }, test::at_noon);
    CHECK(test::code_of([&] { office.fetch(); }) == "ANB-O715");
}

TEST_CASE("testantrag::folder_name: one file name for each message")
{
    CHECK(folder_name("6f1c9A-b_c.1") == "6f1c9A-b_c.1");
    for (const auto* id : {"", ".", "..", "../x", "a b", "-x", "incoming", "quarantine", "ä"}) {
        CAPTURE(id);
        const auto name = folder_name(id);
        CHECK(name.starts_with("m"));
        CHECK(name.find_first_of("/. ") == std::string::npos);
        CHECK(name.size() >= 18);
    }
    CHECK(folder_name("a/b") != folder_name("a_b"));
    CHECK(folder_name(std::string(300, 'a')).size() < 100);
}
