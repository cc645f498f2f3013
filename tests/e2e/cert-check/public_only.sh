# B1: only the public part leaves the house; archives in archives are looked into.
. "$E2E_SOURCE/lib.bash"
need jq python3
need_python jsonschema
pki=$TESTDATA/pki
store=$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12
mkdir versand
cp "$pki/musterstadt-prod.cer" versand/musterstadt-test.cer
/usr/bin/python3 - "$store" <<'END'
import io, sys, tarfile, zipfile
store = open(sys.argv[1], "rb").read()
inner = io.BytesIO()
with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("ordner/musterstadt-test.p12", store)
with zipfile.ZipFile("versand/unterlagen.zip", "w") as z:
    z.writestr("musterstadt-test.p12", store)
with zipfile.ZipFile("twice.zip", "w") as z:
    z.writestr("innen.zip", inner.getvalue())
with tarfile.open("mail.tar.gz", "w:gz") as t:
    info = tarfile.TarInfo("anhang/innen.zip")
    info.size = len(inner.getvalue())
    t.addfile(info, io.BytesIO(inner.getvalue()))
nested = store
for level in range(5):
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as z:
        z.writestr(f"{level}.zip", nested)
    nested = outer.getvalue()
open("deep.zip", "wb").write(nested)
with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("zeros", b"\0" * (65 * 1024 * 1024))
END

run cert-check --lang de --public-only versand/
expect_code 2
expect_match stdout '^versand/musterstadt-test.cer  öffentlich$'
expect_match stdout '^versand/unterlagen.zip        NICHT VERSENDEN  enthält musterstadt-test.p12 \(privater Schlüssel\)$'
expect_contains stderr "cert-check: FEHLER ANB-C150: 1 von 2 Dateien darf das Haus nicht verlassen."

run cert-check --public-only --json twice.zip mail.tar.gz deep.zip bomb.zip versand/musterstadt-test.cer
expect_code 2
expect_schema cert-check
expect_json '[.subjects[].public] == ["false", "false", "false", "false", "true"]'
expect_json '[.findings[] | .where // "-"] == ["innen.zip!ordner/musterstadt-test.p12", "anhang/innen.zip!ordner/musterstadt-test.p12", "4.zip!3.zip!2.zip", "zeros", "-"]'
expect_json '.findings[-1].code == "ANB-C150" and (.findings[-1].text | startswith("4 of 5"))'

run cert-check --public-only "$pki/musterstadt-prod-chain.pem"
expect_code 0
expect_empty stderr
run cert-check --public-only no-such-file
expect_code 66

# What stands in mails and in base64 is text as well.
{
    printf 'Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    base64 "$pki/keys/INSECURE-ca.key.pem"
    printf '\n--grenze--\n'
} >brief.eml
base64 "$pki/keys/INSECURE-ca.key.pem" >lang.txt
holds_secrets brief.eml lang.txt
run cert-check --public-only --json brief.eml lang.txt
expect_code 2
expect_json '[.findings[] | .found // "-"] == ["private_key", "private_key", "-"]'

# Nothing is passed over without a word: hidden files are looked at, links are named.
mkdir -p leer paket/.geheim
cp "$pki/musterstadt-prod.cer" paket/
ln -s "$store" paket/verweis.cer
run cert-check --lang de --public-only paket
expect_code 1
expect_match stdout '^paket/musterstadt-prod.cer +öffentlich$'
expect_match stdout '^paket/verweis.cer +nicht angesehen +Verweis, nicht verfolgt$'
expect_contains stderr ANB-C159
run cert-check --public-only --json paket
expect_code 1
expect_schema cert-check
expect_json '.unchecked == [{"subject": "file:paket/verweis.cer", "element": "private_key", "reason": "link"}]'
rm paket/verweis.cer
cp "$store" paket/.geheim/.store.p12
run cert-check --public-only paket
expect_code 2
expect_match stdout '^paket/.geheim/.store.p12 +DO NOT SEND'
run cert-check --public-only leer
expect_code 65
expect_empty stdout
expect_contains stderr ANB-C416

# Certificates in archives are judged like files.
/usr/bin/python3 - "$pki" <<'END'
import sys, zipfile
with zipfile.ZipFile("unterlagen.zip", "w") as z:
    for name in ("musterstadt-prod.pem", "ca.pem", "musterstadt-prod.cer"):
        z.write(f"{sys.argv[1]}/{name}", f"ordner/{name}")
    z.writestr("brief.pdf", "%PDF-1.4")
END
run cert-check --json --at 2026-11-23 unterlagen.zip
expect_code 0
expect_schema cert-check
expect_json '[.subjects[].id] == ["file:unterlagen.zip!ordner/musterstadt-prod.pem"]'
expect_json '.subjects[0].chain_length == 2 and any(.findings[]; .code == "ANB-C412")'
head -c 900 unterlagen.zip >cut.zip
run cert-check cut.zip
expect_code 65
expect_contains stderr ANB-C401

finish
