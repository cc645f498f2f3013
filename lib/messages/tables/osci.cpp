// Messages ANB-O1… to O5…: messages of OSCI-Transport, their encryption, signatures and dialogs.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Text k_tell_operator{
    "Die Nachricht aufbewahren und dem Betreiber des Intermediärs zeigen.",
    "Keep the message and show it to the operator of the Intermediär.",
};

constexpr Text k_do_not_use{
    "Den Inhalt nicht verwenden. Die Nachricht aufbewahren und dem Absender oder dem Betreiber "
    "des Intermediärs zeigen.",
    "Do not use the content. Keep the message and show it to the sender or to the operator of the "
    "Intermediär.",
};

constexpr Text k_about_signatures{
    "Eine Signatur muss jeden Teil der Nachricht erfassen, und jeder Teil muss noch der sein, der "
    "unterschrieben wurde. Sonst könnte jemand Teile ausgetauscht, hinzugefügt oder weggelassen "
    "haben. Es gelten nur die Verfahren, die OSCI-Transport 1.2 zulässt.",
    "A signature must cover every part of the message, and every part must still be what was "
    "signed. Otherwise somebody could have exchanged, added or left out parts. Only the algorithms "
    "that OSCI-Transport 1.2 permits count.",
};

constexpr Text k_about_dialog{
    "Jede Antwort wiederholt eine Zufallszahl aus dem Auftrag und trägt Dialog und laufende "
    "Nummer. "
    "So lässt sich keine alte oder fremde Antwort unterschieben.",
    "Every answer repeats a random number of the order and carries dialog and sequence number. So "
    "no old or foreign answer can be slipped in.",
};

