// Messages ANB-J1…: PKCS#12 stores.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-J101",
        .text = {"Kennwort für {file} ist falsch.", "Wrong password for {file}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Kennwort erneut eingeben oder mit --password-file angeben.", "Type the password again or give it with --password-file."},
        .explain = {"Das Kennwort hat keine der üblichen Ableitungen des Speichers geöffnet. Groß- und Kleinschreibung zählt; eine Kennwortdatei verliert genau einen Zeilenumbruch am Ende.", "The password opened none of the usual derivations of the store. Case matters; a password file loses exactly one line break at its end."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> store_messages()
{
    return k_messages;
}

} // namespace anb::messages
