# Wherever a sending is interrupted, going on leads to exactly one submitted submission.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_authority

journal()
{
    printf '%s\n' "$XDG_STATE_HOME"/anbindung/testantrag/test/*/journal.jsonl
}

forget()
{
    rm -rf "$XDG_STATE_HOME/anbindung"
}

# interrupted_by FAULT STEPS: the connection is cut after the service did what it was asked for, and
# the event log, which could settle it at once, is not to be had.
interrupted_by()
{
    stop_sandbox
    printf '%s\n' "$1" 'GET */events status=503' >fault
    start_sandbox --fault "$PWD/fault"
    forget
    local before
    before=$(submissions submitted)
    send_example --attach nachweis.pdf --retry 0
    expect_code 75
    expect_contains stderr 'ANB-S501'
    expect_contains stderr 'send-testantrag resume'
    run send-testantrag list --json
    expect_json ".sendings[0].step | test(\"^($2)\$\")"
    local entry
    entry=$(jq -r '.sendings[0].id' "$E2E_LAST/stdout")
    stop_sandbox
    start_sandbox
    run send-testantrag resume "$entry"
    expect_code 1
    expect_contains stderr '[4/5] Eingang bestätigt'
    expect_equal "$(submissions submitted)" $((before + 1)) "submitted after: $1"
}
interrupted_by 'POST */submissions reset=after' creating
expect_contains stderr 'ANB-S311'
interrupted_by 'PUT */attachments/* reset=after' encrypted
interrupted_by 'PUT */attachments/* reset=before' 'created|encrypted'
interrupted_by 'PUT */v2/submissions/* from=2 reset=after' submitting
expect_contains stderr 'Nichts wiederholt'
interrupted_by 'PUT */v2/submissions/* from=2 reset=before' submitting

# A journal that lost its last lines, the last of them torn: nothing is submitted twice.
stop_sandbox
start_sandbox
forget
send_example --attach nachweis.pdf
expect_code 1
cp "$(journal)" whole.jsonl
lines=$(wc -l <whole.jsonl)
for ((line = lines; line >= 3; line--)); do
    {
        head -n "$line" whole.jsonl
        printf '{"step":"subm'
    } >"$(journal)"
    before=$(submissions submitted)
    run send-testantrag resume "${submission:0:8}"
    expect_code 1
    expect_equal "$(submissions submitted)" "$before" "submitted behind line $line"
done

# A journal damaged in the middle is not guessed about.
sed '2s/creating/cre ting/' whole.jsonl >"$(journal)"
run send-testantrag resume "${submission:0:8}"
expect_code 65
expect_contains stderr 'ANB-S304'
finish
