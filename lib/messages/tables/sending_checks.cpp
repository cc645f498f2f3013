// Messages ANB-S1… and S2…: what is checked before a sending.
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
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> sending_check_messages()
{
    return k_messages;
}

} // namespace anb::messages
