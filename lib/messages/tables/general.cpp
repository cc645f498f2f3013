// Messages ANB-G…: command line, files, configuration, JSON.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-G900",
        .text = {"Interner Fehler: {what}.", "Internal error: {what}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Bitte melden, mit Aufruf und Version (--version).", "Please report it, with the call and the version (--version)."},
        .explain = {"Das ist ein Fehler dieses Programms, nicht Ihrer Eingabe.", "This is a bug of this program, not of your input."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> general_messages()
{
    return k_messages;
}

} // namespace anb::messages
