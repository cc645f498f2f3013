# Monitoring, CI servers and calendars read what cert-check prints: real programs, hostile names.
. "$E2E_SOURCE/lib.bash"
need cert-check promtool nagios4 jq
need_python junitparser icalendar
pki=$TESTDATA/pki
cp "$pki/musterstadt-prod.pem" good.pem
cp "$pki/musterstadt-expired.pem" "x|y'=\"<&>
\\.pem"
set -- good.pem "x"*.pem no-such.pem

# Prometheus.
run cert-check --format prometheus -o metrics.prom "$@"
expect_code 2
expect_mode metrics.prom 644
run promtool check metrics <metrics.prom
expect_code 0
expect_match metrics.prom '^anbindung_certificate_not_after_timestamp_seconds\{subject="good.pem",.*\} 2082758399$'
expect_equal "$(grep -c '^anbindung_check_result{' metrics.prom)" 3 "three results"

# JUnit: failures, errors and names as an independent reader sees them.
run cert-check --format junit -o report.xml "$@"
expect_code 2
run /usr/bin/python3 - <<'END'
from junitparser import JUnitXml
xml = JUnitXml.fromfile("report.xml")
suite = next(iter(xml))
print(suite.tests, suite.failures, suite.errors)
for case in suite:
    print(case.name, [type(result).__name__ for result in case.result])
END
expect_match stdout '^3 1 1$'
expect_contains stdout "good.pem []"
expect_match stdout "^x\|y'=\"<&>.*\['Failure'\]"
expect_contains stdout "no-such.pem ['Error']"
run xmllint --noout report.xml
expect_code 0

# A calendar: a whole day, two alarms, the same UID on every run.
run cert-check --ics --lang de good.pem "x"*.pem -o dates.ics
run cert-check --ics --lang de good.pem "x"*.pem -o again.ics
run /usr/bin/python3 - <<'END'
from icalendar import Calendar
def events(path):
    return [c for c in Calendar.from_ical(open(path, "rb").read()).walk("VEVENT")]
for event, again in zip(events("dates.ics"), events("again.ics")):
    alarms = [str(a["TRIGGER"].dt) for a in event.walk("VALARM")]
    print(event["DTSTART"].dt, event["SUMMARY"], alarms, event["UID"] == again["UID"])
END
expect_contains stdout "2035-12-31 good.pem läuft ab ['-60 days, 0:00:00', '-21 days, 0:00:00'] True"
expect_equal "$(grep -c . <"$E2E_LAST/stdout")" 2 "two events"
expect_equal "$(awk 'length($0) > 76' dates.ics | wc -l)" 0 "lines are folded"

# Nagios itself runs the command and reads state, text and perfdata.
mkdir results
tool=$(command -v cert-check)
service()
{
    cat <<END
define service {
    host_name h
    service_description $1
    check_command run!$2
    max_check_attempts 1
    check_interval 60
    retry_interval 60
    check_period always
    notifications_enabled 0
}
END
}
{
    cat <<END
define timeperiod {
    timeperiod_name always
    alias always
    sunday 00:00-24:00
    monday 00:00-24:00
    tuesday 00:00-24:00
    wednesday 00:00-24:00
    thursday 00:00-24:00
    friday 00:00-24:00
    saturday 00:00-24:00
}
define contact {
    contact_name nobody
    host_notifications_enabled 0
    service_notifications_enabled 0
    host_notification_period always
    service_notification_period always
    host_notification_options n
    service_notification_options n
    host_notification_commands run
    service_notification_commands run
}
define command {
    command_name run
    command_line $tool --lang en --format nagios \$ARG1\$
}
define host {
    host_name h
    address 127.0.0.1
    max_check_attempts 1
    check_period always
    active_checks_enabled 0
    notifications_enabled 0
}
END
    service good "$PWD/good.pem"
    service expired "$pki/musterstadt-expired.pem"
    service soon "--warn 9000 $PWD/good.pem"
    service absent "$PWD/no-such.pem"
    service hostile "$PWD/x*.pem"
} >objects.cfg
cat >nagios.cfg <<END
log_file=$PWD/nagios.log
cfg_file=$PWD/objects.cfg
status_file=$PWD/status.dat
object_cache_file=$PWD/objects.cache
precached_object_file=$PWD/objects.pre
temp_file=$PWD/nagios.tmp
temp_path=$PWD
check_result_path=$PWD/results
state_retention_file=$PWD/retention.dat
lock_file=$PWD/nagios.lock
command_file=$PWD/nagios.cmd
query_socket=$PWD/nagios.qh
check_external_commands=0
status_update_interval=1
service_inter_check_delay_method=n
use_syslog=0
nagios_user=$(id -un)
nagios_group=$(id -gn)
END
nagios4 nagios.cfg >nagios.out 2>&1 &
E2E_PIDS+=($!)
for _ in $(seq 60); do
    [ "$(grep -c 'has_been_checked=1' status.dat 2>/dev/null)" = 5 ] && break
    sleep 0.5
done
# seen SERVICE MEMBER: what Nagios keeps of it.
seen()
{
    awk -v want="service_description=$1" -v member="$2=" '
        /^servicestatus/ { text = "" }
        { line = $0; sub(/^[ \t]+/, "", line) }
        line == want { found = 1 }
        found && index(line, member) == 1 { print substr(line, length(member) + 1); exit }
        /^[ \t]*}/ { found = 0 }' status.dat
}
expect_equal "$(seen good current_state)" 0 "state of good"
expect_equal "$(seen expired current_state)" 2 "state of expired"
expect_equal "$(seen soon current_state)" 1 "state of soon"
expect_equal "$(seen absent current_state)" 3 "state of absent"
expect_equal "$(seen hostile current_state)" 2 "state of hostile"
run seen good plugin_output
expect_match stdout '^CERT OK - .*good.pem valid until 2035-12-31$'
run seen soon performance_data
expect_match stdout "^'.*good.pem'=[0-9]+;9000:;21:$"
run seen hostile performance_data
expect_match stdout "^'.*x/y''-.*'=-[0-9]+;60:;21:$"

finish
