// Messages ANB-V14… to V19…: references, codes, heads, test data, business rules.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-V140",
        .text = {"{element}: die Kennung „{value}“ (ID) gibt es schon in Zeile {first_line}.",
                 "{element}: the identifier \"{value}\" (ID) exists already in line {first_line}."},
        .cause = {"Ein Abschnitt wurde kopiert, ohne die Kennung zu ändern.",
                  "A section was copied without changing the identifier."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Werte vom Typ xs:ID müssen im ganzen Dokument eindeutig sein, sonst zeigen "
                    "Verweise auf mehrere Stellen.",
                    "Values of type xs:ID must be unique in the whole document, or references lead "
                    "to several places."},
    },
    {
        .code = "ANB-V141",
        .text = {"{element}: Verweis auf „{value}“ (IDREF), aber diese Kennung kommt im Dokument "
                 "nicht vor.",
                 "{element}: reference to \"{value}\" (IDREF), but the document has no such "
                 "identifier."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Jeder Verweis vom Typ xs:IDREF braucht ein Element mit dieser xs:ID im selben "
                    "Dokument. Viele Werkzeuge prüfen das nicht, empfangende Fachverfahren schon.",
                    "Each reference of type xs:IDREF needs an element with this xs:ID in the same "
                    "document. Many tools do not check this, receiving systems do."},
    },
    {
        .code = "ANB-V142",
        .text =
            {"{element}: ein Schlüssel des Schemas (key, unique, keyref) ist verletzt: {bound}.",
             "{element}: a key of the schema (key, unique, keyref) is violated: {bound}."},
        .cause = {"Wert: {value}", "Value: {value}"},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Angaben auf doppelte oder fehlende Schlüssel prüfen.",
                 "Check for keys that are given twice or are missing."},
        .explain =
            {"Das Schema verlangt, dass bestimmte Werte eindeutig sind oder dass es zu einem "
             "Verweis einen Schlüssel gibt.",
             "The schema demands that certain values are unique or that a reference has its key."},
    },
    {
        .code = "ANB-V143",
        .text = {"{element}: xsi:type nennt keinen Typ, der hier erlaubt ist.",
                 "{element}: xsi:type names no type that is allowed here."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Mit xsi:type darf nur ein Typ gewählt werden, der vom vorgesehenen abgeleitet "
                    "ist; das Präfix muss deklariert sein.",
                    "With xsi:type only a type derived from the declared one may be chosen; its "
                    "prefix must be declared."},
    },
    {
        .code = "ANB-V144",
        .text = {"{element}: xsi:nil ist hier nicht erlaubt oder widerspricht dem Inhalt.",
                 "{element}: xsi:nil is not allowed here or contradicts the content."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Nur Elemente, die das Schema als nillable kennzeichnet, dürfen "
                    "xsi:nil=\"true\" tragen, und dann müssen sie leer sein.",
                    "Only elements that the schema marks as nillable may have xsi:nil=\"true\", "
                    "and then they must be empty."},
    },
    {
        .code = "ANB-V145",
        .text = {"{element} ist abstrakt und darf selbst nicht stehen.",
                 "{element} is abstract and may not stand itself."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"An seine Stelle gehört ein abgeleitetes Element oder, mit xsi:type, ein "
                    "abgeleiteter Typ.",
                    "A derived element belongs in its place or, with xsi:type, a derived type."},
    },
    {
        .code = "ANB-V146",
        .text = {"{element} ist hier nur erlaubt, wenn seine Deklaration bekannt ist.",
                 "{element} is allowed here only when its declaration is known."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Paket mit diesem Namensraum installieren: validate-xsozial package add",
                 "Install a package with this namespace: validate-xsozial package add"},
        .explain = {"Das Schema lässt hier Elemente anderer Namensräume zu, verlangt aber, dass "
                    "sie geprüft werden können.",
                    "The schema admits elements of other namespaces here, but demands that they "
                    "can be checked."},
    },
    {
        .code = "ANB-V149",
        .text = {"{element} verletzt das Schema.", "{element} violates the schema."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Eine seltene Regel des Schemas ist verletzt.",
                    "A rare rule of the schema is violated."},
    },
    {
        .code = "ANB-V150",
        .text = {"{element}: der Code „{value}“ steht nicht in der Codeliste {list}, Fassung "
                 "{version}.",
                 "{element}: the code \"{value}\" is not in code list {list}, version {version}."},
        .cause =
            {"Der Code gehört zu einer anderen Fassung der Liste, oder führende Nullen fehlen.",
             "The code belongs to another version of the list, or leading zeros are missing."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Das Schema prüft bei dieser Codeliste nur die Form. Ob es den Code gibt, sagt "
                    "die Liste. Empfänger weisen unbekannte Codes oft zurück.",
                    "For this code list the schema checks the form only. Whether the code exists, "
                    "the list says. Receivers often reject unknown codes."},
    },
    {
        .code = "ANB-V153",
        .text =
            {"{element}: zum Code „{code}“ gehört der Name „{near}“, in der Nachricht steht "
             "„{value}“.",
             "{element}: code \"{code}\" has the name \"{near}\", the message says \"{value}\"."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Namen aus der Codeliste übernehmen oder weglassen.",
                 "Take the name from the code list, or leave it out."},
        .explain = {"Maßgeblich ist der Code; der Name ist nur zum Lesen da. Weichen beide "
                    "voneinander ab, ist einer davon wahrscheinlich falsch.",
                    "The code counts; the name is for reading only. When they differ, one of them "
                    "is probably wrong."},
    },
    {
        .code = "ANB-V160",
        .text = {"Nachrichtentyp „{value}“ im Kopf, die Nachricht heißt aber …{number}.",
                 "Message type \"{value}\" in the head, but the message is called …{number}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Der Code des Nachrichtentyps und die Nummer im Namen des Wurzelelements "
                    "müssen übereinstimmen; Empfänger verteilen danach.",
                    "The code of the message type and the number in the root element's name must "
                    "agree; receivers route by it."},
    },
    {
        .code = "ANB-V161",
        .text = {"Der Erstellungszeitpunkt nennt keine Zeitzone.",
                 "The time of creation names no time zone."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Zeitzone ergänzen, zum Beispiel +01:00 oder Z.",
                 "Add the time zone, such as +01:00 or Z."},
        .explain =
            {"Die Basisnachricht verlangt Zeitzone und Millisekunden; das Schema prüft es nicht.",
             "The Basisnachricht demands time zone and milliseconds; the schema does not check "
             "it."},
    },
    {
        .code = "ANB-V162",
        .text = {"Der Erstellungszeitpunkt {value} liegt in der Zukunft.",
                 "The time of creation {value} lies in the future."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Uhr des sendenden Rechners prüfen.", "Check the clock of the sending machine."},
        .explain = {"Meist geht die Uhr falsch, oder die Zeitzone stimmt nicht.",
                    "Mostly the clock is wrong, or the time zone is."},
    },
    {
        .code = "ANB-V163",
        .text = {"Die Nachrichten-UUID besteht nur aus Nullen.",
                 "The UUID of the message consists of zeros only."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Für jede Nachricht eine neue UUID erzeugen lassen.",
                 "Have a new UUID made for every message."},
        .explain = {"An der UUID erkennen Empfänger doppelte Nachrichten; sie muss für jede "
                    "Nachricht neu sein.",
                    "By the UUID receivers recognise repeated messages; it must be new for every "
                    "message."},
    },
    {
        .code = "ANB-V164",
        .text = {"Dieselbe Nachrichten-UUID wie in {other}, aber anderer Inhalt.",
                 "The same message UUID as in {other}, but other content."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Für jede Nachricht eine neue UUID erzeugen lassen.",
                 "Have a new UUID made for every message."},
        .explain =
            {"Eine berichtigte Nachricht braucht eine neue UUID; nur eine wiederholte behält sie.",
             "A corrected message needs a new UUID; only a repeated one keeps it."},
    },
    {
        .code = "ANB-V170",
        .text = {"{element}: sieht nach einem echten Namen aus (nicht in der Testliste, ohne "
                 "Testkennzeichen).",
                 "{element}: looks like a real name (not in the test list, without a test mark)."},
        .cause = {},
        .responsible = Responsible::koordinierende_stelle,
        .next = {"Durch einen Testnamen ersetzen, zum Beispiel Mustermann oder Test-….",
                 "Replace it by a test name, such as Mustermann or Test-…."},
        .explain =
            {"Testanträge dürfen nur Testdaten enthalten. Namen müssen aus der Testliste stammen "
             "oder ein Kennzeichen wie „Test“ oder „Muster“ tragen. Der Wert wird aus Gründen des "
             "Datenschutzes nicht angezeigt. Eigene Listen: --testdata-rules FILE.",
             "Test applications may hold test data only. Names must come from the test list or "
             "carry a mark such as \"Test\" or \"Muster\". The value is not shown for reasons of "
             "data protection. Lists of your own: --testdata-rules FILE."},
    },
    {
        .code = "ANB-V171",
        .text =
            {"{element}: sieht nach einer echten Anschrift aus (nicht in der Testliste, ohne "
             "Testkennzeichen).",
             "{element}: looks like a real address (not in the test list, without a test mark)."},
        .cause = {},
        .responsible = Responsible::koordinierende_stelle,
        .next = {"Durch eine Testanschrift ersetzen, zum Beispiel Teststraße 1.",
                 "Replace it by a test address, such as Teststraße 1."},
        .explain = {"Testanträge dürfen nur Testdaten enthalten; Orte und Postleitzahlen dürfen "
                    "echt sein, Straßen nicht. Eigene Listen: --testdata-rules FILE.",
                    "Test applications may hold test data only; towns and postcodes may be real, "
                    "streets may not. Lists of your own: --testdata-rules FILE."},
    },
    {
        .code = "ANB-V172",
        .text = {"{element}: sieht nach echten Daten aus (IBAN außerhalb der Testliste).",
                 "{element}: looks like real data (IBAN outside of the test list)."},
        .cause = {},
        .responsible = Responsible::koordinierende_stelle,
        .next = {"Durch eine Test-IBAN ersetzen, zum Beispiel DE89 3704 0044 0532 0130 00.",
                 "Replace it by a test IBAN, such as DE89 3704 0044 0532 0130 00."},
        .explain = {"Der Wert hat die Form und die richtigen Prüfziffern einer IBAN und steht "
                    "nicht in der Testliste. Eigene Listen: --testdata-rules FILE.",
                    "The value has the form and the right check digits of an IBAN and is not in "
                    "the test list. Lists of your own: --testdata-rules FILE."},
    },
    {
        .code = "ANB-V173",
        .text = {"{element}: sieht nach einer echten Erreichbarkeit aus (Mail oder Telefon "
                 "außerhalb der Testliste).",
                 "{element}: looks like a real way to reach somebody (mail or phone outside of the "
                 "test list)."},
        .cause = {},
        .responsible = Responsible::koordinierende_stelle,
        .next = {"Durch eine Testangabe ersetzen, zum Beispiel test@musterstadt.example oder 030 "
                 "23125 000.",
                 "Replace it by a test value, such as test@musterstadt.example or 030 23125 000."},
        .explain =
            {"Mailadressen müssen in einer Domäne liegen, die es nicht gibt (.example, .test, "
             ".invalid), Rufnummern in den Bereichen, die die Bundesnetzagentur für erfundene "
             "Nummern frei hält. Sonst erreicht eine Benachrichtigung einen Fremden.",
             "Mail addresses must lie in a domain that does not exist (.example, .test, .invalid), "
             "phone numbers in the ranges that the Bundesnetzagentur keeps free for invented ones. "
             "Otherwise a notification reaches a stranger."},
    },
    {
        .code = "ANB-V174",
        .text = {"{element}: sieht nach einer echten Kennnummer aus (außerhalb der Testliste).",
                 "{element}: looks like a real identity number (outside of the test list)."},
        .cause = {},
        .responsible = Responsible::koordinierende_stelle,
        .next = {"Durch eine Testnummer ersetzen; Steuer-IDs zum Testen beginnen mit 0.",
                 "Replace it by a test number; tax ids for tests begin with 0."},
        .explain = {"Steuer-ID, Versicherungs- und Ausweisnummern bezeichnen genau einen Menschen "
                    "und gehören in keinen Testantrag.",
                    "Tax id, insurance and identity card numbers denote exactly one person and do "
                    "not belong into a test application."},
    },
    {
        .code = "ANB-V175",
        .text = {"Die Nachricht ist nicht als Test gekennzeichnet.",
                 "The message is not marked as a test."},
        .cause = {},
        .responsible = Responsible::koordinierende_stelle,
        .next = {"Am Wurzelelement das Attribut test setzen, zum Beispiel test=\"true\".",
                 "Set the attribute test on the root element, such as test=\"true\"."},
        .explain = {"Das Schema sieht am Wurzelelement das Attribut test vor. Fehlt es, darf der "
                    "Empfänger die Nachricht für echt halten und verarbeiten.",
                    "The schema provides the attribute test on the root element. Without it the "
                    "receiver may take the message for real and process it."},
    },
    {
        .code = "ANB-V176",
        .text =
            {"{element}: Ausnahme von den Testdaten-Regeln, {count}-mal verwendet ({reason}).",
             "{element}: exception from the rules for test data, used {count} times ({reason})."},
        .cause = {},
        .responsible = Responsible::koordinierende_stelle,
        .next = {"Prüfen, ob die Begründung noch gilt.", "Check whether the reason still holds."},
        .explain = {"Der Wert sieht echt aus und ist in der Datei der Ausnahmen mit Begründung "
                    "genannt. Jede verwendete Ausnahme steht im Protokoll.",
                    "The value looks real and is named in the file of exceptions with a reason. "
                    "Every exception that was used stands in the protocol."},
    },
    {
        .code = "ANB-V180",
        .text = {"{rule}: {text}", "{rule}: {text}"},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Eine Geschäftsregel (Schematron) des Standards ist verletzt. Kennung und Text "
                    "stammen vom Herausgeber.",
                    "A business rule (Schematron) of the standard is violated. Id and text are the "
                    "publisher's."},
    },
    {
        .code = "ANB-V182",
        .text = {"Geschäftsregeln in {file} nicht geprüft: {construct} wird nicht unterstützt.",
                 "Business rules in {file} not checked: {construct} is not supported."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Für diese Regeln einen vollständigen Schematron-Prüfer verwenden.",
                 "Use a complete Schematron validator for these rules."},
        .explain = {"Schematron-Regeln dürfen beliebige Ausdrücke der Sprache XPath 2 verwenden. "
                    "Dieses Programm wertet die Ausdrücke aus, die in XÖV-Standards vorkommen; "
                    "kommt ein anderer vor, wird die ganze Datei nicht geprüft und das gesagt.",
                    "Schematron rules may use any expression of XPath 2. This program evaluates "
                    "those that occur in XÖV standards; when another one occurs, the whole file is "
                    "not checked, and this is said."},
    },
    {
        .code = "ANB-V183",
        .text = {"{file} ist keine lesbare Schematron-Datei: {found}. Diese Geschäftsregeln wurden "
                 "nicht geprüft.",
                 "{file} is no readable Schematron file: {found}. These business rules were not "
                 "checked."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Paket erneut aus dem XRepository laden oder den Herausgeber fragen.",
                 "Get the package from the XRepository again, or ask the publisher."},
        .explain =
            {"Die Datei mit Geschäftsregeln enthält einen Ausdruck oder Verweis, den es so nicht "
             "gibt.",
             "The file of business rules holds an expression or a reference that does not exist."},
    },
    {
        .code = "ANB-V184",
        .text = {"Geschäftsregel {rule} konnte nicht überall beantwortet werden: {construct}.",
                 "Business rule {rule} could not be answered everywhere: {construct}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Die genannte Regel von Hand prüfen.", "Check the rule named by hand."},
        .explain = {"Der Ausdruck der Regel verlangt an einer Stelle einen einzelnen Wert, das "
                    "Dokument hat dort mehrere, oder er geht über eine Grenze. Im Standard XPath 2 "
                    "ist das ein Fehler; die Regel gilt dann als nicht geprüft.",
                    "The expression of the rule wants a single value where the document has "
                    "several, or it exceeds a limit. In XPath 2 this is an error; the rule then "
                    "counts as not checked."},
    },
    {
        .code = "ANB-V199",
        .text = {"{file}: {count} weitere Befunde nicht gezeigt.",
                 "{file}: {count} more findings not shown."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Mehr zeigen: --max-findings N (0 für alle).",
                 "Show more: --max-findings N (0 for all)."},
        .explain = {"Die ersten Befunde nennen in der Regel die Ursache.",
                    "As a rule the first findings name the cause."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> validation_rule_messages()
{
    return k_messages;
}

} // namespace anb::messages
