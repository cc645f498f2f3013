# Production takes only keys of the Verwaltungs-PKI, and a change only with its typed confirmation.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_office
p12-to-jwk sandbox/pki/musterstadt-prod.p12 --env prod --out-dir keys/prod \
    --password-file sandbox/pki/musterstadt-prod.password >/dev/null 2>&1
printf '\n[env.prod]\nkeys = "keys/prod"\n' >>musterstadt.toml

run fitconnect-destination --env prod create hzl --keys keys/test
expect_code 78
expect_contains stderr 'ANB-G101'
cp -r keys/test keys/kopie
run fitconnect-destination --env prod create hzl --keys keys/kopie
expect_code 2
expect_contains stderr 'Umgebung: PRODUKTION'
expect_contains stderr 'ANB-J513'

run fitconnect-destination --env prod create hzl --no-input
expect_code 64
expect_contains stderr 'ANB-G121'
run fitconnect-destination --env prod create hzl --confirm 99999999
expect_code 64
expect_contains stderr 'ANB-G121'
run fitconnect-destination --env prod create hzl --dry-run
expect_code 0
expect_equal "$(find sandbox/prod/destinations -type f | wc -l)" 0 'destinations in production'

run fitconnect-destination --env prod create hzl --confirm 99123456 --json
expect_code 0
id=$(jq -r .destination.destinationId "$E2E_LAST/stdout")
run fitconnect-destination --env prod activate "$id" --confirm 99123456
expect_code 64
run fitconnect-destination --env prod check "$id" --fail-on error
expect_code 2
run fitconnect-destination --env prod activate "$id" --confirm "${id:0:8}"
expect_code 0
run fitconnect-destination --env prod check "$id"
expect_code 0
run fitconnect-destination --env prod route --service hzl
expect_code 0

# The same id is unknown to the test environment.
run fitconnect-destination --env test check "$id"
expect_code 66

finish
