// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "testantrag/osci/detail/dialog.hpp"
#include "testantrag/osci/receive.hpp"

#include <algorithm>

namespace anb::testantrag {

namespace {

constexpr std::string_view k_nothing = "9803", k_no_card = "9804", k_more_cards = "3801";

/// One page of cards. @return true when others follow
bool take_cards(const osci::Answer& answer, osci::Selection& selection,
                std::vector<osci::ProcessCard>& cards)
{
    const auto& feedback = answer.message().feedback;
    if (osci::has(feedback, k_no_card) || osci::has(feedback, k_nothing)) {
        return false;
    }
    answer.require_done();
    bool is_news = false;
    for (const auto& card : answer.message().cards) {
        if (std::ranges::find(cards, card.message_id, &osci::ProcessCard::message_id) ==
            cards.end()) {
            is_news = true;
            cards.push_back(card);
        }
        if (card.creation && card.creation->plain) {
            selection.reception_of_delivery =
                std::max(*selection.reception_of_delivery, card.creation->at);
        }
    }
    return is_news && osci::has(feedback, k_more_cards);
}

} // namespace

std::vector<osci::ProcessCard> list_postbox(osci::Client& client)
{
    auto dialog = client.open_dialog();
    std::vector<osci::ProcessCard> cards;
    osci::Message order;
    order.order = osci::Order::fetch_process_card;
    order.selection.role = osci::CardRole::addressee;
    order.selection.no_reception = true;
    order.selection.reception_of_delivery = base::from_unix(0);
    try {
        while (take_cards(dialog.send(order), order.selection, cards)) {
        }
    } catch (const base::Error&) {
        detail::end(dialog);
        throw;
    }
    dialog.exit();
    std::ranges::stable_sort(cards, {}, [](const osci::ProcessCard& card) {
        return card.creation ? card.creation->at : card.recent_modification;
    });
    return cards;
}

} // namespace anb::testantrag
