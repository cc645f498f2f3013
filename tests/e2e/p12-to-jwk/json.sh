# The JSON document holds what its schema says.
. "$E2E_SOURCE/lib.bash"
need jq
need_python jsonschema
printf insecure-demo >password
chmod 600 password
store=$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12

run p12-to-jwk "$store" --password-file password --env prod --out-dir keys --json
expect_code 0
expect_json '.tool == "p12-to-jwk" and .environment == "prod" and (.files | all(.written))'
expect_json '[.files[] | select(.private) | .operation] == ["unwrapKey", "sign"]'
expect_json '.subjects[0].modulus_bits == 4096 and .subjects[0].chain_length == 3'
expect_schema p12-to-jwk
run p12-to-jwk --lint keys/schluesselsatz.oeffentlich.jwks.json --json
expect_schema p12-to-jwk
run p12-to-jwk "$TESTDATA/pkcs12/INSECURE-musterstadt-expired.p12" --password-file password --out-dir x --json
expect_code 2
expect_json '.findings[0].code == "ANB-J511"'
expect_schema p12-to-jwk
run p12-to-jwk --new-test-key --env test --out-dir test --json
expect_schema p12-to-jwk
run p12-to-jwk "$TESTDATA/pkcs12/INSECURE-truncated.p12" --password-file password --out-dir x --json
expect_code 65
expect_schema p12-to-jwk

finish
