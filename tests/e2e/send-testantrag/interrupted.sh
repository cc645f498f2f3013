# Ctrl-C while uploading: nothing is submitted, the way on is shown, resume and discard work; two
# processes cannot work on one sending.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
printf 'PUT */attachments/* delay=20s\n' >fault
prepare_authority --fault "$PWD/fault"

# interrupt SIGNAL: while the attachment travels. A shell's child ignores SIGINT unless told.
interrupt()
{
    local pid
    env --default-signal=INT send-testantrag --env test --to "$id" --service hzl --data testantrag-hzl.xml \
        --attach nachweis.pdf --log-file "$E2E_LOG" >"$E2E_LAST/stdout" 2>"$E2E_LAST/stderr" &
    pid=$!
    wait_for 60 grep -q '1/5' "$E2E_LAST/stderr"
    read_ids
    send-testantrag resume "$submission" >other.out 2>other.err
    expect_equal $? 75 'the exit code of a second process'
    expect_contains other.err 'ANB-S303'
    kill -s "$1" "$pid"
    E2E_CODE=0
    wait "$pid" || E2E_CODE=$?
}

interrupt TERM
expect_code 143
expect_contains stderr 'Noch nichts abgesendet; der Empfänger sieht nichts.'
expect_contains stderr "send-testantrag resume ${submission:0:8}"
expect_contains stderr "send-testantrag discard ${submission:0:8}"
first=$submission

run send-testantrag status "${first:0:8}"
expect_code 1
expect_contains stderr 'ANB-S309'
run send-testantrag discard "${first:0:8}"
expect_code 0
run send-testantrag resume "${first:0:8}"
expect_code 66
expect_contains stderr 'ANB-S308'

# Ctrl-C
interrupt INT
expect_code 130
expect_contains stderr 'wird an der nächsten sicheren Stelle beendet'
stop_sandbox
start_sandbox
run send-testantrag resume "${submission:0:8}"
expect_code 1
expect_contains stderr '[2/5] Anhang 1 von 1 übertragen'
expect_equal "$(submissions submitted)" 1 'submitted submissions'
finish
