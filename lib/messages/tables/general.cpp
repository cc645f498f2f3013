// Messages ANB-G2…, G3…, G6… and G9…: files, JSON, the sandbox, faults of our own.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-G201",
        .text = {"{file} gibt es nicht.", "{file} does not exist."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Namen und Ordner prüfen.", "Check name and folder."},
        .explain = {"Unter diesem Namen liegt keine Datei. Relative Namen gelten ab dem aktuellen "
                    "Ordner, in Profilen ab dem Ordner des Profils.",
                    "There is no file of this name. Relative names count from the current folder, "
                    "in profiles from the folder of the profile."},
    },
    {
        .code = "ANB-G202",
        .text = {"{file} darf nicht gelesen werden ({reason}).",
                 "{file} may not be read ({reason})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Rechte prüfen: ls -l {file}", "Check the rights: ls -l {file}"},
        .explain = {"Das Betriebssystem verweigert den Zugriff.",
                    "The operating system refuses access."},
    },
    {
        .code = "ANB-G203",
        .text = {"{file} ist als Eingabe nicht geeignet ({reason}).",
                 "{file} is not suitable as input ({reason})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Prüfen, ob es die richtige Datei ist.", "Check whether it is the right file."},
        .explain = {"Angegeben ist ein Ordner, oder die Datei ist größer, als eine solche Datei je "
                    "sein kann.",
                    "It is a folder, or larger than such a file can ever be."},
    },
    {
        .code = "ANB-G204",
        .text = {"{file} ließ sich nicht lesen ({reason}).",
                 "{file} could not be read ({reason})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Datenträger und Verbindung prüfen, dann wiederholen.",
                 "Check disk and connection, then repeat."},
        .explain = {"Beim Lesen meldete das Betriebssystem einen Fehler.",
                    "The operating system reported an error while reading."},
    },
    {
        .code = "ANB-G205",
        .text = {"{file} gibt es schon.", "{file} exists already."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Einen anderen Namen wählen oder die Datei selbst umbenennen.",
                 "Choose another name, or rename the file yourself."},
        .explain = {"Diese Datei wird nie überschrieben, damit nichts verloren geht.",
                    "This file is never overwritten, so that nothing is lost."},
    },
    {
        .code = "ANB-G206",
        .text = {"{file} ließ sich nicht schreiben ({reason}).",
                 "{file} could not be written ({reason})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Ordner, Rechte und freien Platz prüfen.", "Check folder, rights and free space."},
        .explain = {"Geschrieben wird in eine vorläufige Datei im selben Ordner, die erst am Ende "
                    "ihren Namen erhält. Eine frühere Datei ist unverändert.",
                    "Writing goes to a temporary file in the same folder that gets its name only "
                    "at the end. An earlier file is unchanged."},
    },
    {
        .code = "ANB-G207",
        .text = {"Die Ausgabe ließ sich nicht schreiben ({reason}).",
                 "The output could not be written ({reason})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Freien Platz und Ziel der Umleitung prüfen.",
                 "Check free space and the target of the redirection."},
        .explain = {"Die Standardausgabe nahm das Ergebnis nicht an, etwa weil der Datenträger "
                    "voll oder die Ausgabe geschlossen ist.",
                    "Standard output did not take the result, for instance because the disk is "
                    "full or the output closed."},
    },
    {
        .code = "ANB-G208",
        .text = {"Ein anderer Aufruf ändert gerade {folder}.",
                 "Another call is just changing {folder}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Warten, bis er fertig ist, und erneut aufrufen.",
                 "Wait until it is done, and call again."},
        .explain = {"Wer einen gemeinsamen Ordner ändert, tut es allein; nach einer Minute wird "
                    "nicht länger gewartet. Ein abgebrochener Aufruf hält niemanden auf.",
                    "Whoever changes a common folder does so alone; after a minute the others wait "
                    "no longer. A call that was stopped holds nobody up."},
    },
    {
        .code = "ANB-G301",
        .text = {"{file} ist kein gültiges JSON (Zeile {line}, Zeichen {column}).",
                 "{file} is no valid JSON (line {line}, character {column})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Datei an dieser Stelle prüfen; mit -v wird der Grund gezeigt.",
                 "Look at the file at this place; -v shows the reason."},
        .explain = {"Die Datei wird streng nach RFC 8259 gelesen: UTF-8, genau ein Dokument, keine "
                    "Kommentare, keine überzähligen Kommas, nichts dahinter.",
                    "The file is read strictly by RFC 8259: UTF-8, exactly one document, no "
                    "comments, no superfluous commas, nothing behind it."},
    },
    {
        .code = "ANB-G302",
        .text = {"{file}: an der Stelle {pointer} steht nicht das Erwartete (gefunden: {found}, "
                 "erwartet: {expected}).",
                 "{file}: the value at {pointer} is not the expected one (found: {found}, "
                 "expected: {expected})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Prüfen, ob es die richtige Datei ist.", "Check whether it is the right file."},
        .explain = {"Das Dokument ist gültiges JSON, aber ein Wert fehlt oder hat eine andere Art. "
                    "Die Stelle ist als JSON Pointer (RFC 6901) angegeben: /keys/0/n ist das "
                    "Element n im ersten Eintrag von keys.",
                    "The document is valid JSON, but a value is missing or of another type. The "
                    "place is given as JSON Pointer (RFC 6901): /keys/0/n is the member n of the "
                    "first entry of keys."},
    },
    {
        .code = "ANB-G303",
        .text = {"{file}: der Name {name} kommt in einem Objekt doppelt vor (Zeile {line}, Zeichen "
                 "{column}).",
                 "{file}: the name {name} occurs twice in one object (line {line}, character "
                 "{column})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Den überzähligen Eintrag entfernen.", "Remove the superfluous member."},
        .explain = {"Bei doppelten Namen lesen verschiedene Programme verschiedene Werte. Deshalb "
                    "wird ein solches Dokument nicht angenommen (RFC 7493).",
                    "With doubled names different programs read different values. Such a document "
                    "is therefore not accepted (RFC 7493)."},
    },
    {
        .code = "ANB-G304",
        .text = {"{file} überschreitet eine Grenze: {what} > {limit} (Zeile {line}).",
                 "{file} exceeds a limit: {what} > {limit} (line {line})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Prüfen, ob es die richtige Datei ist.", "Check whether it is the right file."},
        .explain = {"Größe (bytes), Tiefe (depth) und Zahl der Elemente (members) eines "
                    "JSON-Dokuments sind begrenzt, damit ein fehlerhaftes oder böswilliges "
                    "Dokument weder Speicher noch Zeit aufbraucht.",
                    "Size (bytes), depth and number of members of a JSON document are limited, so "
                    "that a faulty or malicious document uses up neither memory nor time."},
    },
    {
        .code = "ANB-G600",
        .text = {"{address} ist keine Loopback-Adresse.", "{address} is not a loopback address."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"--listen 127.0.0.1, --listen ::1 oder --listen localhost angeben.",
                 "Give --listen 127.0.0.1, --listen ::1 or --listen localhost."},
        .explain =
            {"Der Prüfstand hat keine echten Konten und schützt nichts. Er nimmt deshalb nur "
             "Anfragen vom eigenen Rechner an.",
             "The test bench has no real accounts and protects nothing. It therefore takes "
             "requests from its own machine only."},
    },
    {
        .code = "ANB-G601",
        .text = {"Auf {address} kann nicht gelauscht werden.", "Cannot listen on {address}."},
        .cause = {"Der Port ist belegt, oder dieser Rechner hat die Adresse nicht.",
                  "The port is in use, or this machine does not have the address."},
        .responsible = Responsible::none,
        .next = {"Anderen Port wählen; --port 0 nimmt einen freien.",
                 "Choose another port; --port 0 takes a free one."},
        .explain = {"Vielleicht läuft schon ein Prüfstand mit demselben Zustand. Ein Zustand mit "
                    "Zustellpunkten behält seine Adresse, weil sie in den signierten Ereignissen "
                    "steht.",
                    "Perhaps a test bench with the same state is already running. A state with "
                    "destinations keeps its address, because the signed events name it."},
    },
    {
        .code = "ANB-G602",
        .text = {"{file}, Zeile {line}: \"{text}\" ist im Fehlerskript nicht möglich.",
                 "{file}, line {line}: \"{text}\" is not possible in a fault script."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Zeile berichtigen; --help nennt Bedingungen und Wirkungen.",
                 "Correct the line; --help names conditions and actions."},
        .explain = {"Eine Zeile des Fehlerskripts lautet: METHODE PFAD [BEDINGUNG...] WIRKUNG... "
                    "Zum Beispiel: POST /test/submission-api/v2/submissions nth=1 status=503 "
                    "retry_after=1",
                    "A line of the fault script reads: METHOD PATH [CONDITION...] ACTION... For "
                    "example: POST /test/submission-api/v2/submissions nth=1 status=503 "
                    "retry_after=1"},
    },
    {
        .code = "ANB-G603",
        .text = {"Der Zustand in {folder} gehört zu {address}, nicht zu {wanted}.",
                 "The state in {folder} belongs to {address}, not to {wanted}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Die alte Adresse oder --port 0 verwenden, oder einen anderen Ordner für --state.",
                 "Use the old address or --port 0, or another folder for --state."},
        .explain = {"Die signierten Ereignisse und Adressierungsinformationen nennen die Adresse, "
                    "unter der sie entstanden sind. Unter einer anderen wären sie ungültig.",
                    "The signed events and addressing information name the address at which they "
                    "were made. At another one they would be invalid."},
    },
    {
        .code = "ANB-G604",
        .text = {"{file} gehört nicht zu einem Zustand des Prüfstands oder ist beschädigt.",
                 "{file} is not part of a test bench's state, or is damaged."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Einen anderen Ordner für --state nehmen oder diesen löschen.",
                 "Take another folder for --state, or delete this one."},
        .explain = {"Der Prüfstand liest beim Start alles, was er in seinem Ordner behalten hat.",
                    "At its start the test bench reads everything that it has kept in its folder."},
    },
    {
        .code = "ANB-G605",
        .text = {"{option}: {value} ist keine Zeitangabe.", "{option}: {value} is no time."},
        .cause = {},
        .responsible = Responsible::none,
        .next =
            {"Zeitpunkt als 2026-11-23T08:14:05Z oder 2026-11-23, Dauer als 30s, 10m oder 2h "
             "angeben.",
             "Give a time as 2026-11-23T08:14:05Z or 2026-11-23, a duration as 30s, 10m or 2h."},
        .explain = {"Zeiten ohne Zone gelten als UTC.", "Times without a zone are UTC."},
    },
    {
        .code = "ANB-G606",
        .text = {"{folder} ist kein Ordner mit Einträgen.", "{folder} is no folder of entries."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Bei --directory einen Ordner angeben, in dem test oder prod liegt.",
                 "Give --directory a folder that holds test or prod."},
        .explain =
            {"--directory DIR liest je Behörde eine Datei DIR/test/*.json oder "
             "DIR/prod/*.json. Ohne die Option hat das Verzeichnis einen eingebauten Eintrag.",
             "--directory DIR reads one file DIR/test/*.json or DIR/prod/*.json for each "
             "authority. Without the option the directory has a built-in entry."},
    },
    {
        .code = "ANB-G607",
        .text = {"{file} ist kein Eintrag für das Verzeichnis: {reason}.",
                 "{file} is no entry for the directory: {reason}."},
        .cause =
            {"Die Datei wird gerade geschrieben, oder sie nennt eine andere, die es nicht gibt.",
             "The file is being written, or it names another that does not exist."},
        .responsible = Responsible::none,
        .next = {"Die genannte Stelle berichtigen; die Datei wird dann von selbst neu gelesen.",
                 "Correct the place named; the file is then read anew by itself."},
        .explain = {"Ein laufender Prüfstand zeigt den letzten guten Stand der Datei weiter, bis "
                    "sie wieder gelesen werden kann. Beim Start muss jede Datei brauchbar sein. "
                    "anbindung-sandbox(1) beschreibt den Aufbau.",
                    "A running test bench goes on showing the last good state of the file until it "
                    "can be read again. At the start every file must be usable. "
                    "anbindung-sandbox(1) describes the form."},
    },
    {
        .code = "ANB-G900",
        .text = {"Interner Fehler: {what}.", "Internal error: {what}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Bitte melden, mit Aufruf und Version (--version).",
                 "Please report it, with the call and the version (--version)."},
        .explain = {"Das ist ein Fehler dieses Programms, nicht Ihrer Eingabe.",
                    "This is a bug of this program, not of your input."},
    },
    {
        .code = "ANB-G901",
        .text = {"Der Speicher reicht nicht aus.", "There is not enough memory."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Andere Programme beenden oder eine kleinere Eingabe verwenden.",
                 "End other programs, or use a smaller input."},
        .explain = {"Das Betriebssystem gab keinen weiteren Speicher.",
                    "The operating system gave no more memory."},
    },
    {
        .code = "ANB-G902",
        .text = {"Die Bibliothek {library} fehlt oder lässt sich nicht laden.",
                 "The library {library} is missing or cannot be loaded."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Das Paket, zu dem sie gehört, mit der Paketverwaltung des Systems einrichten.",
                 "Install the package it belongs to with the system's package manager."},
        .explain = {"Manche Bibliotheken werden erst geladen, wenn ein Aufruf sie braucht: libcurl "
                    "für das Netz, libarchive für Archive. Mit -v steht da, was das System meldet.",
                    "Some libraries are loaded only when a call needs them: libcurl for the "
                    "network, libarchive for archives. -v shows what the system reports."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> general_messages()
{
    return k_messages;
}

} // namespace anb::messages
