// Messages ANB-X…: XML.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-X102",
        .text = {"{file}: kein wohlgeformtes XML ({reason}).", "{file}: not well-formed XML ({reason})."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Datei an der genannten Stelle berichtigen.", "Correct the file at the place named."},
        .explain = {"Das Dokument ist kein wohlgeformtes XML; geprüft wurde ohne Netz und ohne DOCTYPE.", "The document is not well-formed XML; it was read without network and without DOCTYPE."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> xml_messages()
{
    return k_messages;
}

} // namespace anb::messages
