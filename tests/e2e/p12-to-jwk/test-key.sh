# A test key: four lines, five files, owner-only where private, and the rules find nothing.
. "$E2E_SOURCE/lib.bash"
need jq openssl

run p12-to-jwk --lang de --new-test-key --env test --out-dir keys/test
expect_code 0
expect_empty stderr
expect_match stdout '^keys/test/verschluesselung\.oeffentlich\.jwk\.json   öffentlich  wrapKey    kid [0-9a-f]{4}…[0-9a-f]{3}$'
expect_match stdout '^keys/test/verschluesselung\.privat\.jwk\.json        PRIVAT 0600 unwrapKey  kid [0-9a-f]{4}…[0-9a-f]{3}$'
expect_match stdout '^keys/test/signatur\.oeffentlich\.jwk\.json           öffentlich  verify     kid [0-9a-f]{4}…[0-9a-f]{3}$'
expect_match stdout '^keys/test/signatur\.privat\.jwk\.json                PRIVAT 0600 sign       kid [0-9a-f]{4}…[0-9a-f]{3}$'
expect_match stdout '^Selbst signiert, nur für TEST, gültig bis [0-9]{4}-[0-9]{2}-[0-9]{2}\.$'
expect_equal "$(wc -l <"$E2E_LAST/stdout")" 5 "the number of lines"
expect_equal "$(find keys/test -type f | wc -l)" 5 "the number of files"
for role in verschluesselung signatur; do
    expect_mode "keys/test/$role.privat.jwk.json" 600
    expect_mode "keys/test/$role.oeffentlich.jwk.json" 644
done
expect_mode keys/test/schluesselsatz.oeffentlich.jwks.json 644

expect_json '.keys | length == 2 and (map(keys_unsorted) | unique == [["kty","alg","key_ops","kid","n","e","x5c"]])' \
    keys/test/schluesselsatz.oeffentlich.jwks.json
expect_json '.keys[0].n != .keys[1].n and .keys[0].kid != .keys[1].kid' \
    keys/test/schluesselsatz.oeffentlich.jwks.json
expect_json 'keys_unsorted == ["kty","alg","key_ops","kid","n","e","d","p","q","dp","dq","qi"]' \
    keys/test/signatur.privat.jwk.json

# The certificate is self-signed, marked as a test, and as openssl wants it.
jq -r '.x5c[0]' keys/test/signatur.oeffentlich.jwk.json | base64 -d >leaf.der
run openssl x509 -inform der -in leaf.der -out leaf.pem
run openssl verify -CAfile leaf.pem leaf.pem
expect_code 0
run openssl x509 -in leaf.pem -noout -subject -ext keyUsage
expect_contains stdout TEST
expect_contains stdout "Digital Signature"

for file in keys/test/*; do
    run p12-to-jwk --lint "$file" --env test
    expect_code 0
    expect_empty stderr
done
run p12-to-jwk --lint keys/test/signatur.oeffentlich.jwk.json --env prod
expect_code 2
expect_contains stderr ANB-J513

# A second call never replaces it.
cp -a keys before
run p12-to-jwk --new-test-key --env test --out-dir keys/test
expect_code 73
expect_empty stdout
expect_contains stderr ANB-J130
run diff -r before keys
expect_code 0

finish
