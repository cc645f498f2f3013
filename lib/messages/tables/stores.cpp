// Messages ANB-J1…: PKCS#12 stores.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-J101",
        .text = {"Kennwort für {file} ist falsch.", "Wrong password for {file}."},
        .cause = {"Das Kennwort ist falsch oder die Datei ist beschädigt; beides ist von außen "
                  "nicht zu unterscheiden.",
                  "The password is wrong or the file is damaged; the two cannot be told apart from "
                  "outside."},
        .responsible = Responsible::kommune,
        .next = {"Kennwort erneut eingeben oder mit --password-file angeben.",
                 "Type the password again or give it with --password-file."},
        .explain =
            {"Das Kennwort hat keine der üblichen Ableitungen des Speichers geöffnet: UTF-8, leer "
             "und ohne Kennwort, die doppelte Kodierung alter OpenSSL-Versionen und Windows-1252. "
             "Groß- und Kleinschreibung zählt; eine Kennwortdatei verliert genau einen "
             "Zeilenumbruch am Ende. Bleibt es bei dieser Meldung, die Datei neu beschaffen.",
             "The password opened none of the usual derivations of the store: UTF-8, empty and "
             "absent, the double encoding of old OpenSSL versions and Windows-1252. Case matters; "
             "a password file loses exactly one line break at its end. If this message stays, get "
             "the file anew."},
    },
    {
        .code = "ANB-J102",
        .text = {"{file} ist beschädigt oder unvollständig ({reason}).",
                 "{file} is damaged or incomplete ({reason})."},
        .cause = {"Die Datei wurde beim Herunterladen oder Kopieren abgeschnitten oder verändert.",
                  "The file was cut off or altered while it was downloaded or copied."},
        .responsible = Responsible::kommune,
        .next =
            {"Datei erneut vom Aussteller oder aus der Sicherung holen und die Größe vergleichen.",
             "Get the file again from the issuer or from the backup and compare the size."},
        .explain = {"Der Aufbau der PKCS#12-Datei ist nicht lesbar; in der Klammer steht der Teil, "
                    "an dem das Lesen endete. Mit dem Kennwort hat das nichts zu tun.",
                    "The structure of the PKCS#12 file cannot be read; the parentheses name the "
                    "part where reading ended. It has nothing to do with the password."},
    },
    {
        .code = "ANB-J103",
        .text = {"{file} ist keine PKCS#12-Datei (erkannt: {type}).",
                 "{file} is not a PKCS#12 file (it is: {type})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die .p12- oder .pfx-Datei angeben; einen JKS-Speicher vorher umwandeln: keytool "
                 "-importkeystore -srckeystore {file} -destkeystore neu.p12 -deststoretype PKCS12",
                 "Give the .p12 or .pfx file; convert a JKS store first: keytool -importkeystore "
                 "-srckeystore {file} -destkeystore new.p12 -deststoretype PKCS12"},
        .explain = {"Erkannt wird am Inhalt, nicht an der Endung. Gebraucht wird die Datei mit "
                    "privatem Schlüssel und Zertifikaten, wie sie das Trustcenter ausliefert.",
                    "The content decides, not the suffix. What is needed is the file with the "
                    "private key and the certificates as the trust centre delivers it."},
    },
    {
        .code = "ANB-J104",
        .text = {"{file} enthält keinen privaten Schlüssel – vermutlich die .cer statt der .p12.",
                 "{file} holds no private key – presumably the .cer instead of the .p12."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die .p12-Datei angeben, die das Trustcenter zum Herunterladen angeboten hat.",
                 "Give the .p12 file that the trust centre offered for download."},
        .explain = {"Ein Zertifikat allein (.cer, .crt, .der) ist öffentlich und reicht zum "
                    "Prüfen, aber nicht zum Entschlüsseln und Signieren. Der private Schlüssel "
                    "steht nur in der .p12-Datei.",
                    "A certificate alone (.cer, .crt, .der) is public and enough for checking, but "
                    "not for decrypting and signing. The private key is in the .p12 file only."},
    },
    {
        .code = "ANB-J105",
        .text = {"{file} enthält {n} Schlüssel: {list}. Bitte --alias angeben.",
                 "{file} holds {n} keys: {list}. Please give --alias."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Einen Schlüssel wählen: --alias NAME, --alias FINGERABDRUCK oder --alias NUMMER.",
                 "Choose a key: --alias NAME, --alias FINGERPRINT or --alias NUMBER."},
        .explain = {"Enthält ein Speicher mehrere Schlüssel, wird keiner stillschweigend genommen. "
                    "Die Liste nennt Nummer, Namen, Inhaber und Gültigkeit; als Fingerabdruck gilt "
                    "SHA-256 oder SHA-1 des Zertifikats in Hexadezimalschreibweise.",
                    "When a store holds several keys, none is taken silently. The list names "
                    "number, name, subject and validity; the fingerprint is SHA-256 or SHA-1 of "
                    "the certificate in hexadecimal."},
    },
    {
        .code = "ANB-J106",
        .text = {"{file} enthält einen Schlüssel, aber kein Zertifikat dazu.",
                 "{file} holds a key but no certificate for it."},
        .cause =
            {"Das Zertifikat im Speicher gehört zu einem anderen Schlüssel, oder es fehlt ganz.",
             "The certificate in the store belongs to another key, or there is none at all."},
        .responsible = Responsible::kommune,
        .next = {"Speicher mit dem Zertifikat neu erzeugen: openssl pkcs12 -export -inkey "
                 "SCHLÜSSEL -in ZERTIFIKAT -out neu.p12",
                 "Make the store again with the certificate: openssl pkcs12 -export -inkey KEY -in "
                 "CERTIFICATE -out new.p12"},
        .explain =
            {"Schlüssel und Zertifikat werden über den öffentlichen Schlüssel zugeordnet, nicht "
             "über Namen oder Kennungen im Speicher. Keines der enthaltenen Zertifikate trägt den "
             "öffentlichen Schlüssel des privaten Schlüssels.",
             "Key and certificate are matched by the public key, not by names or identifiers in "
             "the store. None of the certificates carries the public key of the private key."},
    },
    {
        .code = "ANB-J107",
        .text = {"{file}: Angabe {name} = {n} überschreitet die Grenze {limit}.",
                 "{file}: {name} = {n} exceeds the limit {limit}."},
        .cause = {"Die Datei ist beschädigt oder soll das Programm beschäftigen.",
                  "The file is damaged or made to keep the program busy."},
        .responsible = Responsible::kommune,
        .next = {"Herkunft der Datei prüfen und sie neu beschaffen.",
                 "Check where the file comes from and get it anew."},
        .explain = {"Iterationen, Salz, Schlüssellänge, Anzahl und Verschachtelung der Einträge "
                    "werden geprüft, bevor gerechnet wird. Übliche Speicher haben zwischen 1 und "
                    "600000 Iterationen und wenige Kilobyte.",
                    "Iterations, salt, key length, number and nesting of entries are checked "
                    "before anything is computed. Usual stores have between 1 and 600000 "
                    "iterations and a few kilobytes."},
    },
    {
        .code = "ANB-J108",
        .text = {"{file} ist mit {name} verschlüsselt; dazu fehlt OpenSSLs Modul „legacy“.",
                 "{file} is encrypted with {name}; OpenSSL's module “legacy” for it is missing."},
        .cause = {"In schlanken Containern ist legacy.so nicht enthalten.",
                  "Slim containers do not contain legacy.so."},
        .responsible = Responsible::kommune,
        .next = {"Paket libssl3 vollständig installieren, oder den Speicher auf einem anderen "
                 "Rechner umwandeln: openssl pkcs12 -legacy -in {file} -nodes | openssl pkcs12 "
                 "-export -out neu.p12",
                 "Install the package libssl3 completely, or convert the store on another machine: "
                 "openssl pkcs12 -legacy -in {file} -nodes | openssl pkcs12 -export -out new.p12"},
        .explain = {"OpenSSL 3 hat RC2, RC4 und DES in ein eigenes Modul (legacy.so) ausgelagert. "
                    "Es wird nur für diese Datei und nur im Speicher dieses Programms geladen.",
                    "OpenSSL 3 moved RC2, RC4 and DES to a module of their own (legacy.so). It is "
                    "loaded for this file only and in the memory of this program only."},
    },
    {
        .code = "ANB-J109",
        .text = {"{file} enthält keinen Schlüssel „{alias}“. Vorhanden: {list}.",
                 "{file} holds no key “{alias}”. Present: {list}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Namen, Fingerabdruck oder Nummer aus der Liste mit --alias angeben.",
                 "Give a name, fingerprint or number of the list with --alias."},
        .explain = {"Gesucht wird nach dem Namen (friendlyName), dem SHA-256- oder "
                    "SHA-1-Fingerabdruck des Zertifikats und der Nummer, gezählt ab 1.",
                    "The search is by name (friendlyName), by SHA-256 or SHA-1 fingerprint of the "
                    "certificate and by number, counted from 1."},
    },
    {
        .code = "ANB-J110",
        .text = {"{file} ist mit einem veralteten Verfahren ({name}) verschlüsselt; wird gelesen.",
                 "{file} is encrypted with an outdated cipher ({name}); it is read."},
        .cause = {},
        .responsible = Responsible::none,
        .next =
            {"Nichts zu tun; die Datei gehört wie jeder private Schlüssel geschützt aufbewahrt.",
             "Nothing to do; keep the file protected like every private key."},
        .explain =
            {"Viele Trustcenter und ältere Programme schreiben PKCS#12 mit RC2-40 und 3DES. Das "
             "Verfahren schützt den Schlüssel schlechter als AES-256, auf das Zertifikat selbst "
             "hat es keinen Einfluss.",
             "Many trust centres and older programs write PKCS#12 with RC2-40 and 3DES. The cipher "
             "protects the key less well than AES-256; the certificate itself is not affected."},
    },
    {
        .code = "ANB-J111",
        .text = {"{file} hat keine Prüfsumme (MAC); Veränderungen bleiben unbemerkt.",
                 "{file} has no integrity check (MAC); alterations go unnoticed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Speicher neu schreiben: openssl pkcs12 -in {file} -nodes | openssl pkcs12 "
                 "-export -out neu.p12",
                 "Write the store again: openssl pkcs12 -in {file} -nodes | openssl pkcs12 -export "
                 "-out new.p12"},
        .explain = {"Ohne MAC kann niemand feststellen, ob die Datei seit dem Schreiben verändert "
                    "wurde. Schlüssel und Zertifikat wurden trotzdem miteinander verglichen.",
                    "Without a MAC nobody can tell whether the file was altered since it was "
                    "written. Key and certificate were compared all the same."},
    },
    {
        .code = "ANB-J112",
        .text = {"Kennwort passt erst in der Windows-Zeichenkodierung (CP1252).",
                 "Password fits in the Windows encoding (CP1252) only."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Nichts zu tun; bei der nächsten Ausstellung ein Kennwort ohne Umlaute wählen.",
                 "Nothing to do; choose a password without umlauts for the next issue."},
        .explain = {"Die Datei {file} wurde von einem Programm geschrieben, das das Kennwort nicht "
                    "als UTF-8 verwendet. Andere Programme melden dann ein falsches Kennwort, "
                    "obwohl es stimmt.",
                    "The file {file} was written by a program that does not use the password as "
                    "UTF-8. Other programs then report a wrong password although it is right."},
    },
    {
        .code = "ANB-J113",
        .text = {"{file}: der private Schlüssel ist nicht verschlüsselt.",
                 "{file}: the private key is not encrypted."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Speicher mit Kennwort neu schreiben und die alte Datei sicher löschen.",
                 "Write the store again with a password and delete the old file safely."},
        .explain = {"Das Kennwort schützt in dieser Datei nur die Prüfsumme. Wer die Datei lesen "
                    "kann, hat den Schlüssel.",
                    "The password protects only the integrity check of this file. Whoever can read "
                    "the file has the key."},
    },
    {
        .code = "ANB-J114",
        .text = {"{file}: das Kennwort ist nur mit einer einzigen Iteration geschützt.",
                 "{file}: the password is protected by a single iteration only."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Speicher neu schreiben: openssl pkcs12 -in {file} -nodes | openssl pkcs12 "
                 "-export -out neu.p12",
                 "Write the store again: openssl pkcs12 -in {file} -nodes | openssl pkcs12 -export "
                 "-out new.p12"},
        .explain = {"Mit einer Iteration lassen sich Kennwörter sehr schnell durchprobieren. "
                    "Üblich sind 2000 bis 600000 Iterationen.",
                    "With one iteration passwords can be tried very fast. 2000 to 600000 "
                    "iterations are usual."},
    },
    {
        .code = "ANB-J115",
        .text = {"{file} enthält {n} Zertifikate zum selben Schlüssel; verwendet wird {serial}, "
                 "gültig bis {date}.",
                 "{file} holds {n} certificates for the same key; {serial} is used, valid until "
                 "{date}."},
        .cause = {"Das Zertifikat wurde verlängert, ohne den Schlüssel zu wechseln.",
                  "The certificate was renewed without changing the key."},
        .responsible = Responsible::kommune,
        .next =
            {"Prüfen, ob das verwendete Zertifikat auch im DVDV und in FIT-Connect eingetragen "
             "ist.",
             "Check that the certificate used is also the registered one in DVDV and FIT-Connect."},
        .explain = {"Genommen wird das Zertifikat, das zum Prüfzeitpunkt gültig ist und am "
                    "längsten gilt. Das andere bleibt unbeachtet.",
                    "The certificate that is valid at the time of the check and lasts longest is "
                    "taken. The other one is left aside."},
    },
    {
        .code = "ANB-J116",
        .text = {"{file}: {n} Byte hinter dem Ende des Speichers werden nicht beachtet.",
                 "{file}: {n} bytes behind the end of the store are ignored."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Nichts zu tun; der Speicher selbst ist vollständig.",
                 "Nothing to do; the store itself is complete."},
        .explain = {"Hinter dem Speicher stehen weitere Bytes, zum Beispiel ein Zeilenumbruch aus "
                    "einem Kopiervorgang.",
                    "There are further bytes behind the store, such as a line break of a copy."},
    },
    {
        .code = "ANB-J117",
        .text = {"{file} verwendet ein Verfahren, das nicht gelesen werden kann ({name}).",
                 "{file} uses a scheme that cannot be read ({name})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next =
            {"Speicher mit dem Programm, das ihn geschrieben hat, mit AES-256 und SHA-256 neu "
             "schreiben.",
             "Write the store again with AES-256 and SHA-256, using the program that wrote it."},
        .explain =
            {"Gelesen werden PBES2 mit PBKDF2 und AES, Camellia, 3DES, DES oder RC2 sowie die "
             "älteren Verfahren aus RFC 7292 mit RC2, RC4 und 3DES; die Prüfsumme mit SHA-1, SHA-2 "
             "oder MD5.",
             "PBES2 with PBKDF2 and AES, Camellia, 3DES, DES or RC2 is read, and the older schemes "
             "of RFC 7292 with RC2, RC4 and 3DES; the integrity check with SHA-1, SHA-2 or MD5."},
    },
    {
        .code = "ANB-J118",
        .text = {"Kennwort passt erst in der doppelten UTF-8-Kodierung alter OpenSSL-Versionen.",
                 "Password fits only in the double UTF-8 encoding of old OpenSSL versions."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Nichts zu tun; bei der nächsten Ausstellung ein Kennwort ohne Umlaute wählen.",
                 "Nothing to do; choose a password without umlauts for the next issue."},
        .explain = {"OpenSSL vor 1.1 nahm beim Schreiben von {file} jedes Byte der UTF-8-Form des "
                    "Kennworts als eigenes Zeichen. Andere Programme melden dann ein falsches "
                    "Kennwort, obwohl es stimmt.",
                    "OpenSSL before 1.1 took every byte of the password's UTF-8 form in {file} as "
                    "a character of its own. Other programs then report a wrong password although "
                    "it is right."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> store_messages()
{
    return k_messages;
}

} // namespace anb::messages
