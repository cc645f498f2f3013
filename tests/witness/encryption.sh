# What we encrypt decrypts elsewhere, and the other way round, whatever the size.
. "$E2E_SOURCE/lib.bash"
PATH=$PATH:$E2E_BUILD/tests/bin
need p12-to-jwk jose_driver jq
need_python jwcrypto
printf insecure-demo >password
chmod 600 password
p12-to-jwk "$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12" --password-file password --out-dir keys >log
public=keys/verschluesselung.oeffentlich.jwk.json
private=keys/verschluesselung.privat.jwk.json
# Libraries want no key_ops when a key is used for whole JWEs (fit-connect.md §8).
jq 'del(.key_ops)' "$private" >any.json

cat >decrypt.py <<'END'
import sys
from jwcrypto import jwe, jwk
jwe.default_max_compressed_size = 100_000_000
token = jwe.JWE(algs=["RSA-OAEP-256", "A256GCM"])
token.deserialize(sys.stdin.read(), jwk.JWK.from_json(open("any.json").read()))
sys.stdout.buffer.write(token.payload)
END
cat >encrypt.py <<'END'
import json, sys
from jwcrypto import jwe, jwk
key = jwk.JWK.from_json(open("any.json").read())
header = {"alg": "RSA-OAEP-256", "enc": "A256GCM", "kid": key["kid"]} | json.loads(sys.argv[1])
token = jwe.JWE(sys.stdin.buffer.read(), json.dumps(header))
token.add_recipient(key)
sys.stdout.write(token.serialize(compact=True))
END

# jwcrypto takes an empty plaintext for a failure.
for size in 1 2 3 1000 49151 49152 49153 3000000; do
    head -c "$size" /dev/urandom >plain
    jose_driver encrypt "$public" application/pdf <plain >ours
    run /usr/bin/python3 decrypt.py <ours
    expect_code 0
    expect_same stdout plain
    run jose_driver decrypt "$private" <ours
    expect_code 0
    expect_same stdout plain
    for more in '{"cty":"application/json"}' '{"zip":"DEF"}'; do
        /usr/bin/python3 encrypt.py "$more" <plain >theirs
        run jose_driver decrypt "$private" <theirs
        expect_code 0
        expect_same stdout plain
    done
done
expect_equal "$(cut -d. -f1 ours | tr -- -_ +/ | base64 -d 2>/dev/null | jq -c 'keys_unsorted')" \
    '["alg","enc","kid","cty"]' "the members of the header"

if [ -d "$E2E_WITNESSES/node_modules/node-jose" ]; then
    run node - <<'END'
const fs = require('fs'), jose = require('node-jose');
(async () => {
    const key = await jose.JWK.asKey(JSON.parse(fs.readFileSync('any.json')));
    const result = await jose.JWE.createDecrypt(key).decrypt(fs.readFileSync('ours', 'utf8'));
    process.stdout.write(result.plaintext);
})();
END
    expect_code 0
    expect_same stdout plain
fi

finish
