// Messages ANB-C…: signatures, chains, extensions and names of certificates.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-C130",
        .text = {"Nicht von der Verwaltungs-PKI ausgestellt ({found}).",
                 "Not issued by the Verwaltungs-PKI ({found})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Aussteller prüfen; fehlt die Wurzel nur hier, ihre Datei mit --trust angeben.",
                 "Check the issuer; if only the root is missing here, give its file with --trust."},
        .explain = {"Die Kette ist vollständig, endet aber in keiner der Wurzeln, denen vertraut "
                    "wird. Entschieden wird nach dem ganzen Zertifikat der Wurzel, nie nach ihrem "
                    "Namen.",
                    "The chain is complete but ends in none of the trusted roots. The whole root "
                    "certificate decides, never its name."},
    },
    {
        .code = "ANB-C131",
        .text = {"Testzertifikat in der Produktion.", "Test certificate in production."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Das Zertifikat der produktiven Verwaltungs-PKI verwenden oder --env test "
                 "angeben.",
                 "Use the certificate of the productive Verwaltungs-PKI or give --env test."},
        .explain = {"Die Kette endet in einer Wurzel, die als Test geführt wird.",
                    "The chain ends in a root that is kept as a test root."},
    },
    {
        .code = "ANB-C132",
        .text = {"Produktives Zertifikat in einem Testsystem.",
                 "Productive certificate in a test system."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Für Tests ein Testzertifikat beantragen; den produktiven Schlüssel auf "
                 "Testsystemen löschen.",
                 "Order a test certificate for tests; delete the productive key from test "
                 "systems."},
        .explain = {"Testsysteme sind weniger geschützt; wer dort an den Schlüssel kommt, kann "
                    "echte Anträge lesen.",
                    "Test systems are protected less; whoever gets at the key there can read real "
                    "applications."},
    },
    {
        .code = "ANB-C133",
        .text = {"Selbst signiert. In der Produktion nur Verwaltungs-PKI.",
                 "Self-signed. In production only the Verwaltungs-PKI counts."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Für TEST ist das erlaubt; für die Produktion ein Zertifikat der Verwaltungs-PKI "
                 "beantragen.",
                 "Allowed for TEST; for production order a certificate of the Verwaltungs-PKI."},
        .explain = {"Ein selbst signiertes Zertifikat beweist niemandem, wem der Schlüssel "
                    "gehört.",
                    "A self-signed certificate proves to nobody whose key it is."},
    },
    {
        .code = "ANB-C134",
        .text = {"Trägt den Namen einer vertrauten Wurzel, ist aber eine andere ({found}).",
                 "Bears the name of a trusted root but is another one ({found})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Nicht verwenden. Herkunft der Datei klären und die Stelle, von der sie kam, "
                 "unterrichten.",
                 "Do not use it. Clear up where the file comes from and tell whoever sent it."},
        .explain = {"Alle Namen der Verwaltungs-PKI sind öffentlich und können nachgemacht "
                    "werden. Der Schlüssel dieser Wurzel ist nicht der bekannte.",
                    "All names of the Verwaltungs-PKI are public and can be copied. The key of "
                    "this root is not the known one."},
    },
    {
        .code = "ANB-C135",
        .text = {"Aussteller ist eine öffentliche Beispiel-CA ({issuer}), deren Schlüssel jeder "
                 "hat.",
                 "Issuer is a public sample CA ({issuer}) whose keys everybody has."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Nie in der Produktion verwenden; ein Zertifikat der Verwaltungs-PKI beantragen.",
                 "Never use it in production; order a certificate of the Verwaltungs-PKI."},
        .explain = {"Die Beispielschlüssel der OSCI-Bibliothek liegen öffentlich im Netz. Der "
                    "Name ist ein Hinweis, kein Beweis.",
                    "The sample keys of the OSCI library are public. The name is a hint, no "
                    "proof."},
    },
    {
        .code = "ANB-C142",
        .text = {"Zertifikatskette unvollständig: es fehlt {issuer}.",
                 "Certificate chain incomplete: {issuer} is missing."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Das fehlende CA-Zertifikat aus der .p12 oder von der Seite der CA holen und "
                 "mitgeben.",
                 "Get the missing CA certificate from the .p12 or from the CA's page and supply "
                 "it."},
        .explain = {"Zertifikate der Verwaltungs-PKI nennen keine Adresse, unter der ihr "
                    "Aussteller abrufbar ist; die Kette muss deshalb mitgegeben werden.",
                    "Certificates of the Verwaltungs-PKI name no address for fetching their "
                    "issuer; the chain has to be supplied."},
    },
    {
        .code = "ANB-C160",
        .text = {"Mit einem gebrochenen Verfahren signiert: {found}.",
                 "Signed with a broken algorithm: {found}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat mit den verlangten Eigenschaften bei der Registrierungsstelle neu "
                 "beantragen.",
                 "Order a certificate with the demanded properties from the registration "
                 "authority."},
        .explain = {"Signaturen mit MD5 oder SHA-1 lassen sich fälschen. Nur die Selbstsignatur "
                    "einer Wurzel ist davon nicht betroffen.",
                    "Signatures with MD5 or SHA-1 can be forged. Only the self-signature of a "
                    "root is not affected."},
    },
    {
        .code = "ANB-C161",
        .text = {"Signatur des Zertifikats ist ungültig.",
                 "Signature of the certificate is invalid."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Nicht verwenden. Datei neu von der ausstellenden Stelle beziehen.",
                 "Do not use it. Get the file anew from the issuer."},
        .explain = {"Das Zertifikat wurde nach der Ausstellung verändert oder beschädigt, oder es "
                    "stammt nicht von dem genannten Aussteller.",
                    "The certificate was altered or damaged after it was issued, or is not from "
                    "the issuer it names."},
    },
    {
        .code = "ANB-C162",
        .text = {"Signaturverfahren innen und außen sind verschieden.",
                 "Inner and outer signature algorithm differ."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Aussteller des Zertifikats mit Datei und Fundstelle benachrichtigen.",
                 "Tell the issuer of the certificate the file and the place."},
        .explain = {"Beide Angaben müssen gleich sein (RFC 5280 §4.1.1.2); sonst könnte das "
                    "Verfahren ausgetauscht worden sein.",
                    "Both have to be equal (RFC 5280 §4.1.1.2); otherwise the algorithm could "
                    "have been exchanged."},
    },
    {
        .code = "ANB-C163",
        .text = {"Nicht mit RSASSA-PSS und SHA-512 signiert, wie die Dokumentation von "
                 "FIT-Connect es wünscht.",
                 "Not signed with RSASSA-PSS and SHA-512 as FIT-Connect's documentation wishes."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Nichts zu tun.", "Nothing to do."},
        .explain = {"Die Verwaltungs-PKI liefert SHA-256 mit PKCS#1 v1.5; solche Zertifikate "
                    "werden angenommen.",
                    "The Verwaltungs-PKI delivers SHA-256 with PKCS#1 v1.5; such certificates are "
                    "accepted."},
    },
    {
        .code = "ANB-C164",
        .text = {"Aussteller ist keine CA: {subject}.", "Issuer is no CA: {subject}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Nicht verwenden. Herkunft des Zertifikats klären.",
                 "Do not use it. Clear up where the certificate comes from."},
        .explain = {"Wer ein gewöhnliches Zertifikat besitzt, darf damit keine weiteren "
                    "ausstellen. Die Kette ist gefälscht oder falsch aufgebaut.",
                    "Whoever holds an ordinary certificate must not issue others with it. The "
                    "chain is forged or built wrongly."},
    },
    {
        .code = "ANB-C165",
        .text = {"Aussteller darf keine Zertifikate signieren: {subject}.",
                 "Issuer must not sign certificates: {subject}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"CA-Zertifikate der Verwaltungs-PKI neu laden und mit --trust angeben.",
                 "Get the CA certificates of the Verwaltungs-PKI anew and give them with --trust."},
        .explain = {"Der keyUsage der CA fehlt keyCertSign.",
                    "The keyUsage of the CA lacks keyCertSign."},
    },
    {
        .code = "ANB-C166",
        .text = {"Kette länger als ihr Aussteller erlaubt: {subject}.",
                 "Chain longer than its issuer allows: {subject}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"CA-Zertifikate der Verwaltungs-PKI neu laden und mit --trust angeben.",
                 "Get the CA certificates of the Verwaltungs-PKI anew and give them with --trust."},
        .explain = {"pathLenConstraint begrenzt, wie viele CAs unter dieser stehen dürfen.",
                    "pathLenConstraint limits how many CAs may stand below this one."},
    },
    {
        .code = "ANB-C167",
        .text = {"Zertifikate stehen nicht in der Reihenfolge der Kette.",
                 "Certificates are not in the order of the chain."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Reihenfolge in der Datei ändern: erst das eigene Zertifikat, dann die CA, dann "
                 "die Wurzel.",
                 "Change the order in the file: first the holder's certificate, then the CA, then "
                 "the root."},
        .explain = {"Manche Programme nehmen das erste Zertifikat der Datei, ohne die Kette zu "
                    "ordnen.",
                    "Some programs take the first certificate of the file without sorting the "
                    "chain."},
    },
    {
        .code = "ANB-C168",
        .text = {"Dasselbe Zertifikat steht mehrfach in der Datei.",
                 "The same certificate stands in the file more than once."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die Wiederholung aus der Datei löschen.", "Delete the repetition from the file."},
        .explain = {"Wiederholungen schaden meist nicht, deuten aber auf eine falsch "
                    "zusammengesetzte Datei.",
                    "Repetitions mostly do no harm but hint at a file put together wrongly."},
    },
    {
        .code = "ANB-C169",
        .text = {"Die Datei enthält ein Zertifikat, das zu keiner Kette gehört: {subject}.",
                 "The file holds a certificate that belongs to no chain: {subject}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Prüfen, ob das Zertifikat hierher gehört, und es sonst aus der Datei löschen.",
                 "Check whether the certificate belongs here and delete it from the file "
                 "otherwise."},
        .explain = {"Oft ist es das CA-Zertifikat von früher, während das heutige fehlt.",
                    "Often it is the CA certificate of earlier days while today's is missing."},
    },
    {
        .code = "ANB-C170",
        .text = {"Zertifikat verlangt das CA-Zertifikat mit der Seriennummer {expected}; "
                 "vorhanden ist {found} mit demselben Schlüssel.",
                 "Certificate asks for the CA certificate with serial number {expected}; present "
                 "is {found} with the same key."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Das genannte CA-Zertifikat beschaffen; Gegenstellen mit OpenSSL lehnen das "
                 "andere ab.",
                 "Get the named CA certificate; others that use OpenSSL refuse the present one."},
        .explain = {"Zertifikate der Verwaltungs-PKI nennen im authorityKeyIdentifier ein "
                    "bestimmtes CA-Zertifikat. Nach RFC 5280 ist das ein Hinweis und die Kette "
                    "gut; OpenSSL sieht in dem anderen gar keinen Aussteller.",
                    "Certificates of the Verwaltungs-PKI name one CA certificate in "
                    "authorityKeyIdentifier. By RFC 5280 that is a hint and the path is good; "
                    "OpenSSL takes the other one for no issuer at all."},
    },
    {
        .code = "ANB-C171",
        .text = {"OpenSSL nimmt das Zertifikat nicht an ({reason}).",
                 "OpenSSL does not accept the certificate ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Aussteller des Zertifikats mit Datei und Fundstelle benachrichtigen.",
                 "Tell the issuer of the certificate the file and the place."},
        .explain = {"Zwei Leser urteilen unabhängig. Weil fast alle Gegenstellen OpenSSL "
                    "benutzen, gilt ein Zertifikat nur als geeignet, wenn beide es annehmen.",
                    "Two readers judge independently. As nearly everybody uses OpenSSL a "
                    "certificate counts as fit only when both accept it."},
    },
    {
        .code = "ANB-C172",
        .text = {"Unbekannte kritische Erweiterung {found}.",
                 "Unknown critical extension {found}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Aussteller des Zertifikats mit Datei und Fundstelle benachrichtigen.",
                 "Tell the issuer of the certificate the file and the place."},
        .explain = {"Wer eine kritische Erweiterung nicht kennt, muss das Zertifikat ablehnen "
                    "(RFC 5280 §4.2).",
                    "Whoever does not know a critical extension has to refuse the certificate "
                    "(RFC 5280 §4.2)."},
    },
    {
        .code = "ANB-C173",
        .text = {"Erweiterung {found} steht mehrfach im Zertifikat.",
                 "Extension {found} stands in the certificate more than once."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Aussteller des Zertifikats mit Datei und Fundstelle benachrichtigen.",
                 "Tell the issuer of the certificate the file and the place."},
        .explain = {"Jede Erweiterung darf nur einmal vorkommen; Programme lesen sonst "
                    "verschiedene Werte.",
                    "Each extension may occur once only; programs read different values "
                    "otherwise."},
    },
    {
        .code = "ANB-C174",
        .text = {"Zertifikat hat die Version {found} statt 3.",
                 "Certificate has version {found} instead of 3."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat mit den verlangten Eigenschaften bei der Registrierungsstelle neu "
                 "beantragen.",
                 "Order a certificate with the demanded properties from the registration "
                 "authority."},
        .explain = {"Vor Version 3 gab es keine Erweiterungen: Verwendung und Aussteller sind "
                    "nicht festgelegt.",
                    "Before version 3 there were no extensions: usage and issuer are not settled."},
    },
    {
        .code = "ANB-C175",
        .text = {"Seriennummer ist null, negativ oder länger als 20 Byte.",
                 "Serial number is zero, negative or longer than 20 bytes."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Aussteller des Zertifikats mit Datei und Fundstelle benachrichtigen.",
                 "Tell the issuer of the certificate the file and the place."},
        .explain = {"Sperrlisten und das DVDV nennen Zertifikate nach ihrer Seriennummer; "
                    "ungültige lassen sich dort nicht führen.",
                    "Revocation lists and the DVDV name certificates by serial number; invalid "
                    "ones cannot be kept there."},
    },
    {
        .code = "ANB-C176",
        .text = {"Erweiterung {field} ist unlesbar (ab Byte {offset}: {reason}).",
                 "Extension {field} cannot be read (from byte {offset}: {reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Aussteller des Zertifikats mit Datei und Fundstelle benachrichtigen.",
                 "Tell the issuer of the certificate the file and the place."},
        .explain = {"Der Inhalt der Erweiterung entspricht nicht ihrer Beschreibung in RFC 5280. "
                    "Andere Programme lehnen das Zertifikat ab oder übergehen sie.",
                    "The content of the extension is not as RFC 5280 describes it. Other programs "
                    "refuse the certificate or pass over it."},
    },
    {
        .code = "ANB-C180",
        .text = {"Name enthält Steuerzeichen oder Zeichen, die die Schreibrichtung ändern "
                 "({field}).",
                 "Name holds control characters or characters that change the direction of "
                 "writing ({field})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Nicht verwenden, ehe die Herkunft geklärt ist.",
                 "Do not use it before its origin is clear."},
        .explain = {"Solche Zeichen kommen in echten Namen nicht vor; mit ihnen lässt sich ein "
                    "anderer Name vortäuschen.",
                    "Such characters do not occur in real names; they can feign another name."},
    },
    {
        .code = "ANB-C181",
        .text = {"Name ist in einem falschen Zeichenkettentyp geschrieben ({field}).",
                 "Name is written in a wrong string type ({field})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Aussteller des Zertifikats mit Datei und Fundstelle benachrichtigen.",
                 "Tell the issuer of the certificate the file and the place."},
        .explain = {"Zeichen und Typ passen nicht zusammen, etwa Umlaute in PrintableString oder "
                    "ungültiges UTF-8. OpenSSL lehnt manche davon ganz ab.",
                    "Characters and type do not fit, such as umlauts in PrintableString or "
                    "invalid UTF-8. OpenSSL refuses some of them altogether."},
    },
    {
        .code = "ANB-C182",
        .text = {"Zertifikat nennt keinen Inhaber.", "Certificate names no holder."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat mit den verlangten Eigenschaften bei der Registrierungsstelle neu "
                 "beantragen.",
                 "Order a certificate with the demanded properties from the registration "
                 "authority."},
        .explain = {"Der subject ist leer; Empfänger können den Schlüssel niemandem zuordnen.",
                    "The subject is empty; recipients cannot tell whose key it is."},
    },
    {
        .code = "ANB-C183",
        .text = {"Angabe {field} im Namen ist zu lang ({found} Zeichen).",
                 "Part {field} of the name is too long ({found} characters)."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Aussteller des Zertifikats mit Datei und Fundstelle benachrichtigen.",
                 "Tell the issuer of the certificate the file and the place."},
        .explain = {"RFC 5280 begrenzt die Länge, für CN, O und OU auf 64 Zeichen. Manche "
                    "Programme schneiden ab oder lehnen ab.",
                    "RFC 5280 limits the length, to 64 characters for CN, O and OU. Some programs "
                    "cut or refuse."},
    },
    {
        .code = "ANB-C184",
        .text = {"Name beginnt nicht mit GRP: – vermutlich kein Gruppenzertifikat.",
                 "Name does not begin with GRP: – probably no group certificate."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat mit den verlangten Eigenschaften bei der Registrierungsstelle neu "
                 "beantragen.",
                 "Order a certificate with the demanded properties from the registration "
                 "authority."},
        .explain = {"Für OSCI und FIT-Connect sind Gruppenzertifikate vorgesehen (CN=GRP: …). Ein "
                    "Zertifikat einer Person verliert mit ihrem Ausscheiden seinen Zweck.",
                    "Group certificates (CN=GRP: …) are foreseen for OSCI and FIT-Connect. A "
                    "person's certificate loses its purpose when the person leaves."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> certificate_chain_messages()
{
    return k_messages;
}

} // namespace anb::messages
