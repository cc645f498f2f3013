# In production fetching is confirmed: by the message's id, or by the postbox for everything.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/postbox.bash"
need jq openssl
prepare_osci
produce=(receive-testantrag --env prod --via osci --service hzl)

run "${produce[@]}" list
expect_code 0
run "${produce[@]}" --no-input fetch --all -o eingang
expect_code 64
expect_contains stderr ANB-G121
run "${produce[@]}" --confirm 12345678 fetch --all -o eingang
expect_code 64
expect_contains stderr ANB-G121
expect_missing eingang
name=$(openssl x509 -in sandbox/pki/musterstadt-osci-prod.cer -noout -fingerprint -sha256 |
    sed 's/.*=//; s/://g' | tr A-F a-f)
run "${produce[@]}" --confirm "${name:0:8}" fetch --all -o eingang
expect_code 0
expect_contains stdout 'Nichts abholbereit.'
run "${produce[@]}" --confirm abcdefgh fetch abcdefgh-1 -o eingang
expect_code 66
expect_contains stderr ANB-O702
finish
