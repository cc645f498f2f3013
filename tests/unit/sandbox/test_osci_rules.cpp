// Tests of the Intermediär's rules: dialogs, signatures, encryption, certificates, faults.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/file.hpp"
#include "osci_bench.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>
#include <httplib.h>

using namespace anb;
using namespace anb::sandbox;
using namespace anb::sandbox::testing;
using osci::CertificateRole;
using osci::Order;

namespace {

constexpr base::Seconds k_day{24 * 60 * 60};

Options with_faults(const std::string& script)
{
    Options options;
    options.faults = script;
    options.faults_origin = "script";
    return options;
}

void remove_role(osci::Message& order, CertificateRole role)
{
    std::erase_if(order.certificates, [&](const auto& each) { return each.role == role; });
}

httplib::Client plain_client(Bench& bench)
{
    const auto url = bench.sandbox().environment("test").intermediary_url();
    REQUIRE(url.starts_with("http://127.0.0.1:"));
    httplib::Client client(url.substr(0, url.find('/', 7)));
    client.set_read_timeout(30);
    return client;
}

} // namespace

TEST_CASE("sandbox, OSCI: a dialog has its order")
{
    Bench bench;
    OsciClient client(bench, "absender-osci-test");
    const auto broken = [&](Order kind, const auto& change) {
        client.forget_dialog();
        client.open_dialog();
        auto order = client.order(kind);
        change(order.control);
        const auto good = client.order(Order::get_message_id);
        CHECK(client.post(client.written(order)).codes() == "fault 9400");
        CHECK(client.post(client.written(good)).codes() == "fault 9400");
    };
    broken(Order::fetch_delivery, [](osci::ControlBlock& it) { it.sequence_number = "1"; });
    broken(Order::fetch_delivery, [](osci::ControlBlock& it) { it.sequence_number = "00"; });
    broken(Order::fetch_delivery, [](osci::ControlBlock& it) { it.response = "AAAA"; });
    broken(Order::exit_dialog, [](osci::ControlBlock& it) { it.response = it.challenge; });

    client.forget_dialog();
    const auto refused = [&](Order kind, const auto& change) {
        auto order = client.order(kind);
        change(order);
        return client.post(client.written(order)).codes();
    };
    CHECK(refused(Order::get_message_id,
                  [](osci::Message& it) { it.control.sequence_number = "1"; }) == "fault 9400");
    CHECK(refused(Order::get_message_id, [](osci::Message& it) {
              it.control.conversation_id = "4711";
              it.control.response = "AAAA";
          }) == "fault 9400");
    CHECK(refused(Order::get_message_id, [](osci::Message& it) {
              remove_role(it, CertificateRole::cipher_originator);
          }) == "fault 9500");
    CHECK(refused(Order::fetch_delivery, [](osci::Message&) {}) == "9802");
}

TEST_CASE("sandbox, OSCI: a sequence of orders in one dialog, the last one ends it")
{
    Bench bench;
    OsciClient client(bench, "absender-osci-test");
    client.open_dialog();
    const auto id = client.new_message_id();
    CHECK(client.send(client.delivery(id, client.certificate())).codes() == "0801");
    auto again = client.order(Order::get_message_id);
    remove_role(again, CertificateRole::cipher_originator);
    CHECK(client.send(again).codes() == "0801");
    const auto repeated = client.order(Order::exit_dialog);
    CHECK(client.send(repeated).codes() == "0800");
    CHECK(client.post(client.written(repeated)).codes() == "fault 9400");
}

TEST_CASE("sandbox, OSCI: a dialog of somebody else cannot be taken over, nor one that is old")
{
    Bench bench;
    OsciClient client(bench, "absender-osci-test"), other(bench, "musterstadt-osci-test");
    client.open_dialog();
    auto order = client.order(Order::fetch_delivery);
    remove_role(order, CertificateRole::cipher_originator);
    order.certificates.push_back(
        osci::with_role(CertificateRole::cipher_originator, other.certificate()));
    CHECK(client.post(client.written(order)).codes() == "fault 9400");

    client.open_dialog();
    Options later;
    later.clock = base::now() + base::Seconds(31 * 60);
    bench.restart(later);
    CHECK(client.fetch().codes() == "fault 9400");
}

TEST_CASE("sandbox, OSCI: signatures")
{
    Bench bench;
    OsciClient client(bench, "absender-osci-test"), other(bench, "musterstadt-osci-test");
    client.signs = false;
    const auto id = client.new_message_id();
    client.signs = true;
    client.other_key = &encryption_key();
    const auto refused = client.send(client.delivery(id, other.certificate()));
    CHECK(refused.codes() == "9601");
    CHECK(refused.message().feedback.at(0).text == osci::find_feedback("9601")->german);
    client.other_key = nullptr;
    CHECK(client.send(client.delivery(id, other.certificate())).codes() == "0800");
}

TEST_CASE("sandbox, OSCI: plain orders get plain answers")
{
    Bench bench;
    OsciClient client(bench, "absender-osci-test");
    client.encrypts = false;
    const auto id = client.store(client.certificate());
    client.open_dialog();
    CHECK(client.fetch().message().cards.at(0).message_id == id);
}

