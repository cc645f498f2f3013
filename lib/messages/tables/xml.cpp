// Messages ANB-X…: XML.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-X102",
        .text = {"{file}:{line}:{column}: kein wohlgeformtes XML.",
                 "{file}:{line}:{column}: not well-formed XML."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Datei an der genannten Stelle berichtigen; die Worte des Parsers zeigt -v.",
                 "Correct the file at the place named; -v shows the parser's words."},
        .explain =
            {"Das Dokument verletzt die Grundregeln von XML, zum Beispiel durch ein doppeltes "
             "Attribut, ein unerlaubtes Zeichen oder Inhalt hinter dem Wurzelelement. Kein "
             "Empfänger kann es lesen; deshalb wird es nicht weiterverarbeitet.",
             "The document breaks the basic rules of XML, for instance by an attribute given "
             "twice, a character that is not allowed, or content behind the root element. No "
             "receiver can read it; therefore it is not processed further."},
    },
    {
        .code = "ANB-X103",
        .text = {"{file}:{line}:{column}: Dokumenttyp (DOCTYPE) ist nicht zulässig.",
                 "{file}:{line}:{column}: a document type (DOCTYPE) is not allowed."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Die DOCTYPE-Zeile aus der Datei entfernen.",
                 "Remove the DOCTYPE line from the file."},
        .explain = {"XÖV-Nachrichten haben keinen Dokumenttyp. Über ihn ließen sich fremde Dateien "
                    "einbinden oder der Speicher des Empfängers füllen; deshalb wird jedes "
                    "Dokument mit DOCTYPE abgelehnt, auch ein harmloses.",
                    "XÖV messages have no document type. It could be used to include foreign files "
                    "or to fill the receiver's memory; therefore every document with a DOCTYPE is "
                    "refused, even a harmless one."},
    },
    {
        .code = "ANB-X104",
        .text = {"{file}:{line}:{column}: überschreitet eine Grenze für XML-Dokumente.",
                 "{file}:{line}:{column}: exceeds a limit for XML documents."},
        .cause =
            {"Mehr als 256 Ebenen, oder ein einzelnes Attribut, Tag oder Kommentar über 10 MB.",
             "More than 256 levels, or a single attribute, tag or comment of over 10 MB."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Aufbau des Dokuments prüfen; große Inhalte gehören in Elemente oder Anhänge.",
                 "Check how the document is built; large contents belong into elements or "
                 "attachments."},
        .explain = {"Die Größe eines Dokuments ist nicht begrenzt, wohl aber die Tiefe der "
                    "Verschachtelung (256) und die Länge einzelner Tags, Attribute und Kommentare. "
                    "Gültige Nachrichten liegen weit darunter; ein Dokument darüber ist beschädigt "
                    "oder soll den Empfänger stören.",
                    "The size of a document is not limited, but the depth of nesting (256) and the "
                    "length of single tags, attributes and comments are. Valid messages stay far "
                    "below; a document above is damaged or made to disturb the receiver."},
    },
    {
        .code = "ANB-X105",
        .text = {"{file}:{line}:{column}: Bytes passen nicht zur Zeichenkodierung des Dokuments.",
                 "{file}:{line}:{column}: bytes do not fit the document's character encoding."},
        .cause = {"Die Datei ist anders gespeichert, als ihre erste Zeile angibt; ohne Angabe gilt "
                  "UTF-8.",
                  "The file is saved otherwise than its first line says; without a statement UTF-8 "
                  "applies."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Umwandeln, zum Beispiel: iconv -f WINDOWS-1252 -t UTF-8 {file}",
                 "Convert it, for instance: iconv -f WINDOWS-1252 -t UTF-8 {file}"},
        .explain = {"Die Angabe encoding in der ersten Zeile und die tatsächliche Kodierung der "
                    "Datei müssen übereinstimmen. Häufig ist eine Datei in Windows-1252 oder "
                    "ISO-8859-1 gespeichert, trägt aber die Angabe UTF-8 oder keine; auffällig "
                    "wird das am ersten Umlaut.",
                    "The encoding named in the first line and the file's real encoding must agree. "
                    "Often a file is saved in Windows-1252 or ISO-8859-1 but says UTF-8 or "
                    "nothing; it shows at the first umlaut."},
    },
    {
        .code = "ANB-X106",
        .text = {"{file}:{line}:{column}: Dokument endet vorzeitig.",
                 "{file}:{line}:{column}: the document ends too early."},
        .cause = {"Die Datei ist leer oder wurde beim Kopieren oder Speichern abgeschnitten.",
                  "The file is empty or was cut off while it was copied or saved."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Datei neu erzeugen oder neu übertragen.",
                 "Make the file again or transfer it again."},
        .explain = {"Das Ende der Datei kommt, bevor das Wurzelelement geschlossen ist.",
                    "The file ends before its root element is closed."},
    },
    {
        .code = "ANB-X107",
        .text = {"{file}:{line}:{column}: Element {element} wird mit {found} geschlossen.",
                 "{file}:{line}:{column}: element {element} is closed by {found}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Datei an der genannten Stelle berichtigen.",
                 "Correct the file at the place named."},
        .explain = {"Jedes Element muss mit demselben Namen geschlossen werden, mit dem es "
                    "geöffnet wurde; Groß- und Kleinschreibung zählt.",
                    "Every element must be closed by the name that opened it; upper and lower case "
                    "count."},
    },
    {
        .code = "ANB-X108",
        .text = {"{file}:{line}:{column}: {name} ist nicht deklariert.",
                 "{file}:{line}:{column}: {name} is not declared."},
        .cause = {"Ein Namensraum-Präfix ohne xmlns-Angabe oder eine Entität aus HTML wie &nbsp;.",
                  "A namespace prefix without xmlns, or an entity of HTML such as &nbsp;."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Präfix mit xmlns:… deklarieren oder die Entität durch das Zeichen ersetzen.",
                 "Declare the prefix with xmlns:… or replace the entity by the character."},
        .explain = {"XML kennt ohne Dokumenttyp nur die Entitäten lt, gt, amp, apos und quot; alle "
                    "anderen Zeichen stehen als sie selbst da. Präfixe gelten nur in dem Element, "
                    "das sie deklariert, und darunter.",
                    "Without a document type XML knows the entities lt, gt, amp, apos and quot "
                    "only; all other characters stand for themselves. Prefixes are valid only "
                    "within the element that declares them."},
    },
    {
        .code = "ANB-X109",
        .text = {"{file}:{line}:{column}: XML {version} ist nicht zulässig, nur XML 1.0.",
                 "{file}:{line}:{column}: XML {version} is not allowed, only XML 1.0."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"In der ersten Zeile version=\"1.0\" angeben.",
                 "Write version=\"1.0\" in the first line."},
        .explain =
            {"XÖV-Standards beruhen auf XML 1.0. XML 1.1 lässt andere Zeichen zu und wird von "
             "vielen Empfängern nicht gelesen.",
             "XÖV standards build on XML 1.0. XML 1.1 admits other characters and is not read "
             "by many receivers."},
    },
    {
        .code = "ANB-X110",
        .text =
            {"{file}:{line}:{column}: Der Namensraum \"{namespace}\" hat einen relativen Namen.",
             "{file}:{line}:{column}: The namespace \"{namespace}\" has a relative name."},
        .cause = {"Hinter xmlns steht keine vollständige URI wie \"http://…\" oder \"urn:…\".",
                  "What follows xmlns is no complete URI such as \"http://…\" or \"urn:…\"."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Den Namensraum so schreiben, wie ihn der Standard nennt.",
                 "Write the namespace as the standard names it."},
        .explain =
            {"Für relative Namensräume ist die kanonische Form von XML nicht definiert; was "
             "in ihnen steht, kann nicht signiert und keine Signatur darüber geprüft werden.",
             "Canonical XML is not defined for relative namespaces; what stands in them "
             "cannot be signed, and no signature over it can be verified."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> xml_messages()
{
    return k_messages;
}

} // namespace anb::messages
