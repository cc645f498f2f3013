# A watch fetches and accepts every new case once, survives failures of the service, and ends
# with the signal's code.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/watching.bash"
need jq
printf '%s\n' 'GET */v2/submissions status=503 nth=2' >fault
prepare_authority --fault "$PWD/fault"

run receive-testantrag --env test fetch --watch 1s
expect_code 64
expect_contains stderr ANB-G107
run receive-testantrag --env test fetch --watch 1s -o eingang --all
expect_code 64
run receive-testantrag --env test fetch --watch 1s -o eingang --accept --reject hash-mismatch
expect_code 64
run receive-testantrag --env test fetch --watch bald -o eingang
expect_code 64
expect_contains stderr ANB-G110
run receive-testantrag --env test fetch --watch 1s -o eingang --json
expect_code 64
expect_contains stderr ANB-G113
cp -r keys/test keys/neu
run receive-testantrag --env prod fetch --watch 1s -o eingang --accept --keys keys/neu
expect_code 64
expect_contains stderr ANB-S654
expect_missing eingang

# watching OPTION...: begins, with one look a second
watching()
{
    watch_with receive-testantrag --env test --retry 0 --log-file "$E2E_LOG" \
        fetch --watch 1s -o eingang --jsonl "$@"
}

: >watch
watching --accept
send_example --attach nachweis.pdf
wait_for 60 has_told .stored 1 || broken 'the first case is fetched'
first=$case
send_example
wait_for 60 has_told .stored 2 || broken 'the second case is fetched'
ended 143 TERM
expect_equal "$(told '.state == "accepted" and (.answered_before | not)')" 2 'accepted cases'
expect_equal "$(told true)" 2 'lines that tell of a case'
expect_file "eingang/$first/attachments/nachweis.pdf"
expect_file "eingang/$case/answer.json"
expect_equal "$(submissions accepted)" 2 'accepted submissions'
expect_equal "$(jq -s '[.[] | select(.type == "finding" and .severity == "error")] | length' watch)" 1 \
    'the failure of one look'

# Without --accept a case is told once; another watch, with it, accepts what was stored.
: >watch
send_example
watching
wait_for 60 has_told .stored 1 || broken 'the third case is fetched'
sleep 2.5
ended 130 INT
expect_equal "$(told true)" 1 'lines that tell of a case'
expect_equal "$(submissions submitted)" 1 'submissions without an answer'
: >watch
watching
third=$case
send_example
wait_for 60 has_told .stored 1 || broken 'the fourth case is fetched'
ended 143 TERM
expect_equal "$(told true)" 1 'lines that tell of a case, after a new start'
expect_equal "$(told ".case_id == \"$third\"")" 0 'lines that tell of the third case again'
run receive-testantrag --env test fetch "$case" -o eingang --accept
expect_code 0
: >watch
watching --accept
wait_for 60 has_told '.state == "accepted"' 1 || broken 'what was stored is accepted'
ended 143 TERM
expect_equal "$(told .stored_before)" 1 'cases stored before'

# What fails its checks is reported once and left where it is.
stop_sandbox
printf '%s\n' 'GET */attachments/* status=404' >fault
start_sandbox --fault "$PWD/fault"
send_example --attach nachweis.pdf
: >watch
watching --accept
wait_for 60 has_told '.stored | not' 1 || broken 'the faulty case is told'
sleep 2.5
ended 143 TERM
expect_equal "$(told true)" 1 'lines that tell of a case'
expect_equal "$(told '.problems[0].type | endswith("/missing-attachment")')" 1 'cases with the problem'
expect_equal "$(submissions submitted)" 1 'submissions without an answer'
expect_missing "eingang/$case"

# An answer whose arrival is not known is looked up, though the case is not listed any more.
stop_sandbox
printf '%s\n' 'POST */events reset=after nth=1' >fault
start_sandbox --fault "$PWD/fault"
: >watch
watching --accept
wait_for 60 has_told '.state == "accepted"' 1 || broken 'the lost answer is found'
ended 143 TERM
expect_equal "$(told .answered_before)" 1 'cases answered before'
expect_equal "$(submissions submitted)" 0 'submissions without an answer'
finish
