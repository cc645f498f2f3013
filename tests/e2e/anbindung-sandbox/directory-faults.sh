# Each fault of a script strikes the DVDV servers: once, or in a seeded share of requests; a stale
# token is refused at both servers.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/dvdv.bash"
need curl jq openssl

cat >faults <<'END'
POST /test/dvdv/extern/standaloneauth/token nth=2 status=503 retry_after=3
POST /test/dvdv/*/batch/* reset=after
GET /test/dvdv/*/categories stale_token=yes
GET /test/dvdv/*/intermediaries body="<html>Wartung</html>" type=text/html
GET /test/dvdv/*/version delay=300ms truncate=10
GET /test/dvdv-replica/intern/* percent=30 seed=7 status=500
GET /prod/dvdv/intern/* drip=10/100ms
END
start_sandbox --fault faults
find_address
base=test/dvdv/extern/standaloneauth/directory/v2
token=$(access_token test)
other=$(access_token test dvdv-replica)
run log_in test dvdv x -D -
expect_match stdout '^HTTP/1.1 503 '
expect_match stdout '^Retry-After: 3'
run ask "$base/batch/verifycategory" "" -H 'Content-Type: application/json' -d '[]'
expect_match stdout '^000$'
run ask "$base/intermediaries" "" -D -
expect_contains stdout '<html>Wartung</html>'
expect_match stdout '^Content-Type: text/html'
run ask "$base/version" "" -w '%{time_total}\n'
expect_code 18
expect_match stdout '"version"(0\.[3-9]|[1-9])'
run ask prod/dvdv/intern/directory/v2/version "" -w '\n%{time_total}\n'
expect_code 0
expect_contains stdout '"version":"2.15.0"'
expect_match stdout '^(0\.[3-9]|[1-9])'

run ask "$base/categories"
expect_match stdout '^401$'
run ask "$base/findauthoritydescriptions" '{"organizationKey":"soa:05999000"}'
expect_match stdout '^401$'
token=$other
run ask test/dvdv-replica/extern/standaloneauth/directory/v2/version
expect_match stdout '^401$'

token=
for _ in {1..40}; do
    ask test/dvdv-replica/intern/directory/v2/version | tail -1
done | sort | uniq -c >shares
expect_match shares ' [1-9][0-9]* 200$'
expect_match shares ' [1-9][0-9]* 500$'
expect_equal "$(jq -s '[.[] | select(.path == "/test/dvdv-replica/intern/directory/v2/version" and .fault)] | length' \
    sandbox/requests.jsonl)" "$(sed -n 's/ *\([0-9]*\) 500/\1/p' shares)" "faults in the log"

finish
