// Tests of the Intermediär's postboxes and process cards.
// SPDX-License-Identifier: EUPL-1.2

#include "osci/content.hpp"
#include "osci_bench.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::sandbox;
using namespace anb::sandbox::testing;
using osci::Order;

namespace {

/// A sandbox with a sender and a recipient.
struct Office {
    explicit Office(Options options = {}) : bench(std::move(options)) {}

    Bench bench;
    OsciClient sender{bench, "absender-osci-test"};
    OsciClient recipient{bench, "musterstadt-osci-test"};
};

osci::Selection by_id(const std::string& id)
{
    osci::Selection selection;
    selection.message_ids = {id};
    return selection;
}

std::string id_of(const OsciReply& reply)
{
    REQUIRE(reply.message().cards.size() == 1);
    return reply.message().cards.front().message_id;
}

} // namespace

TEST_CASE("sandbox, OSCI: from the sender's id to the recipient's receipt")
{
    Office office;
    auto& [bench, sender, recipient] = office;
    const auto id = sender.new_message_id();
    const std::string bytes("\0\r\nAnlage\xff", 11);
    const osci::OutgoingAttachment attachment{"anlage.pdf", "application/pdf", bytes.size(), [&] {
                                                  return base::source_of(base::as_bytes(bytes));
                                              }};
    const auto order = sender.delivery(id, recipient.certificate());
    const auto stored = sender.send(order, {attachment});
    CHECK(stored.codes() == "0800");
    const auto& created = stored.message().cards.at(0);
    CHECK(created.message_id == id);
    CHECK(created.subject == "Antrag");
    CHECK(created.creation.has_value());
    CHECK_FALSE(created.forwarding.has_value());
    REQUIRE(created.inspections.size() == 2);
    for (const auto& inspection : created.inspections) {
        CHECK(inspection.good());
        CHECK(inspection.serial.find_first_not_of("0123456789") == std::string::npos);
    }

    recipient.open_dialog();
    const auto fetched = recipient.fetch();
    CHECK(fetched.codes() == "0801");
    CHECK(id_of(fetched) == id);
    CHECK(fetched.message().content == order.content);
    CHECK(fetched.message().cards[0].forwarding.has_value());
    CHECK_FALSE(fetched.message().cards[0].reception.has_value());
    CHECK(fetched.message().find(osci::CertificateRole::signature_originator)->certificate ==
          sender.certificate());
    const auto& opened = fetched.incoming.opened;
    REQUIRE(opened.attachments.size() == 1);
    CHECK(opened.attachments[0].head.id == "anlage.pdf");
    CHECK(opened.attachments[0].head.media_type == "application/pdf");
    CHECK(base::to_text(base::read_all(opened.open(opened.attachments[0]), 100).value()) == bytes);

    sender.open_dialog();
    CHECK_FALSE(sender.cards(by_id(id)).message().cards.at(0).reception.has_value());
    CHECK(recipient.send(Order::exit_dialog).codes() == "0800");
    CHECK(sender.cards(by_id(id)).message().cards.at(0).reception.has_value());
    recipient.open_dialog();
    CHECK(recipient.fetch().codes() == "9803");
    CHECK(recipient.fetch(by_id(id)).codes() == "9803");
}

TEST_CASE("sandbox, OSCI: a message id comes from the Intermediär and is used once")
{
    Office office;
    auto& [bench, sender, recipient] = office;
    CHECK(sender.send(sender.delivery("erfunden", recipient.certificate())).codes() == "9801");
    const auto id = sender.new_message_id();
    CHECK(id != sender.new_message_id());
    CHECK(sender.send(sender.delivery(id, recipient.certificate())).codes() == "0800");
    CHECK(sender.send(sender.delivery(id, recipient.certificate())).codes() == "9801");
    bench.restart();
    CHECK(sender.send(sender.delivery(id, recipient.certificate())).codes() == "9801");
    OsciClient elsewhere(bench, "absender-osci-prod", "prod");
    CHECK(elsewhere.send(elsewhere.delivery(sender.new_message_id(), recipient.certificate()))
              .codes() == "9801");
}

TEST_CASE("sandbox, OSCI: a lost answer is fetched again, an acknowledged delivery is not")
{
    Office office;
    auto& [bench, sender, recipient] = office;
    const auto id = sender.store(recipient.certificate());
    recipient.open_dialog();
    CHECK(id_of(recipient.fetch()) == id);
    recipient.forget_dialog();
    recipient.open_dialog();
    CHECK(id_of(recipient.fetch()) == id);
    bench.restart();
    CHECK(recipient.fetch().codes() == "9803");
    CHECK(recipient.send(Order::exit_dialog).codes() == "0800");
}

