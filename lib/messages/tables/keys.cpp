// Messages ANB-J…: keys, JWK and JOSE.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-J130",
        .text =
            {"{file} gibt es schon und enthält einen anderen Schlüssel. Private Schlüssel werden "
             "nie überschrieben.",
             "{file} exists already and holds another key. Private keys are never overwritten."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Anderes Verzeichnis wählen oder die Datei selbst umbenennen.",
                 "Choose another folder or rename the file yourself."},
        .explain =
            {"Mit einem überschriebenen privaten Schlüssel sind alle Einreichungen verloren, die "
             "für ihn verschlüsselt wurden. Deshalb gibt es keine Option, die das Überschreiben "
             "erlaubt. Ist der Inhalt gleich, endet der Aufruf mit Erfolg und ändert nichts.",
             "With an overwritten private key all submissions that were encrypted for it are lost. "
             "Therefore no option allows it. When the content is the same, the call succeeds and "
             "changes nothing."},
    },
    {
        .code = "ANB-J131",
        .text = {"{file} gibt es schon und hat einen anderen Inhalt. Es wurde nichts geschrieben.",
                 "{file} exists already with other content. Nothing was written."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Anderes Verzeichnis wählen oder die Datei selbst umbenennen.",
                 "Choose another folder or rename the file yourself."},
        .explain = {"Die öffentlichen Dateien gehören zu den privaten Schlüsseln daneben. Damit "
                    "nicht Teile verschiedener Schlüssel in einem Verzeichnis liegen, wird keine "
                    "von ihnen ersetzt.",
                    "The public files belong to the private keys beside them. So that parts of "
                    "different keys do not lie in one folder, none of them is replaced."},
    },
    {
        .code = "ANB-J132",
        .text = {"{file} gibt es schon, darf aber von anderen gelesen werden (Rechte {mode}).",
                 "{file} exists already, but others may read it (mode {mode})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Rechte einschränken: chmod 600 {file}", "Restrict the mode: chmod 600 {file}"},
        .explain = {"Ein privater Schlüssel, den andere Benutzer des Rechners lesen können, gilt "
                    "als offengelegt. Prüfen Sie, wer Zugriff hatte; im Zweifel ist ein neues "
                    "Schlüsselpaar nötig.",
                    "A private key that other users of the machine can read counts as disclosed. "
                    "Check who had access; if in doubt, a new key pair is needed."},
    },
    {
        .code = "ANB-J133",
        .text = {"{subject}: die Schlüsselverwendung erlaubt {role} nicht; dieses Paar wird "
                 "ausgelassen.",
                 "{subject}: keyUsage does not allow {role}; this pair is left out."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Für die fehlende Rolle eine zweite .p12-Datei angeben oder ein Zertifikat mit "
                 "passender Verwendung bestellen.",
                 "Give a second .p12 file for the missing role or order a certificate with a "
                 "fitting usage."},
        .explain =
            {"FIT-Connect braucht zwei Schlüsselpaare: eines zum Verschlüsseln (keyEncipherment) "
             "und eines zum Signieren (digitalSignature). Das Zertifikat nennt, wofür sein "
             "Schlüssel verwendet werden darf.",
             "FIT-Connect needs two key pairs: one for encryption (keyEncipherment) and one for "
             "signatures (digitalSignature). The certificate says what its key may be used for."},
    },
    {
        .code = "ANB-J134",
        .text = {"Keines der angegebenen Zertifikate erlaubt die verlangte Verwendung ({role}).",
                 "None of the given certificates allows the wanted use ({role})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Ein Zertifikat mit passender Schlüsselverwendung bestellen.",
                 "Order a certificate with a fitting key usage."},
        .explain = {"Zum Verschlüsseln muss das Zertifikat keyEncipherment erlauben, zum Signieren "
                    "digitalSignature.",
                    "For encryption the certificate must allow keyEncipherment, for signatures "
                    "digitalSignature."},
    },
    {
        .code = "ANB-J135",
        .text = {"Probe mit dem neuen Schlüssel misslungen ({role}). Es wurde nichts geschrieben.",
                 "The trial with the new key failed ({role}). Nothing was written."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die .p12-Datei neu exportieren oder vom Aussteller neu ausliefern lassen.",
                 "Export the .p12 file again or have the issuer deliver it again."},
        .explain =
            {"Vor dem Schreiben wird einmal signiert und geprüft oder ein Schlüssel verpackt und "
             "ausgepackt. Misslingt das, passen Zertifikat und privater Schlüssel nicht zusammen.",
             "Before anything is written, one signature is made and verified or one key wrapped "
             "and unwrapped. When this fails, certificate and private key do not fit together."},
    },
    {
        .code = "ANB-J137",
        .text = {"{file}: Das Zertifikat wird für {role} verwendet ({subject}).",
                 "{file}: the certificate is used for {role} ({subject})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Nichts zu tun.", "Nothing to do."},
        .explain =
            {"Von zwei angegebenen .p12-Dateien wird für jede Rolle die erste genommen, deren "
             "Schlüsselverwendung passt.",
             "Of two given .p12 files, the first whose key usage fits is taken for each role."},
    },
    {
        .code = "ANB-J138",
        .text = {"--new-test-key gibt es nur für --env test.",
                 "--new-test-key exists for --env test only."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Für STAGE und PRODUKTION ein Zertifikat der Verwaltungs-PKI bestellen und dessen "
                 ".p12-Datei angeben.",
                 "For STAGE and PRODUCTION order a certificate of the Verwaltungs-PKI and give its "
                 ".p12 file."},
        .explain = {"Selbst signierte Schlüssel nimmt nur die Testumgebung an.",
                    "Self-signed keys are accepted by the test environment only."},
    },
    {
        .code = "ANB-J139",
        .text = {"--kid passt nur zu genau einer Rolle: --use enc oder --use sig.",
                 "--kid fits exactly one role: --use enc or --use sig."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"--use enc oder --use sig angeben, oder --kid weglassen.",
                 "Give --use enc or --use sig, or leave --kid out."},
        .explain = {"Die beiden Schlüssel eines Zustellpunkts brauchen verschiedene kid. Ohne "
                    "--kid werden sie aus Schlüssel und Rolle abgeleitet.",
                    "The two keys of a Zustellpunkt need different kid. Without --kid they are "
                    "derived from key and role."},
    },
    {
        .code = "ANB-J140",
        .text = {"Name für den Testschlüssel ist nicht verwendbar ({subject}; höchstens {limit} "
                 "Zeichen).",
                 "Name for the test key is of no use ({subject}; {limit} characters at most)."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Mit --subject einen kürzeren Namen ohne Steuerzeichen angeben.",
                 "Give a shorter name without control characters with --subject."},
        .explain = {"Der Name steht als CN im selbst signierten Zertifikat. Fehlt das Kennzeichen "
                    "TEST, wird es vorangestellt; es zählt mit.",
                    "The name is the CN of the self-signed certificate. When the mark TEST is "
                    "missing, it is put in front and counts."},
    },
    {
        .code = "ANB-J201",
        .text = {"Öffentlicher Schlüssel ist kein brauchbarer RSA-Schlüssel ({reason}).",
                 "Public key is no usable RSA key ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk.",
                 "Make the key again from the .p12 file: p12-to-jwk."},
        .explain = {"FIT-Connect nimmt nur RSA-Schlüssel an.",
                    "FIT-Connect accepts RSA keys only."},
    },
    {
        .code = "ANB-J202",
        .text = {"Privater Schlüssel ist kein brauchbarer RSA-Schlüssel ({reason}).",
                 "Private key is no usable RSA key ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Schlüssel neu aus der .p12-Datei erzeugen: p12-to-jwk.",
                 "Make the key again from the .p12 file: p12-to-jwk."},
        .explain =
            {"Verlangt wird ein RSA-Schlüssel von höchstens 16384 Bit, dessen Zahlen zueinander "
             "passen (p·q = n, dp, dq und qi nach RFC 8017). In der Klammer steht, welche Angabe "
             "nicht passt oder fehlt.",
             "An RSA key of at most 16384 bits is needed whose numbers fit together (p·q = n, dp, "
             "dq and qi as in RFC 8017). The parentheses name what does not fit or is missing."},
    },
    {
        .code = "ANB-J210",
        .text = {"{file}: an der Stelle {pointer} steht kein brauchbarer JWK-Wert (erwartet: "
                 "{expected}).",
                 "{file}: the value at {pointer} is of no use in a JWK (expected: {expected})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Datei prüfen: p12-to-jwk --lint FILE", "Check the file: p12-to-jwk --lint FILE"},
        .explain = {"Gelesen werden RSA-Schlüssel nach RFC 7517 und RFC 7518 §6.3. Die Stelle ist "
                    "als JSON Pointer angegeben.",
                    "RSA keys by RFC 7517 and RFC 7518 §6.3 are read. The place is given as JSON "
                    "Pointer."},
    },
    {
        .code = "ANB-J301",
        .text = {"Entschlüsselung nicht möglich: falscher Schlüssel oder veränderte Daten.",
                 "Decryption failed: wrong key or altered data."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Prüfen, ob der private Schlüssel zum veröffentlichten Verschlüsselungsschlüssel "
                 "gehört.",
                 "Check that the private key belongs to the published encryption key."},
        .explain = {"Ob der Schlüssel oder die Daten nicht passen, wird absichtlich nicht "
                    "unterschieden, weil diese Auskunft einem Angreifer hilft.",
                    "Whether the key or the data do not fit is deliberately not told apart, "
                    "because the answer would help an attacker."},
    },
    {
        .code = "ANB-J310",
        .text = {"{file} ist kein gültiges JWE in Kompaktform (Teil: {part}).",
                 "{file} is no valid JWE in compact form (part: {part})."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Prüfen, ob die Daten vollständig und unverändert übertragen wurden.",
                 "Check that the data were transferred completely and unaltered."},
        .explain = {"Ein JWE besteht aus fünf Abschnitten in base64url ohne Füllzeichen: header, "
                    "encrypted key, iv (12 Byte), ciphertext, tag (16 Byte). Ein Kopf über 8 KiB "
                    "oder mit dem Element crit wird abgelehnt.",
                    "A JWE has five segments in base64url without padding: header, encrypted key, "
                    "iv (12 bytes), ciphertext, tag (16 bytes). A header over 8 KiB or with the "
                    "member crit is refused."},
    },
    {
        .code = "ANB-J311",
        .text = {"{file}: Verschlüsselungsverfahren wird nicht angenommen ({member}: {value}).",
                 "{file}: the encryption method is not accepted ({member}: {value})."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Der Absender muss mit RSA-OAEP-256 und A256GCM verschlüsseln.",
                 "The sender must encrypt with RSA-OAEP-256 and A256GCM."},
        .explain =
            {"FIT-Connect erlaubt nur alg RSA-OAEP-256 und enc A256GCM; zip darf fehlen oder DEF "
             "sein.",
             "FIT-Connect allows alg RSA-OAEP-256 and enc A256GCM only; zip may be absent or DEF."},
    },
    {
        .code = "ANB-J312",
        .text = {"{file} ist für einen anderen Schlüssel verschlüsselt (kid {kid}).",
                 "{file} is encrypted for another key (kid {kid})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Den privaten Schlüssel mit dieser kid angeben.",
                 "Give the private key with this kid."},
        .explain = {"Die kid im Kopf nennt den Schlüssel des Empfängers. Nach einem "
                    "Schlüsselwechsel müssen die alten privaten Schlüssel noch vorhanden sein, bis "
                    "alle alten Einreichungen abgeholt sind.",
                    "The kid in the header names the recipient's key. After a change of keys the "
                    "old private keys must be kept until all old submissions have been fetched."},
    },
    {
        .code = "ANB-J313",
        .text = {"{file}: Prüfsumme der Verschlüsselung passt nicht; die Daten wurden verändert.",
                 "{file}: the authentication tag does not fit; the data were altered."},
        .cause = {},
        .responsible = Responsible::koordinierende_stelle,
        .next = {"Daten nicht verwenden und beim Absender nachfragen.",
                 "Do not use the data and ask the sender."},
        .explain = {"AES-GCM schützt Inhalt und Kopf mit einer Prüfsumme. Passt sie nicht, ist der "
                    "Inhalt beschädigt oder manipuliert.",
                    "AES-GCM protects content and header with a tag. When it does not fit, the "
                    "content is damaged or forged."},
    },
    {
        .code = "ANB-J314",
        .text = {"{file}: Der entschlüsselte Inhalt ist größer als erlaubt ({limit} Byte).",
                 "{file}: the decrypted content is larger than allowed ({limit} bytes)."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Beim Absender nachfragen.", "Ask the sender."},
        .explain = {"Auch gepackter Inhalt (zip: DEF) wird nur bis zu dieser Grenze entpackt, "
                    "damit wenige Byte nicht den Speicher füllen.",
                    "Compressed content (zip: DEF) too is unpacked up to this bound only, so that "
                    "a few bytes do not fill the memory."},
    },
    {
        .code = "ANB-J315",
        .text = {"{file}: Der Inhalt ist als gepackt gekennzeichnet (zip: DEF), lässt sich aber "
                 "nicht entpacken.",
                 "{file}: the content is marked as compressed (zip: DEF), but cannot be unpacked."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Beim Absender nachfragen.", "Ask the sender."},
        .explain = {"Die Prüfsumme der Verschlüsselung passt, der Absender hat also diese Daten "
                    "gesendet; sie sind aber kein vollständiges Deflate nach RFC 1951.",
                    "The authentication tag fits, so the sender sent these data; but they are no "
                    "complete deflate by RFC 1951."},
    },
    {
        .code = "ANB-J401",
        .text = {"{file} ist keine gültige Signatur in Kompaktform (Teil: {part}).",
                 "{file} is no valid signature in compact form (part: {part})."},
        .cause = {},
        .responsible = Responsible::fitconnect_support,
        .next = {"Prüfen, ob der Text vollständig ist.", "Check that the text is complete."},
        .explain = {"Ein JWS besteht aus drei Abschnitten in base64url ohne Füllzeichen: header, "
                    "payload, signature. Ein Kopf mit crit oder b64 wird abgelehnt.",
                    "A JWS has three segments in base64url without padding: header, payload, "
                    "signature. A header with crit or b64 is refused."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> key_messages()
{
    return k_messages;
}

} // namespace anb::messages
