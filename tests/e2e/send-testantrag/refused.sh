# What is wrong is found before anything is created.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_authority

# refused CODE MESSAGE OPTION...
refused()
{
    local code=$1 message=$2
    shift 2
    run send-testantrag "$@"
    expect_code "$code"
    expect_contains stderr "$message"
    expect_equal "$(find "$XDG_STATE_HOME" -name journal.jsonl | wc -l)" 0 'journals'
}
good=(--env test --to "$id" --service hzl --data testantrag-hzl.xml)

ANB_PROFILE='' refused 64 ANB-G122 --to "$id" --data testantrag-hzl.xml
refused 64 ANB-G107 --env test --to "$id"
refused 64 ANB-G107 --env test --data testantrag-hzl.xml
refused 64 ANB-F330 --env test --to "${id:0:8}" --data testantrag-hzl.xml
refused 64 ANB-G110 "${good[@]}" --wait bald
refused 64 ANB-S102 "${good[@]}" --attach -
refused 65 ANB-S201 "${good[@]}" --attach keys
refused 66 ANB-G201 "${good[@]}" --attach fehlt.pdf
refused 64 ANB-S131 "${good[@]}" --final-test
refused 2 ANB-S122 "${good[@]}" --schema-uri urn:anders
refused 2 ANB-S121 --env test --to "$id" --leika 99123456760699 --data testantrag-hzl.xml

printf '<antrag><a></antrag>' >kaputt.xml
refused 65 ANB-X107 --env test --to "$id" --data kaputt.xml
printf '{"a":1,"a":2}' >doppelt.json
refused 65 ANB-G30 --env test --to "$id" --data doppelt.json
printf '{"a":1}' >daten.json
refused 2 ANB-S122 --env test --to "$id" --data daten.json
printf 'text' >daten.txt
refused 65 ANB-S101 --env test --to "$id" --data daten.txt
refused 66 ANB-F403 --env test --to 00000000-0000-4000-8000-000000000000 --data testantrag-hzl.xml

many=()
for ((i = 0; i < 101; i++)); do
    many+=(--attach nachweis.pdf)
done
refused 2 ANB-S110 "${good[@]}" "${many[@]}"
truncate -s 400M riesig.bin
refused 2 ANB-S111 "${good[@]}" --attach riesig.bin

run send-testantrag resume 12345678
expect_code 66
expect_contains stderr ANB-S301
run send-testantrag resume 1234
expect_code 64
expect_contains stderr ANB-S302

run send-testantrag "${good[@]}" --dry-run
expect_code 0
expect_equal "$(submissions incomplete)" 0 'created submissions'

# Production needs the final test on purpose.
run send-testantrag --env prod --to "$id" --service hzl --data testantrag-hzl.xml
expect_missing stdout 'submission'
expect_equal "$((E2E_CODE >= 64))" 1 'production refused'
finish
