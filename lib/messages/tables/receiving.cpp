// Messages ANB-S6…: receiving.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-S601",
        .text = {"Das Ereignis des Absendens nennt keine Prüfsummen.",
                 "The submit event names no authentication tags."},
        .cause = {},
        .responsible = Responsible::fitconnect_support,
        .next = {"Zurückweisen: receive-testantrag fetch … --reject missing-authentication-tags",
                 "Reject: receive-testantrag fetch … --reject missing-authentication-tags"},
        .explain = {"Ohne Authentication-Tags kann der Empfänger nicht prüfen, ob er die "
                    "abgesendeten Teile vor sich hat.",
                    "Without authentication tags the receiver cannot check whether the parts at "
                    "hand are the ones submitted."},
    },
    {
        .code = "ANB-S610",
        .text = {"{part} lässt sich nicht entschlüsseln.", "{part} does not decrypt."},
        .cause = {"Der Sender hat einen anderen Schlüssel verwendet, oder im Schlüsselordner fehlt "
                  "ein älterer Schlüssel.",
                  "The sender used another key, or an older key is missing in the folder of keys."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Erst den Schlüsselordner prüfen; liegt es am Sender: --reject encryption-issue",
                 "Check the folder of keys first; if it is the sender: --reject encryption-issue"},
        .explain = {"Kopf, Schlüsselkennung oder Inhalt des verschlüsselten Teils passen zu keinem "
                    "der eigenen Schlüssel, oder der Teil wurde verändert. Mit receive-testantrag "
                    "inspect lässt sich der Kopf ansehen.",
                    "Header, key id or content of the encrypted part fit none of the own keys, or "
                    "the part was changed. receive-testantrag inspect shows the header."},
    },
    {
        .code = "ANB-S611",
        .text = {"{part} ist nicht wohlgeformt ({found}).", "{part} is not well-formed ({found})."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Zurückweisen: --reject syntax-violation", "Reject: --reject syntax-violation"},
        .explain = {"Der entschlüsselte Inhalt ist kein XML oder JSON, das man lesen könnte.",
                    "The decrypted content is no XML or JSON that could be read."},
    },
    {
        .code = "ANB-S612",
        .text = {"Die Metadaten nennen kein Schema.", "The metadata name no schema."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Zurückweisen: --reject missing-schema", "Reject: --reject missing-schema"},
        .explain = {"Ohne $schema gelten Metadaten als Version 1.0.0; der Zustellpunkt bietet "
                    "diese Version nicht an.",
                    "Without $schema metadata count as version 1.0.0; the destination does not "
                    "offer that version."},
    },
    {
        .code = "ANB-S613",
        .text = {"Die Metadatenversion {found} bietet der Zustellpunkt nicht an.",
                 "The destination does not offer the metadata version {found}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Zurückweisen (--reject unsupported-schema) oder die Version im Zustellpunkt "
                 "zulassen.",
                 "Reject (--reject unsupported-schema) or allow the version in the destination."},
        .explain = {"Der Sender muss eine der Versionen verwenden, die der Zustellpunkt nennt.",
                    "The sender has to use one of the versions that the destination names."},
    },
    {
        .code = "ANB-S614",
        .text = {"{part} entspricht nicht dem Schema ({found}).",
                 "{part} does not conform to the schema ({found})."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Zurückweisen: --reject schema-violation", "Reject: --reject schema-violation"},
        .explain = {"Ein verlangtes Element fehlt oder hat einen unzulässigen Wert.",
                    "A required element is missing or has a value that is not allowed."},
    },
    {
        .code = "ANB-S615",
        .text = {"Die Leistung {found} bietet der Zustellpunkt nicht an.",
                 "The destination does not offer the service {found}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Zurückweisen (--reject unsupported-service) oder die Leistung im Zustellpunkt "
                 "ergänzen.",
                 "Reject (--reject unsupported-service) or add the service to the destination."},
        .explain = {"Der Zustellpunkt nennt, für welche Verwaltungsleistungen er Anträge annimmt.",
                    "The destination names the services for which it takes applications."},
    },
    {
        .code = "ANB-S616",
        .text = {"Die Leistung in den Metadaten ({found}) ist eine andere als die der Einreichung "
                 "({expected}).",
                 "The service in the metadata ({found}) differs from the one of the submission "
                 "({expected})."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Zurückweisen: --reject service-mismatch", "Reject: --reject service-mismatch"},
        .explain = {"Beide Angaben müssen dieselbe Verwaltungsleistung nennen.",
                    "Both must name the same service."},
    },
    {
        .code = "ANB-S617",
        .text = {"Das Fachdatenschema {found} bietet der Zustellpunkt nicht an.",
                 "The destination does not offer the data schema {found}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Zurückweisen (--reject unsupported-data-schema) oder das Schema im Zustellpunkt "
                 "ergänzen.",
                 "Reject (--reject unsupported-data-schema) or add the schema to the destination."},
        .explain =
            {"Schema-URI und Format der Fachdaten müssen zu der Leistung im Zustellpunkt stehen.",
             "Schema URI and format of the data must stand with the service in the destination."},
    },
    {
        .code = "ANB-S618",
        .text = {"Die Anlagen der Metadaten sind andere als die der Einreichung (Metadaten: "
                 "{found}; Einreichung: {expected}).",
                 "The attachments of the metadata differ from those of the submission (metadata: "
                 "{found}; submission: {expected})."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Zurückweisen: --reject attachments-mismatch",
                 "Reject: --reject attachments-mismatch"},
        .explain = {"Jede angekündigte Anlage muss in den Metadaten stehen und umgekehrt, jede "
                    "genau einmal.",
                    "Every announced attachment must stand in the metadata and the other way "
                    "round, each exactly once."},
    },
    {
        .code = "ANB-S619",
        .text = {"Die Einreichung enthält keine Fachdaten.", "The submission has no data."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Zurückweisen: --reject missing-data", "Reject: --reject missing-data"},
        .explain = {"Die Metadaten beschreiben Fachdaten, die es in der Einreichung nicht gibt.",
                    "The metadata describe data that the submission does not have."},
    },
    {
        .code = "ANB-S620",
        .text = {"Die Anlage konnte nicht geladen werden ({part}).",
                 "The attachment could not be loaded ({part})."},
        .cause = {},
        .responsible = Responsible::fitconnect_support,
        .next = {"Später erneut versuchen; besteht es fort: --reject missing-attachment",
                 "Try again later; if it persists: --reject missing-attachment"},
        .explain =
            {"Die Einreichung nennt eine Anlage, die der Zustelldienst nicht herausgibt.",
             "The submission names an attachment that the delivery service does not hand out."},
    },
    {
        .code = "ANB-S621",
        .text = {"Die Prüfsumme des Inhalts stimmt nicht ({part}).",
                 "The hash of the content differs ({part})."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Zurückweisen: --reject hash-mismatch", "Reject: --reject hash-mismatch"},
        .explain = {"Der SHA-512-Wert über die entschlüsselten Bytes ist ein anderer als in den "
                    "Metadaten. Häufige Ursache beim Sender: Die Daten wurden nach dem Hashen neu "
                    "formatiert.",
                    "The SHA-512 over the decrypted bytes differs from the one in the metadata. A "
                    "frequent cause at the sender: the data were formatted anew after hashing."},
    },
    {
        .code = "ANB-S622",
        .text = {"Die Anlage ist in Teile zerlegt oder enthält ausgelagerte Fachdaten; das wird "
                 "nicht unterstützt ({part}).",
                 "The attachment is split or holds data that were moved out; that is not supported "
                 "({part})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Nichts annehmen oder zurückweisen; mit dem Fachverfahren abholen.",
                 "Neither accept nor reject; fetch it with the receiving system."},
        .explain = {"Metadaten ab Version 2 erlauben zerlegte Anlagen (fragments) und Fachdaten "
                    "als Anlage (purpose data). Dieses Werkzeug setzt sie nicht zusammen. Der "
                    "Sender hat nichts falsch gemacht.",
                    "From version 2 on, metadata allow split attachments (fragments) and data as "
                    "an attachment (purpose data). This tool does not put them together. The "
                    "sender did nothing wrong."},
    },
    {
        .code = "ANB-S623",
        .text = {"Den Rückkanal {found} bietet der Zustellpunkt nicht an.",
                 "The destination does not offer the reply channel {found}."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Zurückweisen: --reject unsupported-reply-channel",
                 "Reject: --reject unsupported-reply-channel"},
        .explain = {"Der Sender darf nur einen Rückkanal wünschen, den der Zustellpunkt nennt.",
                    "The sender may ask only for a reply channel that the destination names."},
    },
    {
        .code = "ANB-S624",
        .text = {"Die Prüfsumme eines Datensatzes der Metadaten stimmt nicht ({place}).",
                 "The hash of a data set in the metadata differs ({place})."},
        .cause = {"Welche Bytes zählen, ist nicht festgelegt, wenn der Inhalt kein Text ist.",
                  "Which bytes count is not defined when the content is no text."},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Den Sender fragen, worüber er die Prüfsumme bildet.",
                 "Ask the sender what the hash is made over."},
        .explain = {"Metadaten 2.1.0 können Datensätze mit Prüfsumme enthalten. Die Fachdaten und "
                    "Anlagen sind davon nicht betroffen.",
                    "Metadata 2.1.0 may hold data sets with a hash. Data and attachments are not "
                    "affected."},
    },
    {
        .code = "ANB-S625",
        .text =
            {"Die Region {found} bedient der Zustellpunkt für diese Leistung nicht ({expected}).",
             "The destination does not serve the region {found} for this service ({expected})."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Zurückweisen (--reject unsupported-service) oder die Region im Zustellpunkt "
                 "ergänzen.",
                 "Reject (--reject unsupported-service) or add the region to the destination."},
        .explain = {"Der Zustellpunkt nennt zu jeder Leistung die Regionen, für die er Anträge "
                    "annimmt.",
                    "The destination names, with each service, the regions for which it takes "
                    "applications."},
    },
    {
        .code = "ANB-S631",
        .text = {"Keine abholbereite oder gespeicherte Einreichung {id}.",
                 "No waiting or stored submission {id}."},
        .cause = {"Sie ist schon angenommen oder zurückgewiesen, oder sie gehört zu einem anderen "
                  "Zustellpunkt.",
                  "It is accepted or rejected already, or it belongs to another destination."},
        .responsible = Responsible::none,
        .next = {"Abholbereites anzeigen: receive-testantrag list",
                 "Show what waits: receive-testantrag list"},
        .explain = {"Der Zustelldienst zeigt nur Einreichungen im Stand 'submitted'; nach Annahme "
                    "oder Zurückweisung sind sie nicht mehr abrufbar.",
                    "The delivery service shows only submissions in the state 'submitted'; after "
                    "acceptance or rejection they can no longer be fetched."},
    },
    {
        .code = "ANB-S632",
        .text = {"{file} ist nicht mehr, was das Verzeichnis der Abholung sagt.",
                 "{file} is no longer what the manifest says."},
        .cause = {"Die Datei wurde nach der Abholung geändert oder gelöscht.",
                  "The file was changed or removed after it was fetched."},
        .responsible = Responsible::none,
        .next = {"Den Ordner umbenennen und erneut abholen.", "Rename the folder and fetch again."},
        .explain = {"Ein schon abgeholter Vorgang wird nicht erneut geladen; seine Dateien werden "
                    "mit manifest.json verglichen.",
                    "A case that is stored already is not loaded again; its files are compared "
                    "with manifest.json."},
    },
    {
        .code = "ANB-S633",
        .text = {"Kein privater Schlüssel zum Entschlüsseln in {file}.",
                 "No private decryption key in {file}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Den Ordner angeben, in den p12-to-jwk geschrieben hat: --keys DIR, oder keys im "
                 "Profil",
                 "Name the folder that p12-to-jwk wrote to: --keys DIR, or keys in the profile"},
        .explain = {"Gesucht werden Dateien mit der Endung .privat.jwk.json; mindestens eine muss "
                    "für RSA-OAEP-256 sein.",
                    "Files ending in .privat.jwk.json are looked for; at least one must be for "
                    "RSA-OAEP-256."},
    },
    {
        .code = "ANB-S634",
        .text = {"Der private Schlüssel {file} ist für andere lesbar.",
                 "The private key {file} may be read by others."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Rechte einschränken: chmod 600 {file}",
                 "Restrict the permissions: chmod 600 {file}"},
        .explain = {"Wer den Schlüssel lesen kann, kann Anträge entschlüsseln oder in Ihrem Namen "
                    "annehmen. Deshalb wird er so nicht verwendet.",
                    "Who can read the key can decrypt applications or accept in your name. So it "
                    "is not used like this."},
    },
    {
        .code = "ANB-S635",
        .text = {"Zum Annehmen oder Zurückweisen fehlt der Signaturschlüssel.",
                 "The signature key for accepting or rejecting is missing."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"signatur.privat.jwk.json in den Schlüsselordner legen (p12-to-jwk).",
                 "Put signatur.privat.jwk.json into the folder of keys (p12-to-jwk)."},
        .explain = {"Annahme und Zurückweisung sind vom Zustellpunkt unterschriebene Ereignisse. "
                    "Ohne den privaten Signaturschlüssel wird nichts gesendet.",
                    "Acceptance and rejection are events signed by the destination. Without the "
                    "private signature key nothing is sent."},
    },
    {
        .code = "ANB-S636",
        .text = {"Der Vorgang {id} ist schon entschieden: {state}.",
                 "The case {id} is decided already: {state}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Nichts; eine Einreichung wird genau einmal angenommen oder zurückgewiesen.",
                 "Nothing; a submission is accepted or rejected exactly once."},
        .explain =
            {"Der Zustelldienst hat das Ereignis abgelehnt, weil im Protokoll schon ein anderes "
             "steht.",
             "The delivery service refused the event because the log has another one already."},
    },
    {
        .code = "ANB-S640",
        .text = {"{file} ist weder JWE noch JWS in Kurzform.",
                 "{file} is neither a compact JWE nor a compact JWS."},
        .cause = {},
        .responsible = Responsible::none,
        .next =
            {"Eine Datei mit fünf (JWE) oder drei (JWS) durch Punkte getrennten Teilen angeben.",
             "Name a file with five (JWE) or three (JWS) parts separated by dots."},
        .explain = {"Verschlüsselte Teile von FIT-Connect haben fünf Segmente, Ereignisse drei.",
                    "Encrypted parts of FIT-Connect have five segments, events three."},
    },
    {
        .code = "ANB-S642",
        .text = {"Es fehlt die Angabe, was abgeholt werden soll.",
                 "What is to be fetched is not said."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Eine Kennung angeben, oder --all, oder --watch.",
                 "Give an id, or --all, or --watch."},
        .explain = {"Ohne Angabe wird nichts abgeholt; alles Abholbereite holt --all.",
                    "Nothing is fetched without being named; --all fetches everything that waits."},
    },
    {
        .code = "ANB-S644",
        .text = {"Die Stelle {instance} ist keine Anlage dieser Einreichung ({list}).",
                 "{instance} is no attachment of this submission ({list})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Die Kennung der Anlage angeben: --reject PROBLEM@attachment:ID",
                 "Give the id of the attachment: --reject PROBLEM@attachment:ID"},
        .explain = {"Ein Zurückweisungsgrund, der eine Anlage betrifft, nennt ihre Kennung; sie "
                    "steht in manifest.json und in der Ausgabe von fetch.",
                    "A rejection reason about an attachment names its id; it stands in "
                    "manifest.json and in what fetch prints."},
    },
    {
        .code = "ANB-S650",
        .text = {"Callbacks werden nur auf diesem Rechner angenommen, nicht auf {address}.",
                 "Callbacks are taken on this machine only, not on {address}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"--callback-listen 127.0.0.1:PORT angeben und den eigenen TLS-Proxy dorthin "
                 "weiterleiten lassen.",
                 "Give --callback-listen 127.0.0.1:PORT and let your own TLS proxy pass on to it."},
        .explain = {"Der Zustelldienst ruft nur Adressen mit https und öffentlichem Zertifikat. "
                    "Beides stellt der vorhandene Proxy; dieses Programm ist von außen nicht "
                    "erreichbar.",
                    "The delivery service calls addresses with https and a public certificate "
                    "only. Your proxy provides both; this program cannot be reached from outside."},
    },
    {
        .code = "ANB-S651",
        .text = {"Auf {address} lassen sich keine Callbacks annehmen.",
                 "No callbacks can be taken on {address}."},
        .cause = {"Der Port ist belegt oder darf nicht benutzt werden.",
                  "The port is taken or may not be used."},
        .responsible = Responsible::kommune,
        .next = {"Einen anderen Port wählen.", "Choose another port."},
        .explain = {"Ein anderes Programm belegt die Adresse, oder es fehlt die Berechtigung für "
                    "Ports unter 1024.",
                    "Another program has the address, or the permission for ports below 1024 is "
                    "missing."},
    },
    {
        .code = "ANB-S652",
        .text = {"Das Callback-Secret hat {length} Zeichen; erlaubt sind 32 bis 512.",
                 "The callback secret has {length} characters; 32 to 512 are allowed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Das Secret verwenden, das im Zustellpunkt eingetragen ist.",
                 "Use the secret that is entered in the destination."},
        .explain = {"Das Secret steht im Zustellpunkt und in der Datei von "
                    "--callback-secret-file; beide müssen gleich sein.",
                    "The secret stands in the destination and in the file of "
                    "--callback-secret-file; both must be the same."},
    },
    {
        .code = "ANB-S653",
        .text = {"Callbacks abgewiesen: {count} ({reason}).",
                 "Callbacks refused: {count} ({reason})."},
        .cause =
            {"Secret der Datei und des Zustellpunkts verschieden, Uhr falsch, oder ein Fremder "
             "ruft.",
             "Secret of the file and of the destination differ, the clock is wrong, or a "
             "stranger calls."},
        .responsible = Responsible::kommune,
        .next = {"Secret und Uhrzeit vergleichen; abgeholt wird weiterhin nach der Uhr.",
                 "Compare secret and time; fetching goes on by the clock."},
        .explain =
            {"Ein Callback zählt nur mit richtiger Signatur und einem Zeitstempel, der höchstens "
             "fünf Minuten alt ist. Ein abgewiesener ändert nichts.",
             "A callback counts only with the right signature and a timestamp of at most five "
             "minutes ago. A refused one changes nothing."},
    },
    {
        .code = "ANB-S654",
        .text = {"In der Produktion wird nur ein benannter Zustellpunkt mit --accept beobachtet.",
                 "In production --accept watches one named destination only."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"--destination ID angeben und mit --confirm die ersten 8 Zeichen bestätigen.",
                 "Give --destination ID and confirm its first 8 characters with --confirm."},
        .explain =
            {"Änderungen an der Produktion werden bestätigt. Bei --watch geschieht das einmal "
             "für den Zustellpunkt, nicht für jeden Vorgang.",
             "Changes of production are confirmed. With --watch that happens once for the "
             "destination, not for every case."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> receiving_messages()
{
    return k_messages;
}

} // namespace anb::messages
