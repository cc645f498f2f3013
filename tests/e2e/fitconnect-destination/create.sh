# A Zustellpunkt is created once, from the profile and the public keys, and never twice.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_office

destinations()
{
    find sandbox/test/destinations -name '*.json' 2>/dev/null | wc -l
}
before=$(destinations)

run fitconnect-destination --env test create hzl --dry-run
expect_code 0
expect_empty stderr
expect_contains stdout '+ urn:de:fim:leika:leistung:99123456760610'
expect_contains stdout 'Nichts geändert (--dry-run).'
expect_equal "$(destinations)" "$before" 'the number of destinations after a dry run'

run fitconnect-destination --env test create hzl --json
expect_code 0
expect_empty stderr
expect_json '.changed and .destination.status == "created"'
expect_json '.changes | map(.member) | contains(["services/0/identifier", "encryptionPublicKey"])'
id=$(jq -r .destination.destinationId "$E2E_LAST/stdout")
after=$(destinations)
expect_equal "$((after > before))" 1 'a destination was stored'

run fitconnect-destination --env test create hzl
expect_code 0
expect_contains stdout "Zustellpunkt $id gibt es schon."
run fitconnect-destination --env test create hzl --json --lang en
expect_json '.changed == false and .destination.destinationId == "'"$id"'"'
expect_equal "$(destinations)" "$after" 'the number of destinations after the second call'

# What show prints is what --file takes.
run fitconnect-destination --env test show "$id" --json -o shown.json
expect_code 0
run fitconnect-destination --env test create --file shown.json --json
expect_code 0
expect_json '.destination.destinationId == "'"$id"'"'

# Nothing is sent when a key is unfit, private, or absent.
run fitconnect-destination --env test create hzl --metadata-version 1.0.0
expect_code 2
expect_contains stderr 'FEHLER ANB-F210'
mkdir private
cp keys/test/verschluesselung.privat.jwk.json private/verschluesselung.oeffentlich.jwk.json
holds_secrets private/verschluesselung.oeffentlich.jwk.json
cp keys/test/signatur.oeffentlich.jwk.json private/
run fitconnect-destination --env test create hzl --keys private
expect_code 65
expect_contains stderr 'ANB-J210'
run fitconnect-destination --env test create hzl --keys .
expect_code 66
mkdir swapped
cp keys/test/verschluesselung.oeffentlich.jwk.json swapped/signatur.oeffentlich.jwk.json
cp keys/test/verschluesselung.oeffentlich.jwk.json swapped/
run fitconnect-destination --env test create hzl --keys swapped
expect_code 2
expect_contains stderr 'ANB-F255'
expect_equal "$(destinations)" "$after" 'the number of destinations after refusals'

run fitconnect-destination --env test create nosuch
expect_code 78
expect_contains stderr 'ANB-G405'

# A profile with both environments names none by itself.
printf '\n[env.prod]\nkeys = "keys/prod"\n' >>musterstadt.toml
run fitconnect-destination create hzl
expect_code 64
expect_contains stderr 'ANB-G122'

finish
