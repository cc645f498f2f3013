// Messages ANB-S1… to S5…: what is sent, the journal, the way of a sending.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-S101",
        .text = {"{file} ist weder XML noch JSON.", "{file} is neither XML nor JSON."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die Fachdaten als XML- oder JSON-Datei angeben.",
                 "Name the business data as an XML or JSON file."},
        .explain =
            {"Das Format der Fachdaten wird am ersten Zeichen erkannt: spitze Klammer für XML, "
             "geschweifte oder eckige für JSON. FIT-Connect kennt keine anderen Formate.",
             "The format of the business data is told by its first character: an angle bracket for "
             "XML, a brace or square bracket for JSON. FIT-Connect knows no other format."},
    },
    {
        .code = "ANB-S102",
        .text = {"Ein Anhang kann nicht von der Standardeingabe gelesen werden.",
                 "An attachment cannot be read from standard input."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Den Anhang als Datei angeben: --attach FILE",
                 "Name the attachment as a file: --attach FILE"},
        .explain = {"Ein Anhang braucht einen Dateinamen, damit der Empfänger ihn zuordnen kann; "
                    "die Standardeingabe hat keinen.",
                    "An attachment needs a file name so that the receiver can tell what it is; "
                    "standard input has none."},
    },
    {
        .code = "ANB-S103",
        .text = {"{file} hat sich zwischen Prüfung und Verschlüsselung geändert.",
                 "{file} changed between check and encryption."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Den Befehl wiederholen, wenn die Datei nicht mehr geschrieben wird.",
                 "Repeat the command when the file is no longer being written."},
        .explain = {"Gesendet wird nur, was geprüft wurde. Die Prüfsumme beim Verschlüsseln war "
                    "eine andere als bei der Prüfung; es wurde nichts angelegt.",
                    "Only what was checked is sent. The checksum while encrypting differed from "
                    "the one while checking; nothing was created."},
    },
    {
        .code = "ANB-S110",
        .text = {"{found} Anhänge sind zu viele; erlaubt sind {limit}.",
                 "{found} attachments are too many; {limit} are allowed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Anhänge zusammenfassen oder weglassen.", "Join attachments or leave some out."},
        .explain = {"Der Zustelldienst nimmt höchstens 100 Anhänge je Einreichung an.",
                    "The delivery service takes at most 100 attachments per submission."},
    },
    {
        .code = "ANB-S111",
        .text = {"Der Anhang {file} ist verschlüsselt zu groß: {found} Byte, erlaubt sind {limit}.",
                 "The attachment {file} is too large when encrypted: {found} bytes, {limit} are "
                 "allowed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Einen kleineren Anhang verwenden.", "Use a smaller attachment."},
        .explain = {"Der Zustelldienst nimmt je Anhang höchstens 500 MB verschlüsselt an; "
                    "verschlüsselt ist ein Anhang um etwa ein Drittel größer als die Datei.",
                    "The delivery service takes at most 500 MB per attachment, encrypted; "
                    "encrypted it is about a third larger than the file."},
    },
    {
        .code = "ANB-S112",
        .text = {"Alles zusammen ist zu groß: {found} Byte, erlaubt sind {limit}.",
                 "Everything together is too large: {found} bytes, {limit} are allowed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Weniger oder kleinere Anhänge verwenden.", "Use fewer or smaller attachments."},
        .explain = {"Der Zustelldienst nimmt je Einreichung höchstens 2 GB an, Fachdaten und "
                    "Anhänge zusammen und verschlüsselt gezählt.",
                    "The delivery service takes at most 2 GB per submission, data and attachments "
                    "together, counted encrypted."},
    },
    {
        .code = "ANB-S113",
        .text = {"{found} Anhänge sind mehr als die empfohlenen {limit}.",
                 "{found} attachments are more than the recommended {limit}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Nichts; die Einreichung ist zulässig.", "Nothing; the submission is allowed."},
        .explain = {"FIT-Connect empfiehlt höchstens 30 Anhänge. Manche Fachverfahren verarbeiten "
                    "mehr nur langsam.",
                    "FIT-Connect recommends at most 30 attachments. Some receiving systems process "
                    "more only slowly."},
    },
    {
        .code = "ANB-S120",
        .text = {"Der Zustellpunkt bietet mehrere Leistungen an: {list}.",
                 "The destination offers several services: {list}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Eine davon angeben: --service NAME oder --leika KEY",
                 "Name one of them: --service NAME or --leika KEY"},
        .explain = {"Ohne Angabe wird die Leistung nur dann gewählt, wenn der Zustellpunkt genau "
                    "eine anbietet. Es wird nicht geraten.",
                    "Without being named the service is chosen only if the destination offers "
                    "exactly one. Nothing is guessed."},
    },
    {
        .code = "ANB-S121",
        .text = {"Der Zustellpunkt bietet die Leistung {expected} nicht an (vorhanden: {found}).",
                 "The destination does not offer the service {expected} (offered: {found})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Leistung und Zustellpunkt vergleichen: fitconnect-destination show {id}",
                 "Compare service and destination: fitconnect-destination show {id}"},
        .explain = {"Eine Einreichung zu einer nicht angebotenen Leistung würde abgewiesen. Es "
                    "wurde nichts angelegt.",
                    "A submission for a service that is not offered would be refused. Nothing was "
                    "created."},
    },
    {
        .code = "ANB-S122",
        .text = {"Der Zustellpunkt bietet das Fachdatenschema {expected} nicht an (vorhanden: "
                 "{found}).",
                 "The destination does not offer the data schema {expected} (offered: {found})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schema der Fachdaten und des Zustellpunkts abgleichen; das Format (XML oder "
                 "JSON) muss ebenfalls passen.",
                 "Bring the schema of the data and of the destination together; the format (XML or "
                 "JSON) must fit too."},
        .explain = {"Schema-URI und Format der Fachdaten müssen wörtlich im Zustellpunkt stehen. "
                    "Es wurde nichts angelegt.",
                    "Schema URI and format of the data must stand in the destination word by word. "
                    "Nothing was created."},
    },
    {
        .code = "ANB-S123",
        .text = {"Für diese Leistung und dieses Format gibt es mehrere Schemas: {list}.",
                 "There are several schemas for this service and format: {list}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Eines davon angeben: --schema-uri URI", "Name one of them: --schema-uri URI"},
        .explain = {"Ohne Angabe wird das Schema nur dann gewählt, wenn genau eines zum Format der "
                    "Fachdaten passt. Es wird nicht geraten.",
                    "Without being named the schema is chosen only if exactly one fits the format "
                    "of the data. Nothing is guessed."},
    },
    {
        .code = "ANB-S124",
        .text = {"Keine gemeinsame Metadatenversion (Zustellpunkt: {found}; bekannt: {expected}).",
                 "No metadata version in common (destination: {found}; known: {expected})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Im Zustellpunkt eine der bekannten Versionen zulassen.",
                 "Allow one of the known versions in the destination."},
        .explain = {"Metadaten werden in der neuesten Version geschrieben, die beide Seiten "
                    "kennen. Hier gibt es keine.",
                    "Metadata are written in the newest version that both sides know. Here there "
                    "is none."},
    },
    {
        .code = "ANB-S130",
        .text = {"In die Produktion wird nur mit --final-test gesendet.",
                 "Sending into production needs --final-test."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Den Abschlusstest bewusst auslösen: --env prod --final-test",
                 "Start the final test on purpose: --env prod --final-test"},
        .explain = {"Ein Testantrag in der Produktion erzeugt einen echten Vorgang im "
                    "Fachverfahren. Er ist nur als Abschlusstest vorgesehen, einmal je Leistung.",
                    "A test application in production makes a real case in the receiving system. "
                    "It is meant as the final test only, once per service."},
    },
    {
        .code = "ANB-S131",
        .text = {"--final-test gilt nur für --env prod.", "--final-test is for --env prod only."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die Option weglassen oder die Umgebung prüfen.",
                 "Leave the option out or check the environment."},
        .explain = {"Außerhalb der Produktion ist jeder Testantrag ein gewöhnlicher; eine "
                    "Bestätigung ist dort nicht nötig.",
                    "Outside production every test application is an ordinary one; no confirmation "
                    "is needed there."},
    },
    {
        .code = "ANB-S132",
        .text = {"Den Abschlusstest für diese Leistung gab es schon: Vorgang {id} am {date}.",
                 "There was a final test for this service already: case {id} on {date}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Nur wenn nötig wiederholen, mit Begründung: --reason TEXT",
                 "Repeat only if needed, with a reason: --reason TEXT"},
        .explain = {"Der Abschlusstest ist einmal je Leistung vorgesehen. Eine Wiederholung ist "
                    "möglich; ihr Grund steht dann im Verlauf der Sendung.",
                    "The final test is meant once per service. It can be repeated; the reason is "
                    "then kept in the sending's journal."},
    },
    {
        .code = "ANB-S201",
        .text = {"Anhang nicht prüfbar: {file} ({reason}).",
                 "Attachment cannot be checked: {file} ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Eine gewöhnliche, unverschlüsselte Datei mit einem Namen in UTF-8 angeben.",
                 "Name an ordinary file that is not encrypted, with a name in UTF-8."},
        .explain =
            {"Gesendet wird nur, was vorher gelesen und gemessen werden kann. Soll auch auf "
             "Schadsoftware geprüft werden, darf nichts in der Datei verschlüsselt sein "
             "(ZIP, 7-Zip, PDF, Office), und sie muss in die Grenzen des Scanners passen "
             "(StreamMaxLength in clamd.conf).",
             "Only what can be read and measured beforehand is sent. Where malware is looked "
             "for as well, nothing in the file may be encrypted (ZIP, 7-Zip, PDF, Office), "
             "and it must fit the scanner's limits (StreamMaxLength in clamd.conf)."},
    },
    {
        .code = "ANB-S202",
        .text = {"Anhang enthält Schadsoftware: {file} ({name}).",
                 "Attachment contains malware: {file} ({name})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Datei nicht senden und nicht öffnen; die eigene IT-Sicherheit verständigen.",
                 "Do not send or open the file; inform your own IT security."},
        .explain = {"Der Virenscanner hat in der Datei ein bekanntes Muster gefunden; sein Name "
                    "steht in Klammern. Gesendet wurde nichts.",
                    "The virus scanner found a known pattern in the file; its name stands in "
                    "parentheses. Nothing was sent."},
    },
    {
        .code = "ANB-S203",
        .text = {"Virenscanner {address} gibt keine Auskunft über {file} ({reason}).",
                 "The virus scanner {address} gives no answer about {file} ({reason})."},
        .cause = {"clamd läuft nicht, lauscht anderswo, oder der Zugriff auf seinen Socket fehlt.",
                  "clamd is not running, listens elsewhere, or its socket may not be used."},
        .responsible = Responsible::kommune,
        .next = {"Prüfen: systemctl status clamav-daemon; Adresse: LocalSocket in clamd.conf",
                 "Check: systemctl status clamav-daemon; address: LocalSocket in clamd.conf"},
        .explain = {"Die Prüfung auf Schadsoftware wurde verlangt und hat kein Ergebnis. Ohne "
                    "Ergebnis gilt ein Anhang nicht als geprüft, und es wird nichts gesendet.",
                    "The check for malware was demanded and has no result. Without one an "
                    "attachment does not count as checked, and nothing is sent."},
    },
    {
        .code = "ANB-S204",
        .text = {"Keine Adresse eines örtlichen Virenscanners: {address}.",
                 "Not the address of a local virus scanner: {address}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Socket oder Port auf diesem Rechner angeben: /run/clamav/clamd.ctl oder "
                 "127.0.0.1:3310",
                 "Name a socket or a port on this machine: /run/clamav/clamd.ctl or "
                 "127.0.0.1:3310"},
        .explain = {"Anhänge gehen unverschlüsselt an den Virenscanner. Deshalb wird nur einer auf "
                    "demselben Rechner gefragt.",
                    "Attachments go to the virus scanner in clear. Therefore only one on the same "
                    "machine is asked."},
    },
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
        .next = {"Stand klären: send-testantrag resume {id}",
                 "Find out how it stands: send-testantrag resume {id}"},
        .explain = {"Verworfen werden kann nur, was der Empfänger sicher nicht sieht.",
                    "Only what the receiver certainly does not see can be discarded."},
    },
    {
        .code = "ANB-S306",
        .text = {"Die Sendung {id} ist noch nicht abgeschlossen; ihre Teile werden noch gebraucht.",
                 "The sending {id} is not finished; its parts are still needed."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Erst abschließen oder verwerfen: send-testantrag resume {id} oder discard {id}",
                 "Finish or discard it first: send-testantrag resume {id} or discard {id}"},
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
        .next = {"Fortsetzen: send-testantrag resume {id}", "Go on: send-testantrag resume {id}"},
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
        .next = {"Später fortsetzen: send-testantrag resume {id}",
                 "Go on later: send-testantrag resume {id}"},
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
