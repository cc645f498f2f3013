# Listings, login, saved answers, and what a call lacks. SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq openssl
prepare_office
pki=sandbox/pki

run dvdv-lookup --env test categories
expect_code 0
expect_match stdout 'Sozialamt +soa$'
run dvdv-lookup --env test categories Sozialamt
expect_code 0
expect_contains stdout http://www.osci.de/beispiel/
run dvdv-lookup --env test categories Unsinn
expect_code 66
expect_contains stderr ANB-D309
run dvdv-lookup --env test organizations
expect_code 0
expect_contains stdout 'Stadt Musterstadt, Sozialamt'
run dvdv-lookup --env test organizations --category Sozialamt --name muster
expect_code 0
run dvdv-lookup --env test organizations --name kreis
expect_code 66
expect_contains stderr ANB-D310
run dvdv-lookup --env test organizations --cert $pki/musterstadt-osci-test.cer --json
expect_code 0
expect_json '.organizations[0].organizationKeys == ["soa:05999000"]'
run dvdv-lookup --env test organizations --element OSCI_INTERMEDIARY --cert $pki/intermediaer-test-cipher.cer
expect_code 0
url=$(dvdv-lookup --env test show hzl --print intermediary-url 2>/dev/null)
run dvdv-lookup --env test organizations --element OSCI_INTERMEDIARY --uri "$url"
expect_code 0

run dvdv-lookup --env test whoami --json
expect_code 0
expect_json '.client.registered and .client.categories == ["Sozialamt"] and .client.fingerprint != ""'
run dvdv-lookup --env test token --json
expect_code 0
expect_json '.login.version == "2.15.0" and (.login | tostring | contains("eyJ") | not)'
run dvdv-lookup --env test token -vv
expect_missing stderr client_assertion
expect_missing stderr eyJ

# A saved answer is judged by the same code, without a network.
run dvdv-lookup --env test show hzl --json -o gespeichert.json
expect_code 0
expect_missing gespeichert.json PRIVATE
stop_sandbox
run dvdv-lookup --env test check hzl --answer gespeichert.json --json
expect_json '.findings == [] and any(.unchecked[]; .element == "organization" and .reason == "saved_answer")'
run dvdv-lookup show --answer gespeichert.json --print recipient-cert
expect_code 0
openssl x509 -in "$E2E_LAST/stdout" -outform DER -out gespeichert.cer
expect_same gespeichert.cer $pki/musterstadt-osci-test.cer
jq '.service.serviceElements[1].cipherCertificate.x509KeyUsage = 64' gespeichert.json >verfaelscht.json
run dvdv-lookup --env test check hzl --answer verfaelscht.json
expect_code 1
expect_contains stderr ANB-D230
echo '<html>' >kaputt.json
run dvdv-lookup check hzl --answer kaputt.json
expect_code 65
run dvdv-lookup check hzl --answer fehlt.json
expect_code 66

# What a call lacks.
run dvdv-lookup --env test check
expect_code 64
run dvdv-lookup --env test show hzl --org 05999000
expect_code 64
expect_contains stderr ANB-D301
run dvdv-lookup --env test show hzl --org SOA:05999000
expect_code 64
expect_contains stderr 'soa'
run dvdv-lookup --env test show hzl --org ags:059990000000
expect_code 64
expect_contains stderr ags:05999000
run env -u ANB_PROFILE dvdv-lookup --env test show hzl
expect_code 64
expect_contains stderr ANB-D305
run dvdv-lookup --env prod show hzl --offline
expect_code 64

# Settings of the wrong kind are named with their line.
for line in 'dvdv_servers = [1]' 'dvdv_servers = ["a b"]' 'dvdv_servers = 7' 'dvdv_access = "extern"'; do
    { cat musterstadt.toml; echo "$line"; } >falsch.toml
    run dvdv-lookup --env test show hzl --profile ./falsch.toml
    expect_code 78
    expect_contains stderr ANB-G403
done
{ cat musterstadt.toml; echo 'dvdv_servers = ["http://dvdv.example/x"]'; } >ohne-tls.toml
run dvdv-lookup --env test show hzl --profile ./ohne-tls.toml
expect_code 78
expect_contains stderr ANB-G409

# Production shares no server with test.
sed 's/^\[prod\]/[prod]\n#/' "$XDG_CONFIG_HOME/anbindung/environments.toml" >gleich.toml
sed -i "s|/prod/dvdv|/test/dvdv|g" gleich.toml
run dvdv-lookup --env prod --environments gleich.toml show hzl
expect_code 78
expect_contains stderr ANB-G101
sed 's|"https://[^"]*/prod/dvdv"|"https://dvdv-testserver.governikus.de/x"|' \
    "$XDG_CONFIG_HOME/anbindung/environments.toml" >fremd.toml
run dvdv-lookup --env prod --environments fremd.toml show hzl
expect_code 78
expect_contains stderr ANB-G101

finish
