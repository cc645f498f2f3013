# What is registered is watched: states, days and dates for monitoring, CI servers and calendars.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq openssl
prepare_office
pki=sandbox/pki
cat >>musterstadt.toml <<END
recipient_certificate = "$pki/musterstadt-osci-test.cer"
END
check()
{
    run dvdv-lookup --env test check --all "$@"
}
check --format nagios
expect_code 0
expect_match stdout "^DVDV OK - Test-DVDV hzl .*\| 'dvdv_test_hzl'=[0-9]+;60:;21:$"
check --format nagios --warn 99999 --crit 0
expect_code 1
expect_match stdout '^DVDV WARNING - Test-DVDV hzl'
check --format nagios --warn 99999 --crit 99998
expect_code 2
expect_match stdout '^DVDV CRITICAL - Test-DVDV hzl'
check --format checkmk
expect_code 0
expect_match stdout '^0 "ANB Test-DVDV hzl" days=[0-9]+;60:;21: '
check --format prometheus
expect_contains stdout anbindung_certificate_not_after_timestamp_seconds
check --format junit
expect_match stdout '<testcase [^>]*name="[^"]*hzl'
check --format ics
expect_contains stdout BEGIN:VEVENT
check --format tsv
expect_contains stdout soa:05999000
check --at 2099-01-01 --format nagios
expect_code 2
check --json
expect_json '.subjects[0].days_left > 1000 and .subjects[0].expires_at != null and .warn_days == 60'

# A monitor that gets no answer says so.
stop_sandbox
run dvdv-lookup --env test check --all --format nagios --retry 0
expect_code 3
expect_match stdout '^DVDV UNKNOWN'

finish
