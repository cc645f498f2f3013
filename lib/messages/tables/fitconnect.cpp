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
        .next = {"Morgen erneut prüfen; besteht es fort: Landesredaktion fragen.",
                 "Check again tomorrow; if it persists, ask the Landesredaktion."},
        .explain =
            {"Der Abgleich mit den Einträgen der Landesredaktion geschieht etwa einmal täglich.",
             "Entries of the Landesredaktion are synchronised about once a day."},
    },
    {
        .code = "ANB-F350",
        .text = {"Kein gültiges Ereignis (Security Event Token): {reason}.",
                 "Not a valid event (Security Event Token): {reason}."},
        .cause = {},
        .responsible = Responsible::fitconnect_support,
        .next = {"Das Ereignis aufheben und dem FIT-Connect-Support zeigen.",
                 "Keep the event and show it to the FIT-Connect support."},
        .explain = {"Ein Ereignis ist ein JWS mit typ secevent+jwt, alg PS512 und den Angaben jti, "
                    "iss, iat, sub, txn und genau einem Eintrag in events.",
                    "An event is a JWS with typ secevent+jwt, alg PS512, and the claims jti, iss, "
                    "iat, sub, txn and exactly one entry in events."},
    },
    {
        .code = "ANB-F352",
        .text = {"Das Metadatenschema {schema} ist nicht bekannt.",
                 "The metadata schema {schema} is not known."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Der Sender muss Metadaten der Versionen 1.x oder 2.x verwenden.",
                 "The sender has to use metadata of the versions 1.x or 2.x."},
        .explain = {"Gelesen werden Metadaten mit einem $schema "
                    "https://schema.fitko.de/fit-connect/metadata/1.x.y oder 2.x.y.",
                    "Metadata with a $schema https://schema.fitko.de/fit-connect/metadata/1.x.y or "
                    "2.x.y are read."},
    },
    {
        .code = "ANB-F353",
        .text = {"Den Zurückweisungsgrund {name} gibt es nicht (gemeint: {nearest}?).",
                 "There is no rejection reason {name} (did you mean {nearest}?)."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Einen dieser Gründe angeben: {list}", "Give one of these reasons: {list}"},
        .explain = {"FIT-Connect kennt einen festen Katalog von Zurückweisungsgründen; andere "
                    "nimmt der Zustelldienst nicht an.",
                    "FIT-Connect has a fixed catalogue of rejection reasons; the delivery service "
                    "takes no others."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> fitconnect_messages()
{
    return k_messages;
}

} // namespace anb::messages
