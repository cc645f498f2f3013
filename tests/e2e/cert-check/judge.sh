# Uses, environments, anchors, limits and pairs.
. "$E2E_SOURCE/lib.bash"
need jq
pki=$TESTDATA/pki
printf insecure-demo >password
chmod 600 password
store=$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12

# codes: the codes of the last document, without notes.
codes()
{
    jq -r '[.findings[] | select(.severity != "note") | .code[4:]] | unique | join(" ")' "$E2E_LAST/stdout"
}
# judged CODE CODES ARGUMENTS…: on the day in $day
day=2026-11-23
judged()
{
    run cert-check --json --at "$day" "${@:3}"
    expect_code "$1"
    expect_equal "$(codes)" "$2" "codes of: ${*:3}"
}
chain=$pki/musterstadt-prod-chain.pem
judged 0 "" --for fitconnect --env prod --trust "prod=$pki/root.pem" "$chain"
expect_json '.subjects[0].class == "production" and .subjects[0].chain_length == 3'
judged 2 "C131" --for fitconnect --env prod --trust "test=$pki/root.pem" "$chain"
judged 1 "C132" --for fitconnect --env test --trust "prod=$pki/root.pem" "$chain"
judged 2 "C134" --for fitconnect --env prod --trust "$pki/impostor-root.pem" "$chain"
judged 2 "C142" --trust "$pki/root.pem" "$pki/musterstadt-prod.pem"
mkdir roots && cp "$pki/root.pem" "$pki/ca.pem" roots
judged 0 "" --trust roots "$pki/musterstadt-prod.pem"
day=2036-01-01 judged 2 "C101 C122" --trust roots "$pki/musterstadt-prod.pem"
judged 2 "C141" --for fitconnect-sig --env test "$pki/musterstadt-encrypt.pem"
day=2035-11-15 judged 1 "C120 C124" --trust roots "$pki/musterstadt-prod.pem"
day=2035-11-15 judged 2 "C119 C123" --crit 90 --warn 100 --trust roots "$pki/musterstadt-prod.pem"
day=2035-11-15 judged 0 "" --crit 10 --warn 20 --trust roots "$pki/musterstadt-prod.pem"
judged 2 "C143" --strict --for osci --env test "$pki/musterstadt-short.pem"

# Self-signed keys are allowed in TEST, whatever else is known about anchors.
p12-to-jwk --new-test-key --env test --out-dir self >/dev/null 2>&1
self=self/verschluesselung.oeffentlich.jwk.json
day=$(date -d '+2 days' +%F)
judged 0 "" --for fitconnect-enc --env test --revocation off --trust "$pki/root.pem" "$self"
expect_json 'any(.findings[]; .code == "ANB-C133")'
judged 2 "C133 C184" --for fitconnect-enc --env prod --revocation off --trust "$pki/root.pem" "$self"
day=2026-11-23

# Anchors of the profile.
cat >p.toml <<'END'
[env.prod]
trust = "roots/root.pem"
END
judged 0 "" --profile ./p.toml --for fitconnect --env prod "$chain"
expect_json '.subjects[0].class == "production"'

# Pinned anchors: the pinned one only, in files of the call too, and a pin that is none.
pin=$(openssl x509 -in roots/root.pem -noout -fingerprint -sha256 | cut -d= -f2)
printf '[env.prod]\ntrust = "roots/root.pem"\ntrust_sha256 = "%s, %064d"\n' "$pin" 0 >pinned.toml
judged 0 "" --profile ./pinned.toml --for fitconnect --env prod "$chain"
run cert-check --lang de --profile ./pinned.toml --trust "prod=$pki/impostor-root.pem" "$chain"
expect_code 76
expect_contains stderr "ANB-C414"
expect_contains stderr "impostor-root.pem"
judged 0 "" --profile ./pinned.toml --for fitconnect --env prod --trust "$pki/impostor-root.pem" "$chain"
printf '[env.prod]\ntrust_sha256 = "12:34"\n' >pinned.toml
run cert-check --profile ./pinned.toml "$chain"
expect_code 78
expect_contains stderr "ANB-G403"
expect_contains stderr "pinned.toml:2"

# Pairs.
cp "$store" musterstadt-test.p12 && cp "$pki/musterstadt-prod.cer" musterstadt-test.cer
run cert-check --lang de --for osci --env test --at 2026-11-23 musterstadt-test.p12 --password-file password --pair musterstadt-test.cer
expect_code 0
expect_match stdout '^musterstadt-test.p12: geeignet für OSCI \(TEST\)$'
expect_match stdout '^musterstadt-test.cer: gehört zum privaten Schlüssel in musterstadt-test.p12$'
run bash -c "cert-check --lang de --for osci --env prod --at 2026-11-23 - <musterstadt-test.cer"
expect_code 2
expect_contains stdout "(stdin): nicht geeignet für OSCI (PRODUKTION)"
run bash -c "cert-check --lang de --for osci --env prod --trust roots --at 2026-11-23 - <musterstadt-test.cer"
expect_code 0
expect_match stdout '^\(stdin\): geeignet für OSCI \(PRODUKTION\), noch 3325 Tage \(2035-12-31\)$'
run bash -c "cert-check --lang de --for osci --env prod --trust roots --at 2036-05-01 - <musterstadt-test.cer"
expect_code 2
expect_contains stderr "FEHLER ANB-C101: (stdin): Zertifikat ist abgelaufen (seit 2035-12-31)"
run cert-check --json "$pki/musterstadt-sign.pem" --pair "$pki/keys/INSECURE-musterstadt-encrypt.key.pem"
expect_code 2
expect_json '.pair.matches == false and any(.findings[]; .code == "ANB-C151" and (.expected | contains("2035-12-31")))'
run cert-check "$pki/keys/INSECURE-musterstadt-sign.key.pem" --pair "$pki/musterstadt-sign.pem"
expect_code 0

# Passwords: missing, wrong.
run cert-check "$store" --no-input
expect_code 64
expect_contains stderr ANB-G120
printf wrong >wrong && chmod 600 wrong
run cert-check "$store" --password-file wrong
expect_code 77

finish
