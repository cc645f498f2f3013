# What the user's files hold is looked at before the first request: test data only, valid where the
# schema is installed, free of malware where that is asked for.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq /usr/bin/python3
prepare_authority
requests()
{
    wc -l <sandbox/requests.jsonl
}
send=(send-testantrag --env test --to "$id" --service hzl)

# refused CODE WHAT COMMAND...: exit 2 with that finding, and not one request.
refused()
{
    local code=$1 what=$2 before
    shift 2
    before=$(requests)
    run "$@"
    expect_code 2
    expect_contains stderr "$code"
    expect_equal "$(requests)" "$before" "requests of $what"
}

# Data that seem to belong to a real person, unless an exception gives a reason.
sed 's/erika.mustermann@musterstadt.example/h.schmidt@gmx.de/; s/>Mustermann</>Schmidt</' \
    testantrag-hzl.xml >echt.xml
refused ANB-V17 'real data' "${send[@]}" --data echt.xml
expect_missing stderr 'h.schmidt'
expect_missing "$XDG_STATE_HOME/anbindung/testantrag"

# Not asked for is said; asked for and not to be had stops.
run "${send[@]}" --data testantrag-hzl.xml --attach nachweis.pdf --json
expect_code 1
expect_json '.unchecked | map(select(.element == "virus_scan").reason) == ["not_requested"]'
expect_json '.unchecked | map(.element) | contains(["schema"]) and (contains(["testdata"]) | not)'
run "${send[@]}" --data testantrag-hzl.xml --attach nachweis.pdf --dry-run --json
expect_code 0
expect_json '.unchecked | map(.element) | contains(["schema", "virus_scan"])'
refused ANB-S203 'a scanner that is not there' "${send[@]}" --data testantrag-hzl.xml \
    --attach nachweis.pdf --check-attachments --clamd "$PWD/no.socket"
run "${send[@]}" --data testantrag-hzl.xml --attach nachweis.pdf --check-attachments --clamd scanner.example:3310
expect_code 64
expect_contains stderr 'ANB-S204'

# A scanner that finds the word VIRUS, and one file that nobody can look into.
/usr/bin/python3 "$E2E_ROOT/tests/support/word_scanner.py" scanner.socket &
E2E_PIDS+=("$!")
wait_for 30 test -S scanner.socket
printf 'ein VIRUS' >befallen.txt
refused ANB-S202 'an infected attachment' "${send[@]}" --data testantrag-hzl.xml \
    --attach nachweis.pdf --attach befallen.txt --check-attachments --clamd "$PWD/scanner.socket"
printf '%%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<</Encrypt 2 0 R/Root 1 0 R>>\nstartxref\n9\n%%%%EOF\n' >zu.pdf
refused ANB-S201 'an encrypted attachment' "${send[@]}" --data testantrag-hzl.xml \
    --attach zu.pdf --check-attachments --clamd "$PWD/scanner.socket"
run "${send[@]}" --data testantrag-hzl.xml --attach nachweis.pdf --check-attachments \
    --clamd "$PWD/scanner.socket" --evidence nachweise --json
expect_code 1
expect_json '.unchecked | map(.element) | contains(["virus_scan"]) | not'
expect_json '.unchecked | map(.element) | contains(["schema"])' "$(echo nachweise/*/evidence.json)"
finish
