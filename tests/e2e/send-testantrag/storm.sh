# Through answers that fail, stall, break off and ask for patience every sending reaches its end:
# none lost, none double, no step tried more than six times in a run. ANB_LONG=1 sends 10,000.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
count=200
at_once=16
if [ -n "${ANB_LONG-}" ]; then
    count=10000
    at_once=64
fi
prepare_authority
cat >fault <<'END'
* */test/* percent=6 seed=1 status=503
* */test/* percent=4 seed=2 late_status=502
* */test/* percent=5 seed=3 status=429 retry_after=1
* */test/* percent=3 seed=4 reset=before
* */test/* percent=2 seed=5 reset=after
* */test/* percent=3 seed=6 delay=9s
* */test/* percent=2 seed=7 truncate=10
END
stop_sandbox
start_sandbox --fault "$PWD/fault"

# send_to_the_end N: one sending with a state of its own, resumed as often as it is asked for.
# Prints its code and how many runs it took.
send_to_the_end()
{
    local runs=0 code=75 sending=
    export XDG_STATE_HOME=$PWD/state/$1
    printf 'Anhang %s\n' "$1" >"attachment-$1.txt"
    while [ "$code" -eq 75 ] && [ "$runs" -lt 30 ]; do
        runs=$((runs + 1))
        code=0
        [ -n "$sending" ] || { read -r && read -r sending _; } < <(send-testantrag list 2>/dev/null)
        if [ -n "$sending" ]; then
            send-testantrag resume "$sending" --timeout 8s
        else
            send-testantrag --env test --to "$id" --service hzl --data testantrag-hzl.xml \
                --attach "attachment-$1.txt" --timeout 8s
        fi >"log-$1" 2>&1 || code=$?
    done
    echo "$1 $code $runs $(send-testantrag list --json 2>/dev/null | jq -r '.sendings[0].submission_id')"
}
export -f send_to_the_end
export id
seq "$count" | xargs -P "$at_once" -I N bash -c 'send_to_the_end N' >ends

awk '{ n[$2]++; runs += $3 } END { for (c in n) print "code " c ": " n[c]; print runs " runs" }' ends
expect_equal "$(wc -l <ends)" "$count" 'sendings that ended'
expect_equal "$(awk '$2 != 1' ends)" '' 'sendings that do not wait for the receiver'
expect_equal "$(cut -d' ' -f4 ends | sort -u | wc -l)" "$count" 'submissions known to the senders'
expect_equal "$(submissions submitted)" "$count" 'submissions of the service'
most=$(jq -r 'select(.method == "PUT") | .path' sandbox/requests.jsonl | sort | uniq -c |
    awk -v ends=ends 'BEGIN { while ((getline line < ends) > 0) { split(line, f, " "); runs[f[4]] = f[3] } }
        { split($2, p, "/submissions/"); split(p[2], s, "/"); if ($1 > 6 * runs[s[1]]) print }')
expect_equal "$most" '' 'steps tried more than six times in a run'
finish
