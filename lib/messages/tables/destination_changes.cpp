// Messages ANB-F2…: schema versions, changes, reply channels, comparison of Zustellpunkte.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-F202",
        .text = {"Vom Stand {from} führt kein Weg zum Stand {to}.",
                 "No way leads from the state {from} to the state {to}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Stand ansehen: fitconnect-destination --env … show",
                 "Look at the state: fitconnect-destination --env … show"},
        .explain = {"Ein Zustellpunkt wird angelegt (created), aktiviert (active), stillgelegt "
                    "(inactive) und frühestens nach 30 Tagen aufgelöst (decommissioned). Ein "
                    "angelegter nimmt noch keine Anträge an und muss dafür nicht stillgelegt "
                    "werden; ein aufgelöster kommt nicht zurück.",
                    "A destination is created, activated (active), deactivated (inactive) and "
                    "retired after 30 days at the earliest (decommissioned). One that is only "
                    "created accepts no applications and need not be deactivated for that; a "
                    "retired one does not come back."},
    },
    {
        .code = "ANB-F221",
        .text = {"Ab {date} gilt vermutlich eine neue XSozial-basis-Version (in {n} Tagen).",
                 "From {date} on a new version of XSozial-basis is likely (in {n} days)."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next =
            {"Beim Hersteller fragen, ob und ab wann das Fachverfahren eine neue Fassung liest; am "
             "Stichtag schemaUri ändern: fitconnect-destination --env … set-schema",
             "Ask the vendor whether and from when on the specialist application reads a new "
             "version; on that day change schemaUri: fitconnect-destination --env … set-schema"},
        .explain = {"Neue Fassungen erscheinen in der Regel zum 1. Mai und zum 1. November. Wird "
                    "schemaUri dann nicht angepasst, können Antragsstellende nicht absenden. Der "
                    "Hinweis erscheint in den sechs Wochen davor, solange der Zustellpunkt die "
                    "geltende Fassung nennt.",
                    "New versions as a rule appear on 1 May and 1 November. If schemaUri is not "
                    "adapted then, applicants cannot send. The warning appears in the six weeks "
                    "before, as long as the destination names the present version."},
    },
    {
        .code = "ANB-F225",
        .text = {"{value} ist keinem bekannten Standard zuzuordnen.",
                 "{value} belongs to no known standard."},
        .cause = {},
        .responsible = Responsible::none,
        .next =
            {"Die ganze Kennung angeben, etwa urn:xoev-de:d-nrw:standard:xsozialbasis_2.3.1",
             "Give the whole identifier, such as urn:xoev-de:d-nrw:standard:xsozialbasis_2.3.1"},
        .explain = {"Ein Kurzname wie xsozialbasis_2.3.1 wird mit den Kennungen im Zustellpunkt, "
                    "im Profil und in der Liste bekannter Fassungen verglichen. Keine davon hat "
                    "diesen Namen.",
                    "A short name such as xsozialbasis_2.3.1 is compared with the identifiers in "
                    "the destination, in the profile and in the list of known versions. None of "
                    "them has this name."},
    },
    {
        .code = "ANB-F226",
        .text = {"Die Fassung {value} ist nicht bekannt (bekannt: {list}).",
                 "The version {value} is not known (known: {list})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Schreibweise prüfen. Gibt es die Fassung wirklich: --accept-unknown-version",
                 "Check the spelling. If the version really exists: --accept-unknown-version"},
        .explain =
            {"Ein Tippfehler in der schemaUri nimmt eine Leistung vom Netz: niemand kann mehr "
             "absenden. Deshalb werden nur Fassungen der mitgelieferten Liste ohne Weiteres "
             "eingetragen. Eine eigene Liste schema-versions.json im Konfigurationsverzeichnis "
             "tritt an deren Stelle.",
             "A typing error in schemaUri takes a service off the net: nobody can send any more. "
             "Therefore only versions of the shipped list are entered without further ado. A list "
             "schema-versions.json of one's own in the configuration folder takes its place."},
    },
    {
        .code = "ANB-F227",
        .text = {"Die Fassung {value} gilt erst ab {date}.",
                 "The version {value} is in force from {date} on only."},
        .cause = {},
        .responsible = Responsible::none,
        .next =
            {"Bis dahin warten. Soll sie schon jetzt eingetragen werden: --accept-unknown-version",
             "Wait until then. To enter it now: --accept-unknown-version"},
        .explain = {"Sendende Stellen verwenden die neue Fassung erst ab diesem Tag. Wird sie "
                    "früher eingetragen, können Antragsstellende bis dahin nicht absenden.",
                    "Senders use the new version from that day on only. If it is entered earlier, "
                    "applicants cannot send until then."},
    },
    {
        .code = "ANB-F228",
        .text = {"schemaUri {found} hat nicht die Form {expected}.",
                 "schemaUri {found} is not of the form {expected}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"schemaUri prüfen; für XSozial-basis ist es die Kennung der Fassung.",
                 "Check schemaUri; for XSozial-basis it is the identifier of the version."},
        .explain = {"schemaUri ist bei XÖV-Standards die Kennung der Fassung, keine "
                    "Internetadresse. Andere Angaben sind technisch zulässig; ob sie gültig sind, "
                    "kann nicht beurteilt werden.",
                    "For XÖV standards schemaUri is the identifier of the version, not an internet "
                    "address. Other values are technically allowed; whether they are valid cannot "
                    "be judged."},
    },
    {
        .code = "ANB-F229",
        .text = {"Der Zustellpunkt nennt keine Fassung, die zu ersetzen wäre (vorhanden: {found}, "
                 "gesucht: {expected}).",
                 "The destination names no version that could be replaced (offered: {found}, "
                 "wanted: {expected})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Mit --from die Fassung angeben, die ersetzt werden soll.",
                 "Give the version that is to be replaced with --from."},
        .explain = {"Ersetzt wird nur eine andere Fassung desselben Standards. Nennt der "
                    "Zustellpunkt einen anderen Standard, ist das vermutlich ein Versehen.",
                    "Only another version of the same standard is replaced. If the destination "
                    "names another standard, that is probably a mistake."},
    },
    {
        .code = "ANB-F254",
        .text = {"Die Datei mit dem öffentlichen Schlüssel fehlt: {file}.",
                 "The file with the public key is missing: {file}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüsseldateien erzeugen: p12-to-jwk", "Make the key files: p12-to-jwk"},
        .explain =
            {"Zum Anlegen eines Zustellpunkts werden die beiden öffentlichen Schlüssel "
             "hochgeladen. p12-to-jwk schreibt sie aus dem Zertifikat der Verwaltungs-PKI, für die "
             "Testumgebung auch ohne.",
             "To create a destination both public keys are uploaded. p12-to-jwk writes them from "
             "the certificate of the Verwaltungs-PKI, for the test environment also without one."},
    },
    {
        .code = "ANB-F256",
        .text = {"Nicht bestätigt: Hat das Fachverfahren den privaten Schlüssel zu {kid} schon?",
                 "Not confirmed: does the specialist application already have the private key of "
                 "{kid}?"},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Privaten Schlüssel zuerst im Fachverfahren einspielen; dann den Befehl mit "
                 "--receiver-ready wiederholen.",
                 "Install the private key in the specialist application first; then repeat the "
                 "command with --receiver-ready."},
        .explain = {"Sobald der neue Schlüssel aktiv ist, verschlüsseln sendende Stellen damit. "
                    "Ohne den privaten Teil kann das Fachverfahren diese Anträge nicht lesen; sie "
                    "sind dann verloren und müssen neu gestellt werden.",
                    "As soon as the new key is active, senders encrypt with it. Without the "
                    "private half the specialist application cannot read these applications; they "
                    "are lost then and have to be made again."},
    },
    {
        .code = "ANB-F258",
        .text = {"Unter der Kennung {kid} ist im Zustellpunkt ein anderer Schlüssel hinterlegt.",
                 "The destination has another key under the id {kid}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüsseldateien mit einer neuen Kennung erzeugen: p12-to-jwk",
                 "Make the key files with a new id: p12-to-jwk"},
        .explain = {"Alte Schlüssel bleiben beim Zustelldienst, damit Früheres prüfbar bleibt. "
                    "Eine Kennung (kid) kann deshalb nicht ein zweites Mal vergeben werden.",
                    "Old keys stay with the delivery service so that earlier things remain "
                    "verifiable. An id (kid) can therefore not be given a second time."},
    },
    {
        .code = "ANB-F265",
        .text = {"{member} lässt sich nicht auf den gesicherten Stand zurückbringen (jetzt "
                 "{found}, gesichert {expected}).",
                 "{member} cannot be put back to the saved state (now {found}, saved {expected})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Wenn nötig, im Self-Service-Portal von Hand ändern.",
                 "If needed, change it by hand in the self-service portal."},
        .explain = {"Die Schnittstelle kennt keinen Weg zurück zu created und kein Entfernen einer "
                    "Angabe. Alles Übrige wird zurückgebracht.",
                    "The interface knows no way back to created and no removal of a member. "
                    "Everything else is put back."},
    },
    {
        .code = "ANB-F275",
        .text = {"{n} Angaben unterscheiden sich.", "{n} values differ."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Prüfen, ob der Unterschied gewollt ist.",
                 "Check whether the difference is wanted."},
        .explain =
            {"Verglichen werden Name, Kontakt, Metadatenversionen, Leistungen mit Regionen und "
             "Schemata und Antwortkanäle. Kennung, Stand und Schlüssel unterscheiden sich zwischen "
             "Test und Produktion immer und zählen nicht. Den Kontakt sieht nur der Inhaber.",
             "Name, contact, metadata versions, services with regions and schemas, and reply "
             "channels are compared. Id, state and keys always differ between test and production "
             "and do not count. The contact is visible to the owner only."},
    },
    {
        .code = "ANB-F276",
        .text = {"Es fehlt, welche Fassung eingetragen werden soll.",
                 "The version that is to be entered is missing."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Aufruf: set-schema ID NEU, oder set-schema --service NAME NEU, oder set-schema "
                 "--all-services --from ALT --to NEU",
                 "Call: set-schema ID NEW, or set-schema --service NAME NEW, or set-schema "
                 "--all-services --from OLD --to NEW"},
        .explain = {"Die Fassung wird als Kennung oder als Kurzname wie xsozialbasis_2.3.1 "
                    "angegeben, als letztes Wort oder mit --to.",
                    "The version is given as identifier or as short name such as "
                    "xsozialbasis_2.3.1, as the last word or with --to."},
    },
    {
        .code = "ANB-F277",
        .text = {"Zum Vergleich gehören zwei Zustellpunkte und ihre Umgebungen.",
                 "A comparison takes two destinations and their environments."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Aufruf: diff --env test ID --env prod ID, oder diff --service NAME --env test "
                 "--env prod",
                 "Call: diff --env test ID --env prod ID, or diff --service NAME --env test --env "
                 "prod"},
        .explain =
            {"Die erste Umgebung gehört zur ersten Kennung, die zweite zur zweiten. Wird nur eine "
             "genannt, gilt sie für beide. Mit --service kommen beide Kennungen aus dem Profil.",
             "The first environment belongs to the first id, the second one to the second. If only "
             "one is named, it counts for both. With --service both ids come from the profile."},
    },
    {
        .code = "ANB-F280",
        .text = {"Der Zustellpunkt nennt keinen Antwortkanal.",
                 "The destination names no reply channel."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Nur nötig, wenn Antworten über FIT-Connect oder E-Mail gewünscht sind: im "
                 "Self-Service-Portal eintragen.",
                 "Needed only if answers over FIT-Connect or mail are wanted: enter it in the "
                 "self-service portal."},
        .explain = {"Ohne Antwortkanal müssen sendende Stellen davon ausgehen, dass die Antwort "
                    "mit der Briefpost kommt. Die Angabe ist freiwillig und in der Schnittstelle "
                    "als veraltet bezeichnet.",
                    "Without a reply channel senders must assume that the answer comes by paper "
                    "mail. The member is optional and called deprecated by the interface."},
    },
    {
        .code = "ANB-F281",
        .text = {"Der Antwortkanal {found} ist keine gültige Angabe ({expected}).",
                 "The reply channel {found} is no valid value ({expected})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Antwortkanäle im Self-Service-Portal berichtigen.",
                 "Correct the reply channels in the self-service portal."},
        .explain =
            {"Antwortkanäle sind ein Objekt mit mindestens einem Eintrag: deMail, elster, eMail, "
             "fink, fitConnect oder idBundDeMailbox. Was sendende Stellen nicht kennen, übergehen "
             "sie.",
             "Reply channels are an object with at least one member: deMail, elster, eMail, fink, "
             "fitConnect or idBundDeMailbox. Senders pass over what they do not know."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> destination_change_messages()
{
    return k_messages;
}

} // namespace anb::messages
