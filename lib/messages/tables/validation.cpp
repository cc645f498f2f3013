// Messages ANB-V10… to V13…: what a document does wrong against its schema.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-V101",
        .text = {"{element} darf hier nicht stehen; erwartet: {expected}.",
                 "{element} may not stand here; expected: {expected}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain =
            {"Das Schema schreibt vor, welche Elemente in welcher Reihenfolge stehen. Dieses "
             "Element kennt es an dieser Stelle nicht. Steht die Nachricht in einer anderen "
             "Version des Standards, sind Folgefehler zu erwarten; zuerst die Version prüfen.",
             "The schema prescribes which elements stand in which order. It does not know this one "
             "at this place. If the message is of another version of the standard, more errors "
             "follow; check the version first."},
    },
    {
        .code = "ANB-V102",
        .text = {"{element} steht an der falschen Stelle; hier erwartet: {expected}.",
                 "{element} is out of order; expected here: {expected}."},
        .cause = {"Die Reihenfolge ist vertauscht, oder ein Pflichtelement davor fehlt.",
                  "The order is swapped, or a required element before it is missing."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Das Element ist im umgebenden Element erlaubt, aber nicht hier. In "
                    "XÖV-Nachrichten liegt die Reihenfolge der Elemente fest.",
                    "The element is allowed in the element around it, but not here. In XÖV "
                    "messages the order of elements is fixed."},
    },
    {
        .code = "ANB-V103",
        .text = {"{element} steht im Namensraum „{found}“, der Standard verlangt „{wanted}“.",
                 "{element} is in the namespace \"{found}\", the standard demands \"{wanted}\"."},
        .cause =
            {"Eine andere Version des Standards, oder ein Präfix (xmlns) fehlt oder ist falsch "
             "belegt.",
             "Another version of the standard, or a prefix (xmlns) is missing or bound wrongly."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Der Name stimmt, der Namensraum nicht. Elemente gleichen Namens in "
                    "verschiedenen Namensräumen sind verschieden. Manche XÖV-Elemente stehen in "
                    "keinem Namensraum; dann darf auch kein xmlns=\"…\" für sie gelten.",
                    "The name is right, the namespace is not. Elements of the same name in "
                    "different namespaces are different. Some XÖV elements are in no namespace; "
                    "then no xmlns=\"…\" may apply to them."},
    },
    {
        .code = "ANB-V104",
        .text = {"{element} ist unbekannt; gemeint ist vermutlich {near}.",
                 "{element} is not known; probably {near} is meant."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Ein Element dieses Namens gibt es an dieser Stelle nicht, aber eines mit sehr "
                    "ähnlichem Namen. Groß- und Kleinschreibung zählt.",
                    "There is no element of this name at this place, but one with a very similar "
                    "name. Upper and lower case count."},
    },
    {
        .code = "ANB-V105",
        .text = {"In {element} (ab Zeile {parent_line}) fehlt: {expected}.",
                 "{element} (from line {parent_line}) lacks: {expected}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Das Element endet, bevor alle Pflichtangaben gemacht sind. Genannt ist, was "
                    "als Nächstes hätte kommen können.",
                    "The element ends before everything required was given. What could have come "
                    "next is named."},
    },
    {
        .code = "ANB-V106",
        .text = {"{element} steht zu oft; danach erwartet: {expected}.",
                 "{element} stands too often; expected after it: {expected}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Das Element ist an dieser Stelle erlaubt, aber nicht so oft hintereinander.",
                    "The element is allowed at this place, but not so often in a row."},
    },
    {
        .code = "ANB-V110",
        .text = {"{element} ist keine Nachricht von {standard}.",
                 "{element} is no message of {standard}."},
        .cause = {"Der Namensraum stimmt, aber der Name der Nachricht nicht.",
                  "The namespace is right, but the name of the message is not."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain =
            {"Im Schema gibt es keine Nachricht mit diesem Namen. Ein Tippfehler, eine Nachricht "
             "aus einer anderen Version oder ein Bruchstück kann die Ursache sein.",
             "The schema has no message of this name. A misspelling, a message of another version "
             "or a fragment may be the cause."},
    },
    {
        .code = "ANB-V111",
        .text = {"Die Nachricht gehört zu {document}, verlangt ist {wanted}. Weiter wurde nicht "
                 "geprüft.",
                 "The message belongs to {document}, {wanted} is demanded. Nothing further was "
                 "checked."},
        .cause = {"Absender und Zustellpunkt sind auf verschiedene Versionen eingestellt; "
                  "üblicherweise wechseln sie am 1. Mai und 1. November.",
                  "Sender and Zustellpunkt are set to different versions; as a rule they change on "
                  "1 May and 1 November."},
        .responsible = Responsible::kommune,
        .next = {"Klären, welche Version gilt; dann die schemaUri des Zustellpunkts oder das "
                 "Fachverfahren umstellen.",
                 "Settle which version applies; then change the schemaUri of the Zustellpunkt or "
                 "the Fachverfahren."},
        .explain = {"Namensraum oder Angaben der Nachricht (standard, version) widersprechen der "
                    "verlangten Version aus --schema-version, --schema-uri oder dem Schema. Gegen "
                    "eine falsche Version geprüft, ergäbe die Nachricht viele Folgefehler, die "
                    "nichts sagen; deshalb steht hier nur der eine.",
                    "The namespace or what the message says (standard, version) contradicts the "
                    "version demanded by --schema-version, --schema-uri or the schema. Checked "
                    "against a wrong version, the message would give many errors that say nothing; "
                    "so only this one is named."},
    },
    {
        .code = "ANB-V113",
        .text = {"{standard} ist installiert, aber auch die neuere Version {newer}. Neue Versionen "
                 "gelten in der Regel ab 1. Mai und 1. November (zuletzt {day}).",
                 "{standard} is installed, but so is the newer version {newer}. As a rule new "
                 "versions apply from 1 May and 1 November (last: {day})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next =
            {"Prüfen, welche Version die Sozialplattform heute sendet: fitconnect-destination "
             "check.",
             "Check which version the Sozialplattform sends today: fitconnect-destination check."},
        .explain = {"Kein Fehler der Nachricht. Wird die schemaUri des Zustellpunkts zum Stichtag "
                    "nicht umgestellt, können Antragstellende nicht mehr senden.",
                    "No fault of the message. If the schemaUri of the Zustellpunkt is not changed "
                    "on the day, applicants can no longer send."},
    },
    {
        .code = "ANB-V116",
        .text =
            {"{element}: Fassung „{value}“ der Codeliste, der Standard legt „{bound}“ fest.",
             "{element}: version \"{value}\" of the code list, the standard fixes \"{bound}\"."},
        .cause = {"Die Codeliste wurde mit einer neuen Version des Standards angehoben, das "
                  "sendende Programm nicht.",
                  "The code list was raised with a new version of the standard, the sending "
                  "program was not."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Das Schema gibt für diese Codeliste eine bestimmte Fassung (listVersionID) "
                    "vor. Das Attribut darf fehlen; steht es da, muss es diesen Wert haben.",
                    "The schema fixes a version (listVersionID) of this code list. The attribute "
                    "may be absent; when it is there, it must have this value."},
    },
    {
        .code = "ANB-V117",
        .text = {"{element}: Attribut {attribute} ist unbekannt; gemeint ist vermutlich {near}.",
                 "{element}: attribute {attribute} is not known; probably {near} is meant."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain =
            {"Ein Attribut dieses Namens gibt es an diesem Element nicht, aber eines mit sehr "
             "ähnlichem Namen.",
             "This element has no attribute of this name, but one with a very similar name."},
    },
    {
        .code = "ANB-V118",
        .text = {"{element}: „{value}“ ist keine UUID.", "{element}: \"{value}\" is no UUID."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Verlangt sind 32 hexadezimale Ziffern in Gruppen zu 8, 4, 4, 4 und 12 mit "
                    "Bindestrichen dazwischen.",
                    "32 hexadecimal digits are demanded, in groups of 8, 4, 4, 4 and 12 with "
                    "hyphens between."},
    },
    {
        .code = "ANB-V119",
        .text = {"{element} ist leer, verlangt ist ein Wert.",
                 "{element} is empty, a value is demanded."},
        .cause = {"Das sendende Programm schreibt leere Elemente, wo es nichts weiß.",
                  "The sending program writes empty elements where it knows nothing."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Angabe ergänzen oder, wo sie freiwillig ist, das ganze Element weglassen.",
                 "Add the value or, where it is optional, leave the whole element out."},
        .explain = {"Ein leeres Element ist nicht dasselbe wie ein fehlendes. Freiwillige Angaben "
                    "werden in XÖV-Nachrichten weggelassen, nicht leer übermittelt.",
                    "An empty element is not the same as an absent one. In XÖV messages optional "
                    "values are left out, not sent empty."},
    },
    {
        .code = "ANB-V120",
        .text = {"{element}: „{value}“ ist kein Wert vom Typ {type}.",
                 "{element}: \"{value}\" is no value of type {type}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Der Wert hat nicht die Form, die das Schema verlangt: ein Datum als "
                    "2026-11-24, eine Zeit als 2026-11-24T08:00:00+01:00, Zahlen mit Punkt, "
                    "Wahrheitswerte als true oder false, Base64 ohne fremde Zeichen.",
                    "The value lacks the form that the schema demands: a date as 2026-11-24, a "
                    "time as 2026-11-24T08:00:00+01:00, numbers with a point, truth values as true "
                    "or false, Base64 without foreign characters."},
    },
    {
        .code = "ANB-V121",
        .text =
            {"{element}: „{value}“ ist ein Datum in deutscher Schreibweise; verlangt ist {near}.",
             "{element}: \"{value}\" is a date as written in German; {near} is demanded."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"XML-Schemas verlangen Daten in der Form Jahr-Monat-Tag (ISO 8601).",
                    "XML schemas demand dates as year-month-day (ISO 8601)."},
    },
    {
        .code = "ANB-V122",
        .text = {"{element}: „{value}“ hat ein Komma; verlangt ist {near}.",
                 "{element}: \"{value}\" has a comma; {near} is demanded."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"In XML steht vor den Nachkommastellen ein Punkt, und Tausender werden nicht "
                    "getrennt.",
                    "In XML a point stands before the decimals, and thousands are not separated."},
    },
    {
        .code = "ANB-V123",
        .text = {"{element}: „{value}“ ist kein Wahrheitswert; erlaubt sind true, false, 1 und 0.",
                 "{element}: \"{value}\" is no truth value; allowed are true, false, 1 and 0."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain =
            {"Wörter wie „ja“ oder „wahr“ und andere Schreibweisen wie TRUE sind nicht zulässig.",
             "Words such as \"ja\" and other spellings such as TRUE are not allowed."},
    },
    {
        .code = "ANB-V124",
        .text = {"{element}: „{value}“ ist nicht vorgesehen; am nächsten liegt: {near}.",
                 "{element}: \"{value}\" is not provided for; nearest: {near}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain =
            {"Das Schema zählt die zulässigen Werte auf. Groß- und Kleinschreibung und führende "
             "Nullen zählen.",
             "The schema lists the values allowed. Upper and lower case and leading zeros count."},
    },
    {
        .code = "ANB-V125",
        .text = {"{element}: „{value}“ entspricht nicht dem vorgeschriebenen Muster {pattern}.",
                 "{element}: \"{value}\" does not match the pattern {pattern}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Der Wert muss als Ganzes zum Muster passen. Leerzeichen davor oder dahinter "
                    "können der Grund sein.",
                    "The value must match the pattern as a whole. Blanks before or behind it can "
                    "be the reason."},
    },
    {
        .code = "ANB-V126",
        .text = {"{element}: Zeichen „{character}“ ({code_point}) an Stelle {position} ist nicht "
                 "zugelassen.",
                 "{element}: character \"{character}\" ({code_point}) at position {position} is "
                 "not allowed."},
        .cause = {"Ein Zeichen außerhalb der DIN 91379, zum Beispiel ein Sonderzeichen aus einer "
                  "Textverarbeitung.",
                  "A character outside of DIN 91379, for instance a special character of a word "
                  "processor."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Zeichen ersetzen oder die Eingabe im Antragsformular einschränken lassen.",
                 "Replace the character, or have the form restrict what can be entered."},
        .explain = {"Die Datentypen der DIN 91379 zählen die lateinischen Zeichen auf, die "
                    "Verwaltungsverfahren verarbeiten können. Andere Schriften, Emojis und manche "
                    "Steuer- und Anführungszeichen gehören nicht dazu.",
                    "The data types of DIN 91379 list the Latin characters that administrative "
                    "procedures can process. Other scripts, emojis and some control and quotation "
                    "characters are not among them."},
    },
    {
        .code = "ANB-V127",
        .text = {"{element}: das Zeichen {code_point} an Stelle {position} ist mit dem Buchstaben "
                 "davor nicht zugelassen.",
                 "{element}: character {code_point} at position {position} is not allowed with the "
                 "letter before it."},
        .cause = {"Text in zerlegter Form (NFD), zum Beispiel von macOS: „a“ und „¨“ statt „ä“.",
                  "Text in decomposed form (NFD), for instance from macOS: \"a\" and \"¨\" in "
                  "place of \"ä\"."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Text vor dem Senden zusammensetzen (Unicode-Normalform NFC).",
                 "Compose the text before sending (Unicode form NFC)."},
        .explain = {"Die DIN 91379 erlaubt kombinierende Zeichen nur in bestimmten Folgen. "
                    "Gewöhnliche Umlaute und Akzente müssen als ein Zeichen stehen.",
                    "DIN 91379 allows combining marks in certain sequences only. Ordinary umlauts "
                    "and accents have to be one character."},
    },
    {
        .code = "ANB-V128",
        .text = {"{element}: {actual} Zeichen, verlangt sind genau {bound}.",
                 "{element}: {actual} characters, exactly {bound} are demanded."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Das Schema legt die Länge fest. Führende Nullen gehen oft verloren, wenn ein "
                    "Wert als Zahl behandelt wurde.",
                    "The schema fixes the length. Leading zeros are often lost when a value was "
                    "treated as a number."},
    },
    {
        .code = "ANB-V129",
        .text = {"{element}: {actual} Zeichen, verlangt sind mindestens {bound}.",
                 "{element}: {actual} characters, at least {bound} are demanded."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Der Wert ist kürzer, als das Schema erlaubt.",
                    "The value is shorter than the schema allows."},
    },
    {
        .code = "ANB-V130",
        .text = {"{element}: {actual} Zeichen, erlaubt sind höchstens {bound}.",
                 "{element}: {actual} characters, at most {bound} are allowed."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Der Wert ist länger, als das Schema erlaubt. Das Formular sollte die Eingabe "
                    "auf diese Länge begrenzen.",
                    "The value is longer than the schema allows. The form should limit what can be "
                    "entered."},
    },
    {
        .code = "ANB-V131",
        .text = {"{element}: „{value}“ ist zu klein; die Grenze ist {bound}.",
                 "{element}: \"{value}\" is too small; the bound is {bound}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Der Wert liegt unter dem, was das Schema erlaubt.",
                    "The value is below what the schema allows."},
    },
    {
        .code = "ANB-V132",
        .text = {"{element}: „{value}“ ist zu groß; die Grenze ist {bound}.",
                 "{element}: \"{value}\" is too large; the bound is {bound}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Der Wert liegt über dem, was das Schema erlaubt.",
                    "The value is above what the schema allows."},
    },
    {
        .code = "ANB-V133",
        .text = {"{element}: „{value}“ hat zu viele Stellen; erlaubt sind {bound}.",
                 "{element}: \"{value}\" has too many digits; {bound} are allowed."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Das Schema begrenzt die Zahl der Stellen insgesamt oder hinter dem Punkt.",
                    "The schema limits the number of digits, in all or behind the point."},
    },
    {
        .code = "ANB-V134",
        .text = {"{element}: das Attribut {attribute} fehlt.",
                 "{element}: the attribute {attribute} is missing."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Das Attribut ist Pflicht. Bei Codes nennt listVersionID die Fassung der "
                    "Codeliste, die das Schema nicht selbst festlegt.",
                    "The attribute is required. With codes, listVersionID names the version of the "
                    "code list, which the schema does not fix itself."},
    },
    {
        .code = "ANB-V135",
        .text = {"{element}: das Attribut {attribute} ist hier nicht erlaubt.",
                 "{element}: the attribute {attribute} is not allowed here."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Das Schema kennt dieses Attribut an diesem Element nicht.",
                    "The schema does not know this attribute on this element."},
    },
    {
        .code = "ANB-V136",
        .text = {"{element}: „{value}“, festgelegt ist „{bound}“.",
                 "{element}: \"{value}\", fixed is \"{bound}\"."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Das Schema legt diesen Wert fest. Oft ist es der Name oder die Version des "
                    "Standards: dann ist die Nachricht für eine andere Version gemacht.",
                    "The schema fixes this value. Often it is the name or version of the standard: "
                    "then the message was made for another version."},
    },
    {
        .code = "ANB-V137",
        .text = {"In {element} steht Text („{value}“), erlaubt sind nur Elemente.",
                 "{element} holds text (\"{value}\"), only elements are allowed."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Zwischen den Elementen darf hier nur Leerraum stehen.",
                    "Only white space may stand between the elements here."},
    },
    {
        .code = "ANB-V138",
        .text = {"{element} enthält Elemente, erlaubt ist nur Text.",
                 "{element} holds elements, only text is allowed."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Das Element ist ein einfacher Wert; Auszeichnungen wie HTML darin sind nicht "
                    "zulässig.",
                    "The element is a simple value; markup such as HTML within it is not allowed."},
    },
    {
        .code = "ANB-V139",
        .text = {"{element} muss leer sein.", "{element} must be empty."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Das Programm, das die Nachricht erzeugt, berichtigen lassen; die Stelle ist oben "
                 "genannt.",
                 "Have the program that makes the message corrected; the place is named above."},
        .explain = {"Das Schema erlaubt weder Text noch Elemente darin.",
                    "The schema allows neither text nor elements in it."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> validation_messages()
{
    return k_messages;
}

} // namespace anb::messages
