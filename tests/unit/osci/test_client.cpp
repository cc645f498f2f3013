// Tests of osci/client.hpp: a small Intermediär made of this room answers, honestly or not.
// SPDX-License-Identifier: EUPL-1.2

#include "crypto/random.hpp"
#include "osci/client.hpp"
#include "osci/content.hpp"
#include "pki/issue.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <string>

using namespace anb;
using osci::Order;
using test::code_of;

namespace {

pki::Identity make_identity(const std::string& name, std::uint16_t usage)
{
    auto key = crypto::PrivateKey::generate_rsa(2048);
    const auto now = base::from_unix(1'795'000'000);
    auto certificate = pki::self_sign(key, {.common_name = name,
                                            .organization = {},
                                            .not_before = now - base::Seconds(1000),
                                            .not_after = now + base::Seconds(1'000'000),
                                            .key_usage = usage,
                                            .dns_names = {},
                                            .ip_addresses = {}});
    return {.key = std::move(key), .chain = {std::move(certificate)}, .alias = {}};
}

const pki::Identity& identity(const std::string& name)
{
    static std::map<std::string, pki::Identity> all;
    auto found = all.find(name);
    if (found == all.end()) {
        const auto usage =
            static_cast<std::uint16_t>(pki::digital_signature | pki::key_encipherment);
        found = all.emplace(name, make_identity(name, usage)).first;
    }
    return found->second;
}

const xmldsig::SignatureMethod& method()
{
    return *xmldsig::own_method("sha256-rsa-MGF1");
}

/// Answers each order as it should; `change` may spoil the answer before it is signed.
class FakeIntermediary : public http::Transport {
public:
    std::function<void(osci::Message&)> change = [](osci::Message&) {};
    std::function<std::string(std::string)> spoil = [](std::string text) { return text; };
    std::string signer = "intermediary";
    bool is_signed = true, is_encrypted = true;
    int status = 200;
    std::string body; ///< in place of an answer
    std::string feedback = "0801";
    std::vector<osci::Message> seen;

    http::Response send(const http::Request& request) override
    {
        CHECK(request.plain_http);
        CHECK(request.method == "POST");
        CHECK(request.headers[0].second == "text/xml");
        const auto text = base::read_all(request.source(), 1 << 24);
        CHECK(text->size() == request.source_size);
        auto order = osci::read_message(
            osci::open_message(base::source_of(*text), "order", {&identity("intermediary")}));
        REQUIRE(order.signature.has_value());
        CHECK(order.opened.transport.has_value());
        seen.push_back(order.message());
        const auto answer = body.empty() ? answer_to(order.message()) : body;
        http::Response response;
        response.status = status;
        if (status == 200) {
            request.sink(base::as_bytes(answer));
        } else {
            response.body = answer;
        }
        return response;
    }

private:
    std::string answer_to(const osci::Message& order)
    {
        osci::Message answer;
        answer.order = order.order;
        answer.direction = osci::Direction::response;
        answer.control.conversation_id = order.control.conversation_id.value_or("77");
        answer.control.sequence_number = order.control.sequence_number;
        answer.control.response = order.control.challenge;
        if (order.order != Order::exit_dialog) {
            answer.control.challenge = "bmV1";
        }
        answer.feedback = {{"de", feedback, "so steht es"}};
        if (order.order == Order::get_message_id) {
            answer.message_id = "nummer-1";
        }
        if (order.order == Order::store_delivery || order.order == Order::fetch_process_card) {
            osci::ProcessCard card;
            card.message_id =
                order.message_id.empty() ? order.selection.message_ids.front() : order.message_id;
            card.creation = osci::Stamp{.at = base::from_unix(1'795'000'000)};
            answer.cards = {card};
        }
        answer.certificates = {osci::with_role(osci::CertificateRole::signature_intermediary,
                                               identity(signer).chain.front())};
        change(answer);
        const osci::Signer own{.key = identity(signer).key,
                               .certificate = identity(signer).chain.front(),
                               .method = method()};
        std::string text;
        osci::write_message(answer, {}, is_signed ? &own : nullptr,
                            is_encrypted ? &identity("client").chain.front() : nullptr,
                            [&](base::ByteView piece) { text += base::as_text(piece); });
        return spoil(std::move(text));
    }
};

struct Fixture {
    FakeIntermediary fake;
    osci::Client client{
        fake,
        {.url = "http://127.0.0.1/osci",
         .cipher = identity("intermediary").chain.front(),
         .signature = identity("intermediary").chain.front()},
        {.cipher = identity("client"), .signature = identity("client"), .method = method()},
        "de"};

    std::string whole_dialog()
    {
        return code_of([&] {
            auto dialog = client.open_dialog();
            osci::Message order;
            order.order = Order::fetch_process_card;
            order.selection.message_ids = {"nummer-1"};
            dialog.send(order).require_done();
            dialog.exit().require_done();
        });
    }
};

} // namespace

TEST_CASE("osci::Client: a dialog counts its orders and repeats the challenges")
{
    Fixture fixture;
    CHECK(fixture.whole_dialog() == "accepted");
    const auto& seen = fixture.fake.seen;
    REQUIRE(seen.size() == 3);
    CHECK_FALSE(seen[0].control.sequence_number.has_value());
    CHECK_FALSE(seen[0].control.conversation_id.has_value());
    CHECK(seen[1].control.sequence_number == "0");
    CHECK(seen[1].control.response == "bmV1");
    CHECK(seen[2].control.sequence_number == "1");
    CHECK(seen[2].control.conversation_id == "77");
    CHECK(seen[1].control.challenge != seen[2].control.challenge);
}

TEST_CASE("osci::Client: message ids come in a dialog of their own")
{
    Fixture fixture;
    CHECK(fixture.client.get_message_id() == "nummer-1");
    CHECK(fixture.fake.seen[0].control.sequence_number == "0");
    CHECK_FALSE(fixture.fake.seen[0].control.conversation_id.has_value());
    CHECK_FALSE(fixture.fake.seen[0].control.response.has_value());
    fixture.fake.change = [](osci::Message& answer) { answer.message_id.clear(); };
    CHECK(code_of([&] { fixture.client.get_message_id(); }) == "ANB-O406");
}

TEST_CASE("osci::Client: a prepared delivery is sent as often as wanted, the same each time")
{
    Fixture fixture;
    osci::Message delivery;
    delivery.message_id = "nummer-1";
    delivery.subject = "Antrag";
    const auto& reader = identity("reader").chain.front();
    delivery.certificates = {osci::with_role(osci::CertificateRole::cipher_addressee, reader),
                             osci::with_role(osci::CertificateRole::cipher_other_reader, reader)};
    delivery.content = osci::write_content_package(
        {}, {osci::write_container(
                {.id = "DATEN", .data = base::as_bytes("<a/>"), .attachments = {}}, nullptr, "")});
    std::string text;
    const auto prepared = fixture.client.prepare_delivery(
        std::move(delivery), {}, [&](base::ByteView piece) { text += base::as_text(piece); });
    const auto body = [&] { return base::source_of(base::as_bytes(text)); };
    for (int i = 0; i < 2; ++i) {
        const auto answer = fixture.client.deliver(prepared, body, text.size());
        CHECK(answer.code() == "0801");
        CHECK(answer.is_signed());
    }
    CHECK(fixture.fake.seen[0].control.challenge == fixture.fake.seen[1].control.challenge);
    CHECK(fixture.fake.seen[0].subject == "Antrag");
    fixture.fake.feedback = "9801";
    const auto answer = fixture.client.deliver(prepared, body, text.size());
    CHECK(answer.code() == "9801");
    CHECK(code_of([&] { answer.require_done(); }) == "ANB-O502");
}

TEST_CASE("osci::Client: answers that do not belong to the order")
{
    Fixture fixture;
    const auto with = [&](std::function<void(osci::Message&)> change) {
        fixture.fake.change = std::move(change);
        return fixture.whole_dialog();
    };
    CHECK(with([](osci::Message& answer) { answer.control.response = "c3dhcHBlZA=="; }) ==
          "ANB-O401");
    CHECK(with([](osci::Message& answer) { answer.control.response.reset(); }) == "ANB-O401");
    CHECK(with([](osci::Message& answer) {
              if (answer.order != Order::init_dialog) {
                  answer.control.conversation_id = "78";
              }
          }) == "ANB-O402");
    CHECK(with([](osci::Message& answer) { answer.control.conversation_id.reset(); }) ==
          "ANB-O402");
    CHECK(with([](osci::Message& answer) { answer.control.sequence_number = "9"; }) == "ANB-O403");
    CHECK(with([](osci::Message& answer) { answer.control.challenge.reset(); }) == "ANB-O401");
    CHECK(with([](osci::Message& answer) { answer.order = Order::exit_dialog; }) == "ANB-O405");
    CHECK(with([](osci::Message& answer) { answer.direction = osci::Direction::request; }) !=
          "accepted");
    CHECK(with([](osci::Message& answer) {
              for (auto& card : answer.cards) {
                  card.message_id = "andere";
              }
          }) == "ANB-O406");
}

TEST_CASE("osci::Client: who signed, and whether it came encrypted")
{
    Fixture fixture;
    fixture.fake.signer = "somebody";
    CHECK(fixture.whole_dialog() == "ANB-O309");
    fixture.fake.signer = "intermediary";
    fixture.fake.is_encrypted = false;
    CHECK(fixture.whole_dialog() == "ANB-O404");
    fixture.fake.is_encrypted = true;
    fixture.fake.is_signed = false;
    CHECK(fixture.whole_dialog() == "accepted");
    CHECK_FALSE(fixture.client.open_dialog()
                    .send([] {
                        osci::Message order;
                        order.order = Order::fetch_delivery;
                        return order;
                    }())
                    .is_signed());
}

TEST_CASE("osci::Client: what is no answer at all")
{
    Fixture fixture;
    fixture.fake.body = "<html><body>Proxy</body></html>";
    for (const int status : {200, 403, 502}) {
        fixture.fake.status = status;
        const auto refusal = test::refusal([&] { fixture.client.get_message_id(); });
        CHECK(refusal.code == "ANB-O504");
        CHECK(refusal.value("status") == std::to_string(status));
    }
    fixture.fake.body = osci::write_message(
        osci::Fault{.fault_code = "soap:Client", .text = "nein", .code = "9400"});
    for (const int status : {200, 500}) {
        fixture.fake.status = status;
        const auto refusal = test::refusal([&] { fixture.client.get_message_id(); });
        CHECK(refusal.code == "ANB-O501");
        CHECK(refusal.kind == base::ErrorKind::try_later);
        CHECK(refusal.value("code") == "9400");
        CHECK(refusal.value("said") == "nein");
    }
    fixture.fake.status = 200;
    fixture.fake.body.clear();
    fixture.fake.spoil = [](std::string text) { return text.substr(0, text.size() / 2); };
    CHECK(code_of([&] { fixture.client.get_message_id(); }) == "ANB-O102");
}

TEST_CASE("osci::refuse: the kind says who can do something")
{
    const auto kind = [](const char* code) { return osci::refuse(code, "", false, "de").kind(); };
    CHECK(kind("9502") == base::ErrorKind::credentials);
    CHECK(kind("9600") == base::ErrorKind::credentials);
    CHECK(kind("9700") == base::ErrorKind::credentials);
    CHECK(kind("9200") == base::ErrorKind::configuration);
    CHECK(kind("9400") == base::ErrorKind::try_later);
    CHECK(kind("9802") == base::ErrorKind::input);
}
