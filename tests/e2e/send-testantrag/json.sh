# The JSON documents hold what their schema says, whatever the outcome.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
need_python jsonschema
prepare_authority

send_example --attach nachweis.pdf --json
expect_code 1
expect_json '.result == "warning" and .state == "waiting" and .tags_match and .sending.step == "submitted"'
expect_json ".submission_id == \"$submission\" and .case_id == \"$case\""
expect_schema send-testantrag
run send-testantrag list --json
expect_schema send-testantrag

receive-testantrag -q --env test fetch "$case" -o eingang --reject hash-mismatch >/dev/null 2>&1
run send-testantrag status "$case" --json
expect_code 2
expect_json '.state == "rejected" and (.problems[0].type | endswith("/hash-mismatch"))'
expect_schema send-testantrag

run send-testantrag --env test --to "$id" --service hzl --data testantrag-hzl.xml --schema-uri urn:anders --json
expect_code 2
expect_json '.findings[0].code == "ANB-S122"'
expect_schema send-testantrag
run send-testantrag purge "$case" --json
expect_schema send-testantrag
run send-testantrag resume 00000000 --json
expect_code 66
expect_schema send-testantrag

# One event per line.
run send-testantrag --env test --to "$id" --service hzl --data testantrag-hzl.xml --jsonl
expect_code 1
expect_equal "$(jq -s 'map(select(.event == "step")) | length' "$E2E_LAST/stdout")" 4 'steps'
finish
