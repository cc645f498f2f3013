// Messages ANB-G4…: profiles and configuration files.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
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
        .code = "ANB-G410",
        .text = {"Die Adresse {url} nennt keinen eindeutigen Rechner.",
                 "The address {url} names no host that is clear."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die Adresse in {source} berichtigen: https://RECHNER[:PORT]/PFAD",
                 "Correct the address in {source}: https://HOST[:PORT]/PATH"},
        .explain = {"Rechnername aus Buchstaben, Ziffern, Punkt und Bindestrich, oder eine "
                    "IP-Adresse; ohne Benutzername, Prozentzeichen und Leerzeichen. Nur so ist "
                    "sicher, zu welcher Umgebung die Adresse gehört.",
                    "A host name of letters, digits, dot and hyphen, or an IP address; without "
                    "user name, percent sign and blanks. Only then is it sure to which environment "
                    "the address belongs."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> configuration_messages()
{
    return k_messages;
}

} // namespace anb::messages
