# Killed at any moment, a fetch leaves a complete folder or none, goes on with the next run and
# answers once.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
printf '* */submission-api/* delay=60ms\n' >fault
prepare_authority --fault "$PWD/fault"

# parts: the parts of a complete folder that are there
parts()
{
    find "eingang/$1" -name manifest.json -o -name data.xml -o -name nachweis.pdf | wc -l
}

accepted=0
for delay in 0.1 0.2 0.3 0.4 0.5 0.6 0.7; do
    send_example --attach nachweis.pdf
    timeout -s KILL "$delay" receive-testantrag --env test fetch "$case" -o eingang --accept \
        >/dev/null 2>&1 || true
    if [ -e "eingang/$case" ]; then
        expect_equal "$(parts "$case")" 3 "parts after a kill at $delay s"
    fi
    run receive-testantrag --env test fetch "$case" -o eingang --accept --json
    accepted=$((accepted + 1))
    expect_code 0
    expect_json '.cases[0].state == "accepted"'
    expect_equal "$(parts "$case")" 3 "parts after the next run"
    expect_equal "$(submissions accepted)" "$accepted" 'accepted submissions'
done
run receive-testantrag --env test fetch --all -o eingang
expect_code 0
expect_equal "$(find eingang -mindepth 1 -maxdepth 1 -name '.*' | wc -l)" 0 'left-over folders'
for log in sandbox/test/cases/*.json; do
    expect_equal "$(jq '.eventLog | length' "$log")" 4 'events of a case'
done

answered()
{
    [ "$(jq '.eventLog | length' "sandbox/test/cases/$case.json")" -eq 4 ]
}

# killed_after_answer OPTION...: sends, and kills the fetch between its answer and the note of it.
killed_after_answer()
{
    send_example
    stop_sandbox
    printf '%s\n' 'GET */events delay=30s nth=2' >fault
    start_sandbox --fault "$PWD/fault"
    receive-testantrag --env test fetch "$case" -o eingang "$@" >/dev/null 2>&1 &
    local fetch=$!
    wait_for 60 answered || broken 'the answer arrives'
    kill -KILL "$fetch"
    wait "$fetch" 2>/dev/null
    stop_sandbox
    start_sandbox
    expect_file "eingang/$case/answering.json"
    expect_missing "eingang/$case/answer.json"
}

# The next run keeps the answer that was given, whatever it would have answered itself.
killed_after_answer --reject hash-mismatch
run receive-testantrag --env test fetch --all -o eingang --accept --json
expect_code 0
expect_json ".cases | length == 1 and .[0].case_id == \"$case\""
expect_json '.cases[0].state == "rejected" and .cases[0].answered_before'
expect_json '.event == "reject-submission"' "eingang/$case/answer.json"
expect_missing "eingang/$case/answering.json"
run receive-testantrag --env test fetch --all -o eingang --accept --json
expect_json '.cases == []'
killed_after_answer --accept
run receive-testantrag --env test fetch --all -o eingang
expect_code 0
expect_contains stdout "Vorgang $case: war schon angenommen"
expect_json '.event == "accept-submission"' "eingang/$case/answer.json"
finish
