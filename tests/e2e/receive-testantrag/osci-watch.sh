# A watch over OSCI fetches every message once, survives failures of the Intermediär, and ends with
# the signal's code.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/postbox.bash"
. "$E2E_SOURCE/watching.bash"
need jq
printf '%s\n' 'POST /test/osci nth=1 status=503' >fault
prepare_osci --fault "$PWD/fault"

run "${receive[@]}" fetch --watch bald -o eingang
expect_code 64
expect_contains stderr ANB-G110
run "${receive[@]}" fetch --watch 1s -o eingang --json
expect_code 64
expect_contains stderr ANB-G113
run "${receive[@]}" fetch --watch 1s -o eingang --accept
expect_code 64
expect_contains stderr ANB-O701
run "${receive[@]}" fetch --watch 1s -o eingang --callback-listen 127.0.0.1:0
expect_code 64
expect_contains stderr ANB-O711
expect_missing eingang

# watching: begins, with one look a second
watching()
{
    watch_with "${receive[@]}" --retry 0 fetch --watch 1s -o eingang --jsonl
}

# failures: how many lines tell of a look that failed
failures()
{
    jq -s '[.[] | select(.type == "finding" and .severity == "error")] | length' watch
}
has_failed()
{
    [ "$(failures)" -ge 1 ]
}

: >watch
watching
wait_for 60 has_failed || broken 'the first look fails'
drop_message --attach nachweis.pdf
first=$message
wait_for 60 has_told .stored 1 || broken 'the first message is fetched'
drop_message
wait_for 60 has_told .stored 2 || broken 'the second message is fetched'
sleep 2.5
ended 143 TERM
expect_equal "$(told true)" 2 'lines that tell of a message'
expect_equal "$(parts "eingang/$first")" 4 'parts of the first'
expect_equal "$(parts "eingang/$message")" 3 'parts of the second'
expect_equal "$(acknowledged)" 2 'acknowledged'
expect_contains watch.err 'Abholen quittiert'
expect_equal "$(failures)" 1 'the failure of one look'

# A lost answer costs a look, not a message.
stop_sandbox
printf '%s\n' 'POST /test/osci nth=2 reset=after' >fault
start_sandbox --fault "$PWD/fault"
: >watch
drop_message
stop_sandbox
start_sandbox --fault "$PWD/fault"
watching
wait_for 60 has_told .stored 1 || broken 'the third message is fetched'
sleep 2.5
ended 130 INT
expect_equal "$(told true)" 1 'lines that tell of a message'
expect_equal "$(acknowledged)" 3 'acknowledged'

# An answer that is not to be believed ends the watch.
stop_sandbox
: >fault
start_sandbox --fault "$PWD/fault"
drop_message
stop_sandbox
printf '%s\n' 'POST /test/osci nth=2 spoil=response' >fault
start_sandbox --fault "$PWD/fault"
: >watch
watching
E2E_CODE=0
wait "$watch_pid" || E2E_CODE=$?
expect_code 76
expect_equal "$(find eingang/quarantine -type f | wc -l)" 1 'files in quarantine'
expect_equal "$(acknowledged)" 3 'acknowledged'
finish
