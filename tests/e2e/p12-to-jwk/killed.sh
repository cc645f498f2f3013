# Killed at any moment, a run leaves whole files or none, and the next run completes them.
. "$E2E_SOURCE/lib.bash"
need jq
printf insecure-demo >password
chmod 600 password
store=$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12

run p12-to-jwk "$store" --password-file password --out-dir whole
expect_code 0

for delay in 0.002 0.005 0.008 0.011 0.014 0.017 0.02 0.025 0.03 0.04; do
    rm -rf keys
    p12-to-jwk "$store" --password-file password --out-dir keys >/dev/null 2>&1 &
    pid=$!
    sleep "$delay"
    kill -9 "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
    for file in keys/*.json; do
        [ -e "$file" ] || continue
        expect_same "$file" "whole/$(basename "$file")"
    done
    run p12-to-jwk "$store" --password-file password --out-dir keys
    expect_code 0
    run diff -r whole keys
    expect_code 0
done

# What a run leaves that dies between two of its files.
for file in whole/*; do
    rm -rf keys
    cp -a whole keys
    rm "keys/$(basename "$file")"
    [ "$(basename "$file")" = schluesselsatz.oeffentlich.jwks.json ] || rm keys/schluesselsatz.oeffentlich.jwks.json
    run p12-to-jwk "$store" --password-file password --out-dir keys
    expect_code 0
    run diff -r whole keys
    expect_code 0
done

# The same for new keys: the private one that is there is kept.
run p12-to-jwk --new-test-key --env test --out-dir test
rm test/schluesselsatz.oeffentlich.jwks.json test/signatur.*
cp -a test/verschluesselung.privat.jwk.json kept
holds_secrets kept
run p12-to-jwk --new-test-key --env test --out-dir test
expect_code 0
expect_same kept test/verschluesselung.privat.jwk.json
expect_json '.keys | length == 2' test/schluesselsatz.oeffentlich.jwks.json

finish
