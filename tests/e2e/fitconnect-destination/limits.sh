# A service that allows no more requests is left in peace until it does.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
cat >fault <<'FAULT'
GET */routing-api/* nth=1 status=429 "header=RateLimit-Reset: 1"
GET */routing-api/* from=2 until=2 "header=RateLimit-Remaining: 0" "header=RateLimit-Reset: 1"
PATCH */destinations/* nth=2 status=429 "header=RateLimit-Reset: 1"
GET */routing-api/* nth=3 "header=RateLimit-Remaining: 0" "header=RateLimit-Reset: 3000"
FAULT
prepare_authority --fault "$PWD/fault"

# A change that was turned away for that reason was not carried out: it is tried again.
run fitconnect-destination --env test deactivate "$id" -vv
expect_code 0
expect_match stderr 'PATCH .* again in [0-9]+ ms'
fitconnect-destination -q --env test activate "$id" >/dev/null 2>&1

run fitconnect-destination route --service hzl -vv
expect_code 0
expect_match stderr 'routes.* again in [0-9]+ ms'
expect_match stderr ' rests [0-9]+ ms'
run fitconnect-destination route --service hzl
expect_code 75
expect_contains stderr 'ANB-N309'

finish
