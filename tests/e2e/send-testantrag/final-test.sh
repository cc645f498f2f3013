# Production: only as the final test, with the typed confirmation, once per service.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_authority
p12-to-jwk sandbox/pki/musterstadt-prod.p12 --env prod --out-dir keys/prod \
    --password-file sandbox/pki/musterstadt-prod.password >/dev/null 2>&1
printf '\n[env.prod]\nkeys = "keys/prod"\n' >>musterstadt.toml
fitconnect-destination --env prod create hzl --confirm 99123456 --json >ziel.json 2>/dev/null
id=$(jq -r .destination.destinationId ziel.json)
fitconnect-destination --env prod activate "$id" --confirm "${id:0:8}" >/dev/null 2>&1
good=(send-testantrag --env prod --to "$id" --service hzl --data testantrag-hzl.xml --no-input)

in_production()
{
    find sandbox/prod/submissions -name submission.json 2>/dev/null | wc -l
}

run "${good[@]}"
expect_code 64
expect_contains stderr ANB-S130
run "${good[@]}" --final-test
expect_code 64
expect_contains stderr ANB-G121
run "${good[@]}" --final-test --confirm 12345678
expect_code 64
ANB_ENV=prod run send-testantrag --to "$id" --service hzl --data testantrag-hzl.xml --final-test --confirm "${id:0:8}"
expect_code 64
expect_equal "$(in_production)" 0 'submissions in production'

run "${good[@]}" --final-test --confirm "${id:0:8}"
expect_code 1
expect_contains stderr 'Umgebung: PRODUKTION'
expect_equal "$(in_production)" 1 'submissions in production'
read_ids

# A sending belongs to its environment.
run send-testantrag --env test status "$case"
expect_code 66
run send-testantrag resume "$case"
expect_code 64
expect_contains stderr ANB-G122
run send-testantrag --env prod resume "$case"
expect_code 1

# A profile that has only the test environment does not take it there; asking goes where it belongs.
sed '/^\[env.prod\]/,$d' musterstadt.toml >nur-test.toml
run send-testantrag --profile ./nur-test.toml resume "$case"
expect_code 64
expect_contains stderr ANB-G122
expect_contains stderr '--env prod'
run send-testantrag --profile ./nur-test.toml status "$case"
expect_code 1
expect_contains stderr 'Umgebung: PRODUKTION'
expect_equal "$(in_production)" 1 'submissions in production'

run "${good[@]}" --final-test --confirm "${id:0:8}"
expect_code 64
expect_contains stderr ANB-S132
expect_contains stderr "${case:0:8}"
run "${good[@]}" --final-test --confirm "${id:0:8}" --reason 'Fachverfahren neu aufgesetzt' --json
expect_code 1
expect_json '.environment == "prod" and .sending.final_test'
expect_equal "$(in_production)" 2 'submissions in production'

# The way on that is shown can be gone.
stop_sandbox
printf 'PUT */v2/submissions/* status=503\n' >fault
start_sandbox --fault "$PWD/fault"
run "${good[@]}" --final-test --confirm "${id:0:8}" --reason 'noch einmal' --retry 0
expect_code 75
expect_contains stderr 'Fortsetzen:  send-testantrag --env prod resume '
expect_match stderr 'Später fortsetzen: send-testantrag --env prod resume [0-9a-f]{8}'
stop_sandbox
start_sandbox
read -ra way <<<"$(sed -n 's/.*Fortsetzen:  //p' "$E2E_LAST/stderr")"
run "${way[@]}"
expect_code 1

# Accepting in production needs the typed confirmation too.
run receive-testantrag --env prod fetch "$case" -o eingang --accept --no-input
expect_code 64
expect_contains stderr ANB-G121
expect_file "eingang/$case/data.xml"
run receive-testantrag --env prod fetch "$case" -o eingang --accept --confirm "${case:0:8}"
expect_code 0
run send-testantrag --env prod status "$case"
expect_code 0
finish
