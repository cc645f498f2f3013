# The postbox at the Intermediär: listed without a change, fetched once, acknowledged, and laid down
# as a case of FIT-Connect is.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/postbox.bash"
need jq
prepare_osci

run "${receive[@]}" list
expect_code 0
expect_contains stdout 'Nichts abholbereit.'
run "${receive[@]}" fetch --all -o eingang
expect_code 0
expect_contains stdout 'Nichts abholbereit.'
expect_contains stderr 'Abholen quittiert'
run "${receive[@]}" fetch gibt-es-nicht -o eingang
expect_code 66
expect_contains stderr ANB-O702

# What belongs to the other way is refused before anybody is asked.
run "${receive[@]}" fetch --all -o eingang --accept
expect_code 64
expect_contains stderr ANB-O701
expect_contains stderr Laufzettel
run "${receive[@]}" fetch --all -o eingang --reject hash-mismatch
expect_code 64
expect_contains stderr ANB-O701
run "${receive[@]}" fetch --all -o eingang --keys keys/test
expect_code 64
expect_contains stderr ANB-O711
run receive-testantrag --env test fetch --all -o eingang --trust x.pem
expect_code 64
expect_contains stderr ANB-O711
run "${receive[@]}" fetch -o eingang
expect_code 64
expect_contains stderr ANB-S642
# With two environments in the profile none is meant by itself.
cp musterstadt.toml zwei.toml
printf '\n[env.prod]\nkeys = "keys/prod"\n' >>zwei.toml
ANB_PROFILE=./zwei.toml run receive-testantrag --via osci --service hzl fetch --all -o eingang
expect_code 64
expect_contains stderr ANB-G122

drop_message --attach nachweis.pdf
first=$message
drop_message
expect_equal "$(acknowledged)" 0 'acknowledged before'
run "${receive[@]}" list
expect_code 0
expect_contains stdout "$first"
expect_contains stdout "$message"
expect_contains stdout 'Koordinierende Stelle OSCI'
run "${receive[@]}" list --json
expect_json ".messages | length == 2 and .[0].message_id == \"$first\" and .[0].created_at"
run "${receive[@]}" --dry-run fetch --all -o eingang
expect_code 0
expect_contains stdout "$first"
expect_equal "$(acknowledged)" 0 'acknowledged by looking'

run "${receive[@]}" fetch --all -o eingang
expect_code 0
expect_contains stdout "Nachricht $first: abgeholt, entschlüsselt; Signaturen und Prüfsummen geprüft"
expect_equal "$(acknowledged)" 2 'acknowledged by fetching'
expect_equal "$(find sandbox/test/osci/dialogs -type f | wc -l)" 0 'open dialogs'
expect_same "eingang/$first/data.xml" testantrag-hzl.xml
attachment=$(find "eingang/$first/attachments" -type f)
expect_same "$attachment" nachweis.pdf
expect_json '.reception == null and .forwarding and .inspections[0].math_result == "ok"' \
    "eingang/$first/process-card.json"
expect_json '.containers[0].id and .containers[0].signatures[0].method and .transport.cipher == "aes256-gcm"' \
    "eingang/$first/metadata.json"
expect_json '.via == "osci" and (.verified | contains(["intermediary_signature", "author_signature",
    "attachment_digests", "container"])) and ([.unchecked[].element] | contains(["virus_scan"]))' \
    "eingang/$first/manifest.json"
expect_equal "$(jq -r '.files[0].sha512' "eingang/$first/manifest.json")" \
    "$(sha512sum testantrag-hzl.xml | cut -d' ' -f1)" 'the hash of the data'
expect_equal "$(find eingang -perm /077 | wc -l)" 0 'what others may enter or read'

# Fetched is fetched; what is here is said to be.
run "${receive[@]}" fetch --all -o eingang
expect_contains stdout 'Nichts abholbereit.'
run "${receive[@]}" fetch "$first" -o eingang --json
expect_code 0
expect_json '.cases[0].stored_before and .cases[0].stored'
run "${receive[@]}" fetch "$first" -o anderswo
expect_code 66

# One of two, by its id; a case of FIT-Connect in the same folder does not disturb.
drop_message
second=$message
drop_message
run "${receive[@]}" fetch "$second" -o eingang --json
expect_code 0
expect_json ".cases | length == 1 and .[0].message_id == \"$second\""
run "${receive[@]}" list --json
expect_json ".messages | length == 1 and .[0].message_id == \"$message\""
run "${receive[@]}" fetch --all -o eingang --jsonl
expect_code 0
expect_equal "$(grep -c '"event":"case"' "$E2E_LAST/stdout")" 1 'lines that tell of a case'

# Without the DVDV, from the settings.
run receive-testantrag --env test --via osci --intermediary http://127.0.0.1:1/osci list
expect_code 78
expect_contains stderr ANB-G406

# Another store is another postbox.
drop_message
run "${receive[@]}" list --p12 sandbox/pki/absender-osci-test.p12 \
    --password-file sandbox/pki/absender-osci-test.password
expect_code 0
expect_contains stdout 'Nichts abholbereit.'
expect_contains stderr ANB-O714
run "${receive[@]}" list --p12 sandbox/pki/musterstadt-osci-test.p12 --password-file testantrag-hzl.xml
expect_code 77
finish
