# From sending to the accepted case over API v2: two attachments, events, evidence, purge.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_authority

printf 'zweiter Anhang\n' >'Anhang zwei.txt'
send_example --attach nachweis.pdf --attach 'Anhang zwei.txt' --evidence beleg
expect_code 1
expect_contains stderr 'Umgebung: TEST'
expect_contains stderr '[1/5] Einreichung angelegt'
expect_contains stderr '[2/5] Anhang 2 von 2 übertragen'
expect_contains stderr '[3/5] Fachdaten und Metadaten übertragen, abgesendet'
expect_contains stderr '[4/5] Eingang bestätigt'
expect_contains stderr 'ANB-S310'
expect_contains stderr "Prüfsummen (authentication tags) stimmen mit dem Gesendeten überein."
expect_equal "$(submissions submitted)" 1 'submitted submissions'

run receive-testantrag --env test list --json
expect_code 0
expect_json ".submissions | length == 1 and .[0].case_id == \"$case\""

run receive-testantrag --env test fetch "${submission:0:8}" -o eingang --accept
expect_code 0
expect_contains stdout 'angenommen'
expect_same "eingang/$case/data.xml" testantrag-hzl.xml
expect_same "eingang/$case/attachments/nachweis.pdf" nachweis.pdf
expect_same "eingang/$case/attachments/Anhang zwei.txt" 'Anhang zwei.txt'
expect_mode "eingang/$case" 700
expect_mode "eingang/$case/data.xml" 600
expect_json '.contentStructure.attachments | length == 2' "eingang/$case/metadata.json"
expect_json '.unchecked | map(.element) | contains(["schema", "testdata", "virus_scan"])' "eingang/$case/manifest.json"

run send-testantrag status "${case:0:8}" --wait 20s --json --evidence beleg
expect_code 0
expect_json '.exit_code == 0 and .environment == "test" and .sending.outcome == "accepted" and .tags_match'
expect_json '.unchecked | map(.element) | contains(["schema", "virus_scan"]) and (contains(["testdata"]) | not)'
expect_json '.eventLog | length >= 4' "beleg/$case/events.json"
expect_json '.tags_match and (.checksums.attachments | length == 2)' "beleg/$case/evidence.json"

run send-testantrag list
expect_contains stdout 'angenommen'
run send-testantrag discard "${case:0:8}"
expect_code 64
expect_contains stderr 'ANB-S305'
run send-testantrag purge "${case:0:8}"
expect_code 0
expect_equal "$(find "$XDG_STATE_HOME" -name '*.jwe' | wc -l)" 0 'encrypted parts left'
run send-testantrag resume "${case:0:8}"
expect_code 0
run receive-testantrag --env test list --json
expect_json '.submissions == []'

# No content and no file name of the user stands in the journal.
run grep -rE 'nachweis|Teststra' "$XDG_STATE_HOME"
expect_code 1
finish
