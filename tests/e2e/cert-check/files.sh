# Every shape of a file is read by its content; what is no certificate is named; several files go on.
. "$E2E_SOURCE/lib.bash"
need jq openssl python3
pki=$TESTDATA/pki
leaf=$pki/musterstadt-prod.pem
openssl x509 -in "$leaf" -outform DER -out leaf.der
openssl x509 -in "$pki/ca.pem" -outform DER -out ca.der

# good NAME: the file is read and holds the certificate.
good()
{
    run cert-check --json --at 2026-11-23 "$1"
    expect_code "${2:-0}"
    expect_json '.subjects[0].serial == "b1c2d3e4f5061728"'
}
good leaf.der
cp leaf.der wrong-name.txt && good wrong-name.txt
{ echo "Guten Tag,"; cat "$leaf"; echo "Mit Gruß"; } >text.pem && good text.pem
sed 's/$/\r/' "$leaf" >crlf.pem && good crlf.pem
{ printf '\xef\xbb\xbf'; cat "$leaf"; } >bom.pem && good bom.pem
{ echo -----BEGIN CERTIFICATE-----; base64 -w0 leaf.der; echo; echo -----END CERTIFICATE-----; } >long.pem && good long.pem
openssl x509 -in "$leaf" -trustout -addtrust serverAuth -out trusted.pem && good trusted.pem
openssl crl2pkcs7 -nocrl -certfile "$pki/musterstadt-prod-chain.pem" -out chain.p7b && good chain.p7b
openssl crl2pkcs7 -nocrl -certfile "$pki/musterstadt-prod-chain.pem" -outform DER -out chain.p7c && good chain.p7c
cat leaf.der ca.der >two.der && good two.der
jq -n --arg x "$(base64 -w0 leaf.der)" '{kty: "RSA", n: "AQ", e: "AQAB", x5c: [$x]}' >key.json && good key.json

# tolerated NAME REASON: read, with a note.
tolerated()
{
    good "$1"
    expect_json ".findings[0].code == \"ANB-C408\" and (.findings[0].text | contains(\"$2\"))"
}
tr '\n' '\r' <"$leaf" >cr.pem && tolerated cr.pem "(CR)"
sed 's/^/  /' "$leaf" >indented.pem && tolerated indented.pem "BEGIN"
iconv -t UTF-16 "$leaf" >utf16.pem && tolerated utf16.pem "UTF-16"
base64 leaf.der >bare.txt && tolerated bare.txt "BEGIN"
sed 2G "$leaf" >gap.pem && tolerated gap.pem "blank lines"

# refused NAME CODE MORE…: no answer, the format is named.
refused()
{
    run cert-check --lang de "$1"
    expect_code 65
    expect_contains stderr "$2"
    expect_contains stderr "$3"
}
: >empty && refused empty ANB-C401 leer
printf '\xfe\xed\xfe\xed\0\0\0\2' >store.jks && refused store.jks ANB-C403 "keytool -importkeystore"
echo '%PDF-1.7' >brief.pdf && refused brief.pdf ANB-C404 PDF
echo '<!DOCTYPE html><p>Proxy' >proxy.pem && refused proxy.pem ANB-C404 HTML
refused "$pki/keys/INSECURE-root.key.pem" ANB-C410 "privater Schlüssel"
openssl req -new -key "$pki/keys/INSECURE-root.key.pem" -subj /CN=x -out request.pem && refused request.pem ANB-C410 CSR
head -c 100 /dev/urandom | tr -d '0{[' >noise && refused noise ANB-C40 noise

# Damage is named by field and byte; what is good beside it is still judged.
head -c 700 leaf.der >cut.der
run cert-check --json cut.der
expect_code 2
expect_json '[.findings[].code] == ["ANB-C405"]'
{ sed '5s/./*/' "$pki/ca.pem"; cat "$leaf"; } >half.pem
run cert-check --json --at 2026-11-23 half.pem
expect_code 2
expect_json '.subjects[0].serial == "b1c2d3e4f5061728" and .findings[0].code == "ANB-C406"'
run cert-check --json "$pki/broken-key-usage.pem"
expect_code 2
expect_json 'any(.findings[]; .code == "ANB-C176" and (.text | contains("keyUsage") and contains("506")))'
cat leaf.der brief.pdf >tail.der
run cert-check --json --at 2026-11-23 tail.der
expect_code 1
expect_json '[.findings[].code] == ["ANB-C407"]'
cat "$pki/keys/INSECURE-root.key.pem" "$leaf" >beside.pem
holds_secrets beside.pem
good beside.pem 1
expect_json '[.findings[].code] == ["ANB-C409"]'

# Folders: in order, other files noted, links not followed; a folder may be called x.pem.
mkdir -p x.pem/inner && cp "$leaf" x.pem/b.pem && cp "$pki/ca.pem" x.pem/a.pem && cp brief.pdf x.pem/ && cp "$leaf" x.pem/inner/c.pem
ln -s / x.pem/link
run cert-check --at 2026-11-23 --json x.pem
expect_code 0
expect_json '[.subjects[].id] == ["file:x.pem/a.pem", "file:x.pem/b.pem", "file:x.pem/brief.pdf"]'
expect_json '.findings[0].code == "ANB-C412" and .findings[0].severity == "note"'
run cert-check --at 2026-11-23 --json --recursive x.pem
expect_json 'any(.subjects[]; .id == "file:x.pem/inner/c.pem")'

# Several files: the worst counts, ≥ 64 beats 0 and 1 but not 2.
run cert-check --at 2026-11-23 "$leaf" no-such.pem "$pki/ca.pem"
expect_code 66
expect_contains stdout ca.pem
run cert-check --at 2026-11-23 "$leaf" no-such.pem "$pki/musterstadt-expired.pem"
expect_code 2

finish
