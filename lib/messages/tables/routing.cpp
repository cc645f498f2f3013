// Messages ANB-F30… and F31…: addressing information, routing.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-F301",
        .text =
            {"Signatur der Adressierungsinformationen ist ungültig ({reason}). Nicht verwenden.",
             "The signature of the addressing information is invalid ({reason}). Do not use it."},
        .cause = {},
        .responsible = Responsible::fitconnect_support,
        .next = {"Nichts dorthin senden; FIT-Connect-Support verständigen.",
                 "Do not send anything there; inform the FIT-Connect support."},
        .explain = {"Adressierungsinformationen werden vom Self-Service-Portal signiert. Anerkannt "
                    "wird nur das Portal der gewählten Umgebung, das Verfahren PS512 und ein "
                    "Schlüssel mit mindestens 4096 Bit aus dessen Schlüsselliste. In Klammern "
                    "steht, woran es scheitert.",
                    "Addressing information is signed by the self-service portal. Only the portal "
                    "of the chosen environment, PS512, and a key of at least 4096 bit out of its "
                    "key set are accepted. The parentheses name what failed."},
    },
    {
        .code = "ANB-F302",
        .text =
            {"Die Adressierungsinformationen gehören zu Zustellpunkt {found}, nicht zu {expected}.",
             "The addressing information belongs to destination {found}, not to {expected}."},
        .cause = {},
        .responsible = Responsible::landesredaktion,
        .next = {"Landesredaktion bitten, die richtigen Adressierungsinformationen einzutragen.",
                 "Ask the Landesredaktion to enter the right addressing information."},
        .explain = {"Die Signatur ist gültig, gilt aber für einen anderen Zustellpunkt als den, "
                    "den das Routing nennt.",
                    "The signature is valid, but for another destination than the one that the "
                    "routing names."},
    },
    {
        .code = "ANB-F303",
        .text = {"Die Adressierungsinformationen decken die Anfrage nicht ab (gefunden: {found}, "
                 "erwartet: {expected}).",
                 "The addressing information does not cover the question (found: {found}, "
                 "expected: {expected})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Nach jeder Änderung von Leistung, Region oder Zertifikat "
                 "Adressierungsinformationen neu ausgeben und der Landesredaktion übermitteln.",
                 "After every change of service, region or certificate export the addressing "
                 "information again and pass it to the Landesredaktion."},
        .explain = {"Signiert sind Leistung und Gebiet. Stimmt eines nicht mit der Anfrage "
                    "überein, wurden sie meist vor einer Änderung des Zustellpunkts ausgegeben.",
                    "Service and region are signed. If one does not fit the question, the "
                    "information was mostly exported before a change of the destination."},
    },
    {
        .code = "ANB-F304",
        .text = {"Die Adressierungsinformationen nennen den Zustelldienst {host}, zur Umgebung "
                 "{env} gehört {expected}.",
                 "The addressing information names the delivery service {host}, environment {env} "
                 "has {expected}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Prüfen, ob die Adressierungsinformationen aus der richtigen Umgebung stammen.",
                 "Check whether the addressing information comes from the right environment."},
        .explain = {"Ein häufiger Fehler ist, die Angaben des Test-Zustellpunkts in das "
                    "Landesredaktionssystem einzutragen.",
                    "A frequent mistake is to enter the data of the test destination into the "
                    "system of the Landesredaktion."},
    },
    {
        .code = "ANB-F305",
        .text = {"Adressierungsinformationen sind älter als die letzte Änderung des Zustellpunkts "
                 "(signiert: {found}, jetzt: {expected}).",
                 "The addressing information is older than the last change of the destination "
                 "(signed: {found}, now: {expected})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Adressierungsinformationen im Self-Service-Portal neu ausgeben und der "
                 "Landesredaktion übermitteln.",
                 "Export the addressing information again in the self-service portal and pass it "
                 "to the Landesredaktion."},
        .explain =
            {"Nach jeder Änderung von Leistung, Region oder Zertifikat sind neue "
             "Adressierungsinformationen nötig. Kein Dienst nennt den Tag der letzten Änderung; "
             "verglichen werden deshalb Leistungen und Regionen und der Tag, an dem das Zertifikat "
             "des Schlüssels ausgestellt wurde.",
             "New addressing information is needed after every change of service, region or "
             "certificate. No service tells the day of the last change; therefore services, "
             "regions and the day on which the certificate of the key was issued are compared."},
    },
    {
        .code = "ANB-F306",
        .text =
            {"Die Adressierungsinformationen nennen den früheren Namen des Zustelldienstes "
             "({host}).",
             "The addressing information names the former host of the delivery service ({host})."},
        .cause = {},
        .responsible = Responsible::none,
        .next =
            {"Bei nächster Gelegenheit Adressierungsinformationen neu ausgeben und übermitteln.",
             "Export and pass on the addressing information again at the next opportunity."},
        .explain = {"Der frühere Name gehört zur selben Umgebung. Das ist kein Fehler, kann es "
                    "aber werden, wenn die alte Adresse abgeschaltet wird.",
                    "The former name belongs to the same environment. That is no fault but may "
                    "become one when the old address is switched off."},
    },
    {
        .code = "ANB-F307",
        .text = {"Über das Routing sind keine Adressierungsinformationen zu {id} zu bekommen.",
                 "No addressing information about {id} is to be had from the routing."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Im Self-Service-Portal ausgeben und so prüfen: fitconnect-destination --env … "
                 "addressing {id} --verify -",
                 "Export it in the self-service portal and check it with: fitconnect-destination "
                 "--env … addressing {id} --verify -"},
        .explain =
            {"Adressierungsinformationen entstehen im Self-Service-Portal und stehen im Routing "
             "erst, wenn die Landesredaktion sie eingetragen hat. Keine Schnittstelle gibt sie "
             "vorher heraus.",
             "Addressing information is made in the self-service portal and appears in the routing "
             "only after the Landesredaktion has entered it. No interface gives it away before."},
    },
    {
        .code = "ANB-F308",
        .text = {"Die Adressierungsinformationen sind umbrochen oder enthalten Leerzeichen.",
                 "The addressing information is broken into lines or contains blanks."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"In einer Zeile ohne Umbruch eintragen; so gibt --raw sie aus.",
                 "Enter it as one unbroken line, as --raw prints it."},
        .explain =
            {"Geprüft wurde der Text ohne Leerzeichen und Umbrüche. Im Landesredaktionssystem muss "
             "er in einer Zeile stehen, sonst ist die Signatur dort ungültig.",
             "The text was verified without blanks and line breaks. In the system of the "
             "Landesredaktion it must stand on one line, otherwise its signature is invalid "
             "there."},
    },
    {
        .code = "ANB-F310",
        .text = {"Kein Zustellpunkt für {ars} / {leika}.", "No destination for {ars} / {leika}."},
        .cause =
            {"Eintrag der Landesredaktion noch nicht übernommen (Abgleich etwa einmal täglich).",
             "The entry of the Landesredaktion has not been taken over yet (about once a day)."},
        .responsible = Responsible::landesredaktion,
        .next = {"Morgen erneut prüfen; besteht es fort: Landesredaktion fragen.",
                 "Check again tomorrow; if it persists, ask the Landesredaktion."},
        .explain =
            {"Der Abgleich mit den Einträgen der Landesredaktion geschieht etwa einmal täglich.",
             "Entries of the Landesredaktion are synchronised about once a day."},
    },
    {
        .code = "ANB-F311",
        .text = {"Treffer gehört einer anderen Stelle: {name} ({id}).",
                 "The hit belongs to somebody else: {name} ({id})."},
        .cause = {},
        .responsible = Responsible::landesredaktion,
        .next = {"Landesredaktion bitten, die Zuständigkeit zu berichtigen; der eigene "
                 "Zustellpunkt ist {own}.",
                 "Ask the Landesredaktion to correct the responsibility; one's own destination is "
                 "{own}."},
        .explain = {"Anträge für diesen Ort und diese Leistung gehen an die genannte Stelle. "
                    "Verglichen wird mit dem Zustellpunkt im Profil.",
                    "Applications for this place and service go to the authority named. The "
                    "comparison is with the destination in the profile."},
    },
    {
        .code = "ANB-F312",
        .text = {"In dieser Umgebung werden Routen von Hand eingetragen, nicht aus dem "
                 "Landesredaktionssystem übernommen.",
                 "In this environment routes are entered by hand, not taken from the system of the "
                 "Landesredaktion."},
        .cause = {},
        .responsible = Responsible::fitconnect_support,
        .next = {"Eintrag beim FIT-Connect-Support anfordern; den fertigen Text schreibt: "
                 "fitconnect-destination --env … route … --support-mail",
                 "Request the entry from the FIT-Connect support; the ready text is written by: "
                 "fitconnect-destination --env … route … --support-mail"},
        .explain = {"Ein Warten auf den Abgleich ist hier vergeblich.",
                    "Waiting for the synchronisation is in vain here."},
    },
    {
        .code = "ANB-F313",
        .text = {"{n} Zustellpunkte für {ars} / {leika}: {list}.",
                 "{n} destinations for {ars} / {leika}: {list}."},
        .cause = {},
        .responsible = Responsible::landesredaktion,
        .next = {"Landesredaktion bitten, den überzähligen Eintrag zu entfernen.",
                 "Ask the Landesredaktion to remove the superfluous entry."},
        .explain = {"Zu Ort und Leistung darf es genau einen Zustellpunkt geben; sonst hängt vom "
                    "Zufall ab, wer den Antrag erhält.",
                    "There must be exactly one destination for place and service; otherwise chance "
                    "decides who receives the application."},
    },
    {
        .code = "ANB-F314",
        .text = {"Der Eintrag fehlt: Die Adressierungsinformationen sind {n} Tage alt, der "
                 "Abgleich geschieht etwa einmal täglich.",
                 "The entry is missing: the addressing information is {n} days old, entries are "
                 "synchronised about once a day."},
        .cause = {},
        .responsible = Responsible::landesredaktion,
        .next =
            {"Landesredaktion fragen, ob und wie die Adressierungsinformationen eingetragen sind.",
             "Ask the Landesredaktion whether and how the addressing information is entered."},
        .explain = {"Länger als drei Tage nach der Ausgabe der Adressierungsinformationen ist "
                    "Warten vergeblich. Häufig wurden sie nicht übermittelt, beim Einfügen "
                    "umbrochen oder bei einer anderen Leistung eingetragen.",
                    "More than three days after the addressing information was issued, waiting is "
                    "in vain. Often it was not passed on, was broken into lines when pasted, or "
                    "was entered with another service."},
    },
    {
        .code = "ANB-F315",
        .text =
            {"Der Eintrag ist vermutlich noch nicht abgeglichen: Die Angaben sind vom {date} (vor "
             "{n} Tagen).",
             "The entry is probably not synchronised yet: the data are of {date} ({n} days ago)."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Morgen erneut prüfen.", "Check again tomorrow."},
        .explain = {"Einträge der Landesredaktion werden etwa einmal täglich in das Routing "
                    "übernommen. Nach drei Tagen gilt ein Eintrag als fehlend.",
                    "Entries of the Landesredaktion are taken over into the routing about once a "
                    "day. After three days an entry counts as missing."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> routing_messages()
{
    return k_messages;
}

} // namespace anb::messages
