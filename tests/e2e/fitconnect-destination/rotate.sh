# A new key, step by step: shown, confirmed, carried on after an interruption, done only once.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/destination.bash"
need jq
# The change of the active key fails once, after the key was added.
printf 'PATCH */destinations/* nth=2 status=409\n' >fault
prepare_office --fault "$PWD/fault"
create_destination
fitconnect-destination -q --env test activate "$id" >/dev/null 2>&1
p12-to-jwk --new-test-key --env test --out-dir keys/neu >/dev/null 2>&1
old=$(jq -r .kid keys/test/verschluesselung.oeffentlich.jwk.json)
new=$(jq -r .kid keys/neu/verschluesselung.oeffentlich.jwk.json)
active()
{
    fitconnect-destination -q --env test show "$id" --json 2>/dev/null | jq -r .destination.encryptionKid
}
rotate()
{
    run fitconnect-destination --env test rotate-key "$id" "$@"
}
key=(--new keys/neu/verschluesselung.oeffentlich.jwk.json)

rotate "${key[@]}" --dry-run
expect_code 0
expect_contains stderr 'Umgebung: TEST (Probelauf, nichts wird geändert)'
expect_match stdout '^  1\. neuen Schlüssel hinzufügen +kid '
expect_match stdout '^  2\. neuen Schlüssel aktiv setzen +bisher kid '
expect_match stdout "^  3\. alten Schlüssel stehen lassen +bis $(date -d '+16 days' +%F) – so lange"
expect_contains stdout 'Danach nötig: Adressierungsinformationen im Landesredaktionssystem erneuern.'
expect_equal "$(active)" "$old" 'the active key after a dry run'

# Nobody said that the new private key is in place.
rotate "${key[@]}"
expect_code 64
expect_contains stderr 'ANB-F256'
expect_equal "$(active)" "$old" 'the active key'

if command -v script >/dev/null; then
    run bash -c '(sleep 1; echo nein; sleep 1) |
        script -qec "fitconnect-destination --env test rotate-key $1 $2 $3" /dev/null' - "$id" "${key[@]}"
    expect_contains stdout 'Hat das Fachverfahren den privaten Schlüssel zu'
    expect_contains stdout 'ANB-F256'
    expect_equal "$(active)" "$old" 'the active key after a no'
fi

rotate "${key[@]}" --receiver-ready
expect_code 75
expect_contains stderr 'ANB-F405'
expect_equal "$(active)" "$old" 'the active key after the interruption'
rotate "${key[@]}" --receiver-ready --undo-file undo.json --json
expect_code 0
expect_json '.changed and .rotation.key_was_stored and .rotation.switches'
expect_json '.rotation.old_kid == "'"$old"'" and .rotation.landesredaktion_must_be_told'
expect_equal "$(active)" "$new" 'the active key'
rotate "${key[@]}" --receiver-ready
expect_code 0
expect_contains stdout 'Schlüssel ist bereits aktiv.'
rotate "${key[@]}" --json
expect_json '.changed == false'

# Back to the old one.
run fitconnect-destination --env test apply undo.json
expect_code 0
expect_equal "$(active)" "$old" 'the active key after apply'

# A key for signatures is added, not switched.
rotate --new keys/neu/signatur.oeffentlich.jwk.json
expect_code 0
expect_contains stdout 'Kein Update im Landesredaktionssystem nötig.'
rotate --new keys/neu/signatur.oeffentlich.jwk.json
expect_code 0
expect_contains stdout 'Schlüssel ist bereits hinterlegt.'

# Keys that will not do.
rotate --new keys/neu/verschluesselung.privat.jwk.json
expect_code 65
expect_contains stderr 'ANB-J210'
rotate --new keys/none.json
expect_code 66
jq '.key_ops = ["sign"]' keys/neu/verschluesselung.oeffentlich.jwk.json >bad.json
rotate --new bad.json --receiver-ready
expect_code 2
expect_contains stderr 'ANB-J505'
jq --arg kid "$old" '.kid = $kid' keys/neu/verschluesselung.oeffentlich.jwk.json >bad.json
rotate --new bad.json --receiver-ready
expect_code 65
expect_contains stderr 'ANB-F258'

finish
