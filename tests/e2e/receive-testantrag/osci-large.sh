# An attachment of 200 MB comes out of the postbox with less than 64 MiB of memory.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/postbox.bash"
need jq /usr/bin/python3
prepare_osci

head -c 200000000 /dev/zero | openssl enc -aes-128-ctr -nosalt -K 00 -iv 00 >gross.bin 2>/dev/null
drop_message --attach gross.bin
run /usr/bin/python3 -c 'import resource, subprocess, sys
code = subprocess.call(sys.argv[2:])
open(sys.argv[1], "w").write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(code)' peak "${receive[@]}" fetch --all -o eingang
expect_code 0
attachment=$(find "eingang/$message/attachments" -type f)
expect_same "$attachment" gross.bin
echo "receiving: $(cat peak) KiB"
expect_memory receive-testantrag "$(cat peak)" 65536 'memory while receiving is below 64 MiB'
finish
