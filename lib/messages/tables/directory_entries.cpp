// Messages ANB-D2…: what is wrong with an entry of the DVDV.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-D204",
        .text = {"Die Behörde {key} ist am {date} nicht gültig (eingetragen: {span}).",
                 "Organisation {key} is not valid on {date} (entered: {span})."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next =
            {"Gültigkeit der Behörde verlängern lassen, oder den Schlüssel der Nachfolgerin "
             "verwenden.",
             "Have the validity of the organisation extended, or use the key of its successor."},
        .explain =
            {"Außerhalb ihrer Gültigkeit werden eine Behörde und alle ihre Dienste nicht gefunden.",
             "Outside its validity neither the organisation nor its services are found."},
    },
    {
        .code = "ANB-D210",
        .text = {"Im {directory} steht ein anderes Zertifikat als im Profil.",
                 "The {directory} holds another certificate than the profile."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Austausch beauftragen (dvdv-lookup order-sheet … --cert …). Bis dahin den "
                 "Schlüssel des eingetragenen behalten.",
                 "Order the replacement (dvdv-lookup order-sheet … --cert …). Until then keep the "
                 "key of the registered one."},
        .explain = {"Das Empfängerzertifikat bestimmt das Postfach: Sendende Stellen verschlüsseln "
                    "damit und legen die Nachricht dort ab. Hat niemand mehr den Schlüssel dazu, "
                    "gehen Anträge unbemerkt verloren. Verglichen wird das ganze Zertifikat.",
                    "The recipient certificate names the postbox: senders encrypt with it and "
                    "leave the message there. When nobody has the key any more, applications are "
                    "lost without notice. The whole certificate is compared."},
    },
    {
        .code = "ANB-D211",
        .text = {"Zertifikat fehlt im Eintrag: {kind}.", "The entry lacks a certificate: {kind}."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Das Zertifikat eintragen lassen (dvdv-lookup order-sheet).",
                 "Have the certificate entered (dvdv-lookup order-sheet)."},
        .explain = {"Ohne dieses Zertifikat kann niemand an den Dienst senden: Die Nachricht lässt "
                    "sich nicht verschlüsseln oder die Antwort nicht prüfen.",
                    "Without this certificate nobody can send to the service: the message cannot "
                    "be encrypted, or the answer not be verified."},
    },
    {
        .code = "ANB-D212",
        .text = {"Das Zertifikat für die Inhaltsdaten ist ein anderes als erwartet.",
                 "The certificate for the content is another one than expected."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Austausch beauftragen, oder content_certificate im Profil berichtigen.",
                 "Order the replacement, or correct content_certificate in the profile."},
        .explain = {"Inhaltsdaten werden mit dem Zertifikat verschlüsselt, das die WSDL als Leser "
                    "nennt. Der Empfänger kann sie nur mit dessen Schlüssel lesen.",
                    "The content is encrypted with the certificate that the WSDL names as reader. "
                    "Only its key opens it."},
    },
    {
        .code = "ANB-D213",
        .text = {"Das Verschlüsselungszertifikat des Intermediärs ist ein anderes als im Profil.",
                 "The cipher certificate of the Intermediär is another one than in the profile."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = {"Beim Betreiber des Intermediärs nachfragen, welches gilt; danach Eintrag oder "
                 "Profil berichtigen.",
                 "Ask the operator of the Intermediär which one holds; then correct the entry or "
                 "the profile."},
        .explain = {"Die äußere Hülle jeder Nachricht wird für den Intermediär verschlüsselt. Mit "
                    "dem falschen Zertifikat weist er sie zurück.",
                    "The outer envelope of each message is encrypted for the Intermediär. With the "
                    "wrong certificate it turns them away."},
    },
    {
        .code = "ANB-D214",
        .text =
            {"Das Signaturzertifikat des Intermediärs ist ein anderes als im Profil.",
             "The signature certificate of the Intermediär is another one than in the profile."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = {"Beim Betreiber des Intermediärs nachfragen, welches gilt; danach Eintrag oder "
                 "Profil berichtigen.",
                 "Ask the operator of the Intermediär which one holds; then correct the entry or "
                 "the profile."},
        .explain =
            {"Mit diesem Zertifikat prüfen sendende Stellen die Quittungen des Intermediärs.",
             "Senders verify the receipts of the Intermediär with this certificate."},
    },
    {
        .code = "ANB-D215",
        .text = {"Adresse des Intermediärs fehlt oder ist keine: {url}.",
                 "The address of the Intermediär is missing or is none: {url}."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Die Adresse beim Betreiber des Intermediärs erfragen und eintragen lassen.",
                 "Ask the operator of the Intermediär for the address and have it entered."},
        .explain = {"Verlangt ist eine vollständige Adresse, die mit http:// oder https:// "
                    "beginnt. Ohne sie wissen sendende Stellen nicht, wohin.",
                    "Demanded is a complete address that begins with http:// or https://. Without "
                    "it senders do not know where to go."},
    },
    {
        .code = "ANB-D216",
        .text = {"Adresse des Intermediärs ist {found}, erwartet {expected}.",
                 "The address of the Intermediär is {found}, expected {expected}."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Mit dem Betreiber des Intermediärs klären, welche gilt; danach Eintrag oder "
                 "intermediary_url im Profil berichtigen.",
                 "Ask the operator of the Intermediär which one holds; then correct the entry or "
                 "intermediary_url of the profile."},
        .explain = {"Das Postfach liegt bei einem bestimmten Intermediär. Nennt der Eintrag einen "
                    "anderen, landen Nachrichten dort, wo niemand sie abholt.",
                    "The postbox is at one certain Intermediär. If the entry names another, "
                    "messages end up where nobody fetches them."},
    },
    {
        .code = "ANB-D217",
        .text = {"Der Intermediär {url} antwortet nicht ({reason}).",
                 "The Intermediär {url} does not answer ({reason})."},
        .cause = {},
        .responsible = Responsible::netzwerk,
        .next = {"Von einem anderen Netz prüfen; antwortet er dort, fehlt hier eine Freischaltung, "
                 "sonst den Betreiber des Intermediärs fragen.",
                 "Check from another network; if it answers there, an opening is missing here, "
                 "otherwise ask the operator of the Intermediär."},
        .explain = {"Geprüft wird nur, ob unter der Adresse überhaupt jemand antwortet, von diesem "
                    "Rechner aus. Mit --no-probe entfällt die Prüfung.",
                    "Only whether anybody answers at that address is checked, from this machine. "
                    "With --no-probe the check is left out."},
    },
    {
        .code = "ANB-D218",
        .text = {"Dienstelement {element} fehlt (Netz {network}).",
                 "Service element {element} is missing (network {network})."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Das Dienstelement eintragen lassen.", "Have the service element entered."},
        .explain =
            {"Der Weg zu einem Dienst besteht aus einem Intermediär (OSCI_INTERMEDIARY) und einem "
             "Empfänger (OSCI_ADDRESSEE) desselben Netzes. Internet und TESTA werden am Namen "
             "unterschieden.",
             "The way to a service consists of an Intermediär (OSCI_INTERMEDIARY) and a recipient "
             "(OSCI_ADDRESSEE) of the same network. Internet and TESTA are told apart by name."},
    },
    {
        .code = "ANB-D219",
        .text = {"Mehrere Dienstelemente {element} kommen in Frage ({list}; Netz {network}).",
                 "Several service elements {element} may be meant ({list}; network {network})."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Überzählige Dienstelemente löschen oder eindeutig benennen lassen.",
                 "Have the surplus service elements removed or named unambiguously."},
        .explain = {"Sendende Stellen wählen eines davon, und nicht alle dasselbe. Das Werkzeug "
                    "wählt nicht stillschweigend.",
                    "Senders choose one of them, and not all of them the same. The tool does not "
                    "choose silently."},
    },
    {
        .code = "ANB-D220",
        .text = {"Der Dienst ist vom Typ {found}, für OSCI verlangt ist WSDL_OSCI.",
                 "The service is of type {found}; OSCI demands WSDL_OSCI."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Den Dienst mit der WSDL der Leistung eintragen lassen.",
                 "Have the service entered with the WSDL of the procedure."},
        .explain = {"Ein Dienst vom Typ MANUAL beschreibt keinen OSCI-Weg; Fachverfahren und "
                    "Sozialplattform können ihn nicht verwenden.",
                    "A service of type MANUAL describes no way by OSCI; specialist applications "
                    "and the Sozialplattform cannot use it."},
    },
    {
        .code = "ANB-D221",
        .text = {"Dienste-URI ist {found}, erwartet {expected}.",
                 "The service URI is {found}, expected {expected}."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"dvdv_uri im Profil mit dem Eintragungskonzept vergleichen; stimmt sie: Eintrag "
                 "berichtigen lassen.",
                 "Compare dvdv_uri of the profile with the entry concept; if it is right, have the "
                 "entry corrected."},
        .explain = {"Das Verzeichnis hat einen Dienst mit anderer Kennung geliefert als gefragt. "
                    "Dienste-URIs werden Zeichen für Zeichen verglichen.",
                    "The directory returned a service with another identifier than asked for. "
                    "Service URIs are compared letter by letter."},
    },
    {
        .code = "ANB-D222",
        .text = {"Die Kategorie {category} darf den Dienst {uri} nicht anbieten.",
                 "Category {category} may not offer service {uri}."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Kategorie der Behörde und Dienste-URI mit dem Eintragungskonzept vergleichen.",
                 "Compare category and service URI with the entry concept."},
        .explain =
            {"Das Verzeichnis legt je Kategorie fest, welche Dienste angeboten werden dürfen. "
             "Fehlt die URI dort, ist sie falsch geschrieben, veraltet oder für eine andere "
             "Kategorie gedacht.",
             "The directory settles for each category which services may be offered. If the URI is "
             "not among them, it is misspelt, outdated or meant for another category."},
    },
    {
        .code = "ANB-D223",
        .text = {"Kategorie ist {found}, erwartet {expected}.",
                 "The category is {found}, expected {expected}."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Kategorie berichtigen lassen, oder category im Profil anpassen.",
                 "Have the category corrected, or adapt category in the profile."},
        .explain = {"Sendende Stellen prüfen mit der Kategorie, ob sie die richtige Art von "
                    "Behörde vor sich haben. Erwartet wird die Angabe des Profils, ohne sie die "
                    "Kategorie, die zum Präfix des Schlüssels gehört.",
                    "By the category senders check whether they deal with the right kind of "
                    "organisation. Expected is what the profile says, without it the category that "
                    "belongs to the prefix of the key."},
    },
    {
        .code = "ANB-D224",
        .text = {"Zum Dienst ist keine WSDL hinterlegt.", "The service has no WSDL."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Die WSDL der Leistung hinterlegen lassen.",
                 "Have the WSDL of the procedure entered."},
        .explain = {"Die WSDL sagt, welche Container eine Nachricht hat, was signiert und was "
                    "verschlüsselt wird. Ohne sie ist das nicht geprüft.",
                    "The WSDL says which containers a message has, what is signed and what is "
                    "encrypted. Without it that is not checked."},
    },
    {
        .code = "ANB-D225",
        .text = {"Die hinterlegte WSDL ist nicht lesbar ({reason}).",
                 "The WSDL of the service is not readable ({reason})."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Die WSDL neu hinterlegen lassen.", "Have the WSDL entered again."},
        .explain = {"Das Dokument ist kein wohlgeformtes XML, trägt einen Dokumenttyp oder beginnt "
                    "nicht mit dem Element definitions.",
                    "The document is not well-formed XML, has a document type, or does not begin "
                    "with the element definitions."},
    },
    {
        .code = "ANB-D226",
        .text = {"Die WSDL gehört zu {found}, der Dienst ist {expected}.",
                 "The WSDL belongs to {found}, the service is {expected}."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Die WSDL der richtigen Version hinterlegen lassen.",
                 "Have the WSDL of the right version entered."},
        .explain = {"Die Dienste-URI ist der targetNamespace der WSDL. Weichen sie voneinander ab, "
                    "wurde die WSDL einer anderen Version oder eines anderen Dienstes hinterlegt.",
                    "The service URI is the targetNamespace of the WSDL. If they differ, the WSDL "
                    "of another version or of another service was entered."},
    },
    {
        .code = "ANB-D227",
        .text = {"Die WSDL nennt {name} ({kind}), der Eintrag hat kein solches Dienstelement.",
                 "The WSDL names {name} ({kind}), the entry has no such service element."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Das Dienstelement unter genau diesem Namen eintragen lassen.",
                 "Have the service element entered under exactly this name."},
        .explain = {"Sendende Stellen suchen die Elemente unter den Namen, die in der WSDL stehen. "
                    "Ein anders benanntes Element finden sie nicht.",
                    "Senders look for the elements by the names that stand in the WSDL. They do "
                    "not find one that is named otherwise."},
    },
    {
        .code = "ANB-D228",
        .text = {"Die WSDL verlangt keine Verschlüsselung des Transports.",
                 "The WSDL does not demand encryption of the transport."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next =
            {"Die WSDL mit dem Eintragungskonzept vergleichen; Sozialdaten gehören verschlüsselt.",
             "Compare the WSDL with the entry concept; social data are to be encrypted."},
        .explain = {"osci:binding/@encrypted steht auf false. Sendende Stellen dürften den äußeren "
                    "Umschlag dann unverschlüsselt lassen.",
                    "osci:binding/@encrypted is false. Senders might then leave the outer envelope "
                    "unencrypted."},
    },
    {
        .code = "ANB-D230",
        .text = {"Neben dem Zertifikat steht {field} = {found}, im Zertifikat {expected}.",
                 "Beside the certificate stands {field} = {found}, in the certificate {expected}."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Das Zertifikat neu eintragen lassen, damit die Angaben daraus gebildet werden.",
                 "Have the certificate entered again, so that the text is made from it."},
        .explain = {"Verbindlich ist nur das Zertifikat selbst. Ein Widerspruch zeigt, dass der "
                    "Eintrag von Hand geändert oder nur zur Hälfte erneuert wurde.",
                    "Only the certificate itself counts. A contradiction shows that the entry was "
                    "changed by hand or renewed by half."},
    },
    {
        .code = "ANB-D231",
        .text = {"Eingetragener Fingerabdruck {found} ist nicht der des Zertifikats ({expected}).",
                 "The fingerprint entered, {found}, is not that of the certificate ({expected})."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Das Zertifikat neu eintragen lassen.", "Have the certificate entered again."},
        .explain = {"Über den Fingerabdruck suchen andere Stellen das Zertifikat. Stimmt er nicht, "
                    "finden sie es nicht, oder ein falsches.",
                    "Others look the certificate up by its fingerprint. If it is wrong they do not "
                    "find it, or another one."},
    },
    {
        .code = "ANB-D232",
        .text = {"Der eingetragene Inhalt ist kein Zertifikat.",
                 "What is entered is no certificate."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Das Zertifikat als DER oder PEM neu eintragen lassen.",
                 "Have the certificate entered again as DER or PEM."},
        .explain =
            {"Der Inhalt ist kein Base64 oder kein X.509-Zertifikat. Niemand kann damit "
             "verschlüsseln.",
             "The content is no base64 or no X.509 certificate. Nobody can encrypt with it."},
    },
    {
        .code = "ANB-D233",
        .text = {"Das Zertifikat ist laut Verzeichnis gesperrt ({found}).",
                 "The directory says the certificate is revoked ({found})."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Ein neues Zertifikat beschaffen und eintragen lassen.",
                 "Get a new certificate and have it entered."},
        .explain =
            {"Sendende Stellen lehnen gesperrte Zertifikate ab. Den Sperrstatus bei der "
             "ausstellenden Stelle fragt cert-check --revocation.",
             "Senders refuse revoked certificates. cert-check --revocation asks the issuer."},
    },
    {
        .code = "ANB-D234",
        .text = {"Testzertifikat im produktiven DVDV (Aussteller {found}).",
                 "test certificate in the productive DVDV (issuer {found})."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Das Zertifikat der Produktion eintragen lassen.",
                 "Have the production certificate entered."},
        .explain = {"Der Aussteller nennt sich Test. Testzertifikate werden ohne Prüfung der "
                    "Identität ausgegeben; sendende Stellen in der Produktion lehnen sie ab.",
                    "The issuer calls itself test. Test certificates are issued without checking "
                    "identity; senders in production refuse them."},
    },
    {
        .code = "ANB-D235",
        .text = {"Der Dienst ist am {date} nicht gültig (eingetragen: {span}).",
                 "The service is not valid on {date} (entered: {span})."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Gültigkeit des Dienstes verlängern lassen.",
                 "Have the validity of the service extended."},
        .explain = {"Außerhalb seiner Gültigkeit wird der Dienst nicht gefunden; sendende Stellen "
                    "können nicht zustellen.",
                    "Outside its validity the service is not found; senders cannot deliver."},
    },
    {
        .code = "ANB-D236",
        .text = {"Der Eintrag endet am {date}, in {n} Tagen.",
                 "The entry ends on {date}, in {n} days."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Verlängerung rechtzeitig beauftragen; Kopien des Verzeichnisses brauchen Zeit.",
                 "Order the extension in time; copies of the directory take a while."},
        .explain = {"Mit dem Ende der Gültigkeit verschwindet der Eintrag für sendende Stellen. "
                    "Die Grenzen setzen --warn und --crit.",
                    "When its validity ends the entry vanishes for senders. --warn and --crit set "
                    "the limits."},
    },
    {
        .code = "ANB-D237",
        .text = {"{other} sagt etwas anderes als {server}.",
                 "{other} says something else than {server}."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Einen Tag warten: Kopien werden verzögert abgeglichen. Besteht der Unterschied "
                 "fort: den Betreiber des Servers fragen.",
                 "Wait a day: copies are brought up to date late. If the difference stays, ask the "
                 "operator of the server."},
        .explain = {"Die Server eines Verzeichnisses sind Kopien des Bundesmasters. Solange sie "
                    "verschiedene Stände haben, verwenden sendende Stellen je nach Server den "
                    "alten oder den neuen Eintrag.",
                    "The servers of a directory are copies of the Bundesmaster. As long as they "
                    "differ, senders use the old or the new entry, depending on the server."},
    },
    {
        .code = "ANB-D238",
        .text = {"Für {key} gibt es {n} Behörden.", "There are {n} organisations for {key}."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Doppelte Einträge zusammenführen lassen.", "Have the duplicate entries merged."},
        .explain = {"Ein Behördenschlüssel soll eine Behörde bezeichnen. Geprüft wurde die erste, "
                    "die das Verzeichnis nennt.",
                    "An organisation key is to name one organisation. The first one that the "
                    "directory names was checked."},
    },
    {
        .code = "ANB-D239",
        .text = {"Das Verzeichnis nennt zu {key} eine Behörde mit den Schlüsseln {found}.",
                 "For {key} the directory names an organisation with the keys {found}."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next =
            {"Bei der DVDV-pflegenden Stelle nachfragen; den Eintrag bis dahin nicht verwenden.",
             "Ask the DVDV-pflegende Stelle; do not use the entry until then."},
        .explain = {"Die Antwort gehört zu einer anderen Behörde als der gefragten.",
                    "The answer belongs to another organisation than the one asked for."},
    },
    {
        .code = "ANB-D241",
        .text = {"Kein eingetragenes Client-Zertifikat ist brauchbar (eingetragen: {n}; {list}).",
                 "No registered client certificate is usable (registered: {n}; {list})."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Das aktuelle Client-Zertifikat eintragen lassen.",
                 "Have the current client certificate entered."},
        .explain =
            {"Mit Client-Zertifikaten melden sich die Behörde und ihr Fachverfahren am Verzeichnis "
             "an. Sind alle abgelaufen oder ungeeignet, ist keine Anmeldung mehr möglich.",
             "With client certificates the organisation and its applications log in at the "
             "directory. If all have expired or are unfit, no login is possible any more."},
    },
    {
        .code = "ANB-D260",
        .text = {"Dienstelement {name} ({kind}) ist verlangt und leer.",
                 "Service element {name} ({kind}) is required and empty."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Das Dienstelement ausfüllen lassen.", "Have the service element filled in."},
        .explain = {"Das Element ist als verlangt gekennzeichnet, enthält aber weder Zertifikat "
                    "noch Adresse noch Text.",
                    "The element is marked as required, but holds neither certificate nor address "
                    "nor text."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> directory_entry_messages()
{
    return k_messages;
}

} // namespace anb::messages
