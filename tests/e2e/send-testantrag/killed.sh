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

trace_calls "${send[@]}"
choose_points 1000 25
kill_sending 'submissions submitted' "${send[@]}"
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
