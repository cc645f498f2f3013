// Messages ANB-N…: network.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-N301",
        .text = {"Name {host} wurde nicht gefunden.", "Name {host} was not found."},
        .cause = {},
        .responsible = Responsible::netzwerk,
        .next = {"Namensauflösung und Proxy prüfen.", "Check name resolution and proxy."},
        .explain = {"Der Rechner konnte den Namen des Dienstes nicht auflösen. Hinter einem Proxy löst dieser den Namen auf.", "The machine could not resolve the name of the service. Behind a proxy the proxy resolves it."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> network_messages()
{
    return k_messages;
}

} // namespace anb::messages
