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
    {
        .code = "ANB-J202",
        .text = {"Privater Schlüssel ist kein brauchbarer RSA-Schlüssel ({reason}).", "Private key is no usable RSA key ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk.", "Make the key again from the .p12 file: p12-to-jwk."},
        .explain = {"Verlangt wird ein RSA-Schlüssel von höchstens 16384 Bit, dessen Zahlen zueinander passen (p·q = n, dp, dq und qi nach RFC 8017). In der Klammer steht, welche Angabe nicht passt oder fehlt.", "An RSA key of at most 16384 bits is needed whose numbers fit together (p·q = n, dp, dq and qi as in RFC 8017). The parentheses name what does not fit or is missing."},
    },
    {
        .code = "ANB-J301",
        .text = {"Entschlüsselung nicht möglich: falscher Schlüssel oder veränderte Daten.", "Decryption failed: wrong key or altered data."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Prüfen, ob der private Schlüssel zum veröffentlichten Verschlüsselungsschlüssel gehört.", "Check that the private key belongs to the published encryption key."},
        .explain = {"Ob der Schlüssel oder die Daten nicht passen, wird absichtlich nicht unterschieden, weil diese Auskunft einem Angreifer hilft.", "Whether the key or the data do not fit is deliberately not told apart, because the answer would help an attacker."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> key_messages()
{
    return k_messages;
}

} // namespace anb::messages
