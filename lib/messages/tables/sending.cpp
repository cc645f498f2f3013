// Messages ANB-S3… to S5…: the journal, the events, the way of a sending.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-S301",
        .text = {"Keine Sendung mit der Kennung {id}.", "No sending with the id {id}."},
        .cause = {"Sie wurde in einer anderen Umgebung oder von einem anderen Benutzer gesendet.",
                  "It was sent in another environment or by another user."},
        .responsible = Responsible::none,
        .next = {"Vorhandene Sendungen: send-testantrag list",
                 "Sendings that there are: send-testantrag list"},
        .explain = {"Sendungen werden je Umgebung und Benutzer aufgezeichnet. Gesucht wird nach "
                    "Einreichung, Vorgang und örtlicher Kennung.",
                    "Sendings are recorded per environment and user. Submission, case and local id "
                    "are looked through."},
    },
    {
        .code = "ANB-S302",
        .text = {"Die Kennung {id} ist nicht eindeutig oder zu kurz (Treffer: {count}).",
                 "The id {id} is not unique or too short (hits: {count})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Mindestens acht Zeichen angeben, bei mehreren Treffern die ganze Kennung.",
                 "Give at least eight characters, with several hits the whole id."},
        .explain = {"Kurzformen gelten ab acht Zeichen und nur, wenn genau eine Einreichung "
                    "gemeint sein kann.",
                    "Short forms count from eight characters on and only if exactly one submission "
                    "can be meant."},
    },
    {
        .code = "ANB-S303",
        .text = {"An der Sendung {id} arbeitet schon ein anderer Prozess.",
                 "Another process is working on the sending {id}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Warten, bis er endet, oder ihn beenden.", "Wait until it ends, or end it."},
        .explain = {"Eine Sperre verhindert, dass zwei Prozesse dieselbe Einreichung fortsetzen "
                    "und doppelt senden.",
                    "A lock keeps two processes from continuing the same submission and sending it "
                    "twice."},
    },
    {
        .code = "ANB-S304",
        .text = {"Der Verlauf {file} ist beschädigt (Zeile {line}).",
                 "The journal {file} is damaged (line {line})."},
        .cause = {"Die Datei wurde von Hand geändert, oder der Datenträger ist fehlerhaft.",
                  "The file was changed by hand, or the disk is faulty."},
        .responsible = Responsible::none,
        .next = {"Den Ordner aufheben und den Stand der Einreichung beim Empfänger erfragen, bevor "
                 "erneut gesendet wird.",
                 "Keep the folder and ask the receiver how the submission stands before sending "
                 "again."},
        .explain =
            {"Eine abgerissene letzte Zeile ist nach einem Absturz normal und wird übergangen. "
             "Hier ist eine frühere Zeile nicht lesbar; fortzusetzen wäre geraten.",
             "A torn last line is normal after a crash and is passed over. Here an earlier line "
             "cannot be read; going on would be guessing."},
    },
    {
        .code = "ANB-S305",
        .text = {"Die Sendung {id} ist abgesendet oder vielleicht abgesendet und kann nicht "
                 "verworfen werden.",
                 "The sending {id} is submitted, or perhaps submitted, and cannot be discarded."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Stand klären: send-testantrag --env {env} resume {id}",
                 "Find out how it stands: send-testantrag --env {env} resume {id}"},
        .explain = {"Verworfen werden kann nur, was der Empfänger sicher nicht sieht.",
                    "Only what the receiver certainly does not see can be discarded."},
    },
    {
        .code = "ANB-S306",
        .text = {"Die Sendung {id} ist noch nicht abgeschlossen; ihre Teile werden noch gebraucht.",
                 "The sending {id} is not finished; its parts are still needed."},
        .cause = {},
        .responsible = Responsible::none,
        .next =
            {"Erst abschließen oder verwerfen: send-testantrag --env {env} resume {id} oder "
             "discard {id}",
             "Finish or discard it first: send-testantrag --env {env} resume {id} or discard {id}"},
        .explain =
            {"Die verschlüsselten Teile bleiben bis zum Ende erhalten, damit eine Wiederholung "
             "dieselben Bytes sendet.",
             "The encrypted parts are kept to the end so that a repetition sends the same bytes."},
    },
    {
        .code = "ANB-S307",
        .text = {"Der Zustellpunkt verwendet inzwischen einen anderen Schlüssel ({found} statt "
                 "{expected}).",
                 "The destination uses another key now ({found} instead of {expected})."},
        .cause = {"Der Schlüssel wurde gewechselt, seit die Sendung vorbereitet wurde.",
                  "The key was changed since the sending was prepared."},
        .responsible = Responsible::kommune,
        .next = {"Verwerfen und neu senden: send-testantrag discard",
                 "Discard and send anew: send-testantrag discard"},
        .explain = {"Die Teile sind mit dem früheren Schlüssel verschlüsselt. Ob der Empfänger ihn "
                    "noch hat, ist nicht sicher; deshalb wird nicht weiter gesendet.",
                    "The parts are encrypted with the earlier key. Whether the receiver still has "
                    "it is not certain; so nothing more is sent."},
    },
    {
        .code = "ANB-S308",
        .text = {"Die Sendung {id} wurde verworfen oder bereinigt; ihre verschlüsselten Teile gibt "
                 "es nicht mehr.",
                 "The sending {id} was discarded or purged; its encrypted parts are gone."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Neu senden: send-testantrag --env … --to … --data …",
                 "Send anew: send-testantrag --env … --to … --data …"},
        .explain = {"Ohne die verschlüsselten Teile lässt sich eine Sendung nicht fortsetzen.",
                    "Without the encrypted parts a sending cannot go on."},
    },
    {
        .code = "ANB-S309",
        .text = {"Die Sendung {id} ist noch nicht abgesendet (Stand: {step}).",
                 "The sending {id} is not submitted yet (step: {step})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Fortsetzen: send-testantrag --env {env} resume {id}",
                 "Go on: send-testantrag --env {env} resume {id}"},
        .explain = {"Der Empfänger sieht nichts. Der Zustelldienst löscht eine angelegte, aber "
                    "nicht abgesendete Einreichung nach einem Tag.",
                    "The receiver sees nothing. The delivery service deletes a submission that was "
                    "created but not submitted after one day."},
    },
    {
        .code = "ANB-S310",
        .text = {"Gesendet, noch nicht abgeholt. Hinweis an den technischen Kontakt am {notice}, "
                 "automatische Zurückweisung am {rejection}.",
                 "Sent, not fetched yet. Notice to the technical contact on {notice}, automatic "
                 "rejection on {rejection}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Stand später abfragen: send-testantrag status {id} --wait 8h",
                 "Ask later: send-testantrag status {id} --wait 8h"},
        .explain =
            {"Der Empfänger hat die Einreichung noch nicht abgeholt. Nach 3 Tagen geht ein Hinweis "
             "an den technischen Kontakt, nach 14 Tagen weist der Zustelldienst sie zurück.",
             "The receiver has not fetched the submission yet. After 3 days the technical contact "
             "is told, after 14 days the delivery service rejects it."},
    },
    {
        .code = "ANB-S311",
        .text =
            {"Ein früherer Versuch hat vielleicht eine leere Einreichung hinterlassen ({count}).",
             "An earlier try may have left an empty submission ({count})."},
        .cause = {},
        .responsible = Responsible::none,
        .next =
            {"Nichts; der Zustelldienst löscht sie nach einem Tag, der Empfänger sieht sie nicht.",
             "Nothing; the delivery service deletes it after one day, the receiver does not see "
             "it."},
        .explain = {"Beim Anlegen ging die Antwort verloren. Deshalb wurde neu angelegt; "
                    "abgesendet wurde nur eine Einreichung.",
                    "While creating, the answer was lost. So a new one was created; only one "
                    "submission was submitted."},
    },
    {
        .code = "ANB-S312",
        .text = {"{file} ist nicht mehr die Datei, mit der die Sendung begann.",
                 "{file} is no longer the file with which the sending began."},
        .cause = {"Die Datei wurde geändert, verschoben oder gelöscht.",
                  "The file was changed, moved or deleted."},
        .responsible = Responsible::none,
        .next = {"Die Datei wiederherstellen und fortsetzen, oder verwerfen und neu senden: "
                 "send-testantrag discard …",
                 "Restore the file and go on, or discard and send anew: send-testantrag discard "
                 "…"},
        .explain = {"Anhänge werden beim Übertragen verschlüsselt. Bis das geschehen ist, braucht "
                    "eine unterbrochene Sendung die Datei in dem Zustand, den sie zu Beginn hatte.",
                    "Attachments are encrypted while they are uploaded. Until that is done an "
                    "interrupted sending needs the file in the state that it had at the "
                    "beginning."},
    },
    {
        .code = "ANB-S401",
        .text = {"Ereignis mit ungültiger Signatur erhalten ({event}: {reason}). Ergebnis nicht "
                 "vertrauenswürdig.",
                 "An event with an invalid signature was received ({event}: {reason}). The result "
                 "is not trustworthy."},
        .cause = {"Falscher Aussteller, unbekannter Schlüssel, verändertes Ereignis oder Ereignis "
                  "eines anderen Vorgangs.",
                  "Wrong issuer, unknown key, changed event, or an event of another case."},
        .responsible = Responsible::fitconnect_support,
        .next = {"Nichts weiter senden oder annehmen. Das Ereignisprotokoll aufheben und dem "
                 "FIT-Connect-Support zeigen.",
                 "Send and accept nothing further. Keep the event log and show it to the "
                 "FIT-Connect support."},
        .explain =
            {"Jedes Ereignis muss vom Zustelldienst der Umgebung oder vom Zustellpunkt des "
             "Vorgangs mit PS512 unterschrieben sein und zu Vorgang und Einreichung gehören. Eines "
             "tut es nicht.",
             "Every event must be signed with PS512 by the environment's delivery service or by "
             "the case's destination, and belong to case and submission. One does not."},
    },
    {
        .code = "ANB-S402",
        .text = {"Empfänger hat zurückgewiesen: {problem} an \"{instance}\".",
                 "The receiver rejected: {problem} at \"{instance}\"."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Die Meldung mit dem Fachverfahrenshersteller klären: {detail}",
                 "Clear the report with the maker of the receiving system: {detail}"},
        .explain = {"Die Einreichung ist abgeschlossen und wurde nicht verarbeitet. Der Grund "
                    "steht im unterschriebenen Ereignis des Empfängers.",
                    "The submission is closed and was not processed. The reason stands in the "
                    "receiver's signed event."},
    },
    {
        .code = "ANB-S403",
        .text = {"Bestätigte Prüfsumme weicht ab ({part}).",
                 "A confirmed authentication tag differs ({part})."},
        .cause = {"Ein Teil wurde unterwegs ausgetauscht, oder ein früherer Stand wurde bestätigt.",
                  "A part was exchanged on its way, or an earlier state was confirmed."},
        .responsible = Responsible::fitconnect_support,
        .next = {"Dem Ergebnis nicht vertrauen; beide Seiten vergleichen ihre Prüfsummen. Als "
                 "Empfänger: --reject incorrect-authentication-tag",
                 "Do not trust the result; both sides compare their tags. As a receiver: --reject "
                 "incorrect-authentication-tag"},
        .explain = {"Die Authentication-Tags im Ereignisprotokoll binden die Bestätigung an genau "
                    "die verschlüsselten Teile. Stimmt einer nicht, wurde etwas anderes bestätigt "
                    "als gesendet oder empfangen.",
                    "The authentication tags in the event log tie the confirmation to exactly the "
                    "encrypted parts. If one differs, something else was confirmed than was sent "
                    "or received."},
    },
    {
        .code = "ANB-S404",
        .text = {"Unmögliche Reihenfolge im Ereignisprotokoll: {event} im Stand {state}.",
                 "Impossible order in the event log: {event} in the state {state}."},
        .cause = {},
        .responsible = Responsible::fitconnect_support,
        .next = {"Das Ereignisprotokoll aufheben und dem FIT-Connect-Support zeigen.",
                 "Keep the event log and show it to the FIT-Connect support."},
        .explain = {"Eine Einreichung wird angelegt, abgesendet und dann genau einmal angenommen "
                    "oder zurückgewiesen. Das Protokoll erzählt etwas anderes; sein Ergebnis wird "
                    "nicht verwendet.",
                    "A submission is created, submitted and then accepted or rejected exactly "
                    "once. The log tells something else; its result is not used."},
    },
    {
        .code = "ANB-S405",
        .text = {"Der Zustelldienst hat die Einreichung {id} gelöscht.",
                 "The delivery service deleted the submission {id}."},
        .cause = {"Angelegtes, aber nicht Abgesendetes wird nach einem Tag gelöscht.",
                  "What was created but not submitted is deleted after one day."},
        .responsible = Responsible::kommune,
        .next = {"Neu senden.", "Send anew."},
        .explain =
            {"Die Einreichung gibt es beim Zustelldienst nicht mehr; der Empfänger hat sie nicht "
             "bearbeitet.",
             "The delivery service no longer has the submission; the receiver did not process it."},
    },
    {
        .code = "ANB-S406",
        .text = {"Das Ereignis {event} bestätigt keine Prüfsummen.",
                 "The event {event} confirms no authentication tags."},
        .cause = {},
        .responsible = Responsible::fitconnect_support,
        .next = {"Dem Ergebnis nicht vertrauen; den FIT-Connect-Support fragen.",
                 "Do not trust the result; ask the FIT-Connect support."},
        .explain = {"Ohne Authentication-Tags ist nicht bewiesen, dass genau das Gesendete "
                    "angekommen ist.",
                    "Without authentication tags it is not proven that exactly what was sent has "
                    "arrived."},
    },
    {
        .code = "ANB-S501",
        .text = {"Dienst antwortet vorübergehend nicht ({reason}). Stand gesichert.",
                 "The service does not answer at the moment ({reason}). The state is saved."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Später fortsetzen: send-testantrag --env {env} resume {id}",
                 "Go on later: send-testantrag --env {env} resume {id}"},
        .explain = {"Nichts ist verloren und nichts wird doppelt gesendet: Vor jedem Schritt steht "
                    "im Verlauf, was getan wird, danach, dass es getan ist.",
                    "Nothing is lost and nothing is sent twice: before each step the journal says "
                    "what will be done, after it that it is done."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> sending_messages()
{
    return k_messages;
}

} // namespace anb::messages
