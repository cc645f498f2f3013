# C1: an inventory for people, calendars and monitoring; what is not checked is a warning.
. "$E2E_SOURCE/lib.bash"
need jq
need_python jsonschema
pki=$TESTDATA/pki
mkdir keys && cp "$pki/musterstadt-prod.pem" keys/ && cp "$pki/musterstadt-short-early.pem" early.pem
cp "$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12" store.p12
printf insecure-demo >password && chmod 600 password
cat >inventar.toml <<'END'
[datei.schluessel]
path = "keys/"
label = "keys/prod"
env = "prod"

[datei.kurz]
path = "early.pem"
label = "Empfänger-Zertifikat"

[datei.speicher]
path = "store.p12"
password_file = "password"
for = "osci"
env = "test"
END
day=$(openssl x509 -in early.pem -noout -enddate | cut -d= -f2)
at=$(date -u -d "$day - 18 days - 1 hour" +%Y-%m-%dT%H:%M:%SZ)
ends=$(date -u -d "$day" +%Y-%m-%d)

run cert-check --lang de --at "$at" --inventory inventar.toml
expect_code 2
expect_match stdout '^  Ablauf +Tage  Was +Wo +Stand$'
expect_match stdout "^  $ends +18  Empfänger-Zertifikat  Datei  KRITISCH\$"
expect_match stdout '^  2035-12-31 +[0-9]+  keys/prod +Datei +ok$'
expect_equal "$(awk "/KRITISCH/ {print NR}" "$E2E_LAST/stdout")" 2 "the earliest end comes first"

run cert-check --lang de --at "$at" --inventory inventar.toml --format nagios
expect_code 2
expect_contains stdout "CERT CRITICAL - Empfänger-Zertifikat läuft in 18 Tagen ab ($ends) | 'datei_kurz'=18;60:;21:"
run cert-check --lang de --at "$at" --inventory inventar.toml --format checkmk
expect_code 2
expect_contains stdout "2 \"ANB Empfänger-Zertifikat\" days=18;60:;21: läuft in 18 Tagen ab ($ends)"
expect_match stdout '^0 "ANB keys/prod" days=[0-9]+;60:;21: gültig bis 2035-12-31$'
run cert-check --at "$at" --inventory inventar.toml --format prometheus -o anbindung.prom
expect_match anbindung.prom '^anbindung_check_result\{subject="keys/prod",location="file",environment="prod",profile=""\} 0$'
run cert-check --at "$at" --inventory inventar.toml --ics
expect_equal "$(grep -c BEGIN:VEVENT "$E2E_LAST/stdout")" 3 "three events"
run cert-check --at "$at" --inventory inventar.toml --json
expect_schema cert-check
expect_json '[.subjects[].label] == ["keys/prod", "Empfänger-Zertifikat", "speicher"]'

printf '[dvdv.hzl]\nservice = "hzl"\nenv = "test"\n[zustellpunkt.hzl]\nid = "7b0e9a52"\n[datei.weg]\npath = "weg.pem"\n' >rest.toml
run cert-check --offline --inventory rest.toml --json
expect_code 66
expect_schema cert-check
expect_json '[.findings[] | .code] == ["ANB-C413", "ANB-C413", "ANB-G201"]'
expect_json '[.unchecked[].element] == ["registered_certificate", "registered_certificate"]'
# An inventory that was cut off must not look like one in which all is well.
: >empty.toml
for format in text nagios checkmk prometheus json; do
    run cert-check --inventory empty.toml --format "$format"
    expect_code "$([[ $format =~ nagios|checkmk ]] && echo 3 || echo 65)"
    expect_contains stderr ANB-C415
    expect_missing stdout OK
done
run cert-check --lang de --inventory empty.toml --format nagios
expect_contains stdout "CERT UNKNOWN - Das Inventar empty.toml hat keinen Eintrag"
printf '[dvdv.hzl]\nservise = "hzl"\n' >wrong.toml
run cert-check --inventory wrong.toml
expect_code 78
expect_contains stderr ANB-G402

finish
