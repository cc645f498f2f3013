# A rejection reaches the sender with its reason.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_authority
send_example

run receive-testantrag --env test fetch --all -o eingang --reject schema-violatoin
expect_code 64
expect_contains stderr ANB-F353
expect_contains stderr schema-violation
run receive-testantrag --env test fetch --all -o eingang --reject schema-violation --accept
expect_code 64

run receive-testantrag --env test fetch "$case" -o eingang --reject schema-violation --json
expect_code 0
expect_json '.cases[0].state == "rejected" and (.cases[0].answered_before | not)'
run receive-testantrag --env test fetch "$case" -o eingang --reject schema-violation --json
expect_code 0
expect_json '.cases[0].answered_before'
run receive-testantrag --env test fetch "$case" -o eingang --accept
expect_code 73
expect_contains stderr ANB-S636

run send-testantrag status "$submission"
expect_code 2
expect_contains stderr '[5/5] Zurückgewiesen'
expect_contains stderr 'ANB-S402'
expect_contains stderr 'schema-violation'
finish
