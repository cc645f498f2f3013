# A call that is stopped, or loses its connection, while a change is on its way says that it is unclear
# whether it was made, and how to look.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
need_python jsonschema
prepare_authority

# stopped COMMAND...: Ctrl-C while the service holds back its answer to what changes something
stopped()
{
    local before
    before=$(requests)
    env --default-signal=INT "$@" --log-file "$E2E_LOG" >"$E2E_LAST/stdout" 2>"$E2E_LAST/stderr" &
    local pid=$!
    wait_for 60 rests_after "$before" || broken 'the service holds back an answer'
    kill -INT "$pid"
    E2E_CODE=0
    wait "$pid" || E2E_CODE=$?
    E2E_COMMAND="$*"
}

requests()
{
    wc -l <sandbox/requests.jsonl
}

# rests_after N: there were more requests than N, and no answer for a second and a half
rests_after()
{
    local now
    now=$(requests)
    [ "$now" -gt "$1" ] && sleep 1.5 && [ "$now" -eq "$(requests)" ]
}

with_fault()
{
    stop_sandbox
    printf '%s\n' "$@" >fault
    start_sandbox --fault "$PWD/fault"
}

faults=('PATCH */destinations/* delay=10s' 'POST */keys delay=10s' 'POST */destinations delay=10s')
with_fault "${faults[@]}"
stopped fitconnect-destination --env test deactivate "$id"
expect_code 130
expect_contains stderr 'ANB-F407'
expect_contains stderr "fitconnect-destination --env test show $id"
with_fault "${faults[@]}"
run fitconnect-destination --env test show "$id" --json
expect_json '.destination.status == "inactive"'
stopped fitconnect-destination --env test activate "$id" --json
expect_code 130
expect_schema fitconnect-destination
expect_json '.result == "stopped" and any(.findings[]; .code == "ANB-F407")'
p12-to-jwk --new-test-key --env test --out-dir new >/dev/null 2>&1
stopped fitconnect-destination --env test rotate-key "$id" --new new/signatur.oeffentlich.jwk.json
expect_code 130
expect_contains stderr 'ANB-F407'
stopped fitconnect-destination --env test create hzl --keys new
expect_code 130
expect_contains stderr 'ANB-F408'

with_fault 'PATCH */destinations/* reset=after'
run fitconnect-destination --env test show "$id" --json
status=$(jq -r .destination.status "$E2E_LAST/stdout")
run fitconnect-destination --env test "$([ "$status" = active ] && echo deactivate || echo activate)" "$id"
expect_code 75
expect_contains stderr 'ANB-F407'
expect_missing stderr 'send-testantrag'

# What certainly did not arrive is not called unclear.
with_fault 'GET */destinations/* delay=10s'
stopped fitconnect-destination --env test activate "$id"
expect_code 130
expect_missing stderr 'ANB-F407'
finish
