# --public prints one public JWK and nothing else, fit for a pipe.
. "$E2E_SOURCE/lib.bash"
need jq
printf insecure-demo >password
chmod 600 password
store=$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12

run p12-to-jwk "$store" --password-file password --out-dir keys
for role in enc:verschluesselung sig:signatur; do
    run p12-to-jwk "$store" --password-file password --public "${role%%:*}"
    expect_code 0
    expect_empty stderr
    expect_same stdout "keys/${role#*:}.oeffentlich.jwk.json"
    run p12-to-jwk "$store" --password-file password --public "${role%%:*}" -o "${role%%:*}.json"
    expect_code 0
    expect_empty stdout
    expect_same "${role%%:*}.json" "keys/${role#*:}.oeffentlich.jwk.json"
done
expect_equal "$(p12-to-jwk "$store" --password-file password --public enc 2>err | head -c 1)" "{" "the first character"
expect_empty err

# In production what was not checked is said on stderr.
run p12-to-jwk "$store" --password-file password --public sig --env prod
expect_code 0
expect_contains stderr "Not checked: certificate chain"
expect_same stdout keys/signatur.oeffentlich.jwk.json

run p12-to-jwk "$store" --password-file password --public both
expect_code 64
run p12-to-jwk "$store" --password-file password --public enc --out-dir x
expect_code 64
run p12-to-jwk "$store" --password-file password
expect_code 64

finish
