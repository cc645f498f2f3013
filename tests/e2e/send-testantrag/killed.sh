# Killed at any system call, a sending goes on and is submitted once, byte by byte what was given;
# so is one that is killed a second time while it goes on. The calls come from a trace of a whole
# sending; ANB_LONG=1 takes all of them in place of a sample.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/killing.bash"
need jq strace
export ASAN_OPTIONS=detect_leaks=0
prepare_authority

for name in a.pdf b.bin c.txt; do
    head -c 150000 /dev/urandom >"$name"
done
send=(send-testantrag --env test --to "$id" --service hzl --data testantrag-hzl.xml
    --attach a.pdf --attach b.bin --attach c.txt)

# expect_one BEFORE WHAT: exactly one submission more than before.
expect_one()
{
    expect_equal "$(submissions submitted)" $(($1 + 1)) "submitted after $2"
}

trace_calls "${send[@]}"
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
