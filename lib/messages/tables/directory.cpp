// Messages ANB-D2… and D3…: access to the DVDV, and what is asked of it.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-D201",
        .text = {"Kein Eintrag für {key}.", "No entry for {key}."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Behördenschlüssel im Profil mit dem Auftrag vergleichen; stimmt er: Eintragung "
                 "beauftragen (dvdv-lookup order-sheet).",
                 "Compare the organisation key in the profile with the order; if it is right, "
                 "order the entry (dvdv-lookup order-sheet)."},
        .explain = {"Das Verzeichnis kennt keine Behörde mit diesem Schlüssel. Groß- und "
                    "Kleinschreibung und das Präfix zählen. Ein neuer Eintrag erscheint auf Kopien "
                    "des Verzeichnisses verspätet.",
                    "The directory knows no organisation with this key. Letter case and the prefix "
                    "count. A new entry reaches copies of the directory late."},
    },
    {
        .code = "ANB-D202",
        .text = {"Eintrag vorhanden, aber nicht mehr gültig: {reason}.",
                 "There is an entry, but it is not valid any more: {reason}."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Gültigkeit des Dienstes verlängern lassen oder die neue Dienste-URI im Profil "
                 "eintragen.",
                 "Have the validity of the service extended, or put the new service URI into the "
                 "profile."},
        .explain =
            {"Das Verzeichnis antwortet mit 204 und nennt den Grund in der Kopfzeile "
             "dvdv-warning-msg: Es gibt einen passenden Dienst, aber er gilt heute nicht. Sendende "
             "Stellen finden ihn nicht.",
             "The directory answers with 204 and gives the reason in the header dvdv-warning-msg: "
             "there is a matching service, but it is not valid today. Senders do not find it."},
    },
    {
        .code = "ANB-D203",
        .text = {"Die Behörde {key} hat keinen Dienst {uri}.",
                 "Organisation {key} has no service {uri}."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Dienste-URI Zeichen für Zeichen mit dem Eintragungskonzept vergleichen (dvdv_uri "
                 "im Profil); stimmt sie: Eintragung beauftragen.",
                 "Compare the service URI letter by letter with the entry concept (dvdv_uri of the "
                 "profile); if it is right, order the entry."},
        .explain =
            {"Die Behörde steht im Verzeichnis, der Dienst nicht. Die Version steht in der "
             "Dienste-URI: Eine neue Version ist ein neuer Dienst und braucht einen eigenen "
             "Eintrag.",
             "The organisation is in the directory, the service is not. The version is part of the "
             "service URI: a new version is a new service and needs an entry of its own."},
    },
    {
        .code = "ANB-D205",
        .text =
            {"Anmeldung abgelehnt: Zertifikat {fingerprint} ist nicht als Client-Zertifikat "
             "eingetragen.",
             "Login refused: certificate {fingerprint} is not registered as client certificate."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Dieses Zertifikat bei der eigenen Behörde als Client-Zertifikat eintragen "
                 "lassen, oder dvdv_client_p12 im Profil berichtigen.",
                 "Have this certificate entered as client certificate of the own organisation, or "
                 "correct dvdv_client_p12 in the profile."},
        .explain = {"Das Verzeichnis gibt nur Zertifikaten ein Token, die bei einer Behörde als "
                    "Client-Zertifikat stehen. Nach einem Zertifikatswechsel muss auch dieser "
                    "Eintrag erneuert werden. Der Fingerabdruck ist SHA-1 über das Zertifikat.",
                    "The directory gives a token only to certificates that are entered as client "
                    "certificates of an organisation. After a change of certificate this entry has "
                    "to be renewed, too. The fingerprint is SHA-1 of the certificate."},
    },
    {
        .code = "ANB-D206",
        .text = {"Für die Anmeldung am Verzeichnis fehlt das Client-Zertifikat (dvdv_client_p12, "
                 "Umgebung {env}).",
                 "The client certificate for the login at the directory is missing "
                 "(dvdv_client_p12, environment {env})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next =
            {"Im Profil unter [env.…] dvdv_client_p12 und dvdv_client_password_file eintragen.",
             "Put dvdv_client_p12 and dvdv_client_password_file below [env.…] into the profile."},
        .explain = {"Ohne Token antwortet das Verzeichnis nicht. Es wird mit dem privaten "
                    "Schlüssel eines Zertifikats geholt, das im DVDV als Client-Zertifikat steht. "
                    "Nur der Zugang intern kommt ohne aus.",
                    "Without a token the directory does not answer. It is fetched with the private "
                    "key of a certificate that is a client certificate in the DVDV. Only the "
                    "access intern does without."},
    },
    {
        .code = "ANB-D207",
        .text = {"Die Antwort von {url} ist keine des Verzeichnisses (erwartet: {expected}).",
                 "The answer of {url} is none of the directory (expected: {expected})."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Adresse in dvdv_servers prüfen; stimmt sie: den Betreiber des Verzeichnisservers "
                 "fragen. Mit -vv zeigt der Befehl jede Anfrage.",
                 "Check the address in dvdv_servers; if it is right, ask the operator of the "
                 "directory server. With -vv the command shows each request."},
        .explain = {"Statt JSON in der Form der Directory API kam etwas anderes: die Seite eines "
                    "Proxys, ein anderer Dienst unter derselben Adresse, oder eine Version der "
                    "Schnittstelle, die diese Fassung nicht kennt.",
                    "In place of JSON in the form of the Directory API something else came: the "
                    "page of a proxy, another service at the same address, or a version of the "
                    "interface that this release does not know."},
    },
    {
        .code = "ANB-D208",
        .text = {"Das Verzeichnis {url} ist gestört (Status {status}).",
                 "The directory {url} is out of order (status {status})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Später wiederholen. Sind Ersatzserver bekannt: alle in dvdv_servers eintragen, "
                 "dann wechselt der Befehl von selbst.",
                 "Try again later. If substitute servers are known, put all of them into "
                 "dvdv_servers; the command then changes over by itself."},
        .explain = {"Der Server hat mit einem Fehler geantwortet, der nichts über den Eintrag "
                    "sagt. Gewechselt wird nur bei technischen Fehlern: keine Verbindung, oder "
                    "Status ab 500. »Nicht gefunden« ist eine Antwort.",
                    "The server answered with an error that says nothing about the entry. The "
                    "server is changed for technical failures only: no connection, or a status of "
                    "500 and more. “Not found” is an answer."},
    },
    {
        .code = "ANB-D209",
        .text = {"Das Verzeichnis versteht die Anfrage nicht: {reason}.",
                 "The directory does not understand the question: {reason}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel, URI und Kategorie prüfen: Länge, Umlaute, Schreibweise.",
                 "Check key, URI and category: length, umlauts, spelling."},
        .explain =
            {"Das Verzeichnis prüft jede Anfrage: Behördenschlüssel 6 bis 255 Zeichen, Dienste-URI "
             "9 bis 1000, Kategorie bis 255, Fingerabdruck genau 40 hexadezimale Zeichen.",
             "The directory checks each question: organisation key 6 to 255 characters, service "
             "URI 9 to 1000, category up to 255, fingerprint exactly 40 hexadecimal characters."},
    },
    {
        .code = "ANB-D242",
        .text = {"Das Client-Zertifikat in {file} hat einen Schlüssel der Art {kind}; das "
                 "Verzeichnis verlangt RSA.",
                 "The client certificate in {file} has a key of kind {kind}; the directory demands "
                 "RSA."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Ein Zertifikat mit RSA-Schlüssel eintragen lassen und in dvdv_client_p12 nennen.",
                 "Have a certificate with an RSA key registered, and name it in dvdv_client_p12."},
        .explain = {"Die Anmeldung ist ein mit RS256 signiertes Token. Andere Verfahren nennt die "
                    "Schnittstellenbeschreibung nicht.",
                    "The login is a token signed with RS256. The description of the interface "
                    "names no other algorithm."},
    },
    {
        .code = "ANB-D243",
        .text = {"Bei {key} ist dieses Zertifikat nicht als Client-Zertifikat eingetragen.",
                 "At {key} this certificate is not entered as client certificate."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Nichts zu tun, wenn das Zertifikat einem Rechenzentrum oder einer anderen Stelle "
                 "gehört, die im Auftrag fragt.",
                 "Nothing to do if the certificate belongs to a data centre or to another body "
                 "that asks on behalf of the organisation."},
        .explain = {"Die Anmeldung war erfolgreich, also steht das Zertifikat bei irgendeiner "
                    "Behörde. Bei der genannten steht es nicht.",
                    "The login succeeded, so the certificate is entered at some organisation. It "
                    "is not entered at the one named."},
    },
    {
        .code = "ANB-D250",
        .text = {"{organization}: {service} benutzt das Zertifikat noch ({role}).",
                 "{organization}: {service} still uses the certificate ({role})."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Austausch beauftragen: dvdv-lookup order-sheet … --cert NEU.cer",
                 "Order the replacement: dvdv-lookup order-sheet … --cert NEW.cer"},
        .explain = {"Solange ein Eintrag das alte Zertifikat nennt, verschlüsseln sendende Stellen "
                    "damit, und der alte private Schlüssel darf nicht gelöscht werden.",
                    "As long as an entry names the old certificate, senders encrypt with it, and "
                    "the old private key must not be deleted."},
    },
    {
        .code = "ANB-D251",
        .text = {"Für den Auftrag fehlt: {field} ({key} im Profil).",
                 "The order lacks: {field} ({key} in the profile)."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die Angabe im Profil ergänzen und den Befehl wiederholen.",
                 "Add it to the profile and call the command again."},
        .explain = {"Ein unvollständiger Auftrag kommt zurück. Der Befehl schreibt ihn deshalb "
                    "erst, wenn alle Angaben da sind; erfunden wird nichts.",
                    "An incomplete order comes back. So the command writes it only when everything "
                    "is there; nothing is made up."},
    },
    {
        .code = "ANB-D252",
        .text = {"{file} enthält einen privaten Schlüssel und gehört nicht in einen Auftrag.",
                 "{file} holds a private key and does not belong into an order."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die .cer-Datei ohne privaten Schlüssel nennen; was das Haus verlassen darf, sagt "
                 "cert-check --public-only.",
                 "Name the .cer file without private key; cert-check --public-only says what may "
                 "leave the house."},
        .explain =
            {"An die DVDV-pflegende Stelle geht nur der öffentliche Teil. Damit die .p12-Datei "
             "nicht aus Versehen mitgeschickt wird, nimmt der Befehl sie gar nicht erst an.",
             "Only the public part goes to the DVDV-pflegende Stelle. So that the .p12 file is not "
             "sent along by mistake, the command does not take it at all."},
    },
    {
        .code = "ANB-D301",
        .text = {"{value} ist kein Behördenschlüssel: das Präfix fehlt (etwa soa:). Art der "
                 "Angabe: {kind}.",
                 "{value} is no organisation key: the prefix is missing (such as soa:). Kind of "
                 "value: {kind}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Den vollständigen Schlüssel aus der Bestätigung der DVDV-pflegenden Stelle "
                 "übernehmen.",
                 "Take the complete key from the confirmation of the DVDV-pflegende Stelle."},
        .explain = {"Ein Behördenschlüssel besteht aus Präfix und Schlüssel: soa:05999000. Ein AGS "
                    "(8 Stellen) oder ARS (12 Stellen) allein genügt nicht; wie der Teil hinter "
                    "dem Präfix gebildet wird, bestimmt die vergebende Stelle. Der AGS steckt im "
                    "ARS: die ersten fünf und die letzten drei Stellen.",
                    "An organisation key consists of a prefix and a key: soa:05999000. An AGS (8 "
                    "digits) or ARS (12 digits) alone will not do; how the part behind the prefix "
                    "is made is up to the body that assigns it. The AGS is in the ARS: its first "
                    "five and its last three digits."},
    },
    {
        .code = "ANB-D302",
        .text = {"Das Präfix {prefix} gibt es nicht (Codeliste {version}); ähnlich ist: {near}.",
                 "There is no prefix {prefix} (code list {version}); a similar one is: {near}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Präfix berichtigen; Groß- und Kleinschreibung und Umlaute zählen.",
                 "Correct the prefix; letter case and umlauts count."},
        .explain =
            {"Die Präfixe stehen in der amtlichen Codeliste der DVDV-Präfixe. Für Sozialämter ist "
             "es soa, für Sozialportale sop. Eine neuere Codeliste kann weitere enthalten: dann "
             "diese Software erneuern.",
             "The prefixes stand in the official code list of DVDV prefixes. For Sozialämter it is "
             "soa, for Sozialportale sop. A newer list may hold more: then renew this software."},
    },
    {
        .code = "ANB-D303",
        .text = {"{value} ist kein Behördenschlüssel (verlangt: {reason}).",
                 "{value} is no organisation key (demanded: {reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel ohne Leerzeichen und mit zusammengesetzten Umlauten (NFC) schreiben, 6 "
                 "bis 255 Zeichen.",
                 "Write the key without blanks and with precomposed umlauts (NFC), 6 to 255 "
                 "characters."},
        .explain =
            {"Das Verzeichnis vergleicht Schlüssel Byte für Byte. Ein Umlaut, der aus zwei Zeichen "
             "besteht (NFD, üblich auf dem Mac), wird nie gefunden, obwohl er gleich aussieht.",
             "The directory compares keys byte by byte. An umlaut made of two characters (NFD, "
             "usual on a Mac) is never found, although it looks the same."},
    },
    {
        .code = "ANB-D304",
        .text =
            {"Hinter ags: steht ein ARS (12 Stellen), verlangt ist der AGS (8 Stellen): ags:{ags}.",
             "Behind ags: stands an ARS (12 digits), demanded is the AGS (8 digits): ags:{ags}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Den AGS verwenden: die ersten fünf und die letzten drei Stellen des ARS.",
                 "Use the AGS: the first five and the last three digits of the ARS."},
        .explain = {"Der Amtliche Regionalschlüssel (ARS) hat 12 Stellen: Land, Regierungsbezirk, "
                    "Kreis, Gemeindeverband, Gemeinde. Der Amtliche Gemeindeschlüssel (AGS) hat 8, "
                    "ihm fehlen die vier Stellen des Gemeindeverbands.",
                    "The regional key (ARS) has 12 digits: Land, Regierungsbezirk, Kreis, "
                    "association of municipalities, municipality. The municipality key (AGS) has "
                    "8; it lacks the four digits of the association."},
    },
    {
        .code = "ANB-D305",
        .text = {"Welche Behörde? Im Profil ({profile}) steht unter [mandant] keine organisation.",
                 "Which organisation? The profile ({profile}) names none below [mandant]."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next =
            {"organisation = \"soa:…\" unter [mandant] ins Profil schreiben; dvdv-lookup nimmt "
             "auch --org soa:….",
             "Write organisation = \"soa:…\" below [mandant] into the profile; dvdv-lookup takes "
             "--org soa:… as well."},
        .explain = {"Der Behördenschlüssel wird nie aus anderen Angaben gebildet: Wie er aussieht, "
                    "bestimmt die vergebende Stelle.",
                    "The organisation key is never made of other values: what it looks like is up "
                    "to the body that assigns it."},
    },
    {
        .code = "ANB-D306",
        .text = {"Kein Dienst genannt, oder das Profil hat keinen mit dvdv_uri.",
                 "No service is named, or the profile has none with dvdv_uri."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Eine Leistung des Profils, eine Dienste-URI oder --all angeben.",
                 "Name a service of the profile, a service URI, or give --all."},
        .explain = {"--all nimmt alle Leistungen des Profils, die eine dvdv_uri haben; mit "
                    "--profiles die Leistungen vieler Profile.",
                    "--all takes every service of the profile that has a dvdv_uri; --profiles the "
                    "services of many profiles."},
    },
    {
        .code = "ANB-D307",
        .text = {"Die Leistung {name} hat im Profil keine dvdv_uri ({source}).",
                 "Service {name} has no dvdv_uri in the profile ({source})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die Dienste-URI aus dem DVDV-Eintragungskonzept der Leistung als dvdv_uri ins "
                 "Profil schreiben.",
                 "Write the service URI of the DVDV entry concept into the profile as dvdv_uri."},
        .explain = {"Das Verzeichnis findet Dienste nur über ihre URI, den targetNamespace der "
                    "WSDL. Sie wird Zeichen für Zeichen verglichen.",
                    "The directory finds services by their URI only, the targetNamespace of the "
                    "WSDL. It is compared letter by letter."},
    },
    {
        .code = "ANB-D308",
        .text = {"--print gibt genau einen Dienst aus, genannt sind {n}.",
                 "--print prints exactly one service, {n} are named."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Eine Leistung oder eine Dienste-URI nennen.",
                 "Name one service or one service URI."},
        .explain = {"Was --print ausgibt, ist für eine Pipe gedacht: genau ein Zertifikat, eine "
                    "Adresse oder eine WSDL.",
                    "What --print prints is meant for a pipe: exactly one certificate, one address "
                    "or one WSDL."},
    },
    {
        .code = "ANB-D309",
        .text = {"Die Kategorie {category} gibt es nicht, oder sie erlaubt keinen Dienst.",
                 "There is no category {category}, or it allows no service."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next =
            {"Den Namen mit dvdv-lookup categories vergleichen; Umlaute und Großschreibung zählen.",
             "Compare the name with dvdv-lookup categories; umlauts and letter case count."},
        .explain =
            {"Kategorien heißen, wie sie im Verzeichnis angezeigt werden, über alle vier Ebenen "
             "eindeutig.",
             "Categories are called as the directory shows them, unique over all four levels."},
    },
    {
        .code = "ANB-D310",
        .text = {"Keine Behörde passt.", "No organisation fits."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Angaben prüfen. Das Verzeichnis sucht nur nach Schlüssel, Zertifikat oder "
                 "Adresse; --name wählt aus dem Gefundenen aus.",
                 "Check what is asked. The directory searches by key, certificate or address only; "
                 "--name chooses from what was found."},
        .explain = {"Eine Suche nach Namen oder eine Liste aller Behörden einer Kategorie bietet "
                    "die Schnittstelle nicht.",
                    "The interface offers neither a search by name nor a list of all organisations "
                    "of a category."},
    },
    {
        .code = "ANB-D311",
        .text = {"Ohne Client-Zertifikat gibt es nichts zu zeigen (Zugang intern).",
                 "Without a client certificate there is nothing to show (access intern)."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Einen Zugang mit Anmeldung verwenden: dvdv_access = \"standalone\".",
                 "Use an access with login: dvdv_access = \"standalone\"."},
        .explain =
            {"Der Zugang intern kommt ohne Anmeldung aus; das Verzeichnis weiß dann nicht, wer "
             "fragt.",
             "The access intern does without login; the directory then does not know who asks."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> directory_messages()
{
    return k_messages;
}

} // namespace anb::messages
