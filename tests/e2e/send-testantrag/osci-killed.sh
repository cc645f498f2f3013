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
choose_points 1000 25
kill_sending deliveries "${send[@]}"
for step in number prepared delivering delivered card; do
    expect_match steps "^$step\$"
done

run receive-testantrag --env test --via osci fetch --all -o eingang
expect_code 0
expect_equal "$(find eingang -type f -exec cmp -s {} testantrag-hzl.xml \; -print | wc -l)" "$(deliveries)" 'data fetched'
expect_equal "$(find eingang -type f -exec cmp -s {} a.pdf \; -print | wc -l)" "$(deliveries)" 'attachments fetched'
finish
