# One damaged journal stops no other sending; a state folder that cannot be read is not an empty one.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq setpriv
need_python jsonschema
prepare_authority
send_example
expect_code 1
damaged=$submission
folder=$(dirname "$(grep -l "$damaged" "$XDG_STATE_HOME"/anbindung/testantrag/test/*/journal.jsonl)")
send_example
expect_code 1
sound=$submission
sed -i '2s/.*/{"bad":1}/' "$folder/journal.jsonl"
cp "$folder/journal.jsonl" before

run send-testantrag list
expect_code 1
expect_match stdout "^  ${sound:0:8} +TEST "
local_id=$(basename "$folder")
expect_match stdout "^  ${local_id:0:8} +TEST +Verlauf beschädigt"
expect_contains stderr ANB-S304
expect_contains stderr "$folder/journal.jsonl"
run send-testantrag list --json
expect_code 1
expect_schema send-testantrag
expect_json "[.sendings[].submission_id] == [\"$sound\"] and .findings[0].code == \"ANB-S304\""
run send-testantrag status "$sound"
expect_code 1
expect_missing stderr ANB-S304
for id_of in "$damaged" "${damaged:0:8}" "${local_id:0:8}"; do
    for command in status resume discard purge; do
        run send-testantrag "$command" "$id_of"
        expect_code 65
        expect_contains stderr ANB-S304
    done
done
run send-testantrag status ffffffff
expect_code 66
send_example
expect_code 1
run cmp before "$folder/journal.jsonl"
expect_code 0

chmod 000 "$folder"
run restricted send-testantrag list
expect_code 1
expect_contains stderr ANB-G202
chmod 700 "$folder"
for closed in "$XDG_STATE_HOME/anbindung/testantrag/test" "$XDG_STATE_HOME/anbindung" "$XDG_STATE_HOME"; do
    chmod 000 "$closed"
    run restricted send-testantrag list
    expect_code 77
    expect_contains stderr ANB-G202
    expect_missing stderr '(?)'
    expect_empty stdout
    chmod 700 "$closed"
done
finish
