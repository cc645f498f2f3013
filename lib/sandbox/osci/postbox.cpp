// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/osci/postbox.hpp"

#include <algorithm>

namespace anb::sandbox {

namespace {

constexpr std::uint64_t k_most_cards = 1000;

void require_dialog(const OsciSession& session)
{
    if (session.dialog == nullptr) {
        throw OsciRefusal("9802");
    }
}

std::vector<const OsciDelivery*> in_order_of_arrival(const OsciStore& store)
{
    std::vector<const OsciDelivery*> deliveries;
    for (const auto& [id, delivery] : store.deliveries()) {
        deliveries.push_back(&delivery);
    }
    std::ranges::sort(deliveries, {}, &OsciDelivery::number);
    return deliveries;
}

bool is_selected(const OsciDelivery& delivery, const osci::Selection& selection)
{
    const auto& ids = selection.message_ids;
    if (!ids.empty()) {
        return std::ranges::find(ids, delivery.card.message_id) != ids.end();
    }
    if (selection.reception_of_delivery) {
        return delivery.card.creation->at >= *selection.reception_of_delivery;
    }
    return !selection.recent_modification ||
           delivery.card.recent_modification >= *selection.recent_modification;
}

bool is_own(const OsciDelivery& delivery, const std::string& postbox,
            const std::optional<osci::CardRole>& role)
{
    return (role != osci::CardRole::originator && delivery.addressee == postbox) ||
           (role != osci::CardRole::addressee && delivery.sender == postbox);
}

} // namespace

void fetch_delivery(OsciStore& store, const OsciOrder& order, OsciSession& session,
                    OsciAnswer& answer, base::UtcTime at)
{
    require_dialog(session);
    const auto postbox = postbox_of(session.client);
    const OsciDelivery* wanted = nullptr;
    std::size_t waiting = 0;
    for (const auto* delivery : in_order_of_arrival(store)) {
        if (delivery->addressee != postbox || delivery->card.reception) {
            continue;
        }
        ++waiting;
        if (wanted == nullptr && is_selected(*delivery, order.message.selection)) {
            wanted = delivery;
        }
    }
    if (wanted == nullptr) {
        throw OsciRefusal("9803");
    }
    auto card = wanted->card;
    card.forwarding = card.forwarding.value_or(osci::Stamp{.at = at});
    card.recent_modification = at;
    store.change(card.message_id, card);
    session.dialog->fetched = card.message_id;

    const auto& delivery = *store.find(card.message_id);
    answer.message.content = store.content(delivery);
    answer.message.certificates = delivery.certificates;
    answer.attachments = store.attachments(delivery);
    answer.message.cards = {std::move(card)};
    if (waiting > 1) {
        answer.say("3800");
    }
}

void fetch_process_card(const OsciStore& store, const OsciOrder& order, const OsciSession& session,
                        OsciAnswer& answer)
{
    require_dialog(session);
    const auto postbox = postbox_of(session.client);
    const auto& selection = order.message.selection;
    const auto limit = std::min(order.message.limit.value_or(k_most_cards), k_most_cards);
    for (const auto* delivery : in_order_of_arrival(store)) {
        if (!is_own(*delivery, postbox, selection.role) || !is_selected(*delivery, selection) ||
            (selection.no_reception.value_or(false) && delivery->card.reception)) {
            continue;
        }
        if (answer.message.cards.size() == limit) {
            answer.say("3801");
            return;
        }
        answer.message.cards.push_back(delivery->card);
    }
    if (answer.message.cards.empty()) {
        throw OsciRefusal("9804");
    }
}

} // namespace anb::sandbox
