# Zustellpunkte are watched: states, days and dates for monitoring and CI servers.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/destination.bash"
need jq
prepare_authority
sed -i "/^schema_uri/a destination_test = \"$id\"" musterstadt.toml
day=$(settled_day)
check()
{
    run fitconnect-destination --env test check --all --at "$day" "$@"
}
check --format nagios
expect_code 0
expect_match stdout "^FITCONNECT OK - Zustellpunkt TEST hzl.*\| 'fitconnect_test_hzl'=[0-9]+;60:;21:$"
check --format nagios --warn 9999 --crit 0
expect_code 1
expect_match stdout '^FITCONNECT WARNING'
check --format nagios --warn 9999 --crit 9998
expect_code 2
check --format checkmk
expect_code 0
expect_match stdout '^0 "ANB Zustellpunkt TEST hzl" days=[0-9]+;60:;21: '
check --format prometheus
expect_contains stdout anbindung_certificate_not_after_timestamp_seconds
expect_contains stdout 'environment="test"'
check --format junit -o ziel.xml
expect_code 0
expect_match ziel.xml '<testcase [^>]*name="Zustellpunkt TEST hzl"'
check --format tsv
expect_contains stdout "$id"
check --json
expect_json '.subjects[0].result == "ok" and .subjects[0].days_left > 200 and .warn_days == 60'

stop_sandbox
check --format nagios --retry 0
expect_code 3
expect_match stdout '^FITCONNECT UNKNOWN'

finish
