// Messages ANB-C…: dates, keys and usages of certificates.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-C101",
        .text = {"Zertifikat ist abgelaufen (seit {date}). Antragsstellende können nicht "
                 "absenden.",
                 "Certificate has expired (on {date}). Applicants cannot send."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Neues Zertifikat bei der Registrierungsstelle beantragen; die Ausstellung "
                 "dauert Wochen.",
                 "Order a new certificate from the registration authority; issuing takes weeks."},
        .explain = {"Nach dem Ablauf lehnen Sender das Zertifikat ab; der Dienst wird "
                    "abgeschaltet, bis ein neues Zertifikat im DVDV oder im Zustellpunkt steht. "
                    "Die letzte Sekunde der Gültigkeit zählt noch mit.",
                    "After expiry senders refuse the certificate; the service is switched off "
                    "until a new one stands in the DVDV or in the Zustellpunkt. The last second "
                    "of validity still counts."},
    },
    {
        .code = "ANB-C119",
        .text = {"Zertifikat läuft in {n} Tagen ab ({date}), weniger als {crit} Tage.",
                 "Certificate expires in {n} days ({date}), fewer than {crit} days."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Neues Zertifikat bei der Registrierungsstelle beantragen; die Ausstellung "
                 "dauert Wochen.",
                 "Order a new certificate from the registration authority; issuing takes weeks."},
        .explain = {"Die Grenze setzt --crit (Vorgabe 21 Tage). Antrag, Ausstellung und "
                    "Eintragung dauern zusammen mehrere Wochen.",
                    "The limit is set by --crit (default 21 days). Order, issue and registration "
                    "together take several weeks."},
    },
    {
        .code = "ANB-C120",
        .text = {"Zertifikat läuft in {n} Tagen ab ({date}).",
                 "Certificate expires in {n} days ({date})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Neues Zertifikat bei der Registrierungsstelle beantragen; die Ausstellung "
                 "dauert Wochen.",
                 "Order a new certificate from the registration authority; issuing takes weeks."},
        .explain = {"Die Grenze setzt --warn (Vorgabe 60 Tage), weil ein Ersatz Wochen braucht.",
                    "The limit is set by --warn (default 60 days) because a replacement takes "
                    "weeks."},
    },
    {
        .code = "ANB-C121",
        .text = {"Zertifikat ist noch nicht gültig (ab {date}).",
                 "Certificate is not yet valid (from {date})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Uhr des Rechners prüfen, sonst bis zu diesem Tag das bisherige Zertifikat "
                 "benutzen.",
                 "Check the clock of the machine, otherwise use the present certificate until "
                 "that day."},
        .explain = {"Ein Zertifikat gilt erst ab notBefore; vorher lehnen Gegenstellen es ab.",
                    "A certificate counts from notBefore only; the other side refuses it before."},
    },
    {
        .code = "ANB-C122",
        .text = {"Zertifikat der Kette ist abgelaufen (seit {date}): {subject}.",
                 "Certificate of the chain has expired (on {date}): {subject}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"CA-Zertifikate der Verwaltungs-PKI neu laden und mit --trust angeben.",
                 "Get the CA certificates of the Verwaltungs-PKI anew and give them with --trust."},
        .explain = {"Das eigene Zertifikat ist gut, aber eine CA darüber ist abgelaufen. "
                    "Gegenstellen lehnen die ganze Kette ab. Oft gibt es schon ein erneuertes "
                    "CA-Zertifikat mit demselben Schlüssel.",
                    "The certificate itself is good, but a CA above it has expired. The other "
                    "side refuses the whole chain. Often a renewed CA certificate with the same "
                    "key exists."},
    },
    {
        .code = "ANB-C123",
        .text = {"Zertifikat der Kette läuft in {n} Tagen ab ({date}), weniger als {crit} Tage: "
                 "{subject}.",
                 "Certificate of the chain expires in {n} days ({date}), fewer than {crit} days: "
                 "{subject}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"CA-Zertifikate der Verwaltungs-PKI neu laden und mit --trust angeben.",
                 "Get the CA certificates of the Verwaltungs-PKI anew and give them with --trust."},
        .explain = {"Es zählt das früheste Ende in der ganzen Kette, nicht nur das des eigenen "
                    "Zertifikats.",
                    "The earliest end in the whole chain counts, not only that of the certificate "
                    "itself."},
    },
    {
        .code = "ANB-C124",
        .text = {"Zertifikat der Kette läuft in {n} Tagen ab ({date}): {subject}.",
                 "Certificate of the chain expires in {n} days ({date}): {subject}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"CA-Zertifikate der Verwaltungs-PKI neu laden und mit --trust angeben.",
                 "Get the CA certificates of the Verwaltungs-PKI anew and give them with --trust."},
        .explain = {"Es zählt das früheste Ende in der ganzen Kette, nicht nur das des eigenen "
                    "Zertifikats.",
                    "The earliest end in the whole chain counts, not only that of the certificate "
                    "itself."},
    },
    {
        .code = "ANB-C125",
        .text = {"Beginn der Gültigkeit liegt nach ihrem Ende.", "Validity begins after it ends."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Aussteller des Zertifikats mit Datei und Fundstelle benachrichtigen.",
                 "Tell the issuer of the certificate the file and the place."},
        .explain = {"notBefore liegt nach notAfter: das Zertifikat war und ist an keinem Tag "
                    "gültig.",
                    "notBefore is later than notAfter: the certificate was and is valid on no "
                    "day."},
    },
    {
        .code = "ANB-C126",
        .text = {"Ein Zeitpunkt ist nicht in der Form geschrieben, die DER und RFC 5280 "
                 "verlangen.",
                 "A time is not written in the form that DER and RFC 5280 demand."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Aussteller des Zertifikats mit Datei und Fundstelle benachrichtigen.",
                 "Tell the issuer of the certificate the file and the place."},
        .explain = {"Verlangt sind UTCTime mit Sekunden und Z bis 2049, danach GeneralizedTime. "
                    "Andere Programme lehnen solche Zeiten ab, obwohl sie ein Datum anzeigen.",
                    "UTCTime with seconds and Z is demanded until 2049, GeneralizedTime from then "
                    "on. Other programs refuse such times although they show a date."},
    },
    {
        .code = "ANB-C127",
        .text = {"Ein Zeitpunkt der Gültigkeit ist unlesbar.",
                 "A time of the validity cannot be read."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Aussteller des Zertifikats mit Datei und Fundstelle benachrichtigen.",
                 "Tell the issuer of the certificate the file and the place."},
        .explain = {"Das Datum gibt es nicht (30. Februar, Monat 13) oder es enthält andere "
                    "Zeichen als Ziffern. Es wird nie stillschweigend umgerechnet.",
                    "The date does not exist (30 February, month 13) or holds other characters "
                    "than digits. It is never silently converted."},
    },
    {
        .code = "ANB-C128",
        .text = {"Zertifikat der Kette ist noch nicht gültig (ab {date}): {subject}.",
                 "Certificate of the chain is not yet valid (from {date}): {subject}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Uhr des Rechners prüfen, sonst das derzeit gültige CA-Zertifikat beschaffen.",
                 "Check the clock of the machine, otherwise get the CA certificate that is valid "
                 "now."},
        .explain = {"Eine CA über dem eigenen Zertifikat gilt erst ab notBefore.",
                    "A CA above the certificate counts from notBefore only."},
    },
    {
        .code = "ANB-C140",
        .text = {"Schlüssel zu kurz: {n} Bit, verlangt {m}.",
                 "Key too short: {n} bit, {m} demanded."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat mit den verlangten Eigenschaften bei der Registrierungsstelle neu "
                 "beantragen.",
                 "Order a certificate with the demanded properties from the registration "
                 "authority."},
        .explain = {"FIT-Connect nimmt nur RSA mit 4096 Bit. Für OSCI, DVDV und TLS gelten "
                    "Schlüssel unter 2000 Bit als gebrochen.",
                    "FIT-Connect takes RSA with 4096 bit only. For OSCI, DVDV and TLS keys below "
                    "2000 bit count as broken."},
    },
    {
        .code = "ANB-C141",
        .text = {"Schlüsselverwendung reicht nicht: es fehlt {usage}.",
                 "Key usage does not suffice: {usage} is missing."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat mit den verlangten Eigenschaften bei der Registrierungsstelle neu "
                 "beantragen.",
                 "Order a certificate with the demanded properties from the registration "
                 "authority."},
        .explain = {"Zum Entschlüsseln braucht das Zertifikat keyEncipherment, zum Signieren "
                    "digitalSignature. Ohne sie lehnen Gegenstellen den Schlüssel für diese "
                    "Aufgabe ab.",
                    "To decrypt a certificate needs keyEncipherment, to sign digitalSignature. "
                    "Without them the other side refuses the key for that task."},
    },
    {
        .code = "ANB-C143",
        .text = {"Schlüssel mit {n} Bit wird in dieser Länge nicht mehr erneuert; verlangt sind "
                 "{m}.",
                 "A key of {n} bit is not renewed at this size; {m} are demanded."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat mit den verlangten Eigenschaften bei der Registrierungsstelle neu "
                 "beantragen.",
                 "Order a certificate with the demanded properties from the registration "
                 "authority."},
        .explain = {"Die TR-02102-1 des BSI verlangt seit 2024 mindestens 3000 Bit. Ältere "
                    "Zertifikate dürfen bis zu ihrem Ablauf weiter benutzt werden. --strict macht "
                    "daraus einen Fehler.",
                    "TR-02102-1 of the BSI demands at least 3000 bit since 2024. Older "
                    "certificates may be used until they expire. --strict makes it an error."},
    },
    {
        .code = "ANB-C144",
        .text = {"Schlüssel länger als vorgesehen: {n} Bit statt {m}.",
                 "Key longer than foreseen: {n} bit instead of {m}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Vor der Umstellung mit einem Testantrag prüfen, ob alle Beteiligten den "
                 "Schlüssel annehmen.",
                 "Before the change, try with a test application whether everybody accepts the "
                 "key."},
        .explain = {"Das Schema von FIT-Connect setzt 4096 Bit als Mindestlänge; längere "
                    "Schlüssel sind nicht erprobt.",
                    "The schema of FIT-Connect sets 4096 bit as the minimum; longer keys are "
                    "untried."},
    },
    {
        .code = "ANB-C147",
        .text = {"Schlüsselart {found} ist für diesen Zweck ungeeignet.",
                 "Key type {found} is unfit for this use."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat mit den verlangten Eigenschaften bei der Registrierungsstelle neu "
                 "beantragen.",
                 "Order a certificate with the demanded properties from the registration "
                 "authority."},
        .explain = {"OSCI und FIT-Connect arbeiten nur mit RSA-Schlüsseln (rsaEncryption). "
                    "Elliptische Kurven und reine RSASSA-PSS-Schlüssel können nicht "
                    "entschlüsseln.",
                    "OSCI and FIT-Connect work with RSA keys (rsaEncryption) only. Elliptic "
                    "curves and keys for RSASSA-PSS only cannot decrypt."},
    },
    {
        .code = "ANB-C148",
        .text = {"Öffentlicher Exponent des Schlüssels ist nicht 65537.",
                 "Public exponent of the key is not 65537."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat mit den verlangten Eigenschaften bei der Registrierungsstelle neu "
                 "beantragen.",
                 "Order a certificate with the demanded properties from the registration "
                 "authority."},
        .explain = {"FIT-Connect verlangt e = 65537. Der Exponent 3 gilt auch anderswo als "
                    "schwach.",
                    "FIT-Connect demands e = 65537. The exponent 3 counts as weak elsewhere too."},
    },
    {
        .code = "ANB-C149",
        .text = {"Öffentlicher Schlüssel ist unbrauchbar ({reason}).",
                 "Public key is unusable ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Aussteller des Zertifikats mit Datei und Fundstelle benachrichtigen.",
                 "Tell the issuer of the certificate the file and the place."},
        .explain = {"Der Modul eines RSA-Schlüssels ist eine positive ungerade Zahl mit höchstens "
                    "16384 Bit. Mit diesem Schlüssel kann niemand rechnen.",
                    "The modulus of an RSA key is a positive odd number of at most 16384 bit. "
                    "Nobody can compute with this key."},
    },
    {
        .code = "ANB-C152",
        .text = {"Zertifikat nennt keine Schlüsselverwendung.", "Certificate names no key usage."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat mit den verlangten Eigenschaften bei der Registrierungsstelle neu "
                 "beantragen.",
                 "Order a certificate with the demanded properties from the registration "
                 "authority."},
        .explain = {"Zertifikate der Verwaltungs-PKI tragen keyUsage immer. Ohne die Erweiterung "
                    "gilt der Schlüssel für alles; manche Gegenstellen lehnen das ab.",
                    "Certificates of the Verwaltungs-PKI always bear keyUsage. Without the "
                    "extension the key counts for everything; some refuse that."},
    },
    {
        .code = "ANB-C153",
        .text = {"Schlüsselverwendung ist nicht als kritisch gekennzeichnet.",
                 "Key usage is not marked critical."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Nichts zu tun.", "Nothing to do."},
        .explain = {"Das Profil der Verwaltungs-PKI verlangt keyUsage als kritische Erweiterung; "
                    "das Zertifikat stammt vermutlich aus einer anderen CA.",
                    "The profile of the Verwaltungs-PKI demands keyUsage as a critical extension; "
                    "the certificate is probably from another CA."},
    },
    {
        .code = "ANB-C154",
        .text = {"Zertifikat einer Stelle erlaubt das Ausstellen von Zertifikaten oder "
                 "Sperrlisten.",
                 "Certificate of a holder allows issuing certificates or revocation lists."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat mit den verlangten Eigenschaften bei der Registrierungsstelle neu "
                 "beantragen.",
                 "Order a certificate with the demanded properties from the registration "
                 "authority."},
        .explain = {"keyCertSign und cRLSign gehören nur in CA-Zertifikate.",
                    "keyCertSign and cRLSign belong in CA certificates only."},
    },
    {
        .code = "ANB-C155",
        .text = {"Das ist ein CA-Zertifikat, nicht das einer Stelle.",
                 "This is a CA certificate, not that of a holder."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Das eigene Zertifikat angeben; die CA steht in der Kette darüber.",
                 "Give the holder's certificate; the CA stands above it in the chain."},
        .explain = {"basicConstraints sagt cA=TRUE. Zum Verschlüsseln oder Signieren von Anträgen "
                    "taugt ein CA-Zertifikat nicht.",
                    "basicConstraints says cA=TRUE. A CA certificate is not for encrypting or "
                    "signing applications."},
    },
    {
        .code = "ANB-C156",
        .text = {"Statt {expected} nur {found} erlaubt.",
                 "Only {found} allowed instead of {expected}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat mit den verlangten Eigenschaften bei der Registrierungsstelle neu "
                 "beantragen.",
                 "Order a certificate with the demanded properties from the registration "
                 "authority."},
        .explain = {"Manche Gegenstellen nehmen die Ersatzverwendung an, verlassen sollte man "
                    "sich darauf nicht.",
                    "Some accept the substitute usage, but it is not to be relied on."},
    },
    {
        .code = "ANB-C157",
        .text = {"Erweiterte Schlüsselverwendung passt nicht: {expected} fehlt.",
                 "Extended key usage does not fit: {expected} is missing."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Zertifikat mit den verlangten Eigenschaften bei der Registrierungsstelle neu "
                 "beantragen.",
                 "Order a certificate with the demanded properties from the registration "
                 "authority."},
        .explain = {"Für Server verlangt TLS serverAuth, für Clients clientAuth. Fehlt die "
                    "Erweiterung ganz, gilt alles als erlaubt.",
                    "TLS demands serverAuth for servers and clientAuth for clients. Where the "
                    "extension is absent everything counts as allowed."},
    },
    {
        .code = "ANB-C401",
        .text = {"{file}: kein lesbares X.509-Zertifikat ({reason}).",
                 "{file}: not a readable X.509 certificate ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Datei prüfen: openssl x509 -in {file} -noout -subject",
                 "Check the file: openssl x509 -in {file} -noout -subject"},
        .explain = {"Erwartet wird ein Zertifikat in PEM oder DER. Eine beschädigte oder "
                    "abgeschnittene Datei bitte neu beschaffen.",
                    "A certificate in PEM or DER is expected. Get a damaged or truncated file "
                    "anew."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> certificate_messages()
{
    return k_messages;
}

} // namespace anb::messages
