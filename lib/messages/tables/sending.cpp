// Messages ANB-S…: sending and receiving.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-S310",
        .text = {"Gesendet, noch nicht abgeholt.", "Sent, not fetched yet."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Stand später abfragen: send-testantrag status {id} --wait 8h", "Ask later: send-testantrag status {id} --wait 8h"},
        .explain = {"Der Empfänger hat die Einreichung noch nicht abgeholt. Nach 3 Tagen geht ein Hinweis an den technischen Kontakt, nach 14 Tagen weist der Zustelldienst sie zurück.", "The receiver has not fetched the submission yet. After 3 days the technical contact is told, after 14 days the delivery service rejects it."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> sending_messages()
{
    return k_messages;
}

} // namespace anb::messages
