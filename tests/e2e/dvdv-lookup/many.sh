# Many organisations in one run: batches of at most 200, each entry judged, memory bounded.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
need jq
prepare_count=${ANB_LONG:+1000}
count=${prepare_count:-150}
start_sandbox
stop_sandbox
/usr/bin/python3 "$E2E_ROOT/tests/support/dvdv_many.py" many "$count" "$PWD/sandbox/pki"
start_sandbox --directory many/directory
run dvdv-lookup --env test check --profiles many/profiles --no-probe --jsonl
expect_code 2
jq -s . "$E2E_LAST/stdout" >lines.json
expect_json "[.[] | select(.id != null)] | length == $count * 3" lines.json
expect_json '[.[] | select(.code == "ANB-D203")] | length == 1' lines.json
requests=$(jq -r .path sandbox/requests.jsonl | grep -c /directory/)
services=$((count * 3))
# Services at two servers and organisations, by 200 each, and one question for each miss and the
# category; each answer is spread over at most one more request where organisations straddle pieces.
expect_equal "$((requests <= 3 * (services / 200 + 1) + 6))" 1 "few requests ($requests for $services services)"
expect_equal "$(jq -r 'select(.path | contains("/batch/")) | .method' sandbox/requests.jsonl | sort -u)" POST 'batches'
peak=$(command -v /usr/bin/time >/dev/null && /usr/bin/time -f %M dvdv-lookup --env test check --profiles many/profiles \
    --no-probe --jsonl 2>&1 >/dev/null | tail -1)
[ -z "$peak" ] || expect_memory dvdv-lookup "$peak" 200000 'memory stays below 200 MB'

finish