constexpr Message k_messages[] = {
    {
        .code = "ANB-O101",
        .text = {"{file} ist keine OSCI-Nachricht ({reason}).",
                 "{file} is no OSCI message ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Eine Datei nehmen, die den ganzen HTTP-Inhalt enthält; sie beginnt mit "
                 "MIME-Version.",
                 "Take a file that holds the whole HTTP body; it begins with MIME-Version."},
        .explain =
            {"OSCI-Nachrichten sind mehrteilige MIME-Texte. Ihre Kopfzeilen stehen im Inhalt "
             "der HTTP-Nachricht selbst.",
             "OSCI messages are MIME texts of several parts. Their headers stand in the body "
             "of the HTTP message itself."},
    },
    {
        .code = "ANB-O102",
        .text = {"Die OSCI-Nachricht {file} ist unvollständig oder beschädigt ({reason}).",
                 "The OSCI message {file} is incomplete or damaged ({reason})."},
        .cause = {"Die Übertragung brach ab, oder ein Editor hat Zeilenenden verändert.",
                  "The transfer broke off, or an editor changed line ends."},
        .responsible = Responsible::kommune,
        .next = {"Die Nachricht noch einmal holen oder unverändert speichern.",
                 "Fetch the message again, or save it unchanged."},
        .explain = {"Jeder Teil braucht seine Kennung, jede Kennung kommt einmal vor, und der Text "
                    "endet mit der Schlussgrenze.",
                    "Every part needs its identifier, each identifier occurs once, and the text "
                    "ends with the closing boundary."},
    },
    {
        .code = "ANB-O103",
        .text = {"Die OSCI-Nachricht {file} überschreitet eine Grenze ({limit}).",
                 "The OSCI message {file} is over a limit ({limit})."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_tell_operator,
        .explain =
            {"Umschläge bis 32 MiB, Kopfzeilen bis 16 KiB und 1000 Teile werden gelesen. Für "
             "Anhänge gilt keine Grenze.",
             "Envelopes of up to 32 MiB, headers of up to 16 KiB and 1,000 parts are read. "
             "There is no limit for attachments."},
    },
    {
        .code = "ANB-O104",
        .text = {"Der OSCI-Umschlag ist nicht wie vorgesehen: Element {element}, Zeile {line} "
                 "({reason}).",
                 "The OSCI envelope is not as it should be: element {element}, line {line} "
                 "({reason})."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_tell_operator,
        .explain =
            {"Aufbau und Namen der Elemente legen die Schemas von OSCI-Transport 1.2 fest. "
             "Was davon abweicht, wird nicht erraten.",
             "The schemas of OSCI-Transport 1.2 fix the structure and the names of elements. "
             "What differs is not guessed at."},
    },
    {
        .code = "ANB-O105",
        .text = {"Der OSCI-Umschlag kündigt {announced} an und enthält {found}.",
                 "The OSCI envelope announces {announced} and holds {found}."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_tell_operator,
        .explain =
            {"Die Art einer Nachricht steht in xsi:schemaLocation und muss zum Inhalt passen.",
             "The kind of a message stands in xsi:schemaLocation and must fit its content."},
    },
    {
        .code = "ANB-O106",
        .text = {"Der Umschlag von {file} ist nicht in UTF-8 ({charset}).",
                 "The envelope of {file} is not in UTF-8 ({charset})."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_tell_operator,
        .explain = {"OSCI-Umschläge sind immer in UTF-8.", "OSCI envelopes are always in UTF-8."},
    },
    {
        .code = "ANB-O201",
        .text = {"Für einen anderen Schlüssel verschlüsselt: {recipients}.",
                 "Encrypted for another key: {recipients}."},
        .cause = {"Im DVDV steht ein anderes Zertifikat, oder der Schlüssel gehört zum alten.",
                  "The DVDV holds another certificate, or the key belongs to the old one."},
        .responsible = Responsible::kommune,
        .next = {"Die .p12-Datei zu diesem Zertifikat nehmen; dvdv-lookup check zeigt, welches "
                 "eingetragen ist.",
                 "Take the .p12 file of this certificate; dvdv-lookup check shows which one is "
                 "registered."},
        .explain = {"Das Verschlüsselungszertifikat bestimmt, wer lesen kann. Ohne den Schlüssel "
                    "dazu bleibt die Nachricht verschlossen.",
                    "The cipher certificate determines who can read. Without its key the message "
                    "stays closed."},
    },
    {
        .code = "ANB-O202",
        .text = {"Das Verschlüsselungsverfahren {algorithm} ist nicht zugelassen.",
                 "The encryption algorithm {algorithm} is not permitted."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_tell_operator,
        .explain = {"Gelesen werden AES und Triple-DES mit RSA, wie OSCI-Transport 1.2 sie nennt; "
                    "geschrieben wird nur AES-256-GCM mit RSA-OAEP.",
                    "AES and Triple-DES with RSA are read as OSCI-Transport 1.2 names them; only "
                    "AES-256-GCM with RSA-OAEP is written."},
    },
    {
        .code = "ANB-O203",
        .text = {"Ein verschlüsselter Teil lässt sich nicht öffnen oder wurde verändert ({part}).",
                 "An encrypted part cannot be opened or was changed ({part})."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_do_not_use,
        .explain = {"Die Prüfsumme der Verschlüsselung passt nicht. Damit ist kein Byte dieses "
                    "Teils glaubwürdig.",
                    "The tag of the encryption does not fit. So no byte of this part can be "
                    "believed."},
    },
    {
        .code = "ANB-O204",
        .text = {"Ein verschlüsselter Teil ist nicht wie vorgesehen aufgebaut ({reason}).",
                 "An encrypted part is not built as it should be ({reason})."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_tell_operator,
        .explain = {"Schlüssel, Verfahren und Daten eines verschlüsselten Teils stehen in einer "
                    "festen Form. Was davon abweicht, wird nicht erraten.",
                    "Key, algorithm and data of an encrypted part stand in a fixed form. What "
                    "differs is not guessed at."},
    },
    {
        .code = "ANB-O301",
        .text = {"Die Signatur von {signer} ist ungültig.",
                 "The signature of {signer} is invalid."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_do_not_use,
        .explain = k_about_signatures,
    },
    {
        .code = "ANB-O302",
        .text = {"Der Teil {part} ist nicht der, der unterschrieben wurde.",
                 "The part {part} is not the one that was signed."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_do_not_use,
        .explain = k_about_signatures,
    },
    {
        .code = "ANB-O303",
        .text = {"Der Teil {part} ist von der Signatur nicht erfasst.",
                 "The part {part} is not covered by the signature."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_do_not_use,
        .explain = k_about_signatures,
    },
    {
        .code = "ANB-O304",
        .text = {"Die Kennung {id} kommt in der Nachricht zweimal vor.",
                 "The identifier {id} occurs twice in the message."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_do_not_use,
        .explain = k_about_signatures,
    },
    {
        .code = "ANB-O305",
        .text = {"Die Signatur verweist auf etwas, das in der Nachricht fehlt ({part}).",
                 "The signature refers to something that is not in the message ({part})."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_do_not_use,
        .explain = k_about_signatures,
    },
    {
        .code = "ANB-O306",
        .text = {"Das Signaturverfahren {algorithm} ist nicht zugelassen.",
                 "The signature algorithm {algorithm} is not permitted."},
        .cause = {"Der Absender arbeitet mit alter Software.",
                  "The sender works with old software."},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_do_not_use,
        .explain = k_about_signatures,
    },
    {
        .code = "ANB-O307",
        .text = {"Die Signatur ist nicht wie vorgesehen aufgebaut ({reason}).",
                 "The signature is not built as it should be ({reason})."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_do_not_use,
        .explain = k_about_signatures,
    },
    {
        .code = "ANB-O308",
        .text = {"Mit diesem Zertifikat darf hier nicht unterschrieben werden ({id}).",
                 "This certificate must not sign here ({id})."},
        .cause =
            {"Das Zertifikat fehlt in der Nachricht, steht in einer anderen Rolle oder ist nur "
             "zum Verschlüsseln da.",
             "The certificate is missing in the message, stands in another role or serves "
             "encryption only."},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_do_not_use,
        .explain = k_about_signatures,
    },
    {
        .code = "ANB-O309",
        .text = {"Die Antwort ist nicht vom eingetragenen Intermediär unterschrieben: {found} "
                 "statt {expected}.",
                 "The answer is not signed by the registered Intermediär: {found} in place of "
                 "{expected}."},
        .cause = {"Der Intermediär hat ein neues Zertifikat, das im DVDV noch fehlt.",
                  "The Intermediär has a new certificate that the DVDV does not have yet."},
        .responsible = Responsible::betreiber_intermediaer,
        .next =
            {"Beim Betreiber des Intermediärs nach einem Zertifikatswechsel fragen; den Eintrag "
             "zeigt dvdv-lookup show.",
             "Ask the operator of the Intermediär about a change of certificates; dvdv-lookup "
             "show shows the entry."},
        .explain = {"Das Signaturzertifikat des Intermediärs steht im DVDV. Nur wer damit "
                    "unterschreibt, ist der Intermediär.",
                    "The signature certificate of the Intermediär stands in the DVDV. Only who "
                    "signs with it is the Intermediär."},
    },
    {
        .code = "ANB-O401",
        .text = {"Die Antwort gehört nicht zu diesem Auftrag: {found} statt {expected}.",
                 "The answer does not belong to this order: {found} in place of {expected}."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_tell_operator,
        .explain = k_about_dialog,
    },
    {
        .code = "ANB-O402",
        .text = {"Die Antwort gehört zu einem anderen Dialog: {found} statt {expected}.",
                 "The answer belongs to another dialog: {found} in place of {expected}."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_tell_operator,
        .explain = k_about_dialog,
    },
    {
        .code = "ANB-O403",
        .text = {"Die Antwort trägt eine andere laufende Nummer: {found} statt {expected}.",
                 "The answer carries another sequence number: {found} in place of {expected}."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_tell_operator,
        .explain = k_about_dialog,
    },
    {
        .code = "ANB-O404",
        .text = {"Die Antwort kam unverschlüsselt: {found} statt {expected}.",
                 "The answer came unencrypted: {found} in place of {expected}."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_tell_operator,
        .explain = {"Auf einen verschlüsselten Auftrag antwortet der Intermediär verschlüsselt; "
                    "ausgenommen sind nur Fehlermeldungen.",
                    "The Intermediär answers an encrypted order encrypted; only fault messages are "
                    "excepted."},
    },
    {
        .code = "ANB-O405",
        .text = {"Die Antwort ist die auf einen anderen Auftrag: {found} statt {expected}.",
                 "The answer is that to another order: {found} in place of {expected}."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_tell_operator,
        .explain = k_about_dialog,
    },
    {
        .code = "ANB-O406",
        .text = {"Die Antwort nennt eine andere Nachrichten-ID: {found} statt {expected}.",
                 "The answer names another message id: {found} in place of {expected}."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = k_tell_operator,
        .explain = k_about_dialog,
    },
    {
        .code = "ANB-O501",
        .text = {"Der Intermediär bricht den Dialog ab ({code}): {meaning} Wörtlich: {said}",
                 "The Intermediär ends the dialog ({code}): {meaning} Verbatim: {said}"},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = {"Bei 9400 erneut versuchen; bei 92xx Zertifikat und Adresse des Intermediärs mit "
                 "dem DVDV vergleichen (dvdv-lookup check); sonst den Betreiber fragen.",
                 "With 9400 try again; with 92xx compare certificate and address of the "
                 "Intermediär with the DVDV (dvdv-lookup check); otherwise ask the operator."},
        .explain =
            {"Eine solche Meldung kommt immer unverschlüsselt und ohne Signatur; sie ist ein "
             "Hinweis und kein Beweis.",
             "Such a report always comes unencrypted and unsigned; it is a hint and no "
             "proof."},
    },
    {
        .code = "ANB-O502",
        .text =
            {"Der Intermediär hat den Auftrag nicht ausgeführt ({code}): {meaning} Wörtlich: "
             "{said}",
             "The Intermediär did not carry out the order ({code}): {meaning} Verbatim: {said}"},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = {"Bei 95xx bis 97xx die eigenen Zertifikate prüfen (cert-check --for osci); sonst "
                 "den Betreiber des Intermediärs fragen.",
                 "With 95xx to 97xx check your own certificates (cert-check --for osci); otherwise "
                 "ask the operator of the Intermediär."},
        .explain = {"Rückmeldungen, die mit 9 beginnen, heißen: nicht ausgeführt. Mit 3: "
                    "ausgeführt, aber mit einer Warnung. Mit 0: ausgeführt.",
                    "Feedback that begins with 9 means: not carried out. With 3: carried out, but "
                    "with a warning. With 0: carried out."},
    },
    {
        .code = "ANB-O503",
        .text = {"Der Intermediär warnt ({code}): {meaning} Wörtlich: {said}",
                 "The Intermediär warns ({code}): {meaning} Verbatim: {said}"},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = {"Bei Hinweisen auf Zertifikate cert-check --for osci aufrufen; der Auftrag selbst "
                 "ist ausgeführt.",
                 "With hints at certificates call cert-check --for osci; the order itself is "
                 "carried out."},
        .explain =
            {"Rückmeldungen, die mit 3 beginnen, heißen: ausgeführt, aber mit einer Warnung. "
             "Oft konnte ein Zertifikat nicht vollständig geprüft werden.",
             "Feedback that begins with 3 means: carried out, but with a warning. Often a "
             "certificate could not be checked completely."},
    },
    {
        .code = "ANB-O504",
        .text = {"Unter dieser Adresse antwortet kein Intermediär (HTTP {status}).",
                 "No Intermediär answers at this address (HTTP {status})."},
        .cause = {"Die Adresse ist falsch, oder ein Proxy antwortet an seiner Stelle.",
                  "The address is wrong, or a proxy answers in its place."},
        .responsible = Responsible::netzwerk,
        .next = {"Die Adresse mit dem DVDV vergleichen (dvdv-lookup show … --print "
                 "intermediary-url) und den Proxy prüfen.",
                 "Compare the address with the DVDV (dvdv-lookup show … --print intermediary-url) "
                 "and check the proxy."},
        .explain = {"Die Antwort war keine OSCI-Nachricht.", "The answer was no OSCI message."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> osci_messages()
{
    return k_messages;
}

} // namespace anb::messages
