# What we sign verifies elsewhere, what others sign verifies here, and nothing else does.
. "$E2E_SOURCE/lib.bash"
PATH=$PATH:$E2E_BUILD/tests/bin
need p12-to-jwk jose_driver jq jose
need_python jwcrypto
printf insecure-demo >password
chmod 600 password
p12-to-jwk "$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12" --password-file password --out-dir keys >log
public=keys/signatur.oeffentlich.jwk.json
private=keys/signatur.privat.jwk.json
printf '{"sub":"submission:1","ä":[1.0]}' >payload

jose_driver sign "$private" <payload >ours
run jose jws ver -i ours -k "$public" -O-
expect_code 0
expect_same stdout payload
run /usr/bin/python3 - "$public" ours <<'END'
import sys
from jwcrypto import jwk, jws
token = jws.JWS()
token.allowed_algs = ["PS512"]
token.deserialize(open(sys.argv[2]).read(), jwk.JWK.from_json(open(sys.argv[1]).read()))
sys.stdout.buffer.write(token.payload)
END
expect_code 0
expect_same stdout payload

# The other way round; jose takes the algorithm from the key.
jose jws sig -I payload -k "$private" -s '{"protected":{"alg":"PS512"}}' -c -o theirs
run jose_driver verify "$public" <theirs
expect_code 0
expect_same stdout payload
/usr/bin/python3 - "$private" payload >theirs <<'END'
import sys
from jwcrypto import jwk, jws
token = jws.JWS(open(sys.argv[2], "rb").read())
token.add_signature(jwk.JWK.from_json(open(sys.argv[1]).read()), alg="PS512",
                    protected='{"alg":"PS512","typ":"secevent+jwt"}')
sys.stdout.write(token.serialize(compact=True))
END
run jose_driver verify "$public" <theirs
expect_code 0
expect_same stdout payload

# Another algorithm of the same key, and a changed payload.
jq 'del(.alg, .key_ops)' "$private" >any.json
jose jws sig -I payload -k any.json -s '{"protected":{"alg":"RS512"}}' -c -o wrong
run jose_driver verify "$public" <wrong
expect_code 1
expect_empty stdout
sed 's/\.eyJ/.fyJ/2; s/^\([^.]*\)\../\1.f/' ours >wrong
run jose_driver verify "$public" <wrong
expect_code 1
expect_empty stdout

finish
