// Messages ANB-F2…: the Zustellpunkt.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-F201",
        .text = {"Zustellpunkt ist nicht aktiv (Stand: {status}).",
                 "The destination is not active (state: {status})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next =
            {"Aktivieren, im Portal oder mit: fitconnect-destination --env … activate {id}",
             "Activate it, in the portal or with: fitconnect-destination --env … activate {id}"},
        .explain = {"Nur ein aktiver Zustellpunkt nimmt Einreichungen an. Ein neu angelegter steht "
                    "auf created, ein stillgelegter auf inactive; sendende Stellen werden in "
                    "beiden Fällen abgewiesen (Status 422).",
                    "Only an active destination accepts submissions. A new one is created, a "
                    "retired one inactive; senders are turned away in both cases (status 422)."},
    },
    {
        .code = "ANB-F210",
        .text = {"Metadatenschema ≥ 1.5.0 fehlt (vorhanden: {list}).",
                 "Metadata schema ≥ 1.5.0 is missing (offered: {list})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Im Portal zusätzlich 1.5.0 oder höher ankreuzen; das Fachverfahren muss diese "
                 "Fassung lesen können.",
                 "Tick 1.5.0 or higher in the portal as well; the specialist application must be "
                 "able to read it."},
        .explain =
            {"Der Anbindungsleitfaden verlangt mindestens Fassung 1.5.0 des Metadatenschemas. "
             "Versionen werden als Zahlen verglichen, 2.1.0 genügt also auch.",
             "The connection guide demands version 1.5.0 of the metadata schema at least. Versions "
             "are compared as numbers, so 2.1.0 will do as well."},
    },
    {
        .code = "ANB-F220",
        .text = {"schemaUri {old} ist überholt (seit {date}), gültig ist {new}.",
                 "schemaUri {old} is outdated (since {date}), {new} is the valid one."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Mit dem Hersteller klären, ab wann das Fachverfahren die neue Fassung liest; "
                 "dann: fitconnect-destination --env … set-schema",
                 "Ask the vendor from when on the specialist application reads the new version; "
                 "then: fitconnect-destination --env … set-schema"},
        .explain =
            {"Der Zustellpunkt nennt eine ältere Fassung desselben Standards als das Profil "
             "(schema_uri der Leistung) oder als die Liste bekannter Fassungen, mit der das "
             "Programm ausgeliefert wurde. Sendende Stellen wählen das Schema nach dieser Angabe: "
             "Antragsstellende können dann nicht absenden. „seit ?“ heißt, dass der Tag nicht "
             "bekannt ist. Eine Änderung allein der schemaUri erfordert keine neuen "
             "Adressierungsinformationen.",
             "The destination names an older version of the same standard than the profile does "
             "(schema_uri of the service), or than the list of known versions that was shipped "
             "with the program. Senders choose the schema by this value: applicants cannot send "
             "then. \"since ?\" means that the day is not known. Changing schemaUri alone needs no "
             "new addressing information."},
    },
    {
        .code = "ANB-F222",
        .text = {"Format ist {mime}, verlangt ist application/xml.",
                 "The format is {mime}, application/xml is demanded."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Im Portal als Format der Fachdaten XML wählen.",
                 "Choose XML as the format of the data in the portal."},
        .explain = {"XSozial-Nachrichten sind XML. Steht im Zustellpunkt ein anderes Format, "
                    "wählen sendende Stellen ein Schema, das es für diese Leistung nicht gibt.",
                    "XSozial messages are XML. With another format in the destination, senders "
                    "choose a schema that does not exist for this service."},
    },
    {
        .code = "ANB-F223",
        .text = {"Fachdatenschema {expected} fehlt (vorhanden: {found}).",
                 "Data schema {expected} is missing (offered: {found})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next =
            {"schemaUri im Zustellpunkt mit der Angabe des Profils vergleichen und die falsche "
             "berichtigen.",
             "Compare schemaUri of the destination with the profile and correct the wrong one."},
        .explain = {"Der Zustellpunkt bietet für diese Leistung keine Fassung des Standards an, "
                    "den das Profil nennt. Verglichen wird Zeichen für Zeichen: schemaUri ist eine "
                    "Kennung, keine Adresse.",
                    "For this service the destination offers no version of the standard that the "
                    "profile names. The comparison is letter by letter: schemaUri is an "
                    "identifier, not an address."},
    },
    {
        .code = "ANB-F224",
        .text =
            {"Der Zustellpunkt nennt eine neuere Fassung ({found}) als das Profil ({expected}).",
             "The destination names a newer version ({found}) than the profile ({expected})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"schema_uri im Profil anpassen, wenn das Fachverfahren die neuere Fassung liest.",
                 "Adapt schema_uri in the profile if the specialist application reads the newer "
                 "version."},
        .explain = {"Vermutlich wurde der Zustellpunkt zu einem XÖV-Stichtag umgestellt und das "
                    "Profil noch nicht.",
                    "The destination was probably changed on an XÖV date and the profile was not."},
    },
    {
        .code = "ANB-F230",
        .text = {"Leistung {expected} fehlt (vorhanden: {found}).",
                 "Service {expected} is missing (offered: {found})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Leistung im Zustellpunkt eintragen, danach die Adressierungsinformationen neu "
                 "ausgeben und übermitteln.",
                 "Enter the service in the destination, then export the addressing information "
                 "again and pass it on."},
        .explain =
            {"Einreichungen werden nur für Leistungen angenommen, die der Zustellpunkt nennt. "
             "Kennungen sind URN in Kleinschreibung: urn:de:fim:leika:leistung: und 14 Ziffern.",
             "Submissions are accepted only for services that the destination names. Identifiers "
             "are URNs in lower case: urn:de:fim:leika:leistung: and 14 digits."},
    },
    {
        .code = "ANB-F231",
        .text = {"{found} ist kein Leistungsschlüssel der Form {expected}.",
                 "{found} is no service key of the form {expected}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Kennung der Leistung im Zustellpunkt berichtigen.",
                 "Correct the identifier of the service in the destination."},
        .explain = {"Für die Sozialplattform werden Leistungen mit ihrem LeiKa-Schlüssel "
                    "angegeben. Andere URN sind technisch zulässig, werden beim Routing nach LeiKa "
                    "aber nicht gefunden.",
                    "For the Sozialplattform services are named by their LeiKa key. Other URNs are "
                    "technically allowed but are not found when routing by LeiKa."},
    },
    {
        .code = "ANB-F232",
        .text = {"Der Zustellpunkt gilt für {n} Leistungen.",
                 "The destination serves {n} services."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Der Leitfaden empfiehlt je Leistung einen eigenen Zustellpunkt.",
                 "The guide recommends one destination for each service."},
        .explain = {"Ein gemeinsamer Zustellpunkt ist zulässig. Er erschwert aber, das Schema oder "
                    "das Fachverfahren einer einzelnen Leistung zu wechseln.",
                    "A common destination is allowed. It makes it harder to change the schema or "
                    "the specialist application of a single service."},
    },
    {
        .code = "ANB-F240",
        .text = {"Region {expected} ist nicht abgedeckt (vorhanden: {found}).",
                 "Region {expected} is not covered (offered: {found})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Region im Zustellpunkt eintragen, danach die Adressierungsinformationen neu "
                 "ausgeben und übermitteln.",
                 "Enter the region in the destination, then export the addressing information "
                 "again and pass it on."},
        .explain = {"Eine Region deckt einen Ort ab, wenn ihr Schlüssel dem Amtlichen "
                    "Regionalschlüssel gleicht oder dessen Anfang ist: DE05 deckt 059990000000 ab.",
                    "A region covers a place when its key equals the regional key (ARS) or is its "
                    "beginning: DE05 covers 059990000000."},
    },
    {
        .code = "ANB-F241",
        .text = {"Region {found} ist keine gültige Angabe.", "Region {found} is no valid value."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Region als DE und 0 bis 12 Ziffern des Amtlichen Regionalschlüssels angeben.",
                 "Write the region as DE and 0 to 12 digits of the regional key (ARS)."},
        .explain = {"Häufig wurde der Gemeindeschlüssel (AGS) oder ein Name eingetragen.",
                    "Often the municipality key (AGS) or a name was entered."},
    },
    {
        .code = "ANB-F250",
        .text =
            {"Der Zustellpunkt hat einen anderen Schlüssel als {file} ({found} statt {expected}).",
             "The destination has another key than {file} ({found} instead of {expected})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Klären, welcher Schlüssel gilt. Ist der des Zustellpunkts unbekannt: "
                 "Einreichungen können nicht entschlüsselt werden.",
                 "Find out which key is valid. If that of the destination is unknown, submissions "
                 "cannot be decrypted."},
        .explain = {"Sendende Stellen verschlüsseln mit dem Schlüssel, den der Zustellpunkt nennt. "
                    "Nur wer den privaten Teil dazu hat, kann lesen. Verglichen werden Kennung "
                    "(kid) und Schlüssel.",
                    "Senders encrypt with the key that the destination names. Only the holder of "
                    "its private half can read. Both kid and key are compared."},
    },
    {
        .code = "ANB-F251",
        .text = {"Zertifikat des Schlüssels {kid} läuft in {n} Tagen ab ({date}).",
                 "The certificate of key {kid} expires in {n} days ({date})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Ersatz bestellen und den Schlüssel im Zustellpunkt wechseln.",
                 "Order a replacement and change the key of the destination."},
        .explain = {"Mit einem abgelaufenen Zertifikat kann niemand mehr an den Zustellpunkt "
                    "senden. Die Ausstellung dauert Wochen.",
                    "With an expired certificate nobody can send to the destination any more. "
                    "Issuing a new one takes weeks."},
    },
    {
        .code = "ANB-F252",
        .text =
            {"Zertifikat des Schlüssels {kid} läuft in {n} Tagen ab ({date}), weniger als {limit} "
             "Tage.",
             "The certificate of key {kid} expires in {n} days ({date}), less than {limit} days."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Sofort Ersatz beschaffen und den Schlüssel im Zustellpunkt wechseln.",
                 "Get a replacement at once and change the key of the destination."},
        .explain =
            {"Mit einem abgelaufenen Zertifikat kann niemand mehr an den Zustellpunkt senden.",
             "With an expired certificate nobody can send to the destination any more."},
    },
    {
        .code = "ANB-F253",
        .text = {"Der Verschlüsselungsschlüssel {kid} ist beim Zustelldienst nicht abrufbar.",
                 "The delivery service does not have the encryption key {kid}."},
        .cause = {},
        .responsible = Responsible::fitconnect_support,
        .next = {"Schlüssel erneut hochladen; besteht es fort: FIT-Connect-Support fragen.",
                 "Upload the key again; if it persists, ask the FIT-Connect support."},
        .explain = {"Der Zustellpunkt nennt eine Schlüsselkennung, zu der kein Schlüssel "
                    "hinterlegt ist. Niemand kann so an ihn senden.",
                    "The destination names a key id for which no key is stored. Nobody can send to "
                    "it like this."},
    },
    {
        .code = "ANB-F255",
        .text = {"Beide Schlüssel haben dieselbe Kennung (kid {kid}).",
                 "Both keys have the same id (kid {kid})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu erzeugen: p12-to-jwk vergibt je Zweck eine eigene Kennung.",
                 "Make the files again: p12-to-jwk gives each purpose an id of its own."},
        .explain = {"Verschlüsselungs- und Signaturschlüssel werden beim Zustelldienst unter ihrer "
                    "Kennung abgelegt. Haben beide dieselbe, verdeckt einer den anderen.",
                    "Encryption and signature key are stored under their ids. With one id for "
                    "both, one hides the other."},
    },
    {
        .code = "ANB-F260",
        .text = {"Zum Zustellpunkt ist kein Signaturschlüssel hinterlegt.",
                 "No signature key is stored for the destination."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Öffentlichen Signaturschlüssel (signatur.oeffentlich.jwk.json) hochladen.",
                 "Upload the public signature key (signatur.oeffentlich.jwk.json)."},
        .explain = {"Ohne ihn kann niemand prüfen, ob Annahme und Zurückweisung wirklich vom "
                    "Empfänger stammen.",
                    "Without it nobody can verify that an acceptance or a rejection really comes "
                    "from the receiver."},
    },
    {
        .code = "ANB-F261",
        .text = {"Der eigene Signaturschlüssel aus {file} (kid {kid}) ist nicht hinterlegt.",
                 "One's own signature key of {file} (kid {kid}) is not stored."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Öffentlichen Signaturschlüssel hochladen, bevor damit signiert wird.",
                 "Upload the public signature key before signing with it."},
        .explain = {"Ereignisse, die mit einem nicht hinterlegten Schlüssel signiert sind, werden "
                    "vom Zustelldienst abgewiesen und von sendenden Stellen nicht anerkannt.",
                    "Events signed with a key that is not stored are refused by the delivery "
                    "service and not believed by senders."},
    },
    {
        .code = "ANB-F270",
        .text = {"Kontaktdaten unvollständig, es fehlt: {list}.",
                 "Contact data are incomplete, missing: {list}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Kontaktdaten ergänzen; beim Anlegen kommen sie aus [mandant] des Profils (name, "
                 "mail).",
                 "Complete the contact data; when creating they come from [mandant] of the profile "
                 "(name, mail)."},
        .explain = {"An diese Anschrift wenden sich der Zustelldienst und der Support, etwa wenn "
                    "Einreichungen nicht abgeholt werden. Ein Funktionspostfach wird empfohlen.",
                    "The delivery service and the support write to this address, for instance when "
                    "submissions are not fetched. A shared mailbox is recommended."},
    },
    {
        .code = "ANB-F272",
        .text =
            {"Der Zustellpunkt braucht mindestens eine Leistung mit Region und Fachdatenschema.",
             "The destination needs at least one service with region and data schema."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Im Profil [mandant] ars und [leistung.…] leika und schema_uri angeben oder "
                 "--file verwenden.",
                 "Give [mandant] ars and [leistung.…] leika and schema_uri in the profile, or use "
                 "--file."},
        .explain = {"Der Dienst weist einen Zustellpunkt ohne diese Angaben ab; deshalb wird "
                    "nichts gesendet.",
                    "The service refuses a destination without them; therefore nothing is sent."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> destination_messages()
{
    return k_messages;
}

} // namespace anb::messages
