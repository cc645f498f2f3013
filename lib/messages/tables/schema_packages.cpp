// Messages ANB-V3…: schema packages, code lists, rules for test data.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-V301",
        .text = {"Nicht geprüft: {standard} ist nicht installiert (installiert: {installed}).",
                 "Not checked: {standard} is not installed (installed: {installed})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schema-Paket aus dem XRepository installieren: validate-xsozial package add "
                 "PAKET.zip",
                 "Install the schema package of the XRepository: validate-xsozial package add "
                 "PACKAGE.zip"},
        .explain = {"Die amtlichen Schemas gehören nicht zu diesem Programm. Jede Version eines "
                    "Standards wird einmal installiert, aus der ZIP-Datei des XRepository oder mit "
                    "„package fetch“. Ohne das Schema gibt es kein Urteil über die Nachricht.",
                    "The official schemas are no part of this program. Each version of a standard "
                    "is installed once, from the ZIP of the XRepository or with \"package fetch\". "
                    "Without the schema there is no verdict on the message."},
    },
    {
        .code = "ANB-V302",
        .text = {"{standard}: {by} (Zeile {line}) verlangt die Datei {file}, die nicht installiert "
                 "ist.",
                 "{standard}: {by} (line {line}) wants the file {file}, which is not installed."},
        .cause = {"Pakete enthalten die gemeinsamen Bausteine (xoev.de) meist nicht.",
                  "Packages mostly lack the shared building blocks (xoev.de)."},
        .responsible = Responsible::kommune,
        .next = {"Datei mit dem Namensraum {namespace} beschaffen und installieren: "
                 "validate-xsozial package add ORDNER",
                 "Get the file with the namespace {namespace} and install it: validate-xsozial "
                 "package add FOLDER"},
        .explain = {"Ein Schema ist nur vollständig, wenn alle Dateien da sind, auf die es "
                    "verweist. Aus dem Netz wird bei der Prüfung nichts geladen. Die Bausteine von "
                    "xoev.de und anderer Standards werden einmal als eigenes Paket installiert.",
                    "A schema is complete only when all files that it refers to are there. Nothing "
                    "is loaded from the network while checking. The building blocks of xoev.de and "
                    "of other standards are installed once as a package of their own."},
    },
    {
        .code = "ANB-V303",
        .text = {"{file} (Zeile {line}) ist kein verwendbares XML-Schema: {found}.",
                 "{file} (line {line}) is no usable XML schema: {found}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Prüfen, ob die richtige Datei gewählt wurde.",
                 "Check whether the right file was chosen."},
        .explain = {"Erwartet wird ein xs:schema ohne xs:redefine und xs:override; beide kommen in "
                    "XÖV-Standards nicht vor.",
                    "An xs:schema without xs:redefine and xs:override is expected; neither occurs "
                    "in XÖV standards."},
    },
    {
        .code = "ANB-V304",
        .text = {"Die Schemas widersprechen sich: {detail}",
                 "The schemas contradict themselves: {detail}"},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Paket erneut aus dem XRepository laden; besteht der Fehler fort, den Herausgeber "
                 "des Standards fragen.",
                 "Get the package from the XRepository again; if the error stays, ask the "
                 "publisher of the standard."},
        .explain = {"Die Dateien wurden gefunden, ergeben zusammen aber kein gültiges Schema. "
                    "Häufig sind Dateien verschiedener Versionen gemischt.",
                    "The files were found, but do not make a valid schema together. Often files of "
                    "different versions are mixed."},
    },
    {
        .code = "ANB-V305",
        .text = {"{file} ist beschädigt oder stammt aus einer anderen Version dieses Programms.",
                 "{file} is damaged or comes from another version of this program."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Paket neu installieren: validate-xsozial package add",
                 "Install the package again: validate-xsozial package add"},
        .explain = {"Zu jedem Paket gehören Dateien, die dieses Programm selbst anlegt. Eine davon "
                    "ist nicht lesbar.",
                    "With each package there are files that this program makes itself. One of them "
                    "cannot be read."},
    },
    {
        .code = "ANB-V306",
        .text =
            {"Ein Paket „{package}“ ist in {folder} nicht installiert (installiert: {installed}).",
             "No package \"{package}\" is installed in {folder} (installed: {installed})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Namen mit „validate-xsozial package list“ nachsehen.",
                 "Look the name up with \"validate-xsozial package list\"."},
        .explain =
            {"Pakete heißen wie ihr Standard und ihre Version, zum Beispiel xsozialbasis_2.5.0.",
             "Packages are called like their standard and version, such as xsozialbasis_2.5.0."},
    },
    {
        .code = "ANB-V307",
        .text = {"{package}: {file} ist nicht, wie installiert wurde ({reason}).",
                 "{package}: {file} is not as it was installed ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Paket neu installieren: validate-xsozial package add",
                 "Install the package again: validate-xsozial package add"},
        .explain = {"Beim Installieren wird von jeder Datei eine Prüfsumme gespeichert. Amtliche "
                    "Schemas werden nicht von Hand geändert.",
                    "When a package is installed, a checksum of every file is kept. Official "
                    "schemas are not changed by hand."},
    },
    {
        .code = "ANB-V308",
        .text = {"Einen Ordner {folder} gibt es nicht.", "There is no folder {folder}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Den Ordner hinter --schema-dir richtigstellen; ohne --schema-dir gelten die "
                 "eigenen Pakete.",
                 "Correct the folder behind --schema-dir; without --schema-dir your own packages "
                 "are used."},
        .explain = {"Ein Ordner, der ausdrücklich genannt ist, wird nie stillschweigend durch die "
                    "eigenen Pakete ersetzt: das Urteil beruhte sonst auf anderen Schemas.",
                    "A folder that is named is never replaced by your own packages without a word: "
                    "the verdict would rest on other schemas."},
    },
    {
        .code = "ANB-V309",
        .text = {"Das Paket {package} ist beschädigt oder stammt aus einer anderen Version dieses "
                 "Programms ({file}).",
                 "The package {package} is damaged or comes from another version of this program "
                 "({file})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Paket neu installieren (validate-xsozial package add) oder entfernen: "
                 "validate-xsozial package remove {package}",
                 "Install the package again (validate-xsozial package add) or remove it: "
                 "validate-xsozial package remove {package}"},
        .explain = {"Zu jedem Paket gehören Dateien, die dieses Programm selbst anlegt. Eine davon "
                    "ist nicht lesbar. Geprüft wird erst wieder, wenn das Paket in Ordnung oder "
                    "entfernt ist: sein Fehlen könnte das Urteil ändern.",
                    "With each package there are files that this program makes itself. One of them "
                    "cannot be read. Documents are checked again when the package is in order or "
                    "removed: its absence could change the verdict."},
    },
    {
        .code = "ANB-V310",
        .text = {"{file}: der Eintrag {entry} ist ein Verweis oder führt aus dem Paket hinaus. Es "
                 "wurde nichts installiert.",
                 "{file}: the entry {entry} is a link or leads out of the package. Nothing was "
                 "installed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Herkunft der Datei klären; nur Pakete aus dem XRepository verwenden.",
                 "Find out where the file comes from; use packages of the XRepository only."},
        .explain =
            {"Ein Paket darf nur gewöhnliche Dateien enthalten. Verweise und Namen mit „..“ können "
             "Dateien außerhalb überschreiben und kommen in echten Paketen nicht vor.",
             "A package may hold ordinary files only. Links and names with \"..\" can overwrite "
             "files outside and do not occur in real packages."},
    },
    {
        .code = "ANB-V311",
        .text = {"{file} ist zu groß: mehr als 2000 Einträge oder 64 MiB entpackt. Es wurde nichts "
                 "installiert.",
                 "{file} is too large: more than 2,000 entries or 64 MiB unpacked. Nothing was "
                 "installed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next =
            {"Herkunft der Datei klären; große Sammlungen in mehreren Paketen installieren.",
             "Find out where the file comes from; install large collections in several packages."},
        .explain = {"Echte Schema-Pakete sind wenige Megabyte groß. Ein kleines Archiv, das sich "
                    "riesig entpackt, soll Rechner lahmlegen.",
                    "Real schema packages have a few megabytes. A small archive that unpacks to a "
                    "huge size is made to disable machines."},
    },
    {
        .code = "ANB-V312",
        .text = {"{file}: der Eintrag {entry} ist selbst ein Archiv. Es wurde nichts installiert.",
                 "{file}: the entry {entry} is an archive itself. Nothing was installed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Das innere Archiv auspacken und als eigenes Paket installieren.",
                 "Unpack the inner archive and install it as a package of its own."},
        .explain = {"Archive in Archiven werden nicht geöffnet. Downloads des XRepository mit "
                    "allen Dokumenten enthalten die Schemas manchmal als innere ZIP-Datei.",
                    "Archives in archives are not opened. Downloads of the XRepository with all "
                    "documents sometimes hold the schemas as an inner ZIP."},
    },
    {
        .code = "ANB-V313",
        .text = {"{file} ist keine lesbare ZIP-Datei. Es wurde nichts installiert.",
                 "{file} is no readable ZIP file. Nothing was installed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Datei erneut herunterladen; sie darf kein Kennwort haben.",
                 "Download the file again; it must not have a password."},
        .explain = {"Erwartet wird die ZIP-Datei eines Standards aus dem XRepository oder ein "
                    "Ordner mit deren Inhalt. Jeder Eintrag muss unkomprimiert oder mit Deflate "
                    "komprimiert sein, wie es die ZIP-Dateien des XRepository sind.",
                    "The ZIP of a standard from the XRepository is expected, or a folder with its "
                    "content. Every entry must be stored or deflated, as those of the XRepository "
                    "are."},
    },
    {
        .code = "ANB-V314",
        .text = {"In {file} ist weder ein Schema noch eine Codeliste noch eine Schematron-Datei.",
                 "{file} holds neither a schema nor a code list nor a Schematron file."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Prüfen, ob das richtige Paket gewählt wurde (Schemas, nicht die Spezifikation).",
                 "Check whether the right package was chosen (schemas, not the specification)."},
        .explain = {"Verwendet werden Dateien mit der Endung .xsd, Codelisten im Format Genericode "
                    "und Schematron-Dateien (.sch).",
                    "Files ending in .xsd, code lists in Genericode and Schematron files (.sch) "
                    "are used."},
    },
    {
        .code = "ANB-V315",
        .text = {"{file}: der Eintrag {entry} ist verschlüsselt. Es wurde nichts installiert.",
                 "{file}: the entry {entry} is encrypted. Nothing was installed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Mit dem Kennwort auspacken und den Ordner installieren: validate-xsozial package "
                 "add ORDNER",
                 "Unpack it with the password and install the folder: validate-xsozial package add "
                 "FOLDER"},
        .explain = {"Pakete des XRepository haben kein Kennwort, und dieses Programm fragt nach "
                    "keinem.",
                    "Packages of the XRepository have no password, and this program asks for "
                    "none."},
    },
    {
        .code = "ANB-V316",
        .text = {"{file}: den Eintrag {entry} gibt es zweimal, oder er ist Datei und Ordner "
                 "zugleich. Es wurde nichts installiert.",
                 "{file}: the entry {entry} is there twice, or is a file and a folder at the same "
                 "time. Nothing was installed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Das Paket erneut aus dem XRepository laden; bleibt es so, den Herausgeber "
                 "fragen, welcher Eintrag gilt.",
                 "Get the package from the XRepository again; if it stays so, ask the publisher "
                 "which entry counts."},
        .explain = {"Von zwei Einträgen gleichen Namens bliebe beim Auspacken nur einer übrig, je "
                    "nach Programm ein anderer.",
                    "Of two entries of the same name only one would be left when unpacking, and "
                    "which one depends on the program."},
    },
    {
        .code = "ANB-V317",
        .text = {"{file}: der Name des Eintrags {entry} ist nicht verwendbar ({reason}). Es wurde "
                 "nichts installiert.",
                 "{file}: the name of the entry {entry} cannot be used ({reason}). Nothing was "
                 "installed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Auspacken, die Datei so nennen, wie die Schemas auf sie verweisen, und den "
                 "Ordner installieren: validate-xsozial package add ORDNER",
                 "Unpack it, name the file as the schemas refer to it, and install the folder: "
                 "validate-xsozial package add FOLDER"},
        .explain = {"Schemas finden einander über ihre Dateinamen. Diese stehen in UTF-8 im "
                    "Paket; je Name sind 200 Bytes möglich, je Pfad 1000.",
                    "Schemas find each other by the names of their files. These stand in the "
                    "package in UTF-8; a name may have 200 bytes, a path 1,000."},
    },
    {
        .code = "ANB-V318",
        .text = {"{file}: unter dem Namen {package} ist ein anderes Paket installiert (aus "
                 "{source}, mit {content}). Es wurde nichts ersetzt.",
                 "{file}: another package is installed under the name {package} (from {source}, "
                 "with {content}). Nothing was replaced."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Ordner oder Datei anders nennen und erneut installieren; soll das alte Paket "
                 "weichen: validate-xsozial package remove {package}",
                 "Give the folder or file another name and install it again; if the old package "
                 "is to go: validate-xsozial package remove {package}"},
        .explain =
            {"Pakete ohne die URN eines Standards heißen wie ihre Datei oder ihr Ordner. "
             "Ein Paket gleichen Namens wird nur ersetzt, wenn das neue alle Namensräume des "
             "alten hat.",
             "Packages without the URN of a standard are called like their file or folder. "
             "One of the same name is replaced only when the new one has all namespaces of "
             "the old one."},
    },
    {
        .code = "ANB-V320",
        .text = {"{file} ist keine vollständige Codeliste (Genericode): {found}.",
                 "{file} is no complete code list (Genericode): {found}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Codeliste erneut aus dem XRepository laden (Format Genericode).",
                 "Get the code list from the XRepository again (format Genericode)."},
        .explain = {"Eine Codeliste braucht Kennung (CanonicalUri), Version und mindestens eine "
                    "Schlüsselspalte.",
                    "A code list needs an identifier (CanonicalUri), a version and at least one "
                    "key column."},
    },
    {
        .code = "ANB-V321",
        .text = {"Codeliste nicht verfügbar: {entry}", "Code list not available: {entry}"},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Die genannte Fassung der Codeliste einzeln aus dem XRepository laden, falls es "
                 "sie gibt.",
                 "Get the version named from the XRepository by itself, if it exists."},
        .explain =
            {"In Sammel-Downloads steht anstelle einer zurückgezogenen oder nicht veröffentlichten "
             "Liste eine Fehlermeldung. Codes dieser Liste werden nicht geprüft.",
             "In bulk downloads an error message stands in place of a list that is withdrawn or "
             "not published. Codes of this list are not checked."},
    },
    {
        .code = "ANB-V322",
        .text = {"{standard} ist unvollständig: {by} (Zeile {line}) verlangt {file}.",
                 "{standard} is incomplete: {by} (line {line}) wants {file}."},
        .cause = {"Pakete enthalten die gemeinsamen Bausteine (xoev.de) meist nicht.",
                  "Packages mostly lack the shared building blocks (xoev.de)."},
        .responsible = Responsible::kommune,
        .next = {"Die fehlende Datei (Namensraum {namespace}) mit „validate-xsozial package add“ "
                 "dazu installieren.",
                 "Install the missing file (namespace {namespace}) too, with \"validate-xsozial "
                 "package add\"."},
        .explain = {"Das Paket ist installiert, aber noch nicht verwendbar. Sobald die fehlende "
                    "Datei aus einem anderen Paket da ist, wird es vollständig.",
                    "The package is installed, but not usable yet. As soon as the missing file is "
                    "there from another package, it becomes complete."},
    },
    {
        .code = "ANB-V330",
        .text = {"Das XRepository kennt {urn} nicht: {reason}",
                 "The XRepository does not know {urn}: {reason}"},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Kennung prüfen: validate-xsozial package versions URN-DES-STANDARDS",
                 "Check the URN: validate-xsozial package versions URN-OF-THE-STANDARD"},
        .explain =
            {"Es gibt keinen Standard und keine Version mit dieser Kennung, oder sie ist nicht "
             "öffentlich sichtbar.",
             "There is no standard and no version of this URN, or it is not publicly visible."},
    },
    {
        .code = "ANB-V331",
        .text = {"Das XRepository antwortet auf {urn} mit {status}.",
                 "The XRepository answers {urn} with {status}."},
        .cause = {},
        .responsible = Responsible::netzwerk,
        .next = {"Später erneut versuchen oder das Paket im Browser laden: "
                 "https://www.xrepository.de/details/{urn}",
                 "Try again later, or load the package in the browser: "
                 "https://www.xrepository.de/details/{urn}"},
        .explain = {"Der Dienst ist gestört, oder ein Proxy antwortet an seiner Stelle. Pakete "
                    "lassen sich auch mit „package add“ installieren.",
                    "The service is disturbed, or a proxy answers in its place. Packages can be "
                    "installed with \"package add\", too."},
    },
    {
        .code = "ANB-V340",
        .text = {"{file}: {member} ist in Regeln für Testdaten unbekannt oder falsch.",
                 "{file}: {member} is not known or wrong in rules for test data."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next =
            {"Aufbau mit der mitgelieferten Datei testdata-rules.json vergleichen.",
             "Compare the form with the file testdata-rules.json that comes with this program."},
        .explain = {"Die Regeldatei nennt Kennzeichen, Test-IBANs, Maildomänen und je Art von "
                    "Angabe die Elementnamen und erlaubten Werte.",
                    "The file of rules names marks, test IBANs, mail domains and, for each kind of "
                    "value, element names and values allowed."},
    },
    {
        .code = "ANB-V341",
        .text = {"{file}: {member} ist in einer Datei mit Ausnahmen unbekannt oder leer.",
                 "{file}: {member} is not known or empty in a file of exceptions."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"In der Liste exceptions je Eintrag element und reason angeben, auf Wunsch value.",
                 "Give element and reason for each entry of the list exceptions, and value if "
                 "wanted."},
        .explain =
            {"Eine Ausnahme nennt das Element, auf Wunsch den einen erlaubten Wert, und immer "
             "eine Begründung; sie steht im Protokoll.",
             "An exception names the element, the one allowed value if wanted, and always a "
             "reason; it stands in the protocol."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> schema_package_messages()
{
    return k_messages;
}

} // namespace anb::messages
