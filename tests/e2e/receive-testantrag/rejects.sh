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

# The place belongs to the reason, and an attachment to the submission.
send_example --attach nachweis.pdf
with=$case
run receive-testantrag --env test fetch "$with" -o eingang --reject hash-mismatch@metadata
expect_code 64
expect_contains stderr ANB-F354
run receive-testantrag --env test fetch "$with" -o eingang --reject missing-attachment
expect_code 64
expect_contains stderr ANB-S644
run receive-testantrag --env test fetch "$with" -o eingang \
    --reject "missing-attachment@attachment:$submission"
expect_code 64
expect_contains stderr ANB-S644
attachment=$(jq -r '.files[] | select(.attachment_id).attachment_id' "eingang/$with/manifest.json")
expect_contains stderr "$attachment"
run receive-testantrag --env test fetch "$with" -o eingang \
    --reject "missing-attachment@attachment:$attachment" --json
expect_code 0
expect_json '.cases[0].state == "rejected"'
run send-testantrag status "$with" --json
expect_code 2
expect_contains stdout "attachment:$attachment"
case=$(jq -r --arg with "$with" '[.sendings[].case_id | select(. != $with)][0]' "$E2E_TMP/list.json")
submission=$(jq -r --arg case "$case" '.sendings[] | select(.case_id == $case).submission_id' "$E2E_TMP/list.json")

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

# Nothing is said to an event log that is not to be believed.
send_example
stop_sandbox
printf 'GET */events forge=signatures\n' >fault
start_sandbox --fault "$PWD/fault"
before=$(submissions rejected)
run receive-testantrag --env test fetch "$case" -o eingang
expect_code 76
run receive-testantrag --env test fetch "$case" -o eingang --reject schema-violation
expect_code 76
expect_contains stderr ANB-S401
expect_missing stderr ANB-F406
run receive-testantrag --env test fetch "$case" -o eingang --reject schema-violation --json
expect_code 76
expect_json '.cases[0] | has("state") | not'
expect_equal "$(submissions rejected)" "$before" 'rejected submissions'
expect_equal "$(grep -c "POST.*$case/events" sandbox/requests.jsonl)" 0 'answers sent'
finish
