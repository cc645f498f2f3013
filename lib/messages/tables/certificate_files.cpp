// Messages ANB-C…: files that should hold certificates.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-C150",
        .text = {"{n} von {m} Dateien {may} das Haus nicht verlassen.",
                 "{n} of {m} files {may} not leave the house."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Private Schlüssel aus der Sendung nehmen und nur das Zertifikat weitergeben. "
                 "Ist die Datei schon verschickt, das Zertifikat sperren lassen.",
                 "Take private keys out of what is sent and pass on the certificate only. If the "
                 "file was sent already, have the certificate revoked."},
        .explain = {"Einen privaten Schlüssel braucht außer der Stelle selbst niemand. Wer ihn "
                    "hat, kann Anträge von Bürgerinnen und Bürgern entschlüsseln. Was "
                    "verschlüsselt oder beschädigt ist, kann nicht durchsucht werden und gilt "
                    "deshalb auch als nicht öffentlich.",
                    "Nobody but the holder needs a private key. Whoever has it can decrypt "
                    "citizens' applications. What is encrypted or damaged cannot be searched and "
                    "so does not count as public either."},
    },
    {
        .code = "ANB-C151",
        .text = {"Zertifikat und privater Schlüssel passen nicht zusammen.",
                 "Certificate and private key do not belong together."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Den Schlüssel suchen, mit dem der Antrag gestellt wurde, oder ein neues "
                 "Zertifikat beantragen.",
                 "Look for the key that the request was made with, or order a new certificate."},
        .explain = {"Der öffentliche Schlüssel im Zertifikat ist ein anderer als der zum privaten "
                    "Schlüssel gehörende. Oft liegt noch der Schlüssel des vorigen Zertifikats "
                    "daneben.",
                    "The public key in the certificate is another than the one that belongs to "
                    "the private key. Often the key of the previous certificate still lies beside "
                    "it."},
    },
    {
        .code = "ANB-C158",
        .text = {"Nicht versenden: {kind}.", "Do not send: {kind}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Nur das Zertifikat weitergeben, als PEM-Datei ohne Schlüssel.",
                 "Pass on the certificate only, as a PEM file without key."},
        .explain = {"In der Datei liegt ein privater Schlüssel, oder sie lässt sich nicht "
                    "durchsuchen. Der genannte Ort ist der Name im Archiv.",
                    "A private key lies in the file, or it cannot be searched. The place named is "
                    "the name in the archive."},
    },
    {
        .code = "ANB-C159",
        .text = {"Nicht angesehen: {n} (Verweise und Ähnliches).",
                 "Not looked at: {n} (links and the like)."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Vor dem Versand entfernen oder durch die Datei ersetzen, auf die sie zeigen, "
                 "und erneut prüfen.",
                 "Before sending, remove them or put the file in their place that they lead to, "
                 "and check again."},
        .explain = {"Verweisen wird nicht gefolgt. Manche Programme packen aber die Datei ein, auf "
                    "die ein Verweis zeigt; ob ein privater Schlüssel darin liegt, ist hier nicht "
                    "geprüft.",
                    "Links are not followed. Yet some programs pack the file that a link leads to; "
                    "whether a private key lies in it was not checked here."},
    },
    {
        .code = "ANB-C402",
        .text = {"Zertifikat ist in seiner Kodierung beschädigt: {field}, Byte {offset} "
                 "({reason}).",
                 "Certificate is damaged in its encoding: {field}, byte {offset} ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat bei der Registrierungsstelle oder dem Hersteller noch einmal "
                 "anfordern, am besten als PEM-Datei.",
                 "Ask the registration authority or the manufacturer for the certificate once "
                 "more, best as a PEM file."},
        .explain = {"Ein Zertifikat ist eine Folge von Feldern mit genau bestimmten Längen (DER). "
                    "Das genannte Feld hält sich nicht daran; alles davor ließ sich lesen und "
                    "wird gezeigt. Meist wurde die Datei abgeschnitten oder beim Kopieren "
                    "verändert.",
                    "A certificate is a sequence of fields with exact lengths (DER). The named "
                    "field does not keep to that; everything before it could be read and is "
                    "shown. Mostly the file was cut off or changed while copying."},
    },
    {
        .code = "ANB-C403",
        .text = {"{file} ist ein Java-Schlüsselspeicher ({kind}), kein Zertifikat.",
                 "{file} is a Java key store ({kind}), not a certificate."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"In PKCS#12 umwandeln: keytool -importkeystore -srckeystore {file} -destkeystore "
                 "neu.p12 -deststoretype PKCS12",
                 "Convert to PKCS#12: keytool -importkeystore -srckeystore {file} -destkeystore "
                 "new.p12 -deststoretype PKCS12"},
        .explain = {"Das Format JKS liest nur Java. Das Programm keytool liegt jeder "
                    "Java-Installation bei und wandelt den Speicher in PKCS#12 um, das alle "
                    "Werkzeuge lesen.",
                    "Only Java reads the format JKS. The program keytool comes with every Java "
                    "installation and converts the store to PKCS#12, which all tools read."},
    },
    {
        .code = "ANB-C404",
        .text = {"{file} ist kein Zertifikat, sondern {kind}.",
                 "{file} is not a certificate but {kind}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Das Zertifikat allein als PEM-Datei speichern und diese angeben.",
                 "Save the certificate alone as a PEM file and give that."},
        .explain = {"Erkannt wird am Inhalt, nicht am Namen der Datei. Zertifikate kommen als PEM "
                    "(Text mit BEGIN CERTIFICATE), DER, PKCS#7, PKCS#12, JWK oder im ZIP-Archiv.",
                    "Files are told by their content, not by their name. Certificates come as PEM "
                    "(text with BEGIN CERTIFICATE), DER, PKCS#7, PKCS#12, JWK or in a ZIP "
                    "archive."},
    },
    {
        .code = "ANB-C405",
        .text = {"Datei ist abgeschnitten: bei Byte {offset} fehlt der Rest des Zertifikats.",
                 "File is cut off: at byte {offset} the rest of the certificate is missing."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat bei der Registrierungsstelle oder dem Hersteller noch einmal "
                 "anfordern, am besten als PEM-Datei.",
                 "Ask the registration authority or the manufacturer for the certificate once "
                 "more, best as a PEM file."},
        .explain = {"Das Zertifikat nennt am Anfang seine Länge; die Datei ist kürzer. Meist ist "
                    "eine Übertragung oder das Kopieren aus einer Nachricht abgebrochen.",
                    "The certificate states its length at the start; the file is shorter. Mostly "
                    "a transfer, or copying from a message, broke off."},
    },
    {
        .code = "ANB-C406",
        .text = {"PEM-Block ab Zeile {line} ist beschädigt: {reason}.",
                 "PEM block from line {line} is damaged: {reason}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat bei der Registrierungsstelle oder dem Hersteller noch einmal "
                 "anfordern, am besten als PEM-Datei.",
                 "Ask the registration authority or the manufacturer for the certificate once "
                 "more, best as a PEM file."},
        .explain = {"Ein PEM-Block besteht aus der Zeile BEGIN, Zeilen in Base64 und der Zeile "
                    "END mit derselben Bezeichnung. Der Block wurde übergangen, die folgenden "
                    "wurden gelesen.",
                    "A PEM block is the line BEGIN, lines in Base64 and the line END with the "
                    "same label. The block was passed over, those behind it were read."},
    },
    {
        .code = "ANB-C407",
        .text = {"Hinter dem Zertifikat stehen {n} weitere Bytes.",
                 "{n} more bytes stand behind the certificate."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Das Zertifikat allein als PEM-Datei speichern und diese angeben.",
                 "Save the certificate alone as a PEM file and give that."},
        .explain = {"Was hinter dem Zertifikat steht, gehört zu keinem der bekannten Formate und "
                    "wurde nicht gelesen. Andere Programme lehnen solche Dateien ab.",
                    "What stands behind the certificate belongs to no known format and was not "
                    "read. Other programs refuse such files."},
    },
    {
        .code = "ANB-C408",
        .text = {"Datei war nur mit Nachsicht lesbar: {reason}.",
                 "File could be read with tolerance only: {reason}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Das Zertifikat allein als PEM-Datei speichern und diese angeben.",
                 "Save the certificate alone as a PEM file and give that."},
        .explain = {"Die Datei weicht von der Schreibweise ab, die RFC 7468 für PEM festlegt. "
                    "OpenSSL und andere Programme lesen sie womöglich nicht.",
                    "The file departs from the notation that RFC 7468 lays down for PEM. OpenSSL "
                    "and other programs may not read it."},
    },
    {
        .code = "ANB-C409",
        .text = {"Neben dem Zertifikat liegt ein unverschlüsselter privater Schlüssel.",
                 "An unencrypted private key lies beside the certificate."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Datei nicht weitergeben; den Schlüssel getrennt aufbewahren, nur für den "
                 "Besitzer lesbar (chmod 600).",
                 "Do not pass the file on; keep the key apart, readable for its owner only (chmod "
                 "600)."},
        .explain = {"Wer die Datei lesen kann, kann Anträge entschlüsseln oder im Namen der "
                    "Stelle unterschreiben.",
                    "Whoever can read the file can decrypt applications or sign in the name of "
                    "the holder."},
    },
    {
        .code = "ANB-C410",
        .text = {"{file} enthält kein Zertifikat, sondern: {kind}.",
                 "{file} holds no certificate but: {kind}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die Datei mit dem Zertifikat angeben; die Registrierungsstelle schickt es nach "
                 "der Ausstellung.",
                 "Give the file that holds the certificate; the registration authority sends it "
                 "after issuing."},
        .explain = {"Schlüssel und Antrag (CSR) entstehen vor dem Zertifikat und liegen oft "
                    "daneben. Geprüft werden kann nur das Zertifikat.",
                    "Key and request (CSR) come before the certificate and often lie beside it. "
                    "Only the certificate can be checked."},
    },
    {
        .code = "ANB-C411",
        .text = {"{file} überschreitet eine Grenze ({reason}).",
                 "{file} exceeds a limit ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Nur die Zertifikate angeben, um die es geht.",
                 "Give the certificates in question only."},
        .explain = {"Grenzen: 64 MiB je Datei, 10.000 Zertifikate, drei Archive ineinander. Sie "
                    "schützen vor Dateien, die beim Auspacken riesig werden.",
                    "Limits: 64 MiB per file, 10,000 certificates, three archives within each "
                    "other. They guard against files that become huge while unpacking."},
    },
    {
        .code = "ANB-C412",
        .text = {"{file} übergangen: {reason}.", "{file} passed over: {reason}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Nichts zu tun.", "Nothing to do."},
        .explain = {"In einem Ordner liegen oft auch andere Dateien. Sie werden genannt und "
                    "gelten nicht als Fehler.",
                    "Other files often lie in a folder too. They are named and do not count as "
                    "errors."},
    },
    {
        .code = "ANB-C413",
        .text = {"Eintrag „{label}“ ({place}) wurde nicht geprüft.",
                 "Entry “{label}” ({place}) was not checked."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Ohne --offline erneut aufrufen.", "Call again without --offline."},
        .explain = {"Was im DVDV und bei einem Zustellpunkt eingetragen ist, lässt sich nur mit "
                    "Netz erfragen. Damit sich ohne Netz niemand darauf verlässt, erscheinen diese "
                    "Einträge als Warnung.",
                    "What is registered in the DVDV and at a Zustellpunkt can only be asked with a "
                    "network. So that nobody relies on them without one, these entries appear as "
                    "a warning."},
    },
    {
        .code = "ANB-C414",
        .text =
            {"Der Vertrauensanker „{subject}“ in {file} steht nicht in trust_sha256 des Profils "
             "(Satz {set}).",
             "The trust anchor “{subject}” in {file} is not in trust_sha256 of the profile "
             "(set {set})."},
        .cause = {"SHA-256 der Datei: {found}.", "SHA-256 of the file: {found}."},
        .responsible = Responsible::kommune,
        .next = {"Herkunft der Datei klären; nur wenn die ausstellende PKI diesen Fingerabdruck "
                 "bestätigt, ihn in trust_sha256 aufnehmen.",
                 "Find out where the file comes from; only when the issuing PKI confirms this "
                 "fingerprint, add it to trust_sha256."},
        .explain = {"Mit trust_sha256 sagt das Profil, welchen Wurzeln je Umgebung vertraut wird, "
                    "gleich welche Datei mit --trust oder trust angegeben ist. Eine fremde Wurzel "
                    "hält den Aufruf an, denn sie ließe jede Kette gelten, die jemand mit ihr "
                    "ausstellt.",
                    "With trust_sha256 the profile says which roots are trusted per environment, "
                    "whichever file --trust or trust gives. A foreign root stops the call, for it "
                    "would let pass every chain someone issues with it."},
    },
    {
        .code = "ANB-C415",
        .text = {"Das Inventar {file} hat keinen Eintrag; nichts wurde geprüft.",
                 "The inventory {file} has no entry; nothing was checked."},
        .cause = {"Die Datei ist leer oder wurde abgeschnitten.",
                  "The file is empty or was cut off."},
        .responsible = Responsible::kommune,
        .next = {"Das Inventar wiederherstellen: [datei.NAME], [dvdv.NAME] oder "
                 "[zustellpunkt.NAME].",
                 "Restore the inventory: [datei.NAME], [dvdv.NAME] or [zustellpunkt.NAME]."},
        .explain = {"Eine Überwachung, die nichts überwacht, meldet auch keinen Ablauf. Deshalb "
                    "gilt ein leeres Inventar nicht als „in Ordnung“.",
                    "Monitoring that watches nothing reports no expiry either. So an empty "
                    "inventory does not count as “ok”."},
    },
    {
        .code = "ANB-C416",
        .text = {"In {file} liegt keine Datei; nichts wurde geprüft.",
                 "No file lies in {file}; nothing was checked."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Den Ordner angeben, der versandt werden soll.",
                 "Give the folder that is to be sent."},
        .explain = {"Wo nichts liegt, kann nichts geprüft werden. Oft ist der Ordner ein anderer "
                    "als der gemeinte.",
                    "Where nothing lies nothing can be checked. Often the folder is another than "
                    "the one meant."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> certificate_file_messages()
{
    return k_messages;
}

} // namespace anb::messages
