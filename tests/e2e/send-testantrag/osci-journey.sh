# From sending to the fetched message over OSCI: message id, delivery, process card, evidence, purge.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
need_python jsonschema
prepare_osci

osci_example --attach nachweis.pdf --evidence beleg
expect_code 1
expect_match stderr '^Umgebung: TEST   Empfänger soa:05999000 \(Stadt Musterstadt, Sozialamt\) laut Test-DVDV$'
expect_contains stderr '[1/4] Nachrichten-ID erhalten'
expect_contains stderr '[2/4] Abgelegt beim Intermediär     Rückmeldung 0800'
expect_match stderr '\[3/4\] Laufzettel +eingegangen [0-9:]{8}, Zertifikate geprüft'
expect_contains stderr 'ANB-O621'
expect_equal "$(deliveries)" 1 'deliveries'
message=$(newest message_id)

run send-testantrag status "$message" --json
expect_code 1
expect_json '.sending.via == "osci" and .sending.step == "card" and .state == "waiting"'
expect_json '.process_card.creation != null and .process_card.reception == null and .process_card_signed'
expect_json '.feedback | map(.code) == ["0800"]'
expect_schema send-testantrag
run send-testantrag discard "$message"
expect_code 64
expect_contains stderr 'ANB-S305'

folder=$(echo beleg/*)
expect_json '.via == "osci" and (.checksums.attachments | length == 1) and .process_card_signed' "$folder/evidence.json"
expect_contains "$folder/delivered.mime" 'SupplierSignature'
expect_contains "$folder/card.mime" 'responseToFetchProcessCard'
expect_json '.inspections | length > 0 and all(.good)' "$folder/process-card.json"

# The receiver fetches while the sender waits.
run send-testantrag list --json
expect_schema send-testantrag
expect_json '.sendings | length == 1'
send-testantrag status "$message" --wait 2m >waited.out 2>waited.err &
waiting=$!
run receive-testantrag --env test --via osci fetch --all -o eingang
expect_code 0
wait "$waiting"
expect_equal "$?" 0 'code of the waiting sender'
expect_match waited.err '\[4/4\] Abgeholt +[0-9:]{8} \(Laufzettel\)'
expect_match waited.out "^Vorgang $message: zugestellt und abgeholt nach [0-9]+ min [0-9]+ s\.$"
expect_equal "$(find eingang -type f -exec cmp -s {} testantrag-hzl.xml \; -print | wc -l)" 1 'data received'
expect_equal "$(find eingang -type f -name nachweis.pdf -exec cmp -s {} nachweis.pdf \; -print | wc -l)" 1 'attachments received'

run send-testantrag list
expect_contains stdout 'abgeholt'
run send-testantrag purge "$message"
expect_code 0
expect_equal "$(find "$XDG_STATE_HOME" -name '*.mime' | wc -l)" 0 'messages left'

# Nothing of the application stays in the journal.
run grep -rE 'Teststra' "$XDG_STATE_HOME"
expect_code 1
finish
