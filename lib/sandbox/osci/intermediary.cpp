// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/osci/intermediary.hpp"

#include "base/error.hpp"
#include "sandbox/osci/postbox.hpp"
#include "sandbox/problem.hpp"
#include "sandbox/services.hpp"

namespace anb::sandbox {

namespace {

using osci::CertificateRole;
using osci::Order;

constexpr std::string_view k_get_text =
    "This address takes messages of OSCI-Transport 1.2 by POST; it has no answer to GET.\n";

bool is_failure(const std::string& code)
{
    return osci::classify(code) == osci::FeedbackClass::failed;
}

/// What an order needs besides what its schema demands.
void require_complete(const OsciOrder& order)
{
    const auto kind = order.message.order;
    const bool delivers = kind == Order::store_delivery || kind == Order::forward_delivery ||
                          kind == Order::mediate_delivery;
    if (delivers && order.message.content.empty()) {
        throw OsciFault("9300");
    }
    if (kind == Order::store_delivery &&
        order.certificate(CertificateRole::cipher_addressee) == nullptr) {
        throw OsciFault("9300");
    }
    if (kind != Order::store_delivery && delivers && order.message.content_receiver.empty()) {
        throw OsciFault("9300");
    }
}

OsciInspections inspect_all(const OsciOrder& order, Pki& pki, const std::string& environment,
                            base::UtcTime at)
{
    auto found = inspect(order.message.certificates, pki.administration(environment), at);
    for (const auto& code : found.codes) {
        if (code.starts_with("95")) {
            throw OsciFault(code);
        }
    }
    return found;
}

/// Feedback besides "done": what refuses ends the order, what warns is said.
void say_all(const std::vector<std::string>& codes, OsciAnswer& answer)
{
    for (const auto& code : codes) {
        if (is_failure(code)) {
            throw OsciRefusal(code);
        }
    }
    for (const auto& code : codes) {
        answer.say(code);
    }
}

/// What was not handed out is not acknowledged.
void hold_back(const OsciSession& session)
{
    if (session.dialog != nullptr) {
        session.dialog->fetched.clear();
    }
}

/// Nobody takes forwarded deliveries here, so nothing reaches anybody.
void forward_delivery(const OsciOrder& order, const OsciSession& session)
{
    if (order.message.order == Order::mediate_delivery && session.dialog == nullptr) {
        throw OsciRefusal("9802");
    }
    throw OsciRefusal("9809");
}

} // namespace

const osci::KeyRing& OsciIntermediary::ring()
{
    std::call_once(m_once, [this] {
        const auto& cipher = m_environment.pki.intermediary_cipher(m_environment.name);
        m_identity.emplace(
            pki::Identity{.key = crypto::PrivateKey::from_pkcs8(cipher.key.to_pkcs8().reveal()),
                          .chain = {cipher.certificate},
                          .alias = {}});
        m_ring = {&*m_identity};
    });
    return m_ring;
}

OsciKeys OsciIntermediary::keys()
{
    return {m_environment.pki.intermediary_cipher(m_environment.name),
            m_environment.pki.intermediary_signature(m_environment.name)};
}

void OsciIntermediary::take(const Request& request, base::Spool& text) const
{
    bool too_large = false;
    const bool complete = request.read_body([&](std::string_view piece) {
        too_large = too_large || piece.size() > m_environment.limits.osci_message - text.size();
        if (!too_large) {
            text.write(base::as_bytes(piece));
        }
        return true;
    });
    if (too_large) {
        throw Refusal(413, "the message is too large");
    }
    if (!complete) {
        throw Refusal(400, "the message broke off");
    }
}

Response OsciIntermediary::receive(const Request& request)
{
    std::string conversation;
    const auto end_with = [&](const std::string& code) {
        const auto lock = m_environment.osci.lock();
        m_environment.osci.close(conversation);
        return fault_response(code);
    };
    base::Spool text;
    take(request, text);
    try {
        const auto order = read_order(text.source(0, text.size()), ring());
        conversation = order.control().conversation_id.value_or("");
        return answer(order, request.osci);
    } catch (const OsciFault& fault) {
        return end_with(fault.code());
    } catch (const base::Error& error) {
        return end_with(error.kind() == base::ErrorKind::input ? "9100" : "9000");
    }
}

void OsciIntermediary::store_delivery(const OsciOrder& order, const OsciSession& session,
                                      OsciInspections inspections, OsciAnswer& answer,
                                      base::UtcTime at)
{
    auto& store = m_environment.osci;
    const auto& message = order.message;
    if (message.message_id.empty()) {
        throw OsciRefusal("9800");
    }
    if (!store.may_use(message.message_id)) {
        throw OsciRefusal("9801");
    }
    OsciDelivery delivery;
    delivery.sender = postbox_of(session.client);
    delivery.addressee = postbox_of(*order.certificate(CertificateRole::cipher_addressee));
    delivery.card.message_id = message.message_id;
    delivery.card.subject = message.subject;
    delivery.card.creation = osci::Stamp{.at = at};
    delivery.card.recent_modification = at;
    delivery.card.inspections = std::move(inspections.results);
    delivery.certificates = message.certificates;
    answer.message.cards = {delivery.card};
    store.add(std::move(delivery), message.content, order.opened);
}

void OsciIntermediary::carry_out(const OsciOrder& order, OsciSession& session,
                                 OsciInspections inspections, OsciAnswer& answer, base::UtcTime at)
{
    auto& store = m_environment.osci;
    say_all(inspections.codes, answer);
    switch (order.message.order) {
    case Order::init_dialog:
    case Order::exit_dialog:
        return;
    case Order::get_message_id:
        answer.message.message_id = store.new_message_id();
        return;
    case Order::store_delivery:
        return store_delivery(order, session, std::move(inspections), answer, at);
    case Order::forward_delivery:
    case Order::mediate_delivery:
        return forward_delivery(order, session);
    case Order::fetch_delivery:
        return fetch_delivery(store, order, session, answer, at);
    case Order::fetch_process_card:
        return fetch_process_card(store, order, session, answer);
    }
}

Response OsciIntermediary::answer(const OsciOrder& order, const OsciEffect& effect)
{
    if (!effect.fault.empty()) {
        throw OsciFault(effect.fault);
    }
    require_complete(order);
    auto& store = m_environment.osci;
    const auto at = m_environment.clock();
    auto inspections = inspect_all(order, m_environment.pki, m_environment.name, at);
    auto lock = store.lock();
    auto session = enter_dialog(store, order, at);
    auto answer = answer_to(order.message);
    const auto refuse = [&](const std::string& code) {
        answer = answer_to(order.message);
        answer.say(code);
    };
    try {
        answer.say(session.dialog == nullptr ? "0800" : "0801");
        say_all(order.refused.empty() ? effect.feedback : std::vector{order.refused}, answer);
        carry_out(order, session, std::move(inspections), answer, at);
        if (!effect.late_feedback.empty()) {
            refuse(effect.late_feedback);
            hold_back(session);
        }
    } catch (const OsciRefusal& refusal) {
        refuse(refusal.code());
        if (order.message.order == Order::init_dialog) {
            store.close(std::exchange(session.dialog, nullptr)->conversation);
        }
    }
    if (session.dialog != nullptr) {
        store.save(*session.dialog);
    }
    lock.unlock();
    answer.message.control = session.answer;
    return write_answer(std::move(answer), order, keys(), session.client, effect.spoil,
                        store.answers_folder());
}

void register_osci_service(Router& router, Environment& environment)
{
    const auto path = "/" + environment.name + "/osci";
    auto intermediary = std::make_shared<OsciIntermediary>(environment);
    router.add("POST", path,
               [intermediary](const Request& request) { return intermediary->receive(request); });
    router.add("GET", path, [](const Request&) {
        Response response;
        response.media_type = "text/plain";
        response.body = k_get_text;
        return response;
    });
}

} // namespace anb::sandbox
