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
        .text = {"{subject}: die Schlüsselverwendung erlaubt keinen {role}; dieses Paar wird "
                 "ausgelassen.",
                 "{subject}: keyUsage allows no {role}; this pair is left out."},
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
        .code = "ANB-J136",
        .text = {"Beide Schlüsselpaare haben denselben Schlüssel: ein Zertifikat für beide Rollen.",
                 "Both pairs have the same key: one certificate for both roles."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Nichts zu tun; wer zwei Zertifikate hat, gibt beide .p12-Dateien an.",
                 "Nothing to do; with two certificates give both .p12 files."},
        .explain =
            {"FIT-Connect verlangt zwei Schlüsselpaare je Zustellpunkt. Technisch genügt ein "
             "Zertifikat mit beiden Verwendungen; die kid der beiden JWK unterscheiden sich "
             "trotzdem.",
             "FIT-Connect asks for two key pairs per Zustellpunkt. Technically one certificate "
             "with both usages is enough; the kid of the two JWKs differ nevertheless."},
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
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> key_messages()
{
    return k_messages;
}

} // namespace anb::messages
