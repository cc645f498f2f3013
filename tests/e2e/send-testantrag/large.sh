# A large attachment needs no more memory than a small one, on both sides.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq /usr/bin/python3
prepare_authority

# peak FILE COMMAND...: writes the largest resident size in KiB.
peak()
{
    local file=$1
    shift
    /usr/bin/python3 -c 'import resource, subprocess, sys
code = subprocess.call(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
open(sys.argv[1], "w").write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(code)' "$file" "$@"
}
send=(send-testantrag --env test --to "$id" --service hzl --data testantrag-hzl.xml --attach)

head -c 1000 /dev/urandom >klein.bin
head -c 30000000 /dev/urandom >gross.bin
run peak small "${send[@]}" klein.bin
expect_code 1
read_ids
run peak large "${send[@]}" gross.bin
expect_code 1
read_ids
echo "sending: $(cat small) KiB and $(cat large) KiB"
expect_memory send-testantrag "$(cat large)" $(($(cat small) + 8192)) 'memory while sending is bounded'

run peak fetch receive-testantrag --env test fetch "$submission" -o eingang --accept
expect_code 0
expect_same "eingang/$case/attachments/gross.bin" gross.bin
echo "receiving: $(cat fetch) KiB"
expect_memory receive-testantrag "$(cat fetch)" $(($(cat small) + 8192)) 'memory while receiving is bounded'
finish
