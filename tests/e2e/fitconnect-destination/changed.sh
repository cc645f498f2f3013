# Somebody else changes the Zustellpunkt between reading and writing: nothing is written.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
cat >fault <<'FAULT'
GET */destination-api/v2/destinations/* nth=2 replace="\"created\"=>\"inactive\""
PATCH */destinations/* nth=1 status=409
FAULT
prepare_office --fault "$PWD/fault"
run fitconnect-destination --env test create hzl --json
id=$(jq -r .destination.destinationId "$E2E_LAST/stdout")

run fitconnect-destination --env test activate "$id"
expect_code 75
expect_contains stderr 'ANB-F405'
run fitconnect-destination --env test activate "$id" --json
expect_code 75
expect_json '.findings[0].code == "ANB-F405"'
run fitconnect-destination --env test show "$id" --json
expect_json '.destination.status == "created"'
run fitconnect-destination --env test activate "$id"
expect_code 0

finish
