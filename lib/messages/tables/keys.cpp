// Messages ANB-J…: keys, JWK and JOSE.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-J201",
        .text = {"Öffentlicher Schlüssel ist kein brauchbarer RSA-Schlüssel ({reason}).", "Public key is no usable RSA key ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk.", "Make the key again from the .p12 file: p12-to-jwk."},
        .explain = {"FIT-Connect nimmt nur RSA-Schlüssel an.", "FIT-Connect accepts RSA keys only."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> key_messages()
{
    return k_messages;
}

} // namespace anb::messages
