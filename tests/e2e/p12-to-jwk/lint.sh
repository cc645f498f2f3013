# --lint: nothing but a note about a good key of the Verwaltungs-PKI, one code for each broken rule, other files told apart.
. "$E2E_SOURCE/lib.bash"
need jq
printf insecure-demo >password
chmod 600 password
run p12-to-jwk "$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12" --password-file password --out-dir keys
good=keys/signatur.oeffentlich.jwk.json

run p12-to-jwk --lang de --lint "$good"
expect_code 0
expect_missing stderr WARNUNG
expect_contains stderr "HINWEIS ANB-J522"
expect_contains stdout "$good: entspricht den Regeln"
cp "$E2E_LAST/stdout" named
run p12-to-jwk --lang de --lint - <"$good"
expect_code 0
expect_same stdout <(sed 's,^keys/[^:]*,-,' named)

# broken CODE WHERE FILTER: the rule that a change of the good key breaks.
broken_rule()
{
    jq "$3" "$good" >bad.json
    run p12-to-jwk --lint bad.json --json
    expect_code 2
    expect_empty stderr
    expect_json ".result == \"failed\" and (.findings | map(select(.severity != \"note\")) | map(.code + \" \" + .where) == [\"$1 $2\"])"
}
broken_rule ANB-J501 /kty '.kty = "EC"'
broken_rule ANB-J505 /key_ops '.key_ops = ["verify", "sign"]'
broken_rule ANB-J506 /alg '.alg = "RS512"'
broken_rule ANB-J507 /kid '.kid = "kurz"'
broken_rule ANB-J507 /kid 'del(.kid)'
broken_rule ANB-J508 /x5c 'del(.x5c)'
broken_rule ANB-J510 /x5c/1 '.x5c = [.x5c[0], .x5c[2]]'
broken_rule ANB-J516 '' '.d = "AQAB" | .dp = "AQAB" | del(.d)'
broken_rule ANB-J517 /e '.e = "AAEAAQ"'
broken_rule ANB-J517 /n '.n = .n + "="'
broken_rule ANB-J525 /x5c/0 '.x5c = ["MIIB"]'

jq -s '{keys: [.[0], .[1]]}' "$good" keys/signatur.privat.jwk.json >leak.json
holds_secrets leak.json open.json
run p12-to-jwk --lint leak.json
expect_code 2
expect_contains stderr "ERROR ANB-J516: /keys/1"
expect_contains stderr "ERROR ANB-J518: /keys/1/kid"

run p12-to-jwk --lint keys/signatur.privat.jwk.json
expect_code 0
cp keys/signatur.privat.jwk.json open.json
chmod 644 open.json
run p12-to-jwk --lint open.json
expect_code 1
expect_contains stderr "WARNING ANB-J528"

run p12-to-jwk --lint "$TESTDATA/pki/root.pem"
expect_code 65
expect_contains stderr ANB-G301
echo '{"kty":"RSA","kty":"RSA"}' >twice.json
run p12-to-jwk --lint twice.json
expect_code 65
expect_contains stderr ANB-G303
run p12-to-jwk --lint no-such-file
expect_code 66
run p12-to-jwk --lint "$good" --out-dir x
expect_code 64

finish
