# What does not verify is neither stored nor accepted; the fitting reason is named.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_authority
send_example --attach nachweis.pdf

# with RULE: the sandbox with this fault
with()
{
    stop_sandbox
    printf '%s\n' "$1" >fault
    start_sandbox --fault "$PWD/fault"
}
# nothing_kept: neither a case nor what is left of one
nothing_kept()
{
    expect_equal "$(find eingang -mindepth 1 2>/dev/null | wc -l)" 0 'files below the folder'
    expect_equal "$(submissions submitted)" 1 'submitted submissions'
}

with 'GET */v2/submissions/* replace="\"encryptedData\":\"eyJ=>\"encryptedData\":\"eyK"'
run receive-testantrag --env test fetch "$case" -o eingang --accept
expect_code 2
expect_contains stderr ANB-S610
expect_contains stderr '--reject encryption-issue'
nothing_kept

with 'GET */attachments/* body="a.b.c.d.AAAAAAAAAAAAAAAAAAAAAA" type=application/jose'
run receive-testantrag --env test fetch "$case" -o eingang --accept
expect_code 76
expect_contains stderr ANB-S403
expect_contains stderr '--reject incorrect-authentication-tag'
nothing_kept

with 'GET */attachments/* status=404'
run receive-testantrag --env test fetch "$case" -o eingang --accept
expect_code 2
expect_contains stderr ANB-S620
nothing_kept

# A failure of the network rejects nothing.
with 'GET */attachments/* reset=before'
run receive-testantrag --env test --retry 0 fetch "$case" -o eingang --reject hash-mismatch
expect_equal "$((E2E_CODE >= 64))" 1 'a failure that is no answer'
nothing_kept

# Said, but the answer was lost: the next run finds out.
with 'POST */events reset=after nth=1'
run receive-testantrag --env test --retry 0 fetch "$case" -o eingang --accept
expect_equal "$((E2E_CODE >= 64))" 1 'a lost answer that is no success'
run receive-testantrag --env test fetch "$case" -o eingang --accept --json
expect_code 0
expect_json '.cases[0].answered_before and .cases[0].state == "accepted"'
finish
