# Killed at any system call, a sending over OSCI goes on and is delivered once, byte by byte what was
# given; so is one that is killed a second time while it goes on. The calls come from a trace of a
# whole sending; ANB_LONG=1 takes all of them in place of a sample.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/killing.bash"
need jq strace
export ASAN_OPTIONS=detect_leaks=0
prepare_osci

head -c 150000 /dev/urandom >a.pdf
send=(send-testantrag --env test --via osci --to soa:05999000 --service hzl --data testantrag-hzl.xml --attach a.pdf)

trace_calls "${send[@]}"
{
    grep -E '^(fsync|rename|renameat|renameat2|unlink|unlinkat) ' all
    grep -vE '^(fsync|rename|renameat|renameat2|unlink|unlinkat) ' all | sample 25
} >chosen
[ -n "${ANB_LONG-}" ] && cp all chosen

round=0
while read -r call number; do
    round=$((round + 1))
    rm -rf "$XDG_STATE_HOME/anbindung"
    before=$(deliveries)
    kill_at "$call" "$number" "${send[@]}"
    step=$(last_step)
    echo "${step:-nothing}" >>steps
    if [ -z "$step" ]; then
        expect_equal "$(deliveries)" "$before" "deliveries when nothing was prepared ($call $number)"
        continue
    fi
    sending=$(newest id)
    if [ $((round % 3)) -eq 0 ]; then
        read -r again times < <(shuf -n 1 --random-source=<(yes "$round") all)
        kill_at "$again" "$times" send-testantrag resume "$sending"
    fi
    run send-testantrag resume "$sending"
    expect_code 1
    expect_equal "$(deliveries)" $((before + 1)) "deliveries after a kill at $call $number"
done <chosen

sort steps | uniq -c
for step in number prepared delivering delivered card; do
    expect_match steps "^$step\$"
done

run receive-testantrag --env test --via osci fetch --all -o eingang
expect_code 0
expect_equal "$(find eingang -type f -exec cmp -s {} testantrag-hzl.xml \; -print | wc -l)" "$(deliveries)" 'data fetched'
expect_equal "$(find eingang -type f -exec cmp -s {} a.pdf \; -print | wc -l)" "$(deliveries)" 'attachments fetched'
finish
