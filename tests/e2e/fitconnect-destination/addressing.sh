# Addressing information: from the routing or pasted, compared with the Zustellpunkt, explained
# when it is not there.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/destination.bash"
need jq
prepare_office
day=$(settled_day)
create_destination
sed -i "/^schema_uri/a destination_test = \"$id\"" musterstadt.toml

run fitconnect-destination --env test addressing "$id"
expect_code 66
expect_contains stderr 'ANB-F307'
fitconnect-destination -q --env test activate "$id" >/dev/null 2>&1
fitconnect-destination -q --env test addressing "$id" --raw >export.txt 2>/dev/null
expect_file export.txt

run fitconnect-destination --env test addressing "$id" --verify "$(cat export.txt)" --json
expect_code 0
expect_json '.addressing.verified and .addressing.destination_id == "'"$id"'"'
run bash -c 'fitconnect-destination --env test addressing --verify - <export.txt'
expect_code 0
expect_match stdout '^  Ergebnis +aktuell$'
fold -w 80 export.txt >broken.txt
run bash -c 'fitconnect-destination --env test addressing --verify - <broken.txt'
expect_code 1
expect_contains stderr 'ANB-F308'
run bash -c 'tr A-Za-z N-ZA-Mn-za-m <export.txt | fitconnect-destination --env test addressing --verify -'
expect_code 76
expect_empty stdout
sed 's/\.[^.]*$/.AAAA/' export.txt >forged.txt
run fitconnect-destination --env test check "$id" --addressing forged.txt
expect_code 76
expect_contains stderr 'ANB-F301'
run bash -c 'fitconnect-destination --env prod addressing --verify - <export.txt'
expect_code 76
mkdir keys/other
for file in verschluesselung signatur; do
    jq --arg kid "other-$file" '.kid = $kid' "keys/test/$file.oeffentlich.jwk.json" \
        >"keys/other/$file.oeffentlich.jwk.json"
done
other=$(fitconnect-destination -q --env test create hzl --keys keys/other --json 2>/dev/null |
    jq -r .destination.destinationId)
run fitconnect-destination --env test addressing "$other" --verify "$(cat export.txt)"
expect_code 2
expect_contains stderr 'ANB-F302'

run fitconnect-destination --env test check --all --addressing export.txt
expect_code 64

# The Zustellpunkt was changed after the export.
run fitconnect-destination --env test check "$id" --addressing export.txt --at "$day" -q
expect_code 0
expect_match stdout '^  Adressierung +20[^ ]+Z +ok$'
sed -i 's/DE059990000000/DE059990000/' "sandbox/test/destinations/$id.json"
stop_sandbox
start_sandbox
run fitconnect-destination --env test check "$id" --addressing export.txt --json
expect_code 2
expect_json '.findings | map(.code) | contains(["ANB-F305"])'

# Another place: nothing to be had, and which of the reasons.
run fitconnect-destination --env test route --ars 089990000000 --leika 99123456760610 --support-mail
expect_code 2
expect_contains stderr 'HINWEIS ANB-F312'
expect_contains stderr 'FEHLER ANB-F240'
expect_contains stdout 'An: FIT-Connect-Support (FITKO)'
expect_contains stdout 'Leistungsschlüssel  99123456760610'
run fitconnect-destination --env test route --ars 089990000000 --leika 99123456760610 --support-mail \
    --addressing export.txt --json
expect_json '.support_mail | contains("'"$(cut -c1-40 export.txt)"'")'
expect_json '.findings | map(.code) | contains(["ANB-F303"])'

# In production: exported today, or long ago.
p12-to-jwk sandbox/pki/musterstadt-prod.p12 --env prod --out-dir keys/prod \
    --password-file sandbox/pki/musterstadt-prod.password >/dev/null 2>&1
printf '\n[env.prod]\nkeys = "keys/prod"\n' >>musterstadt.toml
fitconnect-destination -q --env prod create hzl --confirm 99123456 --json -o prod.json 2>/dev/null
prod=$(jq -r .destination.destinationId prod.json)
fitconnect-destination -q --env prod activate "$prod" --confirm "${prod:0:8}" >/dev/null 2>&1
fitconnect-destination -q --env prod addressing "$prod" --raw >prod.txt 2>/dev/null
fitconnect-destination -q --env prod deactivate "$prod" --confirm "${prod:0:8}" >/dev/null 2>&1
run fitconnect-destination --env prod route --service hzl --addressing prod.txt
expect_code 1
expect_contains stderr 'HINWEIS ANB-F315'
run fitconnect-destination --env prod route --service hzl --addressing prod.txt --at "$(date -d '+4 days' +%F)"
expect_code 1
expect_contains stderr 'WARNUNG ANB-F314'
sed -i "/^schema_uri/a destination_prod = \"$prod\"" musterstadt.toml
run fitconnect-destination --env prod route --service hzl
expect_code 2
expect_contains stderr 'ANB-F201'

finish
