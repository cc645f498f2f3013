// Messages ANB-F…: FIT-Connect.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-F310",
        .text = {"Kein Zustellpunkt für {ars} / {leika}.", "No destination for {ars} / {leika}."},
        .cause = {},
        .responsible = Responsible::landesredaktion,
        .next = {"Morgen erneut prüfen; besteht es fort: Landesredaktion fragen.", "Check again tomorrow; if it persists, ask the Landesredaktion."},
        .explain = {"Der Abgleich mit den Einträgen der Landesredaktion geschieht etwa einmal täglich.", "Entries of the Landesredaktion are synchronised about once a day."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> fitconnect_messages()
{
    return k_messages;
}

} // namespace anb::messages
