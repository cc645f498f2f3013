# C1: what counts is what is registered, in the DVDV and at the Zustellpunkt.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/destination.bash"
need jq openssl
need_python jsonschema cryptography
prepare_office
create_destination

# ends FILE: its last day.
ends()
{
    date -u -d "$(openssl x509 -in "$1" -noout -enddate | cut -d= -f2)" +%Y-%m-%d
}
recipient=$(ends sandbox/pki/musterstadt-osci-test.cer)
key=$(jq -r '.x5c[0]' keys/test/verschluesselung.oeffentlich.jwk.json | base64 -d | openssl x509 -inform DER)
key=$(ends <(printf '%s\n' "$key"))

today=$(date -u +%FT%TZ)
mkdir -p etc
cat >etc/inventar.toml <<END
[dvdv.test_hzl]
service = "hzl"
env = "test"
profile = "../musterstadt.toml"
label = "Empfänger-Zertifikat"

[zustellpunkt.hzl]
id = "$id"
env = "test"
label = "Verschlüsselungsschlüssel"
END
run cert-check --at "$today" --inventory etc/inventar.toml
expect_code 0
expect_match stdout "^  $recipient +[0-9]+  Empfänger-Zertifikat +Test-DVDV hzl +ok\$"
expect_match stdout "^  $key +[0-9]+  Verschlüsselungsschlüssel +Zustellpunkt $id +ok\$"
expect_missing stderr ANB-C413

# It counts down for what is registered.
at=$(date -u -d "$key - 18 days" +%Y-%m-%dT%H:%M:%SZ)
run cert-check --at "$at" --inventory etc/inventar.toml --format nagios
expect_code 2
expect_contains stdout "CERT CRITICAL - Verschlüsselungsschlüssel läuft in 18 Tagen ab ($key) | "
expect_match stdout "'ziel_hzl'=18;60:;21: 'dvdv_test_hzl'=[0-9]+;60:;21:"
run cert-check --at "$at" --inventory etc/inventar.toml --format checkmk
expect_code 2
expect_contains stdout "2 \"ANB Verschlüsselungsschlüssel\" days=18;60:;21: läuft in 18 Tagen ab ($key)"
expect_match stdout "^0 \"ANB Empfänger-Zertifikat\" days=[0-9]+;60:;21: gültig bis $recipient\$"
run cert-check --at "$at" --inventory etc/inventar.toml --json
expect_code 2
expect_schema cert-check
expect_json '[.subjects[].id] == ["dvdv:hzl", "zustellpunkt:'"$id"'"]'
expect_json '.subjects[0].fingerprint_sha256 == "'"$(openssl x509 -in sandbox/pki/musterstadt-osci-test.cer -outform DER | sha256sum | cut -c1-64)"'"'
run cert-check --at "$today" --inventory etc/inventar.toml --ics
expect_equal "$(grep -c BEGIN:VEVENT "$E2E_LAST/stdout")" 2 'events'

# Without an environment the one of the call counts, else that of every reading command.
sed '/^env/d' etc/inventar.toml >etc/ohne.toml
run cert-check --at "$today" --inventory etc/ohne.toml
expect_code 0
expect_match stdout "Empfänger-Zertifikat +Test-DVDV hzl +ok\$"
run cert-check --env prod --at "$today" --inventory etc/ohne.toml
expect_match stdout "Verschlüsselungsschlüssel +Zustellpunkt $id +UNBEKANNT\$"

# Each profile logs in once, whatever the number of entries.
logins() { grep -c standaloneauth/token sandbox/requests.jsonl; }
before=$(logins)
sed 's/^\[dvdv.test_hzl\]/[dvdv.noch_einer]/; /^\[zustell/,$d' etc/inventar.toml >noch_einer
cat noch_einer >>etc/inventar.toml
run cert-check --at "$today" --inventory etc/inventar.toml
expect_code 0
expect_equal "$(($(logins) - before))" 1 'logins for two entries'

# What gives no answer is unknown, and the others are judged.
cp sandbox/pki/musterstadt-osci-test.cer etc/datei.cer
cat >etc/inventar.toml <<END
[dvdv.weg]
service = "urn:nirgends"
env = "test"
[dvdv.fremd]
service = "hzl"
env = "test"
profile = "fremd"
[zustellpunkt.weg]
id = "00000000-0000-4000-8000-000000000000"
env = "test"
[datei.da]
path = "datei.cer"
END
run cert-check --at "$today" --inventory etc/inventar.toml --json
expect_schema cert-check
expect_json '[.findings[].code] | contains(["ANB-D203"]) and contains(["ANB-G404"])'
expect_json '[.subjects[].id] | contains(["file:'"$PWD"'/etc/datei.cer"])'
run cert-check --at "$today" --inventory etc/inventar.toml
expect_match stdout '^  \? +weg +Test-DVDV urn:nirgends +UNBEKANNT$'
expect_match stdout "^  $recipient +[0-9]+  da +Datei +ok\$"
run cert-check --at "$today" --inventory etc/inventar.toml --format checkmk
expect_code 3
expect_match stdout '^3 "ANB weg" - '
expect_match stdout '^0 "ANB da" '

# Without a network nothing is said about them; with the services away neither.
run cert-check --offline --inventory etc/inventar.toml --fail-on never
expect_contains stderr ANB-C413
expect_match stdout '^  \? +weg +Test-DVDV urn:nirgends +nicht geprüft$'
stop_sandbox
run cert-check --at "$today" --inventory etc/inventar.toml
expect_match stdout '^  \? +weg +Zustellpunkt 00000000-0000-4000-8000-000000000000 +UNBEKANNT$'
expect_match stderr 'ANB-N30[0-9]'

# The certificate for the content counts too, and nothing is chosen among several.
/usr/bin/python3 "$E2E_ROOT/tests/support/dvdv_entries.py" entries \
    "$PWD/sandbox/pki/dvdv-client-test.cer" "$PWD/sandbox/pki/dvdv-client-prod.cer" \
    "$(date -u +%Y-%m-%dT%H:%M:%SZ)" || broken "the entries are made"
start_sandbox --directory entries/directory
for name in content-expired two-addressees two-intermediaries; do
    profile=$(awk -F'\t' -v name="$name" '$1 == name { print $3 }' entries/cases.tsv)
    printf '[dvdv.%s]\nservice = "probe"\nenv = "test"\nprofile = "%s"\n' "$name" "$(realpath "$profile")"
done >viele.toml
run cert-check --inventory viele.toml --trust test=entries/certificates/root-test.cer --json
expect_json '[.findings[] | select(.code == "ANB-C101") | .subject] == ["dvdv:probe#content_certificate"]'
expect_json '[.findings[] | select(.code == "ANB-D219")] | length == 1'
expect_json '[.subjects[].metric] | contains(["dvdv_content-expired_content_certificate"])'

# A login that failed is not tried again.
cat >>musterstadt.toml <<END
dvdv_client_p12 = "sandbox/pki/musterstadt-osci-test.p12"
dvdv_client_password_file = "sandbox/pki/musterstadt-osci-test.password"
END
printf '[dvdv.%s]\nservice = "hzl"\nenv = "test"\n' eins zwei >zwei.toml
before=$(logins)
run cert-check --inventory zwei.toml
expect_equal "$(($(logins) - before))" 1 'logins with a certificate that is not registered'
expect_equal "$(grep -c UNBEKANNT "$E2E_LAST/stdout")" 2 'entries without an answer'
finish
