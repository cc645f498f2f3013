# One certificate is shown with what matters, in both languages, by name, from stdin and as JSON.
. "$E2E_SOURCE/lib.bash"
need jq openssl
need_python jsonschema
pki=$TESTDATA/pki

run cert-check --lang de --at 2026-11-23 "$pki/musterstadt-prod.pem"
expect_code 0
expect_empty stderr
expect_contains stdout "musterstadt-prod.pem: gültig"
expect_match stdout '^  Inhaber +GRP: Stadt Musterstadt Sozialamt$'
expect_match stdout '^  Gültig +2026-01-01 bis 2035-12-31, noch 3325 Tage$'
expect_match stdout '^  Verwendung +Digitale Signatur, Nichtabstreitbarkeit, Schlüsselverschlüsselung$'
expect_contains stdout "Ersatz bestellen ab 2035-11-01 (60 Tage vor Ablauf)."
expect_contains stdout "Nicht geprüft: Zertifikatskette (kein Vertrauensanker)"
expect_contains stdout "Nicht geprüft: Sperrstatus"

run bash -c "cert-check --lang en --at 2026-11-23 - < '$pki/musterstadt-prod.pem'"
expect_code 0
expect_contains stdout "(stdin): valid, 3325 days left (2035-12-31)"

run cert-check --json --at 2026-11-23 "$pki/musterstadt-prod.cer"
expect_code 0
expect_schema cert-check
for pair in "serial:-serial" "fingerprint_sha256:-fingerprint -sha256" "fingerprint_sha1:-fingerprint -sha1"; do
    # shellcheck disable=SC2086 # several words
    theirs=$(openssl x509 -in "$pki/musterstadt-prod.pem" -noout ${pair#*:} | sed 's/.*=//; s/://g' | tr A-F a-f)
    expect_equal "$(jq -r ".subjects[0].${pair%%:*}" "$E2E_LAST/stdout")" "$theirs" "${pair%%:*} as openssl x509 has it"
done
expect_json '.subjects[0].key_usage == "digitalSignature, nonRepudiation, keyEncipherment"'
expect_json '[.unchecked[].element] == ["chain", "revocation", "use"]'

run cert-check --json --for osci --env test "$pki/musterstadt-short.pem"
expect_schema cert-check
expect_json '.environment == "test" and any(.findings[]; .code == "ANB-C143" and .found == "2048" and .responsible == "kommune")'

run cert-check --json --list-rules --for fitconnect
expect_code 0
expect_schema cert-check
expect_json '.rules | length > 30 and all(.source != "")'
run cert-check --list-rules
expect_code 0
expect_match stdout '^ANB-C101 +error'

finish
