# A large attachment over OSCI needs no more memory than a small one. ANB_LONG=1 sends 200 MB.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq /usr/bin/python3
prepare_osci
size=30000000
[ -n "${ANB_LONG-}" ] && size=200000000

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
send=(send-testantrag --env test --via osci --to soa:05999000 --service hzl --data testantrag-hzl.xml --attach)

head -c 1000 /dev/urandom >klein.bin
head -c "$size" /dev/urandom >gross.bin
run peak small "${send[@]}" klein.bin
expect_code 1
run peak large "${send[@]}" gross.bin
expect_code 1
echo "sending: $(cat small) KiB and $(cat large) KiB"
expect_memory send-testantrag "$(cat large)" $(($(cat small) + 8192)) 'memory while sending is bounded'
expect_equal "$(deliveries)" 2 'deliveries'
place=$(dirname "$(grep -l "$(newest message_id)" sandbox/test/osci/deliveries/*/delivery.json)")
expect_equal "$(($(stat -c %s "$place"/attachment-* | sort -n | tail -1) > size))" 1 'the attachment is there'
finish
