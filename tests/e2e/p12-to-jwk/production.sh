# The certificate for production: as the user sees it, byte-stable, told from what is refused.
. "$E2E_SOURCE/lib.bash"
need jq openssl
store=$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12
printf 'insecure-demo\n' >password
chmod 600 password

run p12-to-jwk --lang de "$store" --password-file password --env prod --trust "$TESTDATA/pki/root.pem" \
    --out-dir keys/prod
expect_code 0
expect_empty stderr
expect_contains stdout "keys/prod/verschluesselung.oeffentlich.jwk.json   öffentlich  wrapKey    kid a050…08f  x5c: 3"
expect_contains stdout "keys/prod/verschluesselung.privat.jwk.json        PRIVAT 0600 unwrapKey  kid a050…08f"
expect_contains stdout "keys/prod/signatur.oeffentlich.jwk.json           öffentlich  verify     kid eee2…688  x5c: 3"
expect_contains stdout "keys/prod/signatur.privat.jwk.json                PRIVAT 0600 sign       kid eee2…688"
expect_contains stdout "Nicht geprüft: Sperrstatus"

# Leaf, CA, root; the leaf's key is n and e; a verified chain.
cd keys/prod || exit 1
for i in 0 1 2; do
    jq -r ".x5c[$i]" signatur.oeffentlich.jwk.json | base64 -d | openssl x509 -inform der -out "$i.pem"
done
run openssl verify -CAfile 2.pem -untrusted 1.pem 0.pem
expect_code 0
openssl x509 -in 0.pem -outform der | cmp - <(openssl x509 -in "$TESTDATA/pki/musterstadt-prod.pem" -outform der)
expect_equal $? 0 "comparison with the certificate"
modulus=$(openssl x509 -in 0.pem -noout -modulus | sed 's/Modulus=//' | tr A-F a-f)
n=$(jq -r .n signatur.oeffentlich.jwk.json | tr -- -_ +/)
expect_equal "$(printf '%s=' "$n" | base64 -d 2>/dev/null | od -An -v -tx1 | tr -d ' \n')" "$modulus" n
rm ./*.pem
cd ../..

# The same bytes again, from a shuffled store of the same identity too; nothing is touched.
stat -c '%n %Y %i' keys/prod/* >before
run p12-to-jwk "$store" --password-file password --env prod --out-dir keys/prod
expect_code 0
stat -c '%n %Y %i' keys/prod/* >after
expect_same before after
run p12-to-jwk "$store" --password-file password --env prod --out-dir keys/again
run diff -r keys/prod keys/again
expect_code 0

# Without an anchor the end of the chain is said to be unchecked.
run p12-to-jwk "$store" --password-file password --env prod --out-dir keys/again --json
expect_code 0
expect_json '.unchecked | map(.element) | sort == ["chain", "revocation"]'
expect_json '.files | length == 4 and all(.written == false)'

run p12-to-jwk "$store" --password-file password --env prod --no-root --out-dir keys/short
expect_code 0
expect_json '.x5c | length == 2' keys/short/signatur.oeffentlich.jwk.json

finish
