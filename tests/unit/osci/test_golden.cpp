// The messages that the reference library wrote, read down to the content.
// SPDX-License-Identifier: EUPL-1.2

#include "golden.hpp"

using namespace anb;
using osci::Direction;
using osci::Order;

namespace {

struct Exchange {
    const char* file;
    Order order;
    const char* feedback;
};

constexpr Exchange k_exchanges[] = {
    {"01_getMessageId_implicit", Order::get_message_id, "0801"},
    {"02_initDialog", Order::init_dialog, "0801"},
    {"03_getMessageId", Order::get_message_id, "0801"},
    {"04_storeDelivery", Order::store_delivery, "0801"},
    {"05_fetchProcessCard", Order::fetch_process_card, "0801"},
    {"06_fetchDelivery_none", Order::fetch_delivery, "9803"},
    {"07_fetchDelivery", Order::fetch_delivery, "0801"},
    {"08_exitDialog", Order::exit_dialog, "0800"},
};

constexpr auto k_message_id = "de.testdaten.intermediaer.00000000000000000001";
constexpr auto k_data =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><nachricht xmlns=\"urn:beispiel\">"
    "Grüße aus Köln</nachricht>";

void for_each(const std::function<void(const std::string& set, const Exchange&)>& visit)
{
    if (golden::missing()) {
        return;
    }
    for (const std::string set : golden::k_sets) {
        for (const auto& exchange : k_exchanges) {
            CAPTURE(set);
            CAPTURE(exchange.file);
            visit(set, exchange);
        }
    }
}

osci::Incoming read(const std::string& set, const Exchange& exchange, const char* side)
{
    return golden::read(golden::text(set, std::string(exchange.file) + "." + side + ".mime"),
                        golden::ring());
}

} // namespace

TEST_CASE("osci: golden orders and answers are what they say, signed and encrypted as they should")
{
    for_each([](const std::string& set, const Exchange& exchange) {
        for (const std::string side : {"request", "response"}) {
            CAPTURE(side);
            const auto incoming = read(set, exchange, side.c_str());
            const auto& message = incoming.message();
            CHECK(message.order == exchange.order);
            CHECK(message.direction ==
                  (side == "request" ? Direction::request : Direction::response));
            CHECK(incoming.signature.has_value() == (set != "plain"));
            CHECK(incoming.opened.transport.has_value() == (set.find("encrypted") != set.npos));
            if (incoming.signature) {
                CHECK(
                    incoming.signature->certificate ==
                    golden::identity(side == "request" ? "client_signature" : "intermed_signature")
                        .chain.front());
                CHECK(incoming.signature->method ==
                      (set == "signed-encrypted-pss" ? "sha256-rsa-MGF1" : "rsa-sha256"));
                CHECK(incoming.signature->covered.size() >= 3);
            }
            if (incoming.opened.transport) {
                CHECK(incoming.opened.transport->cipher == "aes256-gcm");
                CHECK(incoming.opened.transport->iv_size == 12);
                CHECK(incoming.opened.transport->key_transport == "rsa-oaep sha256/mgf1sha256");
            }
            CHECK(osci::gravest(message.feedback) == (side == "request" ? "" : exchange.feedback));
        }
    });
}

TEST_CASE("osci: golden dialogs: every answer repeats the challenge of its order")
{
    for_each([](const std::string& set, const Exchange& exchange) {
        const auto order = read(set, exchange, "request").message().control;
        const auto answer = read(set, exchange, "response").message().control;
        CHECK(answer.response == order.challenge);
        CHECK(answer.sequence_number == order.sequence_number);
        CHECK(answer.conversation_id == "4711");
        CHECK(answer.challenge.has_value() == (exchange.order != Order::exit_dialog));
    });
}

TEST_CASE("osci: golden deliveries are opened down to data and attachment")
{
    if (golden::missing()) {
        return;
    }
    for (const std::string set : golden::k_sets) {
        CAPTURE(set);
        const auto stored = golden::text(set, "04_storeDelivery.request.mime");
        const auto incoming = golden::read(stored, golden::ring());
        CHECK(incoming.message().message_id == k_message_id);
        CHECK(incoming.message().subject == "Testnachricht");
        REQUIRE(incoming.message().find(osci::CertificateRole::cipher_addressee) != nullptr);
        const auto containers = osci::open_content(incoming, golden::ring()).containers;
        REQUIRE(containers.size() == 1);
        CHECK(containers[0].id == "XSOZIAL_DATA");
        CHECK(containers[0].encryption.has_value() == (set.find("encrypted") != set.npos));
        CHECK(containers[0].signatures.size() == (set == "plain" ? 0 : 1));
        const auto content = golden::read_all(stored, golden::ring());
        CHECK(content.at("content0") == k_data);
        CHECK(content.contains("content1"));
        CHECK(content.size() == 3);

        const auto fetched =
            golden::read_all(golden::text(set, "07_fetchDelivery.response.mime"), golden::ring());
        CHECK(fetched.at("content0") == k_data);
    }
}

TEST_CASE("osci: golden process cards")
{
    if (golden::missing()) {
        return;
    }
    const auto message =
        golden::read(golden::text("signed", "05_fetchProcessCard.response.mime"), golden::ring())
            .message();
    REQUIRE(message.cards.size() == 1);
    const auto& card = message.cards.front();
    CHECK(card.message_id == k_message_id);
    CHECK(base::format_time(card.creation->at) == "2026-03-02T09:15:30Z");
    CHECK(base::format_time(card.forwarding->at) == "2026-03-02T09:19:58Z");
    CHECK(base::format_time(card.reception->at) == "2026-03-02T09:20:00Z");
    CHECK(card.subject == "Testnachricht");
    REQUIRE(card.inspections.size() == 1);
    CHECK(card.inspections.front().serial == "1001");
    CHECK(card.inspections.front().good());
    CHECK(message.selection.message_ids == std::vector<std::string>{k_message_id});
}

TEST_CASE("osci: the golden fault is plain in every set")
{
    if (golden::missing()) {
        return;
    }
    for (const std::string set : golden::k_sets) {
        CAPTURE(set);
        const auto incoming =
            golden::read(golden::text(set, "09_fault_initDialog.response.mime"), golden::ring());
        REQUIRE(incoming.fault() != nullptr);
        CHECK(incoming.fault()->code == "9400");
        CHECK(incoming.fault()->fault_code == "soap:Client");
        CHECK_FALSE(incoming.opened.transport.has_value());
    }
}

TEST_CASE("osci: without the right key nothing is opened")
{
    if (golden::missing()) {
        return;
    }
    const auto stored = golden::text("signed-encrypted", "04_storeDelivery.request.mime");
    CHECK_THROWS_AS(golden::read(stored, {&golden::identity("client_cipher")}), base::Error);
    const osci::KeyRing intermediary{&golden::identity("intermed_cipher")};
    const auto incoming = golden::read(stored, intermediary);
    CHECK_THROWS_AS(osci::open_content(incoming, intermediary), base::Error);
}
