# Events with a wrong signature, events that a foreign key verifies, and events of another case end
# with 76; an answer that is too large is none.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_authority
send_example --attach nachweis.pdf
expect_code 1
first=$submission
send_example
expect_code 1
second=$submission
expect_equal "$([ "$first" != "$second" ] && echo two)" two 'sendings'

# with_fault RULE: the sandbox goes on with this fault only.
with_fault()
{
    stop_sandbox
    printf '%s\n' "$1" >fault
    start_sandbox --fault "$PWD/fault"
}

with_fault 'GET */cases/*/events forge=signatures'
run send-testantrag status "$first"
expect_code 76
expect_contains stderr ANB-S401
run send-testantrag status "$first" --json
expect_code 76
expect_json '.findings[0].code == "ANB-S401"'

with_fault 'GET */submission-api/.well-known/jwks.json forge=keys'
run send-testantrag status "$first"
expect_code 76
expect_contains stderr ANB-S401

with_fault 'GET */cases/*/events swap=yes'
run send-testantrag status "$first"
expect_code 1
run send-testantrag status "$second"
expect_code 76
expect_contains stderr ANB-S401

with_fault 'GET */cases/*/events oversize=40000000'
run send-testantrag status "$first"
expect_code 65
expect_contains stderr ANB-N307

# The receiver's decision counts only with the receiver's key.
with_fault 'GET */destinations/*/keys/* forge=keys'
run receive-testantrag --env test fetch --all -o eingang --accept
expect_code 76
stop_sandbox
start_sandbox
run receive-testantrag --env test fetch --all -o eingang2 --accept
expect_code 0
with_fault 'GET */destinations/*/keys/* forge=keys'
run send-testantrag status "$first"
expect_code 76
expect_contains stderr ANB-S401

stop_sandbox
start_sandbox
run send-testantrag status "$first"
expect_code 0
finish