TEST_CASE("sandbox, OSCI: a killed Intermediär hands out again what was not acknowledged")
{
    Office office;
    auto& [bench, sender, recipient] = office;
    const auto id = sender.store(recipient.certificate());
    recipient.open_dialog();
    CHECK(id_of(recipient.fetch()) == id);
    bench.restart();
    recipient.forget_dialog();
    recipient.open_dialog();
    CHECK(id_of(recipient.fetch()) == id);
}

TEST_CASE("sandbox, OSCI: deliveries by arrival, by id, by time; 3800 while more wait")
{
    Office office;
    auto& [bench, sender, recipient] = office;
    std::vector<std::string> ids;
    for (int i = 0; i < 3; ++i) {
        ids.push_back(sender.store(recipient.certificate()));
    }
    sender.store(sender.certificate());
    recipient.open_dialog();
    const auto second = recipient.fetch(by_id(ids[1]));
    CHECK(id_of(second) == ids[1]);
    CHECK(second.codes() == "0801 3800");
    const auto first = recipient.fetch();
    CHECK(id_of(first) == ids[0]);
    CHECK(first.codes() == "0801 3800");
    osci::Selection later, before;
    later.reception_of_delivery = base::now() + base::Seconds(3600);
    before.reception_of_delivery = base::now() - base::Seconds(3600);
    CHECK(recipient.fetch(later).codes() == "9803");
    const auto last = recipient.fetch(before);
    CHECK(id_of(last) == ids[2]);
    CHECK(last.codes() == "0801");
    CHECK(recipient.fetch().codes() == "9803");
}

TEST_CASE("sandbox, OSCI: process cards of one's own messages only")
{
    Office office;
    auto& [bench, sender, recipient] = office;
    const auto now = base::now();
    OsciClient other(bench, stranger(now - base::Seconds(60), now + base::Seconds(3600)));
    std::vector<std::string> ids;
    for (int i = 0; i < 3; ++i) {
        ids.push_back(sender.store(recipient.certificate()));
    }
    const auto to_himself = sender.store(sender.certificate());
    recipient.open_dialog();
    recipient.fetch();
    osci::Selection all, open, received, sent, future;
    open.no_reception = true;
    received.role = osci::CardRole::addressee;
    sent.role = osci::CardRole::originator;
    for (auto* selection : {&open, &received, &sent}) {
        selection->reception_of_delivery = now - base::Seconds(60);
    }
    future.recent_modification = now + base::Seconds(3600);

    CHECK(recipient.cards(received).message().cards.size() == 3);
    CHECK(recipient.cards(open).message().cards.size() == 2);
    CHECK(recipient.cards(sent).codes() == "9804");
    CHECK(recipient.cards(future).codes() == "9804");
    const auto limited = recipient.cards(received, 2);
    CHECK(limited.message().cards.size() == 2);
    CHECK(limited.message().cards.at(0).message_id == ids[0]);
    CHECK(limited.codes() == "0801 3801");
    CHECK(recipient.cards(received, 3).codes() == "0801");

    sender.open_dialog();
    CHECK(sender.cards(sent).message().cards.size() == 4);
    CHECK(id_of(sender.cards(received)) == to_himself);
    auto two = by_id(ids[2]);
    two.message_ids.push_back(ids[0]);
    CHECK(sender.cards(two).message().cards.size() == 2);

    other.send(Order::init_dialog);
    CHECK(other.cards(by_id(ids[0])).codes() == "9804");
    CHECK(other.fetch(by_id(ids[1])).codes() == "9803");
}

TEST_CASE("sandbox, OSCI: nobody takes forwarded deliveries")
{
    Office office;
    auto& sender = office.sender;
    const auto forward = [&](Order kind) {
        auto order = sender.delivery(sender.new_message_id(), office.recipient.certificate());
        order.order = kind;
        order.content_receiver = "http://127.0.0.1:1/passiv";
        return sender.send(order).codes();
    };
    CHECK(forward(Order::forward_delivery) == "9809");
    CHECK(forward(Order::mediate_delivery) == "9802");
    sender.open_dialog();
    CHECK(forward(Order::mediate_delivery) == "9809");
}
