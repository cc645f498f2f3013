// Messages ANB-O7…: the postbox of OSCI-Transport and what is fetched from it.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Text k_ask_sender{
    "Dem Absender zeigen, was gefunden wurde; er muss neu senden.",
    "Show the sender what was found; it has to send again.",
};

constexpr Message k_messages[] = {
    {
        .code = "ANB-O701",
        .text = {"Über OSCI gibt es kein {option}.", "There is no {option} over OSCI."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Ohne {option} abholen; der Absender erfährt es aus dem Laufzettel.",
                 "Fetch without {option}; the sender learns it from the process card."},
        .explain = {"OSCI kennt weder Annehmen noch Zurückweisen. An deren Stelle steht der "
                    "Laufzettel: Der Intermediär vermerkt darin, dass die Nachricht abgeholt "
                    "wurde. Eine fachliche Antwort ist eine eigene Nachricht.",
                    "OSCI knows neither acceptance nor rejection. The process card stands in their "
                    "place: the Intermediär notes there that the message was fetched. An answer in "
                    "substance is a message of its own."},
    },
    {
        .code = "ANB-O702",
        .text = {"Keine Nachricht {id} im Postfach.", "No message {id} in the postbox."},
        .cause = {"Sie wurde schon abgeholt, oder das Postfach gehört zu einem anderen Zertifikat.",
                  "It was fetched already, or the postbox belongs to another certificate."},
        .responsible = Responsible::kommune,
        .next = {"receive-testantrag --via osci list zeigt, was wartet.",
                 "receive-testantrag --via osci list shows what waits."},
        .explain = {"Der Intermediär hat zu dieser Nachrichten-ID nichts, was noch abzuholen wäre. "
                    "Ein Postfach hat keinen Namen: Es gehört zum Verschlüsselungszertifikat, und "
                    "ein neues Zertifikat ist ein neues, leeres Postfach.",
                    "The Intermediär has nothing for this message id that is still to be fetched. "
                    "A postbox has no name: it belongs to the cipher certificate, and a new "
                    "certificate is a new, empty postbox."},
    },
    {
        .code = "ANB-O703",
        .text = {"Die Nachricht enthält keine Fachdaten.", "The message holds no data."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = k_ask_sender,
        .explain = {"In keinem Inhaltsdatencontainer stehen Daten; Anlagen allein sind kein "
                    "Antrag.",
                    "There are no data in any content container; attachments alone are no "
                    "application."},
    },
    {
        .code = "ANB-O704",
        .text = {"Der Inhaltsdatencontainer heißt {found}; der Dienst verlangt {expected}.",
                 "The content container is called {found}; the service demands {expected}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = k_ask_sender,
        .explain = {"Die WSDL des Dienstes im DVDV legt fest, wie der Container heißt. Ein "
                    "Fachverfahren sucht ihn unter diesem Namen und findet ihn sonst nicht.",
                    "The WSDL of the service in the DVDV says how the container is called. An "
                    "application looks for it by this name and does not find it otherwise."},
    },
    {
        .code = "ANB-O706",
        .text = {"Der Intermediär hat ein Zertifikat beanstandet: {subject} ({result}).",
                 "The Intermediär objects to a certificate: {subject} ({result})."},
        .cause = {},
        .responsible = Responsible::koordinierende_stelle,
        .next = {"Den Absender bitten, sein Zertifikat zu prüfen (cert-check --for osci).",
                 "Ask the sender to check its certificate (cert-check --for osci)."},
        .explain = {"Der Intermediär prüft beim Ablegen die Zertifikate einer Nachricht und "
                    "schreibt das Ergebnis in den Laufzettel. Hier spricht es gegen eines davon, "
                    "oder er konnte es nicht vollständig prüfen.",
                    "When a message is stored the Intermediär inspects its certificates and writes "
                    "the result into the process card. Here it speaks against one of them, or the "
                    "inspection was not complete."},
    },
    {
        .code = "ANB-O707",
        .text = {"Die Nachricht liegt verschlüsselt in Quarantäne: {file}.",
                 "The message lies encrypted in quarantine: {file}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Aufbewahren; ansehen mit receive-testantrag inspect --p12 SPEICHER DATEI.",
                 "Keep it; look at it with receive-testantrag inspect --p12 STORE FILE."},
        .explain = {"Eine Prüfung ist gescheitert, deshalb wurde nichts entschlüsselt gespeichert. "
                    "Die Nachricht ist beim Intermediär abgeholt und lässt sich dort nicht noch "
                    "einmal holen; die Datei ist die einzige, und sie öffnet sich nur mit dem "
                    "eigenen Speicher. Wer handeln muss, sagt die Meldung der Prüfung.",
                    "A check failed, so nothing was stored in the clear. The message has been "
                    "fetched from the Intermediär and cannot be fetched there again; the file is "
                    "the only one, and it opens with the own store only. The message of the check "
                    "says who must act."},
    },
    {
        .code = "ANB-O708",
        .text = {"Nachricht {id} ist sicher gespeichert; ob der Intermediär das vermerkt hat, ist "
                 "nicht bekannt ({reason}).",
                 "Message {id} is stored safely; whether the Intermediär noted that is not known "
                 "({reason})."},
        .cause = {"Die Verbindung brach beim Beenden des Dialogs ab.",
                  "The connection broke when the dialog was ended."},
        .responsible = Responsible::none,
        .next = {"Später noch einmal abholen: Es wird nichts doppelt gespeichert.",
                 "Fetch again later: nothing is stored twice."},
        .explain =
            {"Abgeholt gilt eine Nachricht, wenn der nächste Auftrag des Dialogs zeigt, dass "
             "sie ankam; der letzte Auftrag beendet den Dialog. Er ging verloren. Liegt die "
             "Nachricht noch im Postfach, wird sie beim nächsten Lauf wiedererkannt und "
             "quittiert.",
             "A message counts as fetched when the next order of the dialog shows that it "
             "arrived; the last order ends the dialog. It was lost. If the message is still "
             "in the postbox, the next run recognises and acknowledges it."},
    },
    {
        .code = "ANB-O709",
        .text = {"Die Anlage {part} gehört zu keinem Container und wurde nicht geöffnet.",
                 "The attachment {part} belongs to no container and was not opened."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Den Absender fragen, wozu die Anlage gehört.",
                 "Ask the sender what the attachment belongs to."},
        .explain = {"Jede Anlage wird in einem Inhaltsdatencontainer genannt; erst dort steht, wie "
                    "sie sich öffnet und wer sie unterschrieben hat.",
                    "Every attachment is named in a content container; only there stands how it "
                    "opens and who signed it."},
    },
    {
        .code = "ANB-O711",
        .text = {"{option} gehört nicht zum Weg {way}.",
                 "{option} does not go with the way {way}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Die Option weglassen oder mit --via den anderen Weg nennen.",
                 "Leave the option out, or name the other way with --via."},
        .explain = {"Zustellpunkte, Schlüsselordner und Callbacks gibt es bei FIT-Connect; "
                    "Speicher, Dienst, Intermediär und Vertrauensanker gehören zu OSCI.",
                    "Destinations, folders of keys and callbacks belong to FIT-Connect; stores, "
                    "service, Intermediär and anchors belong to OSCI."},
    },
    {
        .code = "ANB-O714",
        .text = {"Das DVDV nennt als Empfänger ein anderes Zertifikat als den eigenen Speicher.",
                 "The DVDV names another certificate as recipient than that of the own store."},
        .cause = {"Der Austausch im DVDV steht noch aus, oder der Speicher ist der alte.",
                  "The change in the DVDV is still to come, or the store is the old one."},
        .responsible = Responsible::kommune,
        .next =
            {"dvdv-lookup check vergleicht den Eintrag mit dem Profil; beide Postfächer leeren.",
             "dvdv-lookup check compares the entry with the profile; empty both postboxes."},
        .explain = {"Das Verschlüsselungszertifikat ist das Postfach. Absender legen ab, was zum "
                    "Zertifikat im DVDV gehört; mit einem anderen Speicher sieht man davon nichts.",
                    "The cipher certificate is the postbox. Senders store for the certificate in "
                    "the DVDV; with another store nothing of that is seen."},
    },
    {
        .code = "ANB-O715",
        .text = {"Ein anderer Prozess holt schon in den Ordner {file} ab.",
                 "Another process is fetching into the folder {file}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Warten, bis er endet, oder einen anderen Ordner nennen.",
                 "Wait until it ends, or name another folder."},
        .explain = {"Eine Sperre verhindert, dass zwei Prozesse dieselbe Nachricht ablegen.",
                    "A lock keeps two processes from storing the same message."},
    },
    {
        .code = "ANB-O717",
        .text = {"Die Fachdaten sind nicht wohlgeformt ({reason}).",
                 "The data are not well-formed ({reason})."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = k_ask_sender,
        .explain = {"Der entschlüsselte Inhalt ist kein XML oder JSON, das man lesen könnte.",
                    "The decrypted content is no XML or JSON that could be read."},
    },
    {
        .code = "ANB-O718",
        .text = {"Die Fachdaten sind nicht gültig nach {schema}.",
                 "The data are not valid by {schema}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = k_ask_sender,
        .explain = {"Die weiteren Meldungen nennen die Stellen. validate-xsozial zeigt sie mit "
                    "Zeile und Pfad.",
                    "The other messages name the places. validate-xsozial shows them with line and "
                    "path."},
    },
    {
        .code = "ANB-O719",
        .text = {"Die Antwort nennt keine Nachrichten-ID.", "The answer names no message id."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = {"Dem Betreiber des Intermediärs die Datei aus der Quarantäne nennen.",
                 "Tell the operator of the Intermediär about the file in quarantine."},
        .explain =
            {"Zu jeder Zustellung gehört ein Laufzettel mit der Nachrichten-ID. Ohne ihn ist "
             "nicht zu erkennen, welche Nachricht es ist und ob sie schon da war.",
             "A process card with the message id belongs to every delivery. Without it "
             "nobody can tell which message it is and whether it was here before."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> osci_receiving_messages()
{
    return k_messages;
}

} // namespace anb::messages
