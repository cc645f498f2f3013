// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/osci/dialog.hpp"

#include "crypto/random.hpp"

namespace anb::sandbox {

namespace {

using osci::CertificateRole;

constexpr std::size_t k_challenge_bytes = 10;

std::string new_challenge()
{
    return base::to_base64(crypto::random_bytes(k_challenge_bytes));
}

void require(bool good)
{
    if (!good) {
        throw OsciFault("9400");
    }
}

const pki::Certificate& require_client(const OsciOrder& order)
{
    const auto* client = order.certificate(CertificateRole::cipher_originator);
    if (client == nullptr) {
        throw OsciFault("9500");
    }
    return *client;
}

void acknowledge(OsciStore& store, OsciDialog& dialog, base::UtcTime at)
{
    if (dialog.fetched.empty()) {
        return;
    }
    auto card = store.deliveries().at(dialog.fetched).card;
    if (!card.reception) {
        card.reception = osci::Stamp{.at = at};
        card.recent_modification = at;
        store.change(dialog.fetched, std::move(card));
    }
    dialog.fetched.clear();
}

OsciSession open_dialog(OsciStore& store, const OsciOrder& order, base::UtcTime at)
{
    require(!order.control().conversation_id && !order.control().sequence_number &&
            !order.control().response);
    auto& dialog = store.open(require_client(order), at);
    dialog.challenge = new_challenge();
    return {.client = dialog.client,
            .dialog = &dialog,
            .answer = {.conversation_id = dialog.conversation,
                       .sequence_number = {},
                       .response = order.control().challenge,
                       .challenge = dialog.challenge}};
}

OsciSession implicit_dialog(const OsciOrder& order)
{
    require(order.control().sequence_number == "0" && !order.control().response &&
            order.message.order != osci::Order::exit_dialog);
    return {.client = require_client(order),
            .dialog = nullptr,
            .answer = {.conversation_id = OsciStore::new_conversation(),
                       .sequence_number = "0",
                       .response = order.control().challenge,
                       .challenge = new_challenge()}};
}

OsciSession continue_dialog(OsciStore& store, const OsciOrder& order, base::UtcTime at)
{
    const auto& control = order.control();
    auto* dialog = store.find_dialog(*control.conversation_id, at);
    require(dialog != nullptr && control.sequence_number == std::to_string(dialog->next) &&
            control.response == dialog->challenge);
    const auto* client = order.certificate(CertificateRole::cipher_originator);
    require(client == nullptr || *client == dialog->client);
    acknowledge(store, *dialog, at);
    OsciSession session{.client = dialog->client,
                        .dialog = dialog,
                        .answer = {.conversation_id = dialog->conversation,
                                   .sequence_number = control.sequence_number,
                                   .response = control.challenge,
                                   .challenge = new_challenge()}};
    if (order.message.order == osci::Order::exit_dialog) {
        session.answer.challenge.reset();
        session.dialog = nullptr;
        store.close(*control.conversation_id);
        return session;
    }
    ++dialog->next;
    dialog->challenge = *session.answer.challenge;
    dialog->last_used = at;
    return session;
}

} // namespace

OsciSession enter_dialog(OsciStore& store, const OsciOrder& order, base::UtcTime at)
{
    require(order.control().challenge && !order.control().challenge->empty());
    if (order.message.order == osci::Order::init_dialog) {
        return open_dialog(store, order, at);
    }
    return order.control().conversation_id ? continue_dialog(store, order, at)
                                           : implicit_dialog(order);
}

} // namespace anb::sandbox
