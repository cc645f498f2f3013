# Kills at chosen system calls, for tests of what survives.
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash

seed=20261126
watched=%file,%network,write,read,fsync,close,flock,ftruncate,poll

# candidates TRACE: "CALL N" for every call, N up to the most that one thread makes.
candidates()
{
    awk '{ sub(/\(.*/, "", $2); if ($2 ~ /^[a-z0-9_]+$/) n[$1 " " $2]++ }
        END { for (key in n) { split(key, k, " "); if (n[key] > most[k[2]]) most[k[2]] = n[key] }
              for (call in most) for (i = 1; i <= most[call]; i++) print call, i }' "$1" | sort
}

# trace_calls COMMAND...: runs it and writes its candidates to the file `all`. The trace itself goes:
# it shows what was read, secrets included.
trace_calls()
{
    strace -f -qq -o trace -e "trace=$watched" "$@" >/dev/null 2>&1
    candidates trace >all
    rm trace
    expect_equal "$(($(wc -l <all) > 200))" 1 'the trace names more than 200 points'
}

# sample COUNT: so many lines of the input, the same for the same input.
sample()
{
    awk -v seed="$seed" 'BEGIN { srand(seed) } { print rand(), $0 }' | sort | head -n "$1" | cut -d' ' -f2-
}

# kill_at CALL N COMMAND...: ends it by SIGKILL when a thread enters that call for the N-th time.
kill_at()
{
    local call=$1 number=$2
    shift 2
    strace -f -qq -o /dev/null -e "trace=$call" \
        -e "inject=$call:signal=SIGKILL:when=$number" "$@" >/dev/null 2>&1
}

# last_step: what the journal of the only sending says last; nothing without a prepared one.
last_step()
{
    cat "$XDG_STATE_HOME"/anbindung/testantrag/test/*/journal.jsonl 2>/dev/null | tail -n 1 |
        jq -r '.step' 2>/dev/null
}

# choose_points LASTING OTHERS [CALLS]: picks from `all` into `chosen` that many of the calls after which
# something lasts, and of the others; with ANB_LONG=1 all.
choose_points()
{
    local calls="^(fsync|rename|renameat|renameat2|unlink|unlinkat${3+|$3}) "
    if [ -n "${ANB_LONG-}" ]; then
        cp all chosen
        return
    fi
    {
        grep -E "$calls" all | sample "$1"
        grep -vE "$calls" all | sample "$2"
    } >chosen
}

# kill_sending COUNT COMMAND...: ends a sending at each chosen point and resumes it, every third time
# after a second kill. COUNT, a command, prints how many arrived, which is exactly one more each time.
# The journal's last steps go to the file `steps`.
kill_sending()
{
    local count=$1 round=0 call number before step sending again times
    shift
    while read -r call number; do
        round=$((round + 1))
        rm -rf "$XDG_STATE_HOME/anbindung"
        before=$($count)
        kill_at "$call" "$number" "$@"
        step=$(last_step)
        echo "${step:-nothing}" >>steps
        if [ -z "$step" ]; then
            expect_equal "$($count)" "$before" "arrived when nothing was prepared ($call $number)"
            continue
        fi
        sending=$(newest id)
        if [ $((round % 3)) -eq 0 ]; then
            read -r again times < <(shuf -n 1 --random-source=<(yes "$round") all)
            kill_at "$again" "$times" send-testantrag resume "$sending"
        fi
        run send-testantrag resume "$sending"
        expect_code 1
        expect_equal "$($count)" $((before + 1)) "arrived after a kill at $call $number"
    done <chosen
    sort steps | uniq -c
}
