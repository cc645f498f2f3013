// SPDX-License-Identifier: EUPL-1.2

#include "unit/testantrag/osci_support.hpp"

#include "osci/incoming.hpp"
#include "osci/outgoing.hpp"
#include "pki/issue.hpp"

#include <array>
#include <utility>

namespace anb::test {

namespace {

using osci::CertificateRole;
using osci::Order;

pki::Identity make(const std::string& name)
{
    auto key = crypto::PrivateKey::generate_rsa(3072);
    pki::CertificateRequest request;
    request.common_name = name;
    request.not_before = at_noon() - base::Seconds(24 * 3600);
    request.not_after = at_noon() + base::Seconds(365 * 24 * 3600);
    request.key_usage = pki::digital_signature | pki::key_encipherment;
    auto certificate = pki::self_sign(key, request);
    return {.key = std::move(key), .chain = {std::move(certificate)}, .alias = {}};
}

std::string drain(const http::Request& request)
{
    std::string body;
    std::array<std::byte, 16384> buffer{};
    const auto source = request.source();
    while (const auto count = source(buffer)) {
        body += base::as_text(std::span(buffer).first(count));
    }
    return body;
}

[[noreturn]] void lose(bool sent)
{
    throw base::Error(base::ErrorKind::try_later, sent ? "ANB-N310" : "ANB-N304",
                      {{"host", "intermediaer.example"}, {"sent", sent ? "yes" : "no"}});
}

} // namespace

const pki::Identity& own()
{
    static const auto k_identity = make("Absender");
    return k_identity;
}

const pki::Identity& intermediary()
{
    static const auto k_identity = make("Intermediär");
    return k_identity;
}

const pki::Identity& recipient()
{
    static const auto k_identity = make("Empfänger");
    return k_identity;
}

osci::Client client(FakeIntermediary& at)
{
    return {at,
            {.url = "http://intermediaer.example/osci",
             .cipher = intermediary().chain.front(),
             .signature = intermediary().chain.front()},
            {.cipher = own(), .signature = own(), .method = *xmldsig::own_method("rsa-sha256")},
            "de"};
}

osci::ProcessCard FakeIntermediary::card(const std::string& id) const
{
    osci::ProcessCard card;
    card.message_id = id;
    card.recent_modification = at_noon();
    card.creation = osci::Stamp{.at = at_noon(), .plain = true};
    if (reception) {
        card.reception = osci::Stamp{.at = *reception, .plain = true};
    }
    card.inspections = inspections;
    return card;
}

osci::Message FakeIntermediary::carry_out(const osci::Message& order)
{
    osci::Message answer;
    auto code = order.order == Order::exit_dialog ? "0800" : "0801";
    if (order.order == Order::get_message_id) {
        answer.message_id = "NR-" + std::to_string(m_next_id++) + "-abcdef";
    } else if (order.order == Order::store_delivery) {
        if (deliveries[order.message_id] > 0) {
            code = "9801";
        } else {
            ++deliveries[order.message_id];
            code = warning.empty() ? "0800" : warning.c_str();
            answer.cards = {card(order.message_id)};
        }
    } else if (order.order == Order::fetch_process_card) {
        const auto& id = order.selection.message_ids.front();
        answer.selection = order.selection;
        if (has_cards && deliveries[id] > 0) {
            answer.cards = {card(id)};
        } else {
            code = "9804";
        }
    }
    answer.feedback = {{.language = "de", .code = code, .text = "Text zu " + std::string(code)}};
    return answer;
}

osci::Message FakeIntermediary::answer(const osci::Incoming& incoming, const std::string& fault)
{
    const auto& order = incoming.message();
    osci::Message answer;
    if (fault.starts_with('9')) {
        answer.feedback = {{.language = "de", .code = fault, .text = "Fehler"}};
    } else {
        answer = carry_out(order);
    }
    answer.order = order.order;
    answer.direction = osci::Direction::response;
    answer.control = {.conversation_id = order.control.conversation_id.value_or("4711"),
                      .sequence_number = order.control.sequence_number,
                      .response = order.control.challenge,
                      .challenge = order.order == Order::exit_dialog
                                       ? std::nullopt
                                       : std::optional<std::string>("QUJDREVGR0hJSg==")};
    const auto& certificate = intermediary().chain.front();
    answer.certificates = {osci::with_role(CertificateRole::cipher_intermediary, certificate),
                           osci::with_role(CertificateRole::signature_intermediary, certificate)};
    return answer;
}

http::Response FakeIntermediary::send(const http::Request& request)
{
    auto fault = faults.empty() ? std::string() : faults.front();
    if (!faults.empty()) {
        faults.pop_front();
    }
    if (fault == "lost before") {
        lose(false);
    }
    const auto body = drain(request);
    auto incoming = osci::read_message(
        osci::open_message(base::source_of(base::as_bytes(body)), "order", {&intermediary()}));
    orders.push_back(incoming.message().order);
    if (orders.back() == Order::store_delivery) {
        bodies.push_back(body);
    }
    const auto reply = answer(incoming, fault);
    if (orders.back() == Order::store_delivery) {
        delivered = std::move(incoming);
    }
    if (fault == "lost after") {
        lose(true);
    }
    const auto& identity = intermediary();
    const osci::Signer signer{.key = identity.key,
                              .certificate = identity.chain.front(),
                              .method = *xmldsig::own_method("rsa-sha256")};
    osci::write_message(reply, {}, signs ? &signer : nullptr, &own().chain.front(),
                        [&](base::ByteView piece) { request.sink(piece); });
    return {.status = 200, .headers = {}, .body = {}};
}

} // namespace anb::test
