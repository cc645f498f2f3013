// Messages ANB-G1…: the command line, environments and secrets.
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
        .next = {"Die Umgebung angeben: --env {env}", "Name the environment: --env {env}"},
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
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> usage_messages()
{
    return k_messages;
}

} // namespace anb::messages
