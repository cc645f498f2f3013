// Messages ANB-G…: command line, files, configuration, JSON.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
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
        .code = "ANB-G900",
        .text = {"Interner Fehler: {what}.", "Internal error: {what}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Bitte melden, mit Aufruf und Version (--version).", "Please report it, with the call and the version (--version)."},
        .explain = {"Das ist ein Fehler dieses Programms, nicht Ihrer Eingabe.", "This is a bug of this program, not of your input."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> general_messages()
{
    return k_messages;
}

} // namespace anb::messages
