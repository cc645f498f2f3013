# A Zustellpunkt is judged point by point, before and after its activation.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/destination.bash"
need jq
prepare_office
day=$(settled_day)
run fitconnect-destination --env test create hzl --json
id=$(jq -r .destination.destinationId "$E2E_LAST/stdout")

run fitconnect-destination check "$id"
expect_code 2
expect_contains stdout '1 von 9 Punkten offen'
expect_match stdout '^  Status +created +FEHLER +noch nicht aktiv$'
expect_match stdout '^  Fachdatenschema +urn:[^ ]+ +ok$'
expect_contains stderr 'FEHLER ANB-F201'

run fitconnect-destination --env test activate "$id" --dry-run
expect_code 0
run fitconnect-destination check "$id" --fail-on never
expect_code 0
expect_contains stderr 'ANB-F201'

run fitconnect-destination --env test activate "$id" --undo-file undo.json
expect_code 0
expect_contains stdout '- created'
expect_contains stdout "Zustellpunkt $id ist aktiv."
expect_json '.environment == "test" and .destination.status == "created"' undo.json
run fitconnect-destination --env test activate "$id" --json
expect_code 0
expect_json '.changed == false and .destination.status == "active"'

run fitconnect-destination check "$id" --at "$day"
expect_code 0
expect_contains stderr 'HINWEIS ANB-F280'
expect_missing stderr FEHLER
run fitconnect-destination -q check "$id" --at "$day"
expect_code 0
expect_empty stderr
expect_contains stdout '0 von 9 Punkten offen'
expect_contains stdout '= test/verschluesselung.oeffentlich.jwk.json'

run fitconnect-destination check "$id" --lang en --at "$day"
expect_code 0
expect_contains stdout '0 of 9 points open'
expect_contains stdout 'data schema'

run fitconnect-destination check "$id" --json --lang en --at "$day"
expect_json '.result == "ok" and ([.findings[].code] == ["ANB-F280"]) and .destination.status == "active"'
expect_json '.subjects[0].encryption_key_days_left > 300'

run fitconnect-destination check "$id" --plain
expect_match stdout '^Status: active ok$'

run fitconnect-destination check "$id" --api 1 --json --at "$day"
expect_code 0
expect_json '.destination.publicServices[0].regions == ["DE059990000000"]'

run fitconnect-destination show "$id"
expect_code 0
expect_missing stdout ' ok'

# One line is enough for head; nobody complains.
fitconnect-destination show "$id" 2>err | head -1 >first
expect_contains first "Zustellpunkt $id (TEST)"
expect_missing err FEHLER

# The certificate is judged as of another day.
run fitconnect-destination check "$id" --at "$(date -d '+340 days' +%F)"
expect_code 1
expect_contains stderr 'ANB-F251'
run fitconnect-destination check "$id" --at "$(date -d '+400 days' +%F)"
expect_code 2
expect_contains stderr 'ANB-J511'

# Another key on this machine, another version in the profile.
sed 's/2\.3\.1/2.5.0/; s/059990000000/089990000000/' musterstadt.toml >other.toml
run fitconnect-destination check "$id" --profile ./other.toml --json
expect_code 2
expect_json '.findings | map(.code) | contains(["ANB-F220", "ANB-F240"])'
p12-to-jwk --new-test-key --env test --out-dir keys/other >/dev/null 2>&1
sed 's/keys\/test/keys\/other/' musterstadt.toml >other.toml
run fitconnect-destination check "$id" --profile ./other.toml --json
expect_code 2
expect_json '.findings | map(.code) | contains(["ANB-F250", "ANB-F261"])'

# Without a profile nothing is compared, and that is said.
run env -u ANB_PROFILE fitconnect-destination check "$id" --json --at "$day"
expect_code 0
expect_json '.unchecked | map(.element) | contains(["service", "region", "submission_schema"])'

# By service and all; an id of production does not reach the test environment.
sed "/^schema_uri/a destination_test = \"$id\"" musterstadt.toml >by-service.toml
run fitconnect-destination check --service hzl --profile ./by-service.toml --json --at "$day"
expect_code 0
expect_json '.destination.destinationId == "'"$id"'"'
run fitconnect-destination show --all --profile ./by-service.toml --json
expect_json '.destination.destinationId == "'"$id"'"'
run fitconnect-destination show --service hzl
expect_code 64
expect_contains stderr 'ANB-F327'
sed "/^schema_uri/a destination_prod = \"$id\"" musterstadt.toml >foreign.toml
run fitconnect-destination --env test check "$id" --profile ./foreign.toml
expect_code 78
expect_contains stderr 'ANB-G101'

finish
