# Production over OSCI: only as the final test, with the typed confirmation, once per organisation
# and service.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_osci
good=(send-testantrag --env prod --via osci --to soa:05999000 --service hzl --data testantrag-hzl.xml --no-input)

run "${good[@]}"
expect_code 64
expect_contains stderr ANB-S130
run send-testantrag --env test --via osci --to soa:05999000 --service hzl --data testantrag-hzl.xml --final-test
expect_code 64
expect_contains stderr ANB-S131
run "${good[@]}" --final-test
expect_code 64
expect_contains stderr ANB-G121
run "${good[@]}" --final-test --confirm 12345678
expect_code 64
ANB_ENV=prod run send-testantrag --via osci --to soa:05999000 --service hzl --data testantrag-hzl.xml --no-input \
    --final-test --confirm soa:0599
expect_code 64
expect_equal "$(deliveries prod)" 0 'deliveries in production'
expect_equal "$(osci_requests)" 0 'orders to an Intermediär'

run "${good[@]}" --final-test --confirm soa:0599
expect_code 1
expect_contains stderr 'Umgebung: PRODUKTION'
expect_equal "$(deliveries prod)" 1 'deliveries in production'
expect_equal "$(deliveries)" 0 'deliveries in the test environment'
message=$(newest message_id)

# A sending belongs to its environment.
run send-testantrag --env test status "$message"
expect_code 66
run send-testantrag resume "$message"
expect_code 64
expect_contains stderr ANB-G122
expect_contains stderr '--env prod'
run send-testantrag --env prod resume "$message"
expect_code 1
expect_equal "$(deliveries prod)" 1 'deliveries in production'

run "${good[@]}" --final-test --confirm soa:0599
expect_code 64
expect_contains stderr ANB-S132
run "${good[@]}" --final-test --confirm soa:0599 --reason 'Fachverfahren neu aufgesetzt' --json
expect_code 1
expect_json '.environment == "prod" and .sending.final_test'
expect_equal "$(deliveries prod)" 2 'deliveries in production'

# The postbox of production is not that of the test environment.
run receive-testantrag --env test --via osci --service hzl list --json
expect_json '.messages == []'
run receive-testantrag --env prod --via osci --service hzl fetch "$message" -o eingang --no-input
expect_code 64
expect_contains stderr ANB-G121
run receive-testantrag --env prod --via osci --service hzl fetch "$message" -o eingang --confirm "${message:0:8}"
expect_code 0
run send-testantrag --env prod status "$message"
expect_code 0
finish
