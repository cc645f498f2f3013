# Our JWKs load in other programs, and all agree on the thumbprints.
. "$E2E_SOURCE/lib.bash"
PATH=$PATH:$E2E_BUILD/tests/bin
need p12-to-jwk jose_driver jq jose
need_python jwcrypto
printf insecure-demo >password
chmod 600 password

run p12-to-jwk "$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12" --password-file password --out-dir keys
expect_code 0
for file in keys/*.jwk.json; do
    run /usr/bin/python3 - "$file" <<'END'
import json, sys
from jwcrypto import jwk
text = open(sys.argv[1]).read()
key = jwk.JWK.from_json(text)
assert key.has_private == ("d" in json.loads(text))
print(key.thumbprint(), end="")
END
    expect_code 0
    cp "$E2E_LAST/stdout" thumbprint
    run jose jwk thp -i "$file" -a S256
    expect_code 0
    expect_equal "$(cat "$E2E_LAST/stdout")" "$(cat thumbprint)" "the thumbprint of $file"
    if [[ $file == *oeffentlich* ]]; then
        run jose_driver thumbprint "$file"
        expect_same stdout thumbprint
        run p12-to-jwk --lint "$file" --json
        expect_json ".subjects[0].thumbprint == \"$(cat thumbprint)\""
    fi
done

# The pipe of the manual page.
run bash -c 'p12-to-jwk "$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12" --password-file password \
    --public enc | jose jwk thp -a S256 -i -'
expect_code 0
expect_equal "$(cat "$E2E_LAST/stdout")" "$(cat thumbprint)" "the thumbprint from the pipe"

# The set is one to jose as well; its private files pair with the public ones.
run jose jwk thp -i keys/schluesselsatz.oeffentlich.jwks.json -a S256
expect_code 0
expect_equal "$(wc -l <"$E2E_LAST/stdout")" 2 "thumbprints in the set"
run jose jwk pub -i keys/signatur.privat.jwk.json -o public.json
expect_equal "$(jq -r .n public.json)" "$(jq -r .n keys/signatur.oeffentlich.jwk.json)" "the modulus"

finish
