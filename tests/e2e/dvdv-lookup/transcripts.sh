# The transcripts B2, B3 and C3: an order, a wrong certificate in the directory, and the search for
# every use of an old one. SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq openssl
prepare_office
pki=sandbox/pki
url=$(cat sandbox/osci-address)/test
openssl req -x509 -newkey rsa:3072 -nodes -keyout anders.key -out anders.cer -days 360 -subj \
    '/C=DE/O=Stadt Musterstadt/CN=GRP: Stadt Musterstadt Sozialamt' \
    -addext keyUsage=critical,digitalSignature,keyEncipherment -addext basicConstraints=CA:FALSE 2>/dev/null
cat >>musterstadt.toml <<END
recipient_certificate = "anders.cer"
intermediary_url = "$url/osci"
intermediary_cipher_certificate = "$pki/intermediaer-test-cipher.cer"
intermediary_signature_certificate = "$pki/intermediaer-test-signature.cer"
END
cp $pki/musterstadt-osci-test.cer musterstadt-test.cer

# read_certificate FILE: sets $sha1 and $end.
read_certificate()
{
    sha1=$(openssl x509 -in "$1" -outform DER | sha1sum | cut -c1-40)
    end=$(date -u -d "$(openssl x509 -in "$1" -noout -enddate | cut -d= -f2)" +%Y-%m-%d)
}

# B2: the order holds public data only.
read_certificate musterstadt-test.cer
dvdv-lookup --env test order-sheet hzl --cert musterstadt-test.cer >dvdv-auftrag-test.txt
expect_contains dvdv-auftrag-test.txt 'Eintragung im Test-DVDV'
expect_match dvdv-auftrag-test.txt '^  Organisation +Stadt Musterstadt, Sozialamt$'
expect_match dvdv-auftrag-test.txt '^  Organisationsschl\. +soa:05999000$'
expect_match dvdv-auftrag-test.txt '^  Anschrift +Rathausplatz 1, 99999 Musterstadt$'
expect_match dvdv-auftrag-test.txt '^  Dienst \(URI\) +http://www\.osci\.de/'
expect_match dvdv-auftrag-test.txt "^  Intermediär +$url/osci$"
expect_match dvdv-auftrag-test.txt "^  Zertifikat +Verschlüsselung \+ Signatur, SHA-1 $sha1$"
expect_match dvdv-auftrag-test.txt "^ +gültig bis $end$"
expect_match dvdv-auftrag-test.txt '^  Ansprechpartner +ozg-anbindung@musterstadt\.example$'

# The order is refused when a private key is in sight, or when something is missing.
cat anders.cer anders.key >beides.pem
holds_secrets beides.pem
for file in beides.pem $pki/musterstadt-osci-test.p12; do
    run dvdv-lookup --env test order-sheet hzl --cert "$file"
    expect_code 2
    expect_empty stdout
    expect_contains stderr ANB-D252
done
sed '/^address/d; /^intermediary_url/d' musterstadt.toml >unvollstaendig.toml
run dvdv-lookup --profile ./unvollstaendig.toml --env test order-sheet hzl --cert musterstadt-test.cer --json
expect_code 2
expect_json '[.findings[] | select(.code == "ANB-D251") | .element] == ["address", "intermediary_url"]'
sed '/^dvdv_uri/d' musterstadt.toml >ohne-uri.toml
run dvdv-lookup --profile ./ohne-uri.toml --env test order-sheet hzl --cert musterstadt-test.cer
expect_code 0
expect_match stdout '^  Dienst \(URI\) +laut DVDV-Eintragungskonzept der Leistung$'

# A certificate that is not fit is not worth an entry.
run dvdv-lookup --env test order-sheet hzl --cert anders.cer
expect_code 2
expect_empty stdout

# B3: another certificate than the profile's is registered.
read_certificate anders.cer
run dvdv-lookup --env test check hzl
expect_code 2
expect_match stderr '^Umgebung: TEST \(127\.0\.0\.1\), Token gültig bis [0-9-]{10} [0-9:]{5}$'
expect_match stdout '^  Organisation +Stadt Musterstadt, Sozialamt +ok$'
expect_match stdout '^  Dienst +gültig seit [0-9-]{10} +ok$'
expect_match stdout "^  Intermediär +$url/osci +ok +erreichbar$"
expect_match stdout '^  Intermediär-Zert\. +SHA-1 [0-9a-f:]+:…, gültig bis [0-9-]{10} +ok$'
expect_match stdout '^  Empfänger-Zert\. +SHA-1 [0-9a-f:]+:…, gültig bis [0-9-]{10} +FEHLER +nicht das Zertifikat aus dem Profil$'
expect_match stdout "^ +erwartet ${sha1:0:2}:${sha1:2:2}:${sha1:4:2}:${sha1:6:2}:…, gültig bis $end$"
expect_contains stderr 'dvdv-lookup: FEHLER ANB-D210: Im Test-DVDV steht ein anderes Zertifikat als im Profil.'
expect_match stderr '^  Zuständig: +DVDV-pflegende Stelle$'
expect_match stderr '^  Nächster Schritt: +Austausch beauftragen \(dvdv-lookup'
dvdv-lookup --env test check hzl --json 2>/dev/null | jq -r '.findings[] | [.severity,.code,.element] | @tsv' >found
expect_contains found "$(printf 'error\tANB-D210\trecipient_certificate')"

