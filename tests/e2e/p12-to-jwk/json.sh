# The JSON document holds what its schema says.
. "$E2E_SOURCE/lib.bash"
need jq
need_python jsonschema
printf insecure-demo >password
chmod 600 password
store=$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12

# valid: the last stdout is valid against the published schema.
valid()
{
    cp "$E2E_LAST/stdout" document.json
    run /usr/bin/python3 - "$E2E_ROOT/man/schema/p12-to-jwk.schema.json" document.json <<'END'
import json, sys
from jsonschema import Draft202012Validator
schema = json.load(open(sys.argv[1]))
Draft202012Validator.check_schema(schema)
faults = list(Draft202012Validator(schema).iter_errors(json.load(open(sys.argv[2]))))
for fault in faults:
    print(fault.json_path, fault.message)
sys.exit(1 if faults else 0)
END
    expect_code 0
    expect_empty stdout
}

run p12-to-jwk "$store" --password-file password --env prod --out-dir keys --json
expect_code 0
expect_json '.tool == "p12-to-jwk" and .environment == "prod" and (.files | all(.written))'
expect_json '[.files[] | select(.private) | .operation] == ["unwrapKey", "sign"]'
expect_json '.subjects[0].modulus_bits == 4096 and .subjects[0].chain_length == 3'
valid
run p12-to-jwk --lint keys/schluesselsatz.oeffentlich.jwks.json --json
valid
run p12-to-jwk "$TESTDATA/pkcs12/INSECURE-musterstadt-expired.p12" --password-file password --out-dir x --json
expect_code 2
expect_json '.findings[0].code == "ANB-J511"'
valid
run p12-to-jwk --new-test-key --env test --out-dir test --json
valid
run p12-to-jwk "$TESTDATA/pkcs12/INSECURE-truncated.p12" --password-file password --out-dir x --json
expect_code 65
valid

finish