TEST_CASE("sandbox, OSCI: what cannot be read is answered with a fault")
{
    Bench bench;
    OsciClient client(bench, "absender-osci-test");
    CHECK(client.post("").codes() == "fault 9100");
    CHECK(client.post("<html/>").codes() == "fault 9100");
    const auto good = client.written(client.order(Order::get_message_id));
    CHECK(client.post(good.substr(0, good.size() / 2)).codes() == "fault 9100");
    client.other_recipient = client.certificate();
    CHECK(client.send(Order::get_message_id).codes() == "fault 9200");
    client.other_recipient.reset();
    client.encrypts = false;
    auto text = client.written(client.order(Order::get_message_id));
    text.replace(text.find("soapGetMessageId"), 16, "soapInitDialogue");
    CHECK(client.post(text).codes() == "fault 9100");
    auto answer = client.order(Order::exit_dialog);
    answer.direction = osci::Direction::response;
    answer.control.conversation_id = "1";
    answer.control.response = "AAAA";
    answer.control.challenge.reset();
    answer.certificates.clear();
    answer.feedback = {{"de", "0800", "Erledigt."}};
    client.signs = false;
    CHECK(client.post(client.written(answer)).codes() == "fault 9300");
}

TEST_CASE("sandbox, OSCI: the sizes are bounded")
{
    Options options;
    options.limits.osci_message = 20'000;
    Bench bench(options);
    CHECK(bench.exchange("POST", "/test/osci", {}, std::string(20'001, 'x')).status == 413);
    CHECK(bench.exchange("POST", "/test/osci", {}, std::string(20'000, 'x')).status == 200);
}

TEST_CASE("sandbox, OSCI: certificates that are not in order are named")
{
    Bench bench;
    const auto now = base::now();
    OsciClient client(bench, "absender-osci-test");
    OsciClient unknown(bench, stranger(now - k_day, now + k_day));
    CHECK(unknown.send(Order::init_dialog).codes() == "0801 3501 3707");
    unknown.forget_dialog();
    OsciClient expired(bench, stranger(now - 2 * k_day, now - k_day));
    CHECK(expired.send(Order::init_dialog).codes() == "0801 3500 3501 3700 3707");

    const auto stored =
        client.send(client.delivery(client.new_message_id(), expired.certificate()));
    CHECK(stored.codes() == "0800 3705 3707 3706");
    const auto& inspections = stored.message().cards.at(0).inspections;
    REQUIRE(inspections.size() == 2);
    CHECK(inspections[0].good());
    CHECK(inspections[1].subject == expired.certificate().subject());
    CHECK(inspections[1].math_result == "indeterminate");
    CHECK(inspections[1].offline_result == "invalid");

    Options later;
    later.clock = now + 3651 * k_day;
    bench.restart(later);
    CHECK(client.send(Order::init_dialog).codes() == "0801 3500 3700");
}

TEST_CASE("sandbox, OSCI: a certificate that only claims its issuer is refused")
{
    Bench bench;
    auto& pki = bench.sandbox().environment("test").pki;
    const auto root = pki.administration("test").front();
    const auto now = base::now();
    auto forged = forgery(root, now - k_day, now + k_day);
    OsciClient client(bench, std::move(forged));
    CHECK(client.send(Order::init_dialog).codes() == "fault 9501");
}

TEST_CASE("sandbox, OSCI: feedback comes in the languages asked for")
{
    Bench bench;
    OsciClient client(bench, "absender-osci-test");
    const auto languages = [&](const std::string& wanted) {
        auto order = client.order(Order::get_message_id);
        order.languages = wanted;
        std::string got;
        const auto reply = client.send(order);
        for (const auto& entry : reply.message().feedback) {
            got += entry.language + " ";
        }
        return got;
    };
    CHECK(languages("de") == "de ");
    CHECK(languages("en") == "en ");
    CHECK(languages("en de") == "en de ");
    CHECK(languages("fr") == "de ");
}

TEST_CASE("sandbox, OSCI: every feedback code can be had by a fault script")
{
    std::string script;
    int count = 0;
    for (const auto& code : osci::feedback_codes()) {
        script += "POST /test/osci nth=" + std::to_string(++count) +
                  " feedback=" + std::string(code.code) + "\n";
    }
    Bench bench(with_faults(script));
    OsciClient client(bench, "absender-osci-test");
    for (const auto& code : osci::feedback_codes()) {
        const auto failed = osci::classify(code.code) == osci::FeedbackClass::failed;
        const auto reply = client.send(Order::get_message_id);
        CHECK(reply.codes() ==
              (failed ? std::string(code.code) : "0800 " + std::string(code.code)));
        CHECK(reply.message().message_id.empty() == failed);
    }
}

TEST_CASE("sandbox, OSCI: faults before and after an order is carried out")
{
    Bench bench(with_faults("POST /test/osci nth=2 late_feedback=9811\n"
                            "POST /test/osci nth=4 osci_fault=9000\n"
                            "POST /test/osci nth=5 feedback=9600\n"
                            "POST /test/osci nth=7 late_feedback=9811\n"));
    OsciClient client(bench, "absender-osci-test");
    const auto id = client.new_message_id();
    const auto order = client.delivery(id, client.certificate());
    CHECK(client.send(order).codes() == "9811");
    CHECK(client.send(order).codes() == "9801");
    CHECK(client.send(order).codes() == "fault 9000");
    CHECK(client.send(Order::init_dialog).codes() == "9600");
    client.open_dialog();
    CHECK(client.fetch().codes() == "9811");
    CHECK(client.fetch().message().cards.at(0).message_id == id);
    CHECK(test::code_of([] { Faults::parse("* /x feedback=1234", "script"); }) == "ANB-G602");
    CHECK(test::code_of([] { Faults::parse("* /x spoil=everything", "script"); }) == "ANB-G602");
}

TEST_CASE("sandbox, OSCI: answers are spoilt in one point")
{
    Bench bench(with_faults("POST /test/osci nth=1 spoil=response\n"
                            "POST /test/osci nth=2 spoil=conversation\n"
                            "POST /test/osci nth=3 spoil=sequence\n"
                            "POST /test/osci nth=4 spoil=order\n"
                            "POST /test/osci nth=5 spoil=message_id\n"
                            "POST /test/osci nth=6 spoil=signature\n"
                            "POST /test/osci nth=7 spoil=signer\n"
                            "POST /test/osci nth=8 spoil=unsigned\n"
                            "POST /test/osci nth=9 spoil=plain\n"
                            "POST /test/osci nth=10 spoil=recipient\n"));
    OsciClient client(bench, "absender-osci-test");
    const auto order = client.order(Order::get_message_id);
    const auto body = client.written(order);
    const auto send = [&] { return client.post(body); };
    CHECK(send().message().control.response != order.control.challenge);
    CHECK(send().message().control.conversation_id == "1");
    CHECK(send().message().control.sequence_number == "99");
    CHECK(send().message().order != Order::get_message_id);
    CHECK(send().message().message_id.ends_with(".other"));
    CHECK(test::code_of(send) == "ANB-O301");
    CHECK(send().incoming.signature->certificate ==
          bench.sandbox().environment("test").pki.intermediary_cipher("test").certificate);
    CHECK_FALSE(send().incoming.signature.has_value());
    CHECK_FALSE(send().incoming.opened.transport.has_value());
    CHECK(test::code_of(send) == "ANB-O201");
}

TEST_CASE("sandbox, OSCI: without TLS there is the Intermediär and nothing else")
{
    Bench bench(with_faults("POST /test/osci nth=2 reset=after\n"));
    auto client = plain_client(bench);
    const auto seen = client.Get("/test/osci");
    REQUIRE(seen);
    CHECK(seen->status == 200);
    CHECK(seen->body.find("GET") != std::string::npos);
    CHECK(client.Get("/test/dvdv/intern/directory/v2/version")->status == 404);
    CHECK(client.Get("/prod/osci")->status == 200);

    OsciClient sender(bench, "absender-osci-test");
    const auto id = sender.new_message_id();
    const auto body = sender.written(sender.delivery(id, sender.certificate()));
    CHECK_FALSE(client.Post("/test/osci", body, "text/xml"));
    const auto again = client.Post("/test/osci", body, "text/xml");
    REQUIRE(again);
    CHECK(sender.send(sender.delivery(id, sender.certificate())).codes() == "9801");
}

TEST_CASE("sandbox, OSCI: a restart keeps the address without TLS")
{
    Bench bench;
    const auto url = bench.sandbox().environment("test").intermediary_url();
    OsciClient(bench, "absender-osci-test").new_message_id();
    bench.restart();
    CHECK(bench.sandbox().environment("test").intermediary_url() == url);
    const auto toml = bench.sandbox().environments_toml();
    CHECK(toml.find("absender-osci-test.p12") != std::string::npos);
    CHECK(toml.find("absender-osci-prod.password") != std::string::npos);
}

TEST_CASE("sandbox, OSCI: a large attachment goes through files")
{
    Bench bench;
    OsciClient client(bench, "absender-osci-test");
    client.signs = false;
    const std::string bytes(5'000'000, '\n');
    const osci::OutgoingAttachment attachment{
        "gross.bin", "application/octet-stream", bytes.size(),
        [&] { return base::source_of(base::as_bytes(bytes)); }};
    const auto order = client.delivery(client.new_message_id(), client.certificate());
    CHECK(client.send(order, {attachment}).codes() == "0800");
    client.open_dialog();
    const auto fetched = client.fetch();
    const auto& opened = fetched.incoming.opened;
    REQUIRE(opened.attachments.size() == 1);
    const auto back = base::read_all(opened.open(opened.attachments[0]), bytes.size());
    CHECK((back && base::as_text(*back) == bytes));
    CHECK(std::filesystem::is_empty(bench.state() / "test/osci/answers"));
}
