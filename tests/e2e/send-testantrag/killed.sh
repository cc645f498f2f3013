# Killed at any system call, a sending goes on and is submitted once, byte by byte what was given;
# so is one that is killed a second time while it goes on. The calls come from a trace of a whole
# sending; ANB_LONG=1 takes all of them in place of a sample.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq strace
export ASAN_OPTIONS=detect_leaks=0
seed=20261126
prepare_authority

for name in a.pdf b.bin c.txt; do
    head -c 150000 /dev/urandom >"$name"
done
send=(send-testantrag --env test --to "$id" --service hzl --data testantrag-hzl.xml
    --attach a.pdf --attach b.bin --attach c.txt)
watched=%file,%network,write,read,fsync,close,flock,ftruncate,poll

# candidates TRACE: "CALL N" for every call, N up to the most that one thread makes.
candidates()
{
    awk '{ sub(/\(.*/, "", $2); if ($2 ~ /^[a-z0-9_]+$/) n[$1 " " $2]++ }
        END { for (key in n) { split(key, k, " "); if (n[key] > most[k[2]]) most[k[2]] = n[key] }
              for (call in most) for (i = 1; i <= most[call]; i++) print call, i }' "$1" | sort
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

# expect_one BEFORE WHAT: exactly one submission more than before.
expect_one()
{
    expect_equal "$(submissions submitted)" $(($1 + 1)) "submitted after $2"
}

strace -f -qq -o trace -e "trace=$watched" "${send[@]}" >/dev/null 2>&1
candidates trace >all
expect_equal "$(($(wc -l <all) > 200))" 1 'the trace names more than 200 points'
{
    grep -E '^(fsync|rename|renameat|renameat2|unlink) ' all
    grep -vE '^(fsync|rename|renameat|renameat2|unlink) ' all | sample 25
} >chosen
[ -n "${ANB_LONG-}" ] && cp all chosen

round=0
while read -r call number; do
    round=$((round + 1))
    rm -rf "$XDG_STATE_HOME/anbindung"
    before=$(submissions submitted)
    kill_at "$call" "$number" "${send[@]}"
    step=$(last_step)
    echo "${step:-nothing}" >>steps
    if [ -z "$step" ]; then
        expect_equal "$(submissions submitted)" "$before" "submitted when nothing was prepared ($call $number)"
        continue
    fi
    sending=$(send-testantrag list --json 2>/dev/null | jq -r '.sendings[0].id')
    if [ $((round % 3)) -eq 0 ]; then
        read -r again times < <(shuf -n 1 --random-source=<(yes "$round") all)
        kill_at "$again" "$times" send-testantrag resume "$sending"
    fi
    run send-testantrag resume "$sending"
    expect_code 1
    expect_one "$before" "a kill at $call $number"
done <chosen

sort steps | uniq -c
for step in prepared creating created encrypted stored sealed submitting submitted; do
    expect_match steps "^$step\$"
done

run receive-testantrag --env test fetch --all -o eingang
expect_code 0
expect_equal "$(find eingang -name data.xml | wc -l)" "$(submissions submitted)" 'cases fetched'
for folder in eingang/*/; do
    expect_same "$folder/data.xml" testantrag-hzl.xml
    for name in a.pdf b.bin c.txt; do
        expect_same "$folder/attachments/$name" "$name"
    done
done
finish
