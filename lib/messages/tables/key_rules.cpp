// Messages ANB-J5…: what FIT-Connect demands of keys.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-J501",
        .text = {"Schlüsselart ist {found}, verlangt ist RSA.",
                 "Key type is {found}, RSA is needed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk FILE.p12 --out-dir DIR",
                 "Make the key again from the .p12 file: p12-to-jwk FILE.p12 --out-dir DIR"},
        .explain = {"FIT-Connect nimmt nur RSA-Schlüssel an (kty: RSA).",
                    "FIT-Connect accepts RSA keys only (kty: RSA)."},
    },
    {
        .code = "ANB-J502",
        .text = {"Schlüssel zu kurz: {found} Bit, verlangt {expected}.",
                 "Key too short: {found} bits, needed {expected}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Neues Zertifikat der Verwaltungs-PKI bestellen, danach p12-to-jwk ausführen.",
                 "Order a new certificate of the Verwaltungs-PKI, then run p12-to-jwk."},
        .explain = {"Gemessen wird die Bitlänge des Modulus n. Auch 4095 Bit ergeben 683 Zeichen "
                    "base64url; die Textlänge sagt nichts.",
                    "Measured is the bit length of the modulus n. 4095 bits give 683 characters of "
                    "base64url too; the length of the text tells nothing."},
    },
    {
        .code = "ANB-J503",
        .text = {"Schlüssel ist länger als üblich: {found} Bit, üblich {expected}.",
                 "Key is longer than usual: {found} bits, usual {expected}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Mit dem FIT-Connect-Support klären, ob die Länge angenommen wird.",
                 "Ask the FIT-Connect support whether the length is accepted."},
        .explain = {"Das Schema verlangt mindestens 4096 Bit; die Dokumentation nennt genau 4096.",
                    "The schema demands at least 4096 bits; the documentation names exactly 4096."},
    },
    {
        .code = "ANB-J504",
        .text = {"Exponent ist {found}, verlangt ist {expected}.",
                 "Exponent is {found}, {expected} is needed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk FILE.p12 --out-dir DIR",
                 "Make the key again from the .p12 file: p12-to-jwk FILE.p12 --out-dir DIR"},
        .explain = {"FIT-Connect nimmt nur den Exponenten 65537 an (e: AQAB).",
                    "FIT-Connect accepts the exponent 65537 only (e: AQAB)."},
    },
    {
        .code = "ANB-J505",
        .text = {"key_ops ist {found}, verlangt ist genau {expected}.",
                 "key_ops is {found}, exactly {expected} is needed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk FILE.p12 --out-dir DIR",
                 "Make the key again from the .p12 file: p12-to-jwk FILE.p12 --out-dir DIR"},
        .explain = {"key_ops hat genau einen Eintrag: wrapKey oder unwrapKey beim "
                    "Verschlüsselungspaar, verify oder sign beim Signaturpaar.",
                    "key_ops has exactly one entry: wrapKey or unwrapKey for the encryption pair, "
                    "verify or sign for the signature pair."},
    },
    {
        .code = "ANB-J506",
        .text = {"alg ist {found}, verlangt ist {expected}.",
                 "alg is {found}, {expected} is needed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk FILE.p12 --out-dir DIR",
                 "Make the key again from the .p12 file: p12-to-jwk FILE.p12 --out-dir DIR"},
        .explain = {"Verschlüsselungsschlüssel haben alg RSA-OAEP-256, Signaturschlüssel PS512.",
                    "Encryption keys have alg RSA-OAEP-256, signature keys PS512."},
    },
    {
        .code = "ANB-J507",
        .text = {"kid hat {found} Zeichen, verlangt sind {expected}.",
                 "kid has {found} characters, {expected} are needed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk FILE.p12 --out-dir DIR",
                 "Make the key again from the .p12 file: p12-to-jwk FILE.p12 --out-dir DIR"},
        .explain = {"Die kid benennt den Schlüssel im Zustellpunkt und muss dort eindeutig sein.",
                    "The kid names the key in the Zustellpunkt and must be unique there."},
    },
    {
        .code = "ANB-J508",
        .text = {"Zertifikat fehlt (x5c).", "The certificate is missing (x5c)."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk FILE.p12 --out-dir DIR",
                 "Make the key again from the .p12 file: p12-to-jwk FILE.p12 --out-dir DIR"},
        .explain =
            {"Jeder öffentliche Schlüssel eines Zustellpunkts trägt in x5c sein Zertifikat und "
             "dessen Kette.",
             "Every public key of a Zustellpunkt carries its certificate and its chain in x5c."},
    },
    {
        .code = "ANB-J509",
        .text = {"Das erste Zertifikat in x5c gehört zu einem anderen Schlüssel ({found}).",
                 "The first certificate in x5c belongs to another key ({found})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk FILE.p12 --out-dir DIR",
                 "Make the key again from the .p12 file: p12-to-jwk FILE.p12 --out-dir DIR"},
        .explain =
            {"x5c beginnt mit dem Zertifikat des Schlüssels; n und e müssen gleich sein (RFC 7517 "
             "§4.7).",
             "x5c begins with the key's certificate; n and e must be equal (RFC 7517 §4.7)."},
    },
    {
        .code = "ANB-J510",
        .text = {"Reihenfolge in x5c stimmt nicht: auf {expected} folgt {found}.",
                 "The order in x5c is wrong: {expected} is followed by {found}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk FILE.p12 --out-dir DIR",
                 "Make the key again from the .p12 file: p12-to-jwk FILE.p12 --out-dir DIR"},
        .explain = {"Jedes Zertifikat in x5c muss vom folgenden ausgestellt sein: zuerst das "
                    "eigene, zuletzt die Wurzel. Geprüft wird die Signatur, nicht der Name.",
                    "Each certificate in x5c must be issued by the next one: first one's own, last "
                    "the root. The signature is checked, not the name."},
    },
    {
        .code = "ANB-J511",
        .text = {"Zertifikat ist abgelaufen seit {found} ({subject}).",
                 "Certificate expired on {found} ({subject})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Neues Zertifikat der Verwaltungs-PKI bestellen, danach p12-to-jwk ausführen.",
                 "Order a new certificate of the Verwaltungs-PKI, then run p12-to-jwk."},
        .explain =
            {"Mit einem abgelaufenen Zertifikat können Antragsstellende nicht absenden. Um alte "
             "Einreichungen noch zu entschlüsseln, erlaubt --allow-expired das Umwandeln trotzdem.",
             "With an expired certificate applicants cannot send. To decrypt old submissions, "
             "--allow-expired permits the conversion nevertheless."},
    },
    {
        .code = "ANB-J512",
        .text = {"Schlüsselverwendung reicht nicht: es fehlt {expected} ({subject}).",
                 "Key usage does not suffice: {expected} is missing ({subject})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Neues Zertifikat der Verwaltungs-PKI bestellen, danach p12-to-jwk ausführen.",
                 "Order a new certificate of the Verwaltungs-PKI, then run p12-to-jwk."},
        .explain = {"Zum Verschlüsseln muss das Zertifikat keyEncipherment erlauben, zum Signieren "
                    "digitalSignature.",
                    "For encryption the certificate must allow keyEncipherment, for signatures "
                    "digitalSignature."},
    },
    {
        .code = "ANB-J513",
        .text = {"Selbst signiertes Zertifikat in der Produktion ({subject}).",
                 "Self-signed certificate in production ({subject})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Neues Zertifikat der Verwaltungs-PKI bestellen, danach p12-to-jwk ausführen.",
                 "Order a new certificate of the Verwaltungs-PKI, then run p12-to-jwk."},
        .explain = {"Selbst signierte Schlüssel nimmt nur die Testumgebung an. STAGE und "
                    "PRODUKTION verlangen ein Zertifikat der Verwaltungs-PKI.",
                    "Self-signed keys are accepted by the test environment only. STAGE and "
                    "PRODUCTION demand a certificate of the Verwaltungs-PKI."},
    },
    {
        .code = "ANB-J514",
        .text = {"Zertifikatskette unvollständig: es fehlt {expected}.",
                 "Certificate chain incomplete: {expected} is missing."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die .p12-Datei mit der ganzen Kette neu exportieren.",
                 "Export the .p12 file again with the whole chain."},
        .explain = {"x5c soll alle Zertifikate bis zur Wurzel enthalten, damit Absender die Kette "
                    "prüfen können.",
                    "x5c shall hold all certificates up to the root, so that senders can check the "
                    "chain."},
    },
    {
        .code = "ANB-J515",
        .text = {"Zertifikatskette endet nicht bei einer der angegebenen Wurzeln (letzter "
                 "Aussteller: {found}).",
                 "The certificate chain does not end at one of the given roots (last issuer: "
                 "{found})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Wurzel der Verwaltungs-PKI mit --trust angeben; ist sie es schon, Zertifikat "
                 "nicht verwenden.",
                 "Give the root of the Verwaltungs-PKI with --trust; if it is given already, do "
                 "not use the certificate."},
        .explain = {"Verglichen wird das ganze Zertifikat, nie nur der Name: Namen der "
                    "Verwaltungs-PKI kann jeder in ein eigenes Zertifikat schreiben.",
                    "The whole certificate is compared, never the name alone: anybody can write "
                    "names of the Verwaltungs-PKI into a certificate of his own."},
    },
    {
        .code = "ANB-J516",
        .text = {"Öffentliche Datei enthält private Angaben ({found}).",
                 "Public file holds private members ({found})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next =
            {"Datei nicht weitergeben. War sie schon veröffentlicht, sofort ein neues "
             "Schlüsselpaar verwenden.",
             "Do not pass the file on. If it was published already, use a new key pair at once."},
        .explain = {"Wer diese Angaben hat, kann alles entschlüsseln oder in Ihrem Namen "
                    "signieren. In einen Schlüsselsatz gehören nur öffentliche Schlüssel.",
                    "Whoever has these members can decrypt everything or sign in your name. Only "
                    "public keys belong into a key set."},
    },
    {
        .code = "ANB-J517",
        .text = {"{pointer} ist nicht base64url oder nicht von kleinster Länge.",
                 "{pointer} is not base64url or not of minimal length."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk FILE.p12 --out-dir DIR",
                 "Make the key again from the .p12 file: p12-to-jwk FILE.p12 --out-dir DIR"},
        .explain = {"Zahlen stehen als base64url ohne Füllzeichen, höchstwertiges Byte zuerst, "
                    "ohne führendes Nullbyte (RFC 7518 §6.3).",
                    "Numbers are base64url without padding, most significant byte first, without a "
                    "leading zero byte (RFC 7518 §6.3)."},
    },
    {
        .code = "ANB-J518",
        .text = {"kid {found} kommt im Schlüsselsatz mehrfach vor.",
                 "kid {found} occurs more than once in the key set."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk FILE.p12 --out-dir DIR",
                 "Make the key again from the .p12 file: p12-to-jwk FILE.p12 --out-dir DIR"},
        .explain = {"Die kid unterscheidet die Schlüssel. Der Fingerabdruck nach RFC 7638 ist für "
                    "beide Rollen eines Zertifikats gleich und taugt dann nicht als kid.",
                    "The kid tells the keys apart. The thumbprint of RFC 7638 is the same for both "
                    "roles of one certificate and then no fit kid."},
    },
    {
        .code = "ANB-J519",
        .text = {"Zertifikat ist noch nicht gültig (ab {found}; {subject}).",
                 "Certificate is not yet valid (from {found}; {subject})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Bis zum Beginn der Gültigkeit warten oder die Uhr des Rechners prüfen.",
                 "Wait until the validity begins or check the machine's clock."},
        .explain = {"Absender lehnen einen Schlüssel ab, dessen Zertifikat noch nicht gilt.",
                    "Senders refuse a key whose certificate is not valid yet."},
    },
    {
        .code = "ANB-J520",
        .text = {"Zertifikat nennt keine Schlüsselverwendung ({subject}).",
                 "Certificate names no key usage ({subject})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Prüfen, ob es das richtige Zertifikat ist.",
                 "Check whether it is the right certificate."},
        .explain = {"Zertifikate der Verwaltungs-PKI nennen immer, wofür ihr Schlüssel verwendet "
                    "werden darf (keyUsage).",
                    "Certificates of the Verwaltungs-PKI always say what their key may be used for "
                    "(keyUsage)."},
    },
    {
        .code = "ANB-J521",
        .text = {"Zertifikat erlaubt zum Signieren nur nonRepudiation, nicht digitalSignature "
                 "({subject}).",
                 "Certificate allows nonRepudiation only for signatures, not digitalSignature "
                 "({subject})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Neues Zertifikat der Verwaltungs-PKI bestellen, danach p12-to-jwk ausführen.",
                 "Order a new certificate of the Verwaltungs-PKI, then run p12-to-jwk."},
        .explain = {"FIT-Connect-Ereignisse sind Signaturen zur Authentisierung "
                    "(digitalSignature). Manche Programme lehnen nonRepudiation allein ab.",
                    "FIT-Connect events are signatures for authentication (digitalSignature). Some "
                    "programs refuse nonRepudiation alone."},
    },
    {
        .code = "ANB-J522",
        .text = {"Zertifikat ist mit {found} signiert, die Dokumentation nennt {expected}.",
                 "Certificate is signed with {found}, the documentation names {expected}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Nichts zu tun.", "Nothing to do."},
        .explain = {"Die Verwaltungs-PKI signiert ihre Zertifikate mit SHA-256 und PKCS#1 v1.5; "
                    "FIT-Connect nimmt sie trotzdem an. Der Hinweis dient der Vollständigkeit.",
                    "The Verwaltungs-PKI signs its certificates with SHA-256 and PKCS#1 v1.5; "
                    "FIT-Connect accepts them nevertheless. This is for completeness."},
    },
    {
        .code = "ANB-J523",
        .text = {"Zertifikat ist mit einem gebrochenen Verfahren signiert ({found}; {subject}).",
                 "Certificate is signed with a broken method ({found}; {subject})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Neues Zertifikat der Verwaltungs-PKI bestellen, danach p12-to-jwk ausführen.",
                 "Order a new certificate of the Verwaltungs-PKI, then run p12-to-jwk."},
        .explain =
            {"Mit SHA-1 oder MD5 signierte Zertifikate lassen sich fälschen (BSI TR-02102-1).",
             "Certificates signed with SHA-1 or MD5 can be forged (BSI TR-02102-1)."},
    },
    {
        .code = "ANB-J524",
        .text = {"use ist {found}, zur Rolle passt {expected}.",
                 "use is {found}, the role needs {expected}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk FILE.p12 --out-dir DIR",
                 "Make the key again from the .p12 file: p12-to-jwk FILE.p12 --out-dir DIR"},
        .explain = {"use ist nicht nötig, darf aber alg und key_ops nicht widersprechen.",
                    "use is not needed, but must not contradict alg and key_ops."},
    },
    {
        .code = "ANB-J525",
        .text = {"{pointer} ist nicht lesbar (erwartet: {expected}).",
                 "{pointer} cannot be read (expected: {expected})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk FILE.p12 --out-dir DIR",
                 "Make the key again from the .p12 file: p12-to-jwk FILE.p12 --out-dir DIR"},
        .explain =
            {"Ein Element des JWK hat die falsche Art oder Kodierung (RFC 7517, RFC 7518 §6.3).",
             "A member of the JWK has the wrong type or encoding (RFC 7517, RFC 7518 §6.3)."},
    },
    {
        .code = "ANB-J526",
        .text = {"Die Zahlen des Schlüssels passen nicht zueinander ({found}).",
                 "The numbers of the key do not fit together ({found})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk FILE.p12 --out-dir DIR",
                 "Make the key again from the .p12 file: p12-to-jwk FILE.p12 --out-dir DIR"},
        .explain =
            {"n, e und die privaten Zahlen müssen einen RSA-Schlüssel ergeben (RFC 8017 §3).",
             "n, e and the private numbers must form an RSA key (RFC 8017 §3)."},
    },
    {
        .code = "ANB-J527",
        .text = {"Schlüsselsatz ohne brauchbare Liste von Schlüsseln (keys: {found}).",
                 "Key set without a usable list of keys (keys: {found})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk FILE.p12 --out-dir DIR",
                 "Make the key again from the .p12 file: p12-to-jwk FILE.p12 --out-dir DIR"},
        .explain = {"Ein Schlüsselsatz ist ein Objekt mit dem Element keys, einer Liste von JWK.",
                    "A key set is an object with the member keys, a list of JWKs."},
    },
    {
        .code = "ANB-J528",
        .text = {"{file} enthält einen privaten Schlüssel und darf von anderen gelesen werden.",
                 "{file} holds a private key and others may read it."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Rechte einschränken: chmod 600 {file}", "Restrict the mode: chmod 600 {file}"},
        .explain = {"Ein privater Schlüssel, den andere Benutzer des Rechners lesen können, gilt "
                    "als offengelegt. Prüfen Sie, wer Zugriff hatte; im Zweifel ist ein neues "
                    "Schlüsselpaar nötig.",
                    "A private key that other users of the machine can read counts as disclosed. "
                    "Check who had access; if in doubt, a new key pair is needed."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> key_rule_messages()
{
    return k_messages;
}

} // namespace anb::messages