# With the registered one in the profile everything fits; its store holds the key.
sed -i "s|^recipient_certificate.*|recipient_certificate = \"$pki/musterstadt-osci-test.p12\"|" musterstadt.toml
echo "recipient_password_file = \"$pki/musterstadt-osci-test.password\"" >>musterstadt.toml
run dvdv-lookup --env test check hzl --json
expect_code 0
expect_json '.findings == [] and ([.unchecked[].element] | index("recipient_private_key") == null)'
run dvdv-lookup --env test check hzl
expect_code 0
expect_missing stdout FEHLER

# The registered certificate itself, judged in a pipe, now and later.
dvdv-lookup --env test show hzl --print recipient-cert 2>/dev/null |
    cert-check --for osci --env test --revocation off - >judged
expect_equal "$?" 0 'exit code'
expect_contains judged '(stdin): geeignet für OSCI (TEST)'
dvdv-lookup --env test show hzl --print recipient-cert 2>/dev/null |
    cert-check --for osci --env test --revocation off --at 2099-05-01 - >judged 2>said
expect_equal "$?" 2 'exit code'
expect_contains said ANB-C101
run dvdv-lookup --env test show hzl --print intermediary-url
expect_equal "$(cat "$E2E_LAST/stdout")" "$url/osci" 'address of the Intermediär'
for what in content-cert intermediary-cert signature-cert; do
    dvdv-lookup --env test show hzl --print $what 2>/dev/null | openssl x509 -noout -subject >subject
    expect_contains subject GRP
done
run dvdv-lookup --env test show hzl --print wsdl
expect_contains stdout targetNamespace

# C3: who still uses the old certificate?
mkdir -p entries/test
service()
{
    printf '{"nameDe": "%s", "serviceSpecificationType": "WSDL_OSCI", "serviceSpecificationUri": "%s",
        "serviceElements": [{"serviceElementName": "InternetEmpfänger", "serviceElementType": "OSCI_ADDRESSEE",
        "serviceElementDescriptionName": "InternetEmpfänger", "cipherCertificate": {"file": "%s"}}]}' "$1" "$2" "$3"
}
uri=http://www.osci.de/beispiel/hilfe-zum-lebensunterhalt/1/antrag.wsdl
cat >entries/test/stadt.json <<END
{"nameDe": "Stadt Musterstadt, Sozialamt", "category": "Sozialamt", "organizationKeys": ["soa:05999000"],
 "clientCertificates": [{"file": "$PWD/$pki/dvdv-client-test.cer"}],
 "services": [$(service hzl "$uri" "$PWD/musterstadt-test.cer"),
              $(service grundsicherung "$uri-gs" "$PWD/musterstadt-test.cer"),
              $(service andere "$uri-andere" "$PWD/$pki/intermediaer-test-cipher.cer")]}
END
stop_sandbox
start_sandbox --directory entries
run dvdv-lookup --env test uses-cert musterstadt-test.cer
expect_code 1
expect_match stdout '^  Organisation +Dienst +Verwendung$'
expect_match stdout '^  Stadt Musterstadt, Sozialamt +hzl +Empfänger \(Verschlüsselung\)$'
expect_match stdout '^  Stadt Musterstadt, Sozialamt +grundsicherung +Empfänger \(Verschlüsselung\)$'
expect_contains stdout '2 Einträge benutzen dieses Zertifikat noch.'
run dvdv-lookup --env test uses-cert "$pki/dvdv-client-test.cer" --json
expect_code 1
expect_json '[.uses[].role] == ["client"]'
openssl req -x509 -newkey rsa:2048 -nodes -keyout neu.key -out neu.cer -days 9 -subj /CN=neu 2>/dev/null
run dvdv-lookup --env test uses-cert neu.cer
expect_code 0
expect_contains stdout 'Kein Eintrag benutzt dieses Zertifikat.'

finish
