// Messages ANB-G…: command line, files, configuration, JSON.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-G101",
        .text = {"Umgebung passt nicht: {what} gehört zu {env}.",
                 "Environment does not fit: {what} belongs to {env}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Adresse in {source} berichtigen oder die richtige Umgebung mit --env nennen.",
                 "Correct the address in {source}, or name the right environment with --env."},
        .explain =
            {"Jede Adresse gehört zu genau einer Umgebung. So kann ein Test nie versehentlich die "
             "Produktion erreichen. Geprüft wird, bevor die erste Anfrage gesendet wird.",
             "Every address belongs to exactly one environment, so that a test can never reach "
             "production by accident. This is checked before the first request is sent."},
    },
    {
        .code = "ANB-G102",
        .text = {"Unbekannte Option {option}; meinten Sie {nearest}?",
                 "Unknown option {option}; did you mean {nearest}?"},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Alle Optionen zeigt --help.", "--help shows all options."},
        .explain = {"Lange Optionen werden ausgeschrieben, Abkürzungen gibt es nicht. Die am "
                    "nächsten liegende Option wird genannt, aber nicht geraten.",
                    "Long options are written in full, there are no abbreviations. The nearest "
                    "option is named, but not guessed."},
    },
    {
        .code = "ANB-G103",
        .text = {"Unbekannte Option {option}.", "Unknown option {option}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Alle Optionen zeigt --help.", "--help shows all options."},
        .explain = {"Der Befehl kennt diese Option nicht. Beginnt ein Dateiname mit einem Strich, "
                    "steht er hinter -- oder mit ./ davor.",
                    "The command does not know this option. A file name that begins with a dash "
                    "stands behind -- or with ./ in front."},
    },
    {
        .code = "ANB-G104",
        .text = {"Unbekannter Befehl {command}; meinten Sie {nearest}?",
                 "Unknown command {command}; did you mean {nearest}?"},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Alle Befehle zeigt --help.", "--help shows all commands."},
        .explain = {"Das erste Wort nach dem Namen des Werkzeugs ist der Befehl.",
                    "The first word after the tool's name is the command."},
    },
    {
        .code = "ANB-G105",
        .text = {"Unbekannter Befehl {command}; möglich sind: {commands}.",
                 "Unknown command {command}; possible are: {commands}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Alle Befehle zeigt --help.", "--help shows all commands."},
        .explain = {"Das erste Wort nach dem Namen des Werkzeugs ist der Befehl.",
                    "The first word after the tool's name is the command."},
    },
    {
        .code = "ANB-G106",
        .text = {"Überzähliges Argument {argument}.", "Superfluous argument {argument}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Den Aufruf zeigt --help.", "--help shows the usage."},
        .explain =
            {"Der Befehl nimmt weniger Argumente an. Ein Dateiname mit Leerzeichen gehört in "
             "Anführungszeichen.",
             "The command takes fewer arguments. A file name with blanks needs quotation marks."},
    },
    {
        .code = "ANB-G107",
        .text = {"{option} fehlt.", "{option} is missing."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Den Aufruf zeigt --help.", "--help shows the usage."},
        .explain = {"Ohne diese Angabe kann der Befehl nicht arbeiten.",
                    "Without it the command cannot work."},
    },
    {
        .code = "ANB-G108",
        .text = {"Der Befehl fehlt; möglich sind: {commands}.",
                 "The command is missing; possible are: {commands}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Alle Befehle zeigt --help.", "--help shows all commands."},
        .explain = {"Dieses Werkzeug hat mehrere Befehle und wählt keinen von selbst, damit nichts "
                    "versehentlich geändert wird.",
                    "This tool has several commands and chooses none by itself, so that nothing is "
                    "changed by accident."},
    },
    {
        .code = "ANB-G109",
        .text = {"Zu {option} fehlt der Wert ({expected}).",
                 "{option} lacks its value ({expected})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Alle Optionen zeigt --help.", "--help shows all options."},
        .explain = {"Der Wert steht hinter der Option, getrennt durch ein Leerzeichen oder ein "
                    "Gleichheitszeichen.",
                    "The value stands behind the option, separated by a blank or an equals sign."},
    },
    {
        .code = "ANB-G110",
        .text = {"{option}: der Wert {value} ist nicht möglich (erwartet: {expected}).",
                 "{option}: the value {value} is not possible (expected: {expected})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Alle Optionen zeigt --help.", "--help shows all options."},
        .explain = {"Die Option nimmt nur bestimmte Werte an; sie stehen in der Hilfe.",
                    "The option takes certain values only; the help lists them."},
    },
    {
        .code = "ANB-G111",
        .text = {"{option} ist mehrfach angegeben.", "{option} is given more than once."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Die Option nur einmal angeben.", "Give the option only once."},
        .explain = {"Bei zwei Werten wäre unklar, welcher gilt.",
                    "With two values it would be unclear which one counts."},
    },
    {
        .code = "ANB-G112",
        .text = {"{option} verlangt zusätzlich {other}.", "{option} also demands {other}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Alle Optionen zeigt --help.", "--help shows all options."},
        .explain = {"Die beiden Optionen ergeben nur zusammen einen Sinn.",
                    "The two options make sense only together."},
    },
    {
        .code = "ANB-G113",
        .text = {"{option} und {other} schließen einander aus.",
                 "{option} and {other} exclude each other."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Eine der beiden Optionen weglassen.", "Leave out one of the two options."},
        .explain = {"Die beiden Optionen verlangen Verschiedenes.",
                    "The two options ask for different things."},
    },
    {
        .code = "ANB-G114",
        .text = {"Eingabe und Ausgabe sind dieselbe Datei: {file}.",
                 "Input and output are the same file: {file}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Mit -o eine andere Datei nennen.", "Name another file with -o."},
        .explain = {"Das Ergebnis würde die Eingabe überschreiben. Es wurde nichts gelesen und "
                    "nichts geschrieben.",
                    "The result would overwrite the input. Nothing was read and nothing written."},
    },
    {
        .code = "ANB-G116",
        .text = {"Der Aufruf ist nicht verständlich.", "The call cannot be understood."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Den Aufruf zeigt --help.", "--help shows the usage."},
        .explain = {"Die Optionen und Argumente passen nicht zu diesem Befehl.",
                    "Options and arguments do not fit this command."},
    },
    {
        .code = "ANB-G117",
        .text = {"Den Meldungscode {code} gibt es nicht; der nächstliegende ist {nearest}.",
                 "There is no message code {code}; the nearest one is {nearest}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Den Code aus der Meldung übernehmen: --explain {nearest}",
                 "Copy the code from the message: --explain {nearest}"},
        .explain = {"Meldungscodes haben die Form ANB-X000. Sie werden nie neu vergeben.",
                    "Message codes have the form ANB-X000. They are never reused."},
    },
    {
        .code = "ANB-G120",
        .text = {"Es fehlt ein Kennwort oder Geheimnis.", "A password or secret is missing."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Das Kennwort in einer Datei angeben: --password-file DATEI",
                 "Give the password in a file: --password-file FILE"},
        .explain = {"Gefragt wird nur an einem Terminal und nicht mit --no-input. In Skripten "
                    "steht das Kennwort in einer Datei, die nur Sie lesen dürfen, oder in "
                    "$CREDENTIALS_DIRECTORY (systemd). Als Wert einer Option wird es nie "
                    "angenommen, weil es dort andere Benutzer sehen.",
                    "Questions are asked on a terminal only, and not with --no-input. In scripts "
                    "the password stands in a file that only you may read, or in "
                    "$CREDENTIALS_DIRECTORY (systemd). It is never taken as the value of an "
                    "option, where other users would see it."},
    },
    {
        .code = "ANB-G121",
        .text = {"Die Bestätigung für {target} fehlt oder stimmt nicht.",
                 "The confirmation for {target} is missing or differs."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Nach Prüfung des Ziels: --confirm {expected}",
                 "After checking the target: --confirm {expected}"},
        .explain = {"Eine Änderung in der Produktion wird mit den ersten 8 Zeichen ihres Ziels "
                    "bestätigt. Ein allgemeines Ja gibt es nicht.",
                    "A change in production is confirmed with the first 8 characters of its "
                    "target. A general yes does not exist."},
    },
    {
        .code = "ANB-G122",
        .text = {"Für eine Änderung ist die Umgebung zu nennen.",
                 "A change demands that the environment is named."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Die Umgebung angeben: --env test", "Name the environment: --env test"},
        .explain =
            {"Änderungen haben keine voreingestellte Umgebung. ANB_ENV=prod gilt für sie nicht: "
             "Die Produktion steht in der Befehlszeile oder in einem Profil, das nur sie enthält.",
             "Changes have no default environment. ANB_ENV=prod does not count for them: "
             "production stands on the command line or in a profile that has nothing else."},
    },
    {
        .code = "ANB-G123",
        .text = {"Die Umgebung {env} ist unbekannt (möglich: test, stage, prod).",
                 "The environment {env} is unknown (possible: test, stage, prod)."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Eine der drei Umgebungen nennen: --env test",
                 "Name one of the three environments: --env test"},
        .explain = {"Es gibt die Umgebungen test, stage und prod.",
                    "There are the environments test, stage and prod."},
    },
    {
        .code = "ANB-G124",
        .text = {"Die Kennwortdatei {file} ist für andere lesbar.",
                 "The password file {file} may be read by others."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Rechte einschränken: chmod 600 {file}", "Restrict the rights: chmod 600 {file}"},
        .explain = {"Andere Benutzer dieses Rechners können das Kennwort lesen.",
                    "Other users of this machine can read the password."},
    },
    {
        .code = "ANB-G125",
        .text = {"Die Umgebungsvariable {variable} ist nicht gesetzt.",
                 "The environment variable {variable} is not set."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Den Namen bei --password-env prüfen.",
                 "Check the name given with --password-env."},
        .explain = {"Das Kennwort sollte aus dieser Variablen gelesen werden. Sicherer ist "
                    "--password-file.",
                    "The password was to be read from this variable. --password-file is safer."},
    },
    {
        .code = "ANB-G126",
        .text = {"Dieser Befehl braucht das Netz, --offline verbietet es.",
                 "This command needs the network, --offline forbids it."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"--offline weglassen; auch ANB_OFFLINE prüfen.",
                 "Leave out --offline; also check ANB_OFFLINE."},
        .explain =
            {"Ohne Netz ist die Frage nicht zu beantworten, deshalb wird kein Ergebnis "
             "vorgetäuscht.",
             "Without a network the question cannot be answered, so no answer is pretended."},
    },
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
        .code = "ANB-G401",
        .text = {"{file}:{line}: kein gültiges TOML ({reason}).",
                 "{file}:{line}: not valid TOML ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die genannte Zeile berichtigen.", "Correct the line named."},
        .explain = {"Profile und Konfiguration sind TOML-Dateien: name = \"Wert\", Tabellen in "
                    "eckigen Klammern, Text in Anführungszeichen.",
                    "Profiles and configuration are TOML files: name = \"value\", tables in square "
                    "brackets, text in quotation marks."},
    },
    {
        .code = "ANB-G402",
        .text = {"{file}:{line}: unbekannter Schlüssel {key} (bekannt ist: {known}).",
                 "{file}:{line}: unknown key {key} (known is: {known})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die genannte Zeile berichtigen oder entfernen.",
                 "Correct or remove the line named."},
        .explain = {"Unbekannte Schlüssel werden nicht übergangen, denn meist sind es Tippfehler, "
                    "und eine nicht wirkende Einstellung fiele erst spät auf.",
                    "Unknown keys are not passed over: mostly they are typing errors, and a "
                    "setting without effect would be noticed late."},
    },
    {
        .code = "ANB-G403",
        .text = {"{file}:{line}: {key} hat eine falsche Art oder einen unmöglichen Wert (erwartet: "
                 "{expected}).",
                 "{file}:{line}: {key} has a wrong type or an impossible value (expected: "
                 "{expected})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die genannte Zeile berichtigen.", "Correct the line named."},
        .explain =
            {"Der Schlüssel ist bekannt, sein Wert aber nicht brauchbar. Texte stehen in "
             "Anführungszeichen.",
             "The key is known, but its value is not usable. Text stands in quotation marks."},
    },
    {
        .code = "ANB-G404",
        .text = {"Profil oder Konfigurationsdatei {name} gibt es nicht (gesucht: {file}).",
                 "There is no profile or configuration file {name} (looked for: {file})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Namen prüfen oder das Profil anlegen.", "Check the name, or make the profile."},
        .explain = {"Ein Profil ist eine Datei NAME.toml im Konfigurationsordner "
                    "($XDG_CONFIG_HOME/anbindung, sonst ~/.config/anbindung) oder eine als Pfad "
                    "genannte Datei.",
                    "A profile is a file NAME.toml in the configuration folder "
                    "($XDG_CONFIG_HOME/anbindung, otherwise ~/.config/anbindung), or a file named "
                    "by its path."},
    },
    {
        .code = "ANB-G405",
        .text = {"Das Profil enthält keine Leistung {name} (vorhanden: {list}).",
                 "The profile has no service {name} (present: {list})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Im Profil ergänzen: [leistung.{name}]", "Add to the profile: [leistung.{name}]"},
        .explain = {"Jede Leistung steht im Profil als eigene Tabelle mit LeiKa-Schlüssel und "
                    "Fachdatenschema.",
                    "Every service stands in the profile as a table of its own, with LeiKa key and "
                    "data schema."},
    },
    {
        .code = "ANB-G406",
        .text = {"Für die Umgebung {env} ist {key} nicht eingestellt.",
                 "{key} is not set for the environment {env}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Im Profil ergänzen: [env.{env}] {key} = \"…\"",
                 "Add to the profile: [env.{env}] {key} = \"…\""},
        .explain = {"Client-ID und Secret kommen aus dem Self-Service-Portal. Die ID steht im "
                    "Profil, das Secret in einer Datei, die nur Sie lesen dürfen.",
                    "Client id and secret come from the Self-Service-Portal. The id stands in the "
                    "profile, the secret in a file that only you may read."},
    },
    {
        .code = "ANB-G407",
        .text = {"Die Datei {file} mit einem Secret ist für andere lesbar.",
                 "The file {file} with a secret may be read by others."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Rechte einschränken: chmod 600 {file}", "Restrict the rights: chmod 600 {file}"},
        .explain = {"Mit Client-ID und Secret kann jeder im Namen Ihrer Stelle handeln. Deshalb "
                    "wird die Datei so nicht benutzt. War sie länger lesbar, ist im "
                    "Self-Service-Portal ein neues Secret zu erzeugen.",
                    "With client id and secret anyone can act in the name of your authority. The "
                    "file is therefore not used like this. If it was readable for long, create a "
                    "new secret in the Self-Service-Portal."},
    },
    {
        .code = "ANB-G408",
        .text = {"{file}:{line}: unbekannte Umgebung {env} (möglich: test, stage, prod).",
                 "{file}:{line}: unknown environment {env} (possible: test, stage, prod)."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die genannte Zeile berichtigen.", "Correct the line named."},
        .explain = {"Es gibt die Umgebungen test, stage und prod.",
                    "There are the environments test, stage and prod."},
    },
    {
        .code = "ANB-G409",
        .text = {"Die Adresse {url} beginnt nicht mit https://.",
                 "The address {url} does not begin with https://."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die Adresse in {source} berichtigen.", "Correct the address in {source}."},
        .explain =
            {"Dienste werden nur verschlüsselt angesprochen; eine Ausnahme davon gibt es nicht.",
             "Services are only spoken to over encrypted connections; there is no exception."},
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
        .text = {"{file}, Zeile {line}: {reason}.", "{file}, line {line}: {reason}."},
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
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> general_messages()
{
    return k_messages;
}

} // namespace anb::messages
